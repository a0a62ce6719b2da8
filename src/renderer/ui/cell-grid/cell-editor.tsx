import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import style from './cell-grid.module.css'
import type { Read } from './cells.ts'

/** Where the cursor goes once a cell is typed. */
export type Leaving = 'down' | 'up' | 'right' | 'left' | 'stay'

/** The field inside a cell. Enter, Tab and, where typing began it, the arrows up and down keep it; Esc leaves the cell as it was. */
export function CellEditor(props: {
  readonly label: string
  readonly text: string
  /** Begun by typing on the cell: the arrows then belong to the grid. */
  readonly isNew: boolean
  /** In the lower half of the grid: what is wrong is said above the cell. */
  readonly isLow: boolean
  readonly read: (text: string) => Read
  readonly onKeep: (value: string, leaving: Leaving) => void
  readonly onLeave: () => void
}) {
  const [text, setText] = useState(props.text)
  const [wrong, setWrong] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  // Set once the cell is kept or left, so that the blur that follows does not keep it again.
  const isDone = useRef(false)
  useEffect(() => {
    const input = field.current
    input?.focus({ preventScroll: true })
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  const keep = (leaving: Leaving): void => {
    if (isDone.current) return
    const read = props.read(text)
    if (read.kind === 'unreadable') return setWrong(read.why)
    isDone.current = true
    props.onKeep(read.value, leaving)
  }
  const leave = (): void => {
    isDone.current = true
    props.onLeave()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const leaving = leavingOf(event, props.isNew)
    if (event.key === 'Escape') {
      event.preventDefault()
      leave()
    } else if (leaving !== undefined) {
      event.preventDefault()
      keep(leaving)
    }
    event.stopPropagation()
  }
  return (
    <>
      <input
        ref={field}
        className={style['field']}
        aria-label={props.label}
        aria-invalid={wrong !== undefined}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => (setText(event.currentTarget.value), setWrong(undefined))}
        onKeyDown={onKeyDown}
        onBlur={() => (props.read(text).kind === 'value' ? keep('stay') : isDone.current || leave())}
      />
      {wrong !== undefined && (
        <span role="alert" className={style['wrong']} data-low={props.isLow}>
          {wrong}
        </span>
      )}
    </>
  )
}

function leavingOf(event: KeyboardEvent, isNew: boolean): Leaving | undefined {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down'
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right'
  if (isNew && event.key === 'ArrowDown') return 'down'
  if (isNew && event.key === 'ArrowUp') return 'up'
  return undefined
}
