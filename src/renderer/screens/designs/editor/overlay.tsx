import { memo } from 'react'
import type { PointerEvent } from 'react'
import type { DesignElement } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import type { Box, Handle, Rect } from './geometry.ts'
import { boundsOfAll, HANDLES, middleOf } from './geometry.ts'
import { kindOf, nameOf } from './names.ts'
import type { Guide } from './snapping.ts'
import style from './canvas.module.css'

function turnOf(box: Box): string | undefined {
  const middle = middleOf(box)
  return box.turn === 0 ? undefined : `rotate(${box.turn} ${middle.x} ${middle.y})`
}

/** Where each element can be grasped, from the bottom to the top; by Tab in the same order. What is locked lets the pointer through. */
export const GraspAreas = memo(function GraspAreas(props: {
  readonly elements: readonly DesignElement[]
  readonly selected: readonly string[]
  /** Screen points to a millimetre. */
  readonly scale: number
  readonly onPointer: (event: PointerEvent, id: string) => void
  readonly onFocus: (id: string) => void
  readonly onOpen: () => void
}) {
  const t = useText()
  const chosen = new Set(props.selected)
  return props.elements.map((element) => (
    <g
      key={element.id}
      id={`grasp-${element.id}`}
      data-frame={element.id}
      data-locked={element.locked}
      role="option"
      tabIndex={0}
      aria-selected={chosen.has(element.id)}
      aria-label={labelOf(t, element)}
      className={style['grasp']}
      onPointerDown={(event) => !element.locked && props.onPointer(event, element.id)}
      onDoubleClick={props.onOpen}
      onFocus={() => props.onFocus(element.id)}
    >
      <Grasp element={element} scale={props.scale} />
    </g>
  ))
})

function labelOf(t: Parameters<typeof nameOf>[0], element: DesignElement): string {
  const name = nameOf(t, element)
  const kind = kindOf(t, element)
  const full = name === kind ? kind : `${kind}: ${name}`
  return element.locked ? t('designEditor.lockedNamed', { name: full }) : full
}

/** What is hollow is grasped by its edge, so that what stands inside can be reached. */
function Grasp(props: { readonly element: DesignElement; readonly scale: number }) {
  const { element, scale } = props
  const { x, y, width, height } = element
  const isHollow = (element.kind === 'ornament' && element.ornament.endsWith('Frame')) || (element.kind === 'shape' && element.fill === null && element.shape !== 'line')
  // A line is thinner than a finger.
  const least = 10 / scale
  const grown = { x: Math.max(0, (least - width) / 2), y: Math.max(0, (least - height) / 2) }
  if (isHollow) return <rect x={x} y={y} width={width} height={height} transform={turnOf(element)} className={style['edge']} strokeWidth={Math.max(least, element.kind === 'ornament' ? Math.min(width, height) * 0.08 : 0)} />
  return <rect x={x - grown.x} y={y - grown.y} width={width + grown.x * 2} height={height + grown.y * 2} transform={turnOf(element)} className={style['whole']} />
}

/** Frames of the chosen elements, and the handles of one alone. */
export const Frames = memo(function Frames(props: { readonly chosen: readonly DesignElement[]; readonly scale: number; readonly canPull: boolean; readonly onHandle: (event: PointerEvent, handle: Handle | 'turn') => void }) {
  const [only] = props.chosen
  const around = props.chosen.length > 1 ? boundsOfAll(props.chosen) : undefined
  return (
    <g aria-hidden="true">
      {props.chosen.map((one) => (
        <g key={one.id} data-frame={one.id}>
          <rect x={one.x} y={one.y} width={one.width} height={one.height} transform={turnOf(one)} className={style['frame']} data-locked={one.locked} />
        </g>
      ))}
      {around !== undefined && <rect {...around} className={style['around']} />}
      {props.chosen.length === 1 && only !== undefined && !only.locked && props.canPull && <Handles element={only} scale={props.scale} onHandle={props.onHandle} />}
    </g>
  )
})

function Handles(props: { readonly element: DesignElement; readonly scale: number; readonly onHandle: (event: PointerEvent, handle: Handle | 'turn') => void }) {
  const { element, scale } = props
  const side = 9 / scale
  const arm = 22 / scale
  const { x, y, width, height } = element
  const shown = HANDLES.filter((one) => hasRoom(one, width * scale, height * scale))
  return (
    <g data-frame={element.id}>
      <g transform={turnOf(element)}>
        <line x1={x + width / 2} y1={y} x2={x + width / 2} y2={y - arm} className={style['arm']} />
        <circle cx={x + width / 2} cy={y - arm} r={side * 0.6} className={style['handle']} data-turns="true" onPointerDown={(event) => props.onHandle(event, 'turn')} />
        {shown.map((one) => (
          <rect
            key={one.name}
            x={x + (width * (one.x + 1)) / 2 - side / 2}
            y={y + (height * (one.y + 1)) / 2 - side / 2}
            width={side}
            height={side}
            className={style['handle']}
            style={{ cursor: cursorOf(one, element.turn) }}
            onPointerDown={(event) => props.onHandle(event, one)}
          />
        ))}
      </g>
    </g>
  )
}

/** On a small element handles would cover it and one another: a flat one keeps its ends, a tiny one a corner. */
function hasRoom(handle: Handle, width: number, height: number): boolean {
  const isNarrow = width < 24
  const isFlat = height < 24
  if (isNarrow && isFlat) return handle.name === 'se'
  if (isFlat) return handle.y === 0
  if (isNarrow) return handle.x === 0
  return (handle.x !== 0 || width > 48) && (handle.y !== 0 || height > 48)
}

const CURSORS = ['ns-resize', 'nesw-resize', 'ew-resize', 'nwse-resize'] as const

/** The arrow that points the way the handle pulls, as it is seen when the element is turned. */
function cursorOf(handle: Handle, turn: number): string {
  const degrees = (Math.atan2(handle.x, -handle.y) * 180) / Math.PI + turn
  return CURSORS[((Math.round(degrees / 45) % 4) + 4) % 4] ?? 'move'
}

/** What an element holds on to while it is dragged, and the area that chooses. */
export function DragMarks(props: { readonly guides: readonly Guide[]; readonly marquee: Rect | undefined }) {
  return (
    <g aria-hidden="true">
      {props.guides.map((guide) => (
        <line
          key={`${guide.axis}${guide.at}`}
          className={style['guide']}
          {...(guide.axis === 'x' ? { x1: guide.at, x2: guide.at, y1: guide.from, y2: guide.to } : { y1: guide.at, y2: guide.at, x1: guide.from, x2: guide.to })}
        />
      ))}
      {props.marquee !== undefined && <rect {...props.marquee} className={style['marquee']} />}
    </g>
  )
}
