import { useText } from '../../language.tsx'
import type { FieldProps } from './field-state.tsx'
import { ReadField } from './read-field.tsx'
import { readTimeText } from './time-text.ts'

/** A time of day, `HH:MM` of 24 hours or '' for none yet: "9", "9.30" and "0930" are understood. */
export function TimeField(props: FieldProps<string>) {
  const t = useText()
  const read = (typed: string): string | undefined => (typed.trim() === '' && props.required !== true ? '' : readTimeText(typed))
  return <ReadField {...props} shown={props.value} read={read} wrong={t('frame.badTime')} placeholder={t('frame.timeShape')} isChosenOnFocus />
}
