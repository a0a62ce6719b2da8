import { memo, useMemo } from 'react'
import type { DesignDocument, DesignElement, DisplayItem } from '../../../../shared/contract/designs.ts'
import { lagOf } from './lag.ts'
import './paper-faces.css'

/** Points in a millimetre. */
export const POINTS = 72 / 25.4

/** Addresses of images (`data:`) by their SHA-256. */
export type Images = ReadonlyMap<string, string>

/** A page as it was laid out, in points. */
export interface LaidPage {
  readonly width: number
  readonly height: number
  readonly items: readonly DisplayItem[]
}

/** What one element shows, or what belongs to the page itself. */
interface Group {
  readonly element: string
  readonly items: readonly DisplayItem[]
}

/** Neighbouring items of the same element together: what is moved while it is dragged. */
export function groupsOf(items: readonly DisplayItem[]): readonly Group[] {
  const groups: { element: string; items: DisplayItem[] }[] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last?.element === item.element) last.items.push(item)
    else groups.push({ element: item.element, items: [item] })
  }
  return groups
}

/**
 * The items of a page, to stand inside an `<svg>` that counts in points. `laid` are the elements as they were when the page
 * was laid out and `now` as they are: what was moved since is shown where it is, before the page is laid out again.
 */
export const PageItems = memo(function PageItems(props: {
  readonly items: readonly DisplayItem[]
  readonly images: Images
  readonly laid?: ReadonlyMap<string, DesignElement>
  readonly now?: ReadonlyMap<string, DesignElement>
}) {
  const { laid, now } = props
  const groups = useMemo(() => groupsOf(props.items), [props.items])
  return groups.map((group, at) => {
    const was = laid?.get(group.element)
    const is = now?.get(group.element)
    if (was !== undefined && now !== undefined && is === undefined) return null
    const lag = was === undefined || is === undefined || was === is ? undefined : lagOf(was, is)
    return (
      <g key={`${group.element}-${at}`} data-of={group.element} transform={lag}>
        <GroupItems items={group.items} images={props.images} />
      </g>
    )
  })
})

interface GroupProps {
  readonly items: readonly DisplayItem[]
  readonly images: Images
}

const GroupItems = memo(
  function GroupItems(props: GroupProps) {
    return props.items.map((item, at) => <Item key={at} item={item} images={props.images} />)
  },
  (was: GroupProps, is: GroupProps) => was.images === is.images && was.items.length === is.items.length && was.items.every((item, at) => item === is.items[at]),
)

/** Turned elements and mirrored artwork are drawn once per matrix. */
/** Turned or mirrored artwork is drawn once per matrix. */
function Item(props: { readonly item: DisplayItem; readonly images: Images }) {
  const { copies } = props.item
  if (copies === undefined) return <Stretch {...props} />
  return copies.map((matrix, at) => (
    <g key={at} transform={`matrix(${matrix.join(' ')})`}>
      <Stretch {...props} />
    </g>
  ))
}

function Stretch(props: { readonly item: DisplayItem; readonly images: Images }) {
  const { item } = props
  if (item.kind === 'path') return <path d={item.path} fill={item.fill ?? 'none'} stroke={item.stroke ?? 'none'} strokeWidth={item.strokeWidth} />
  if (item.kind === 'text') {
    return (
      <text x={item.x} y={item.y} fontFamily={`paper-${item.face}`} fontSize={item.size} fill={item.colour} style={{ letterSpacing: item.spacing, whiteSpace: 'pre' }} {...(item.width > 0 ? { textLength: item.width, lengthAdjust: 'spacing' } : {})}>
        {item.text}
      </text>
    )
  }
  const address = props.images.get(item.hash)
  if (address === undefined) return null
  const image = <image href={address} x={item.x} y={item.y} width={item.width} height={item.height} preserveAspectRatio="none" />
  const { clip } = item
  if (clip === null) return image
  return (
    <svg x={clip.x} y={clip.y} width={clip.width} height={clip.height} viewBox={`${clip.x} ${clip.y} ${clip.width} ${clip.height}`}>
      {image}
    </svg>
  )
}

/** A whole page as a picture. Its own colour is in its items. */
export function PageDrawing(props: { readonly page: LaidPage; readonly images: Images; readonly label: string; readonly className?: string | undefined }) {
  const { page } = props
  return (
    <svg viewBox={`0 0 ${page.width} ${page.height}`} role="img" aria-label={props.label} className={props.className}>
      <rect width={page.width} height={page.height} fill="#ffffff" />
      <PageItems items={page.items} images={props.images} />
    </svg>
  )
}

/**
 * The laid page of each page of the design: the first one where a list goes on over several. A laid page without anything
 * on it belongs to the page after the last.
 */
export function laidPages(document: DesignDocument, pages: readonly LaidPage[]): readonly (LaidPage | undefined)[] {
  const owner = new Map(document.pages.flatMap((page, at) => [[page.id, at] as const, ...page.elements.map((one) => [one.id, at] as const)]))
  const found: (LaidPage | undefined)[] = document.pages.map(() => undefined)
  let last = -1
  for (const page of pages) {
    const [first] = page.items
    last = (first === undefined ? undefined : owner.get(first.element)) ?? last + 1
    if (last < found.length) found[last] ??= page
  }
  return found
}

/**
 * New pages with the items of the old ones where they are the same: artwork of hundreds of thousands of letters is not drawn
 * anew because a text beside it moved.
 */
export function withKept<P extends LaidPage>(old: readonly P[], next: readonly P[]): P[] {
  const known = new Map<string, DisplayItem[]>()
  for (const item of old.flatMap((page) => page.items)) {
    const key = `${item.kind} ${item.element}`
    known.set(key, [...(known.get(key) ?? []), item])
  }
  return next.map((page) => ({ ...page, items: page.items.map((item) => known.get(`${item.kind} ${item.element}`)?.find((one) => isSame(one, item)) ?? item) }))
}

function isSame(a: DisplayItem, b: DisplayItem): boolean {
  // Lengths first: nearly all that differ do so there, and comparing long paths costs.
  if (a.kind === 'path' && b.kind === 'path' && a.path.length !== b.path.length) return false
  const left: Readonly<Record<string, unknown>> = a
  const right: Readonly<Record<string, unknown>> = b
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name] || (typeof left[name] === 'object' && JSON.stringify(left[name]) === JSON.stringify(right[name])))
}
