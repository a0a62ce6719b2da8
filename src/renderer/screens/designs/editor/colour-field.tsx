import { useState } from 'react'
import { Popover, TextInput } from '@mantine/core'
import type { DesignDocument } from '../../../../shared/contract/designs.ts'
import { useText } from '../../../language.tsx'
import { useEscape } from '../../../ui/escape.ts'
import style from './editor.module.css'

export type Colour = `#${string}`

/** Colours that go well on paper: inks, reds, greens, blues, golds, washes. */
const HOUSE: readonly Colour[] = [
  '#000000', '#1b2436', '#4d5668', '#808080', '#c9bfab', '#ffffff',
  '#6b1512', '#a8251f', '#c2443b', '#e07a5f', '#f4d6c8', '#fbf1ea',
  '#0f4a48', '#1a6663', '#2c6a3a', '#6a994e', '#a9cbc6', '#e9f2e6',
  '#12284c', '#1f4e8c', '#4a7fb5', '#b0842f', '#d9b44a', '#f7f3ea',
]

/** Every colour that the design has, those used most often first. */
export function coloursOf(document: DesignDocument): readonly Colour[] {
  const counts = new Map<string, number>()
  for (const [colour] of JSON.stringify(document).matchAll(/#[0-9a-f]{6}(?=")/g)) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([colour]) => colour as Colour)
}

/** A colour: of the design, of the house, or typed. `none`: the word for no colour at all; without it there is always one. */
export function ColourField(props: { readonly label: string; readonly value: Colour | null; readonly document: DesignDocument; readonly none?: string; readonly disabled?: boolean; readonly onChange: (value: Colour | null) => void }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState<string>()
  const [isWrong, setWrong] = useState(false)
  useEscape(isOpen, () => setOpen(false))
  const commit = (): void => {
    if (typed === undefined) return
    const read = readColour(typed)
    const isNone = typed.trim() === '' && props.none !== undefined
    setWrong(read === undefined && !isNone)
    if (read === undefined && !isNone) return
    setTyped(undefined)
    props.onChange(read ?? null)
  }
  const choose = (colour: Colour | null): void => {
    setTyped(undefined)
    setWrong(false)
    setOpen(false)
    if (colour !== props.value) props.onChange(colour)
  }
  return (
    <div className={style['colour']}>
      <TextInput
        label={props.label}
        value={typed ?? props.value ?? ''}
        placeholder={props.none ?? ''}
        disabled={props.disabled ?? false}
        error={isWrong ? t('designEditor.badColour') : undefined}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'tabular' }}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        leftSection={
          <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start" withinPortal shadow="none" closeOnEscape={false}>
            <Popover.Target>
              <button type="button" className={style['swatch']} disabled={props.disabled} style={{ background: props.value ?? 'transparent' }} data-none={props.value === null} aria-label={t('designEditor.chooseColour', { what: props.label })} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} />
            </Popover.Target>
            <Popover.Dropdown className={style['palette'] ?? ''}>
              <Swatches title={t('designEditor.coloursHere')} colours={isOpen ? coloursOf(props.document).slice(0, 12) : []} value={props.value} onChoose={choose} />
              <Swatches title={t('designEditor.coloursHouse')} colours={HOUSE} value={props.value} onChoose={choose} />
              {props.none !== undefined && (
                <button type="button" className={style['noColour']} onClick={() => choose(null)}>
                  {props.none}
                </button>
              )}
            </Popover.Dropdown>
          </Popover>
        }
      />
    </div>
  )
}

function Swatches(props: { readonly title: string; readonly colours: readonly Colour[]; readonly value: Colour | null; readonly onChoose: (colour: Colour) => void }) {
  return (
    <div role="group" aria-label={props.title}>
      <span>{props.title}</span>
      <div className={style['swatches']}>
        {props.colours.map((colour) => (
          <button key={colour} type="button" className={style['swatch']} style={{ background: colour }} aria-label={colour} title={colour} aria-pressed={colour === props.value} onClick={() => props.onChoose(colour)} />
        ))}
      </div>
    </div>
  )
}

/** "#A8251F", "a8251f" and "#a21"; undefined for what is no colour. */
export function readColour(typed: string): Colour | undefined {
  const digits = typed.trim().toLowerCase().replace(/^#/, '')
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`
  return /^[0-9a-f]{3}$/.test(digits) ? `#${[...digits].map((digit) => digit + digit).join('')}` : undefined
}
