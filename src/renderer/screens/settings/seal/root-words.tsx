import { useId, useRef, useState } from 'react'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { TextInput } from '@mantine/core'
import { useText } from '../../../language.tsx'
import style from './seal.module.css'
import { WORD_COUNT, wordMeant, wordsLike, wordsOfText } from './spanish-words.ts'

export const NO_WORDS: readonly string[] = Array.from({ length: WORD_COUNT }, () => '')

/**
 * The 24 words of the sheet, typed one by one: four letters are enough, Enter or the space bar goes on. What is offered comes from
 * the public list, so that nothing is revealed. A whole text can be pasted.
 */
export function RootWords(props: { readonly words: readonly string[]; readonly onChange: (change: (words: readonly string[]) => readonly string[]) => void }) {
  const t = useText()
  const help = useId()
  const group = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const like = wordsLike(props.words[at] ?? '')
  // Changes of what stands by then: to leave a field for the next one changes it too.
  const put = (index: number, change: (word: string) => string): void => props.onChange((words) => words.map((old, each) => (each === index ? change(old) : old)))
  const move = (index: number): void => group.current?.querySelectorAll('input')[Math.min(index, WORD_COUNT - 1)]?.focus()
  const take = (index: number, word: string): void => {
    put(index, () => word)
    move(index + 1)
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const typed = props.words[index] ?? ''
    if (event.key === 'Backspace' && typed === '' && index > 0) {
      event.preventDefault()
      move(index - 1)
    }
    if ((event.key !== 'Enter' && event.key !== ' ') || event.ctrlKey) return
    event.preventDefault()
    const meant = wordMeant(typed) ?? (event.key === 'Enter' ? wordsLike(typed)[0] : undefined)
    if (meant !== undefined) take(index, meant)
  }
  const onPaste = (event: ClipboardEvent, index: number): void => {
    const pasted = wordsOfText(event.clipboardData.getData('text'))
    if (pasted.length < 2) return
    event.preventDefault()
    props.onChange((words) => words.map((old, each) => pasted[each - index] ?? old))
    move(index + pasted.length)
  }
  return (
    <div className={style['words']}>
      <div ref={group} role="group" aria-label={t('sealScreens.words')} aria-describedby={help} className={style['wordGrid']}>
        {props.words.map((word, index) => (
          <TextInput
            // Their order is what they are.
            key={index}
            aria-label={t('sealScreens.wordN', { n: index + 1 })}
            leftSection={<span className="tabular">{index + 1}</span>}
            value={word}
            autoComplete="off"
            spellCheck={false}
            maxLength={20}
            error={word !== '' && index !== at && wordMeant(word) === null}
            onFocus={() => setAt(index)}
            onBlur={() => put(index, (left) => wordMeant(left) ?? left)}
            onChange={(event) => {
              const { value } = event.currentTarget
              put(index, () => value)
            }}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPaste={(event) => onPaste(event, index)}
          />
        ))}
      </div>
      <p id={help} className={style['offered']} aria-live="polite">
        {like.length === 0 ? (
          t('sealScreens.wordsHow')
        ) : (
          <>
            {t('sealScreens.wordN', { n: at + 1 })}:
            {like.map((word) => (
              // The field keeps the cursor, so that typing goes on.
              <button key={word} type="button" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => take(at, word)}>
                {word}
              </button>
            ))}
          </>
        )}
      </p>
    </div>
  )
}

/** Whether all are there and of the list. */
export function areWhole(words: readonly string[]): boolean {
  return words.every((word) => wordMeant(word) !== null)
}
