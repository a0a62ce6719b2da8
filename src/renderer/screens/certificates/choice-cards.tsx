import { useId } from 'react'
import type { ReactNode } from 'react'
import style from './choice-cards.module.css'

/** One of a few, all in sight, each with its sentence or its picture. The arrow keys move between them. */
export function ChoiceCards<V extends string>(props: {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly word: string; readonly about?: string; readonly picture?: ReactNode; readonly disabled?: boolean }[]
  readonly onChange: (value: V) => void
  /** Side by side instead of one below the other. */
  readonly across?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={style['choices']} data-across={props.across === true} data-snug={props.across === true && props.options.every((one) => one.picture === undefined)}>
      <legend>{props.label}</legend>
      <div>
        {props.options.map((option) => (
          <label key={option.value} data-picture={option.picture !== undefined} data-plain={option.about === undefined && option.picture === undefined}>
            <input type="radio" name={name} value={option.value} checked={option.value === props.value} disabled={option.disabled ?? false} onChange={() => props.onChange(option.value)} />
            {/* The word says it: a picture of a page would be read out letter by letter. */}
            {option.picture !== undefined && <div aria-hidden="true">{option.picture}</div>}
            <span>
              <b>{option.word}</b>
              {option.about !== undefined && <small>{option.about}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
