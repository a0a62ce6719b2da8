import type { ReactNode } from 'react'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { IconArrowBarToDown, IconArrowBarToUp, IconArrowDown, IconArrowUp, IconCopy, IconLayoutAlignBottom, IconLayoutAlignCenter, IconLayoutAlignLeft, IconLayoutAlignMiddle, IconLayoutAlignRight, IconLayoutAlignTop, IconLayoutDistributeHorizontal, IconLayoutDistributeVertical, IconTrash } from '../../../ui/icons.ts'
import { Row, Section } from '../../../ui/panel.tsx'
import { alignChosen, distributeChosen, moveChosen, removeChosen, restack } from './changes.ts'
import { copiedFrom, paste } from './copied.ts'
import type { Desk } from './desk.ts'
import type { Change } from './editing.ts'
import { chosenOf, pageOf } from './editing.ts'
import { boundsOfAll, rounded } from './geometry.ts'
import { NumberField } from './number-field.tsx'
import style from './editor.module.css'

/** A button of a sign alone, with its words for those who do not see or know it. */
export function SignButton(props: { readonly word: string; readonly keys?: string; readonly disabled?: boolean; readonly pressed?: boolean; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button
      type="button"
      className={style['sign']}
      aria-label={props.word}
      title={props.keys === undefined ? props.word : `${props.word} (${props.keys})`}
      aria-pressed={props.pressed}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  )
}

/** Standing in line: one alone with its page, several with one another. */
export function AlignPart(props: { readonly desk: Desk; readonly chosen: readonly DesignElement[] }) {
  const t = useText()
  const { desk, chosen } = props
  const act = (change: Change): void => desk.act({ kind: 'change', change })
  const isFixed = desk.readOnly || chosen.every((one) => one.locked)
  const few = chosen.filter((one) => !one.locked).length < 3
  return (
    <Section title={chosen.length > 1 ? t('designEditor.alignThem') : t('designEditor.alignToPage')}>
      <div className={style['signs']}>
        <SignButton word={t('designEditor.alignLeft')} disabled={isFixed} onClick={() => act(alignChosen('left'))}><IconLayoutAlignLeft size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.alignCenter')} disabled={isFixed} onClick={() => act(alignChosen('center'))}><IconLayoutAlignCenter size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.alignRight')} disabled={isFixed} onClick={() => act(alignChosen('right'))}><IconLayoutAlignRight size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.alignTop')} disabled={isFixed} onClick={() => act(alignChosen('top'))}><IconLayoutAlignTop size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.alignMiddle')} disabled={isFixed} onClick={() => act(alignChosen('middle'))}><IconLayoutAlignMiddle size={18} aria-hidden /></SignButton>
        <SignButton word={t('designEditor.alignBottom')} disabled={isFixed} onClick={() => act(alignChosen('bottom'))}><IconLayoutAlignBottom size={18} aria-hidden /></SignButton>
        {chosen.length > 1 && (
          <>
            <SignButton word={t('designEditor.distributeAcross')} disabled={isFixed || few} onClick={() => act(distributeChosen('x'))}><IconLayoutDistributeVertical size={18} aria-hidden /></SignButton>
            <SignButton word={t('designEditor.distributeDown')} disabled={isFixed || few} onClick={() => act(distributeChosen('y'))}><IconLayoutDistributeHorizontal size={18} aria-hidden /></SignButton>
          </>
        )}
      </div>
    </Section>
  )
}

/** Several chosen elements: where they stand together, and what can be done with all of them. */
export function ManyPart(props: { readonly desk: Desk; readonly chosen: readonly DesignElement[] }) {
  const t = useText()
  const { desk } = props
  const movable = props.chosen.filter((one) => !one.locked)
  const around = boundsOfAll(movable)
  const move = (by: { readonly x: number; readonly y: number }): void => desk.act({ kind: 'change', change: moveChosen(by) })
  return (
    <>
      <p className={style['soft']}>{t('designEditor.manyChosen', { n: props.chosen.length })}</p>
      {around !== undefined && (
        <Section title={t('designEditor.placeTogether')}>
          <Row>
            <NumberField label={t('designEditor.x')} value={rounded(around.x)} unit="mm" least={-2000} most={2000} disabled={desk.readOnly} onChange={(x) => move({ x: x - around.x, y: 0 })} />
            <NumberField label={t('designEditor.y')} value={rounded(around.y)} unit="mm" least={-2000} most={2000} disabled={desk.readOnly} onChange={(y) => move({ x: 0, y: y - around.y })} />
          </Row>
        </Section>
      )}
    </>
  )
}

/** Nearer, further, a copy, away. */
export function StackBar(props: { readonly desk: Desk }) {
  const t = useText()
  const { desk } = props
  const { editing } = desk
  const act = (change: Change): void => desk.act({ kind: 'change', change })
  const none = desk.readOnly || editing.selected.length === 0
  return (
    <div className={style['signs']} role="group" aria-label={t('designEditor.withChosen')}>
      <SignButton word={t('designEditor.toFront')} disabled={none} onClick={() => act(restack('front'))}><IconArrowBarToUp size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.forward')} keys="Alt+↑" disabled={none} onClick={() => act(restack('forward'))}><IconArrowUp size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.backward')} keys="Alt+↓" disabled={none} onClick={() => act(restack('backward'))}><IconArrowDown size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.toBack')} disabled={none} onClick={() => act(restack('back'))}><IconArrowBarToDown size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.duplicate')} keys="Ctrl+D" disabled={none} onClick={() => act(duplicate())}><IconCopy size={18} aria-hidden /></SignButton>
      <SignButton word={t('designEditor.remove')} keys={t('designEditor.keyDelete')} disabled={none} onClick={() => act(removeChosen())}><IconTrash size={18} aria-hidden /></SignButton>
    </div>
  )
}

/** A copy of the chosen ones beside them. */
export function duplicate(): Change {
  return (now) => paste(copiedFrom(now.document, pageOf(now).id, chosenOf(now)))(now)
}
