import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { useText } from '../../../language.tsx'
import style from './editor.module.css'

/**
 * A figure with its unit. Enter or leaving the field changes it, the arrows by one step (Shift ten, Alt a tenth), Esc puts
 * it back. `value` null: several that differ.
 */
export function NumberField(props: {
  readonly label: string
  readonly value: number | null
  readonly unit: string
  readonly least: number
  readonly most: number
  readonly step?: number
  readonly disabled?: boolean
  readonly onChange: (value: number) => void
}) {
  const t = useText()
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  const shown = typed ?? (props.value === null ? '' : String(props.value))
  const fits = (value: number): boolean => value >= props.least && value <= props.most

  const commit = (): void => {
    if (typed === undefined) return
    const value = readNumber(typed)
    const isGood = value !== undefined && fits(value)
    setWrong(!isGood && typed.trim() !== '')
    if (isGood && value !== props.value) props.onChange(value)
    if (isGood || typed.trim() === '') setTyped(undefined)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault()
      setTyped(undefined)
      setWrong(false)
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const from = readNumber(shown) ?? 0
    const by = (props.step ?? 1) * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1) * (event.key === 'ArrowUp' ? 1 : -1)
    const next = Math.min(props.most, Math.max(props.least, Math.round((from + by) * 100) / 100))
    setTyped(undefined)
    setWrong(false)
    if (next !== props.value) props.onChange(next)
  }
  return (
    <TextInput
      label={props.label}
      value={shown}
      disabled={props.disabled ?? false}
      placeholder={props.value === null ? t('designEditor.differ') : ''}
      error={isWrong ? t('designEditor.between', { least: props.least, most: props.most }) : undefined}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: `tabular ${style['number']}` }}
      rightSection={<span className={style['unit']}>{props.unit}</span>}
      rightSectionPointerEvents="none"
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}

/** "12,5" and "12.5"; undefined for what is no figure. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.')
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(text)) return undefined
  return Math.round(Number(text) * 100) / 100
}
