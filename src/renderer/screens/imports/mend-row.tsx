import { useEffect, useRef, useState } from 'react'
import { Button, TextInput } from '@mantine/core'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { useText } from '../../language.tsx'
import { fieldWord } from './words.ts'
import type { CauseRow } from './deciding.ts'
import style from './review.module.css'

interface Value {
  readonly field: RosterField
  readonly value: string
}

/** The row as the office wrote it, to be mended in place: Enter keeps, Esc leaves it as it was. Only what changed is told. */
export function MendRow(props: { readonly row: CauseRow; readonly onMend: (values: readonly Value[]) => void }) {
  const t = useText()
  const { row } = props
  const form = useRef<HTMLFormElement>(null)
  const isNew = !row.cells.some((cell) => cell.field === row.field)
  const cells = isNew ? [{ field: row.field, label: fieldWord(t, row.field), value: '' }, ...row.cells] : row.cells
  const [values, setValues] = useState<Readonly<Partial<Record<RosterField, string>>>>({})
  useEffect(() => form.current?.querySelector<HTMLInputElement>('[data-concerned] input')?.select(), [])
  const changed = cells.flatMap(({ field, value }): Value[] => (values[field] === undefined || values[field] === value ? [] : [{ field, value: values[field] }]))
  return (
    // Esc in any of its cells leaves the row as it was.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={style['mend']}
      onSubmit={(event) => {
        event.preventDefault()
        props.onMend(changed)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        props.onMend([])
      }}
    >
      {cells.map(({ field, label, value }) => (
        <div key={field} {...(field === row.field ? { 'data-concerned': true } : {})}>
          <TextInput size="sm" label={label || fieldWord(t, field)} value={values[field] ?? value} maxLength={500} autoComplete="off" onChange={(event) => setValues({ ...values, [field]: event.currentTarget.value })} />
        </div>
      ))}
      <div className={style['mendActs']}>
        <Button type="submit" disabled={changed.length === 0}>
          {t('wizard.keepMend')}
        </Button>
        <Button variant="subtle" onClick={() => props.onMend([])}>
          {t('frame.cancel')}
        </Button>
      </div>
    </form>
  )
}
