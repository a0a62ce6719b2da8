import { FrameList } from './frame-list.tsx'
import { FrameScreen } from './frame-screen.tsx'
import { IndicatorScreen } from './indicator-screen.tsx'
import { RowDoor } from './row-door.tsx'

/** The matrices, one of them as its table (`/<matrix>`), or one indicator of it (`/<matrix>/<indicator>/<part>`). */
export function IndicatorsScreen(props: { readonly path: readonly string[]; readonly params: Readonly<Record<string, string>> }) {
  const [frameId, second, third] = props.path
  if (frameId === undefined || frameId === 'nueva') return <FrameList isNew={frameId === 'nueva'} />
  if (frameId === 'fila' && second !== undefined) return <RowDoor rowId={second} />
  if (second === undefined || !isId(second)) return <FrameScreen key={frameId} frameId={frameId} part={second} params={props.params} />
  return <IndicatorScreen key={second} frameId={frameId} indicatorId={second} part={third} params={props.params} />
}

/** Parts of a matrix have words in the address, indicators have ids. */
const isId = (word: string): boolean => /^[0-9a-f]{8}-/.test(word)
