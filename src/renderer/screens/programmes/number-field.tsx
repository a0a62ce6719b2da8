import { AppError } from '../../../shared/rpc/errors.ts'
import type { FieldProps } from '../../ui/fields/field-state.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'

/** A figure saved by itself. `read` gives undefined for what is no such figure: then `wrong` is said and nothing is saved. */
export function NumberField<V extends number | null>(props: {
  readonly label: string
  readonly value: V
  readonly maxLength: number
  readonly read: (typed: string) => V | undefined
  readonly wrong: string
  readonly onSave: NonNullable<FieldProps<V>['onSave']>
}) {
  const { read, wrong, onSave, value, ...rest } = props
  const save = (typed: string): Promise<unknown> => {
    const figure = read(typed)
    return figure === undefined ? Promise.reject(new AppError({ code: 'invalid', message: wrong })) : onSave(figure)
  }
  return <TextField {...rest} inputMode="decimal" value={value === null ? '' : String(value)} onSave={save} />
}
