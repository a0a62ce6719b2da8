import type { KeyboardEvent } from 'react'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { Note } from '../../../ui/note.tsx'
import { changeChosen } from './changes.ts'
import type { Desk } from './desk.ts'
import { chosenOf } from './editing.ts'
import { ImagePart, LogosPart, OrnamentPart, QrPart, ShapePart, SignaturesPart } from './kind-parts.tsx'
import { AlignPart, ManyPart } from './many-part.tsx'
import { kindOf } from './names.ts'
import { DesignPart, PagePart } from './page-part.tsx'
import { PlacePart } from './place-part.tsx'
import { TablePart } from './table-part.tsx'
import { LooksPart, StyleField, WordsPart } from './text-part.tsx'
import type { Design } from './use-design.ts'
import style from './editor.module.css'

/** Everything about what is chosen, in figures and lists: whatever the pointer can do, this can. Esc goes back to the page. */
export function Inspector(props: { readonly desk: Desk; readonly design: Design; readonly onBack: () => void; readonly onReplaceImage: (id: string) => void; readonly onBackground: () => void }) {
  const t = useText()
  const { desk } = props
  const chosen = chosenOf(desk.editing)
  const [only] = chosen
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target instanceof HTMLElement ? event.target : undefined
    if (event.key !== 'Escape' || event.defaultPrevented || target?.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    props.onBack()
  }
  return (
    // The keys of its fields come up to it: it is no control itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={style['inspector']} aria-label={t('designEditor.inspector')} data-part="inspector" onKeyDown={onKeyDown}>
      {only === undefined && (
        <>
          <PagePart desk={desk} onBackground={props.onBackground} />
          {!desk.readOnly && <DesignPart design={props.design} />}
        </>
      )}
      {chosen.length === 1 && only !== undefined && (
        <div key={only.id} className={style['one']}>
          <h2>{kindOf(t, only)}</h2>
          {/* What its letters lack is said at the letter itself. */}
          {desk.look?.warnings.filter((one) => one.element === only.id && one.why !== 'letters').map((one) => (
            <Note key={one.sentence} tone="warn">
              {one.sentence}
            </Note>
          ))}
          <KindParts desk={desk} element={only} onReplaceImage={props.onReplaceImage} />
          <PlacePart desk={desk} element={only} />
          <AlignPart desk={desk} chosen={chosen} />
        </div>
      )}
      {chosen.length > 1 && (
        <div className={style['one']}>
          <ManyPart desk={desk} chosen={chosen} />
          <TogetherStyle desk={desk} chosen={chosen} />
          <AlignPart desk={desk} chosen={chosen} />
        </div>
      )}
    </aside>
  )
}

/** Several texts written in one style. */
function TogetherStyle(props: { readonly desk: Desk; readonly chosen: readonly DesignElement[] }) {
  const t = useText()
  const { desk } = props
  const styles = new Set(props.chosen.flatMap((one) => (one.kind === 'text' ? [one.style] : [])))
  const [shared = ''] = styles
  if (styles.size === 0) return null
  return <StyleField desk={desk} label={t('designEditor.style')} value={styles.size === 1 ? shared : ''} onChange={(id) => desk.act({ kind: 'change', change: changeChosen((one) => (one.kind === 'text' ? { ...one, style: id, own: {} } : one)) })} />
}

function KindParts(props: { readonly desk: Desk; readonly element: DesignElement; readonly onReplaceImage: (id: string) => void }) {
  const { desk, element } = props
  switch (element.kind) {
    case 'text':
      return (
        <>
          <WordsPart desk={desk} element={element} />
          <LooksPart desk={desk} element={element} />
        </>
      )
    case 'image':
      return <ImagePart desk={desk} element={element} onReplace={() => props.onReplaceImage(element.id)} />
    case 'shape':
      return <ShapePart desk={desk} element={element} />
    case 'ornament':
      return <OrnamentPart desk={desk} element={element} />
    case 'qr':
      return <QrPart />
    case 'logos':
      return <LogosPart desk={desk} element={element} />
    case 'signatures':
      return <SignaturesPart desk={desk} element={element} />
    case 'table':
      return <TablePart desk={desk} element={element} />
  }
}
