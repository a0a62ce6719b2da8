import { useEffect, useRef } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { IconAlertTriangle, IconFrame, IconLine, IconLock, IconPhoto, IconQrcode, IconSignature, IconSquare, IconStack2, IconTable, IconTypography } from '../../../ui/icons.ts'
import { restack } from './changes.ts'
import type { Desk } from './desk.ts'
import { pageOf } from './editing.ts'
import { StackBar } from './many-part.tsx'
import { kindOf, nameOf } from './names.ts'
import style from './editor.module.css'

const ICONS = { text: IconTypography, image: IconPhoto, shape: IconSquare, ornament: IconFrame, qr: IconQrcode, logos: IconStack2, signatures: IconSignature, table: IconTable } as const

/** The elements of the page, the nearest to the eye first. The arrows choose, with Shift several; with Alt they bring nearer or further. */
export function LayersPanel(props: { readonly desk: Desk; readonly onOpen: () => void }) {
  const t = useText()
  const { desk } = props
  const list = useRef<HTMLDivElement>(null)
  const elements = pageOf(desk.editing).elements.toReversed()
  const { selected } = desk.editing
  const at = elements.findLastIndex((one) => one.id === selected.at(-1))
  const active = elements[at]?.id
  const warned = new Set(desk.look?.warnings.map((one) => one.element))
  useEffect(() => {
    if (active !== undefined) list.current?.querySelector(`[data-layer="${active}"]`)?.scrollIntoView?.({ block: 'nearest' })
  }, [active])
  const select = (ids: readonly string[]): void => desk.act({ kind: 'select', ids })
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault()
      props.onOpen()
    }
    if (by === 0 || event.ctrlKey) return
    event.preventDefault()
    if (event.altKey) {
      if (!desk.readOnly) desk.act({ kind: 'change', change: restack(by === 1 ? 'backward' : 'forward') })
      return
    }
    const next = elements[at < 0 ? 0 : Math.min(elements.length - 1, Math.max(0, at + by))]
    if (next !== undefined) select(event.shiftKey ? [...selected.filter((id) => id !== next.id), next.id] : [next.id])
  }
  const onRow = (event: MouseEvent, id: string): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) select(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id])
    else select([id])
  }
  return (
    <section className={style['part']} aria-label={t('designEditor.elements')} data-part="layers">
      <div className={style['partHead']}>
        <h2>{t('designEditor.elements')}</h2>
      </div>
      <StackBar desk={desk} />
      {elements.length === 0 && <p className={style['hint']}>{t('designEditor.noElements')}</p>}
      {/* Rows are pressed by the pointer; the keyboard stays on the list. */}
      <div
        ref={list}
        role="listbox"
        aria-multiselectable="true"
        aria-label={t('designEditor.elements')}
        aria-activedescendant={active === undefined ? undefined : `layer-${active}`}
        tabIndex={0}
        className={style['layers']}
        onKeyDown={onKeyDown}
      >
        {elements.map((element) => (
          <Layer key={element.id} element={element} isChosen={selected.includes(element.id)} isWarned={warned.has(element.id)} onPress={(event) => onRow(event, element.id)} onOpen={props.onOpen} />
        ))}
      </div>
    </section>
  )
}

function Layer(props: { readonly element: DesignElement; readonly isChosen: boolean; readonly isWarned: boolean; readonly onPress: (event: MouseEvent) => void; readonly onOpen: () => void }) {
  const t = useText()
  const { element } = props
  const Icon = element.kind === 'shape' && element.shape === 'line' ? IconLine : ICONS[element.kind]
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div id={`layer-${element.id}`} data-layer={element.id} role="option" tabIndex={-1} aria-selected={props.isChosen} className={style['layer']} title={kindOf(t, element)} onClick={props.onPress} onDoubleClick={props.onOpen}>
      <Icon size={16} aria-hidden />
      <span>{nameOf(t, element)}</span>
      {props.isWarned && <IconAlertTriangle size={15} aria-label={t('designEditor.hasWarning')} className={style['warned']} />}
      {element.locked && <IconLock size={15} aria-label={t('designEditor.locked')} />}
    </div>
  )
}
