import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import { failureOf } from '../../api.ts'
import { useText } from '../../language.tsx'
import { figureText, signedText } from './figure-text.ts'
import type { Figure } from './frame-rows.ts'
import style from './frame.module.css'

/** What makes a cell one of the table: where it is, and that it can be reached by the arrows. */
interface CellProps {
  readonly 'data-at'?: string
  readonly tabIndex: number
  readonly onFocus?: () => void
}

interface Names {
  readonly indicator: string
  readonly period: string
}

/**
 * A target: a figure typed on it replaces it, F2 or Enter mends it, Enter keeps it and goes down, Esc puts back what was
 * there, Supr takes it away. `onDone` is told by how many rows to go on; without it the keyboard stays here.
 */
export function TargetCell(props: { readonly names: Names; readonly unit?: string | null; readonly value: number | null; readonly cell: CellProps; readonly onSave: (value: number | null) => Promise<unknown>; readonly onDone?: (by: number) => void }) {
  const t = useText()
  const { value, onSave, onDone } = props
  const [typed, setTyped] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  // By how many rows the keyboard goes on, once the box is gone and the button stands in its place again.
  const leaving = useRef<number>(undefined)
  useEffect(() => {
    const by = leaving.current
    if (typed !== undefined || by === undefined) return
    leaving.current = undefined
    if (onDone === undefined) button.current?.focus()
    else onDone(by)
  }, [typed, onDone])
  const shown = value === null ? t('indicatorScreens.noTarget') : figureText(value, props.unit)

  const stop = (by: number): void => {
    leaving.current = by
    setTyped(undefined)
    setFailure(undefined)
  }
  const keep = async (text: string, by: number | undefined): Promise<void> => {
    const next = text.trim() === '' ? null : parseNumber(text)
    if (next === null && text.trim() !== '') return setFailure(t('indicatorScreens.badTarget'))
    try {
      if (next !== value) await onSave(next)
      if (by === undefined) setTyped(undefined)
      else stop(by)
    } catch (thrown) {
      setFailure(failureOf(thrown, t).message)
    }
  }
  const onTyping = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter') void keep(typed ?? '', 1)
    if (event.key !== 'Escape') return
    event.preventDefault()
    stop(0)
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'F2') setTyped(value === null ? '' : String(value))
    else if (event.key === 'Delete' || event.key === 'Backspace') void keep('', undefined)
    else if (/^[\d.,-]$/.test(event.key)) setTyped(event.key)
    else return
    event.preventDefault()
  }
  if (typed !== undefined) {
    return (
      <>
        <input
          className={style['typing']}
          // The person has just begun to type in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          aria-label={t('indicatorScreens.targetOf', props.names)}
          aria-invalid={failure !== undefined}
          title={failure}
          inputMode="decimal"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={onTyping}
          onBlur={() => failure === undefined && leaving.current === undefined && void keep(typed, undefined)}
        />
        {failure !== undefined && (
          <span role="alert" className={style['wrong']}>
            {failure}
          </span>
        )}
      </>
    )
  }
  return (
    <button ref={button} type="button" className={style['cell']} data-kind="target" data-none={value === null} {...props.cell} aria-label={t('indicatorScreens.targetCell', { ...props.names, value: shown })} onClick={() => setTyped(value === null ? '' : String(value))} onKeyDown={onKey}>
      {figureText(value, props.unit)}
    </button>
  )
}

/** What is real: it opens the list behind it, or where it is typed by hand, its panel. What came after the close stands under it. */
export function ActualCell(props: { readonly names: Names; readonly unit: string | null; readonly figure: Figure | undefined; readonly isTyped: boolean; readonly isOpen: boolean; readonly cell: CellProps; readonly onOpen: () => void }) {
  const t = useText()
  const { figure, names } = props
  const value = figure?.actual ?? null
  const late = figure?.adjustment ?? null
  const words = { ...names, value: figureText(value, props.unit) }
  return (
    <button type="button" className={style['cell']} data-kind="actual" data-none={value === null || value === 0} data-open={props.isOpen} {...props.cell} aria-label={props.isTyped ? t('indicatorScreens.typeCell', words) : t('indicatorScreens.actualCell', words)} onClick={props.onOpen}>
      {figure === undefined ? '' : figureText(value, props.unit)}
      {late !== null && late !== 0 && <small>{t('indicatorScreens.afterClose', { n: signedText(late) })}</small>}
    </button>
  )
}
