import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { DragEvent, KeyboardEvent, PointerEvent as ReactPointerEvent, ReactNode } from 'react'
import { useText } from '../../../language.tsx'
import type { Desk } from './desk.ts'
import { chosenOf, pageOf } from './editing.ts'
import { pageName } from './names.ts'
import { DragMarks, Frames, GraspAreas } from './overlay.tsx'
import { PageItems } from './page-drawing.tsx'
import { useDrag } from './use-drag.ts'
import { byId } from './use-look.ts'
import type { Zoom } from './use-zoom.ts'
import style from './canvas.module.css'

/** The page being worked on, with what can be grasped on it. */
export function Canvas(props: { readonly desk: Desk; readonly zoom: Zoom; readonly scroller: React.RefObject<HTMLDivElement | null>; readonly onOpen: () => void; readonly onFiles: (files: readonly File[]) => void; readonly children?: ReactNode }) {
  const t = useText()
  const { desk, zoom, scroller } = props
  const { editing, act, readOnly } = desk
  const page = pageOf(editing)
  const sheet = useRef<HTMLDivElement>(null)
  const drag = useDrag({ editing, act, sheet, scale: zoom.scale, readOnly })
  const pan = usePan(scroller)
  const pressed = useRef(false)
  const latest = useRef({ drag, selected: editing.selected })
  latest.current = { drag, selected: editing.selected }
  const onPointer = useCallback((event: ReactPointerEvent, id: string) => latest.current.drag.onElement(event, id), [])
  const onHandle = useCallback<typeof drag.onHandle>((event, handle) => latest.current.drag.onHandle(event, handle), [])
  // Reached by the keyboard it is chosen; what the pointer presses is chosen by the press itself.
  const onFocus = useCallback((id: string) => !pressed.current && !latest.current.selected.includes(id) && act({ kind: 'select', ids: [id] }), [act])
  const chosen = useMemo(() => chosenOf(editing), [editing])
  const laidPage = desk.laidPages.get(page.id)
  const laid = useMemo(() => byId(desk.laid?.pages.find((one) => one.id === page.id)?.elements), [desk.laid, page.id])
  const now = useMemo(() => byId(page.elements), [page.elements])
  const onDrop = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    props.onFiles([...event.dataTransfer.files])
  }
  return (
    // What is pressed beside every element begins a choice; the keys of the elements come up to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={pageName(t, editing.document, page)}
      className={style['scroller']}
      ref={scroller}
      data-part="canvas"
      data-panning={pan.isReady}
      aria-busy={desk.busy}
      onPointerDownCapture={(event) => {
        pressed.current = true
        pan.onPointer(event)
      }}
      onPointerUpCapture={() => (pressed.current = false)}
      onPointerCancelCapture={() => (pressed.current = false)}
      onPointerDown={(event) => !isOnBar(event) && drag.onPage(event)}
      onKeyDown={(event) => openOnEnter(event, props.onOpen)}
      onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
      onDrop={onDrop}
    >
      <div className={style['room']}>
        <div className={style['sheet']} ref={sheet} style={{ width: page.width * zoom.scale, height: page.height * zoom.scale }}>
          <svg className={style['page']} viewBox={laidPage === undefined ? undefined : `0 0 ${laidPage.width} ${laidPage.height}`} preserveAspectRatio="none" role="img" aria-label={pageName(t, editing.document, page)}>
            {laidPage !== undefined && <PageItems items={laidPage.items} images={desk.images} laid={laid} now={now} />}
          </svg>
          <svg className={style['overlay']} viewBox={`0 0 ${page.width} ${page.height}`} role="listbox" aria-multiselectable="true" aria-label={t('designEditor.elementsOnPage', { n: page.elements.length })} tabIndex={page.elements.length === 0 ? 0 : -1} data-read={readOnly}>
            <GraspAreas elements={page.elements} selected={editing.selected} scale={zoom.scale} onPointer={onPointer} onFocus={onFocus} onOpen={props.onOpen} />
            <Frames chosen={chosen} scale={zoom.scale} canPull={!readOnly} onHandle={onHandle} />
            <DragMarks guides={drag.guides} marquee={drag.marquee} />
          </svg>
        </div>
      </div>
      {props.children}
    </div>
  )
}

/** The bars that scroll belong to the node too. */
function isOnBar(event: ReactPointerEvent<HTMLElement>): boolean {
  const { currentTarget: node } = event
  if (event.target !== node) return false
  const place = node.getBoundingClientRect()
  return event.clientX - place.left > node.clientWidth || event.clientY - place.top > node.clientHeight
}

function openOnEnter(event: KeyboardEvent, onOpen: () => void): void {
  if (event.key !== 'Enter' && event.key !== 'F2') return
  event.preventDefault()
  onOpen()
}

/** Moves the page under the window: with the middle button, or the first while the space bar is held. */
function usePan(scroller: React.RefObject<HTMLDivElement | null>): { readonly isReady: boolean; readonly onPointer: (event: ReactPointerEvent) => void } {
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== ' ') return
      const isHere = scroller.current?.contains(document.activeElement) === true
      if (event.type === 'keydown' && isHere) event.preventDefault()
      setReady(event.type === 'keydown' && isHere)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('keyup', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('keyup', onKey)
    }
  }, [scroller])
  const onPointer = (event: ReactPointerEvent): void => {
    const node = scroller.current
    if (node === null || !(event.button === 1 || (event.button === 0 && isReady))) return
    event.preventDefault()
    event.stopPropagation()
    const from = { x: event.clientX + node.scrollLeft, y: event.clientY + node.scrollTop }
    const onMove = (moved: PointerEvent): void => {
      node.scrollLeft = from.x - moved.clientX
      node.scrollTop = from.y - moved.clientY
    }
    const onUp = (): void => {
      window.removeEventListener('pointermove', onMove)
      window.removeEventListener('pointerup', onUp)
    }
    window.addEventListener('pointermove', onMove)
    window.addEventListener('pointerup', onUp)
  }
  return { isReady, onPointer }
}
