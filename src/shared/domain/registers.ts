import { dayParts } from './dates.ts'
import { searchKey } from './names.ts'

/** What a field of a register of results can hold. Money is in soles. */
export const registerFieldKinds = ['text', 'number', 'date', 'choice', 'yesno', 'money'] as const
export type RegisterFieldKind = (typeof registerFieldKinds)[number]

/** A field that an office gives its register. `options` are those of a choice. */
export interface RegisterField {
  readonly id: string
  readonly label: string
  readonly kind: RegisterFieldKind
  readonly options: readonly string[]
  readonly isRequired: boolean
}

/** Text, number, `YYYY-MM-DD`, one of the options, yes or no, integer cents of sol; null: left blank. */
export type RegisterValue = string | number | boolean | null

/** What keeps a value from standing in a field, or null. A blank one stands anywhere but where it is asked for. */
export function valueProblem(field: Pick<RegisterField, 'kind' | 'options' | 'isRequired'>, value: RegisterValue): 'blank' | 'wrong' | null {
  if (value === null) return field.isRequired ? 'blank' : null
  switch (field.kind) {
    case 'text':
      return typeof value === 'string' ? null : 'wrong'
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'wrong'
    case 'money':
      return typeof value === 'number' && Number.isSafeInteger(value) ? null : 'wrong'
    case 'date':
      return typeof value === 'string' && dayParts(value) !== null ? null : 'wrong'
    case 'choice':
      return typeof value === 'string' && field.options.includes(value) ? null : 'wrong'
    case 'yesno':
      return typeof value === 'boolean' ? null : 'wrong'
  }
}

/** Whether two rows are one: the same title, whatever its accents, on the same day. */
export function rowKey(row: { readonly title: string; readonly on: string }): string {
  return `${row.on} ${searchKey(row.title)}`
}
