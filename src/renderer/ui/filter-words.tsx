import { useText } from '../language.tsx'
import style from './filter-words.module.css'

export interface FilterWord<V extends string> {
  readonly value: V
  readonly word: string
  /** Undefined while it is not known. */
  readonly count?: number | undefined
}

/** Filters that are read as words with what they would show: "sin DNI · 12". One holds at a time. */
export function FilterWords<V extends string>(props: {
  readonly label?: string
  readonly words: readonly FilterWord<V>[]
  readonly value: V
  readonly onChange: (value: V) => void
}) {
  const t = useText()
  return (
    <div className={style['filters']} role="group" aria-label={props.label ?? t('frame.filters')}>
      {props.words.map(({ value, word, count }) => (
        <button key={value} type="button" aria-pressed={value === props.value} data-none={count === 0} onClick={() => props.onChange(value)}>
          {count === undefined ? word : t('frame.count', { word, n: count })}
        </button>
      ))}
    </div>
  )
}
