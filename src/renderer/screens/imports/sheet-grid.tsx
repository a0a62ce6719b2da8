import { Select } from '@mantine/core'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { ROSTER_FIELDS } from '../../../shared/domain/roster/fields.ts'
import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconCheck, IconPencil } from '../../ui/icons.ts'
import type { SheetSeen } from './draft.ts'
import { isLeftOut } from './draft.ts'
import { FIELD_GROUPS, fieldWord, sureness, WORDS } from './words.ts'
import style from '../../ui/sheet-grid.module.css'


/** The office's own sheet, with what each column is above it. */
export function SheetGrid(props: {
  readonly seen: SheetSeen
  readonly fields: readonly RosterField[]
  readonly isLeft: boolean
  /** How many of its rows are shown. */
  readonly rows: number
  readonly onField: (column: number, field: RosterField) => void
}) {
  const t = useText()
  const { seen, fields } = props
  const choices = FIELD_GROUPS.map(([group, members]) => ({ group: t(group), items: members.map((field) => ({ value: field, label: fieldWord(t, field) })) }))
  return (
    // A wide sheet scrolls by itself, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style['scroller']} role="region" tabIndex={0} aria-label={t('wizard.columnsOf', { sheet: seen.name })} data-left={props.isLeft}>
      <table className={style['sheet']} data-numbered>
        <thead>
          <tr className={style['fields']}>
            <td aria-hidden="true" />
            {seen.columns.map((column, at) => (
              <td key={column.column} data-left={isLeftOut(fields[at] ?? 'ignore')} data-unsure={isUnsure(column, fields[at])}>
                <Select
                  aria-label={t('wizard.columnIs', { column: column.label || column.letter })}
                  data={choices}
                  value={fields[at] ?? 'ignore'}
                  searchable
                  selectFirstOptionOnChange
                  nothingFoundMessage={t('frame.nothingFound')}
                  maxDropdownHeight={360}
                  comboboxProps={{ width: 260, position: 'bottom-start' }}
                  onChange={(value) => {
                    const field = ROSTER_FIELDS.find((one) => one === value)
                    if (field !== undefined) props.onField(at, field)
                  }}
                />
                <Why column={column} field={fields[at] ?? 'ignore'} />
              </td>
            ))}
          </tr>
          <tr className={style['letters']} aria-hidden="true">
            <th aria-hidden="true" />
            {seen.columns.map((column) => (
              <th key={column.column}>{column.letter}</th>
            ))}
          </tr>
          <tr className={style['labels']}>
            <th>{seen.headerRow ?? ''}</th>
            {seen.columns.map((column, at) => (
              <th key={column.column} scope="col" data-left={isLeftOut(fields[at] ?? 'ignore')}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.firstRows.slice(0, props.rows).map(({ row, cells }) => (
            <tr key={row}>
              <th>{row}</th>
              {seen.columns.map((column, at) => (
                <td key={column.column} data-left={isLeftOut(fields[at] ?? 'ignore')} title={cells[at]}>
                  {cells[at]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whether the proposal stands and is a guess. */
function isUnsure(column: SheetSeen['columns'][number], field: RosterField | undefined): boolean {
  return field === column.field && column.filled > 0 && field !== 'ignore' && sureness(column.confidence) === 'unsure'
}

/** How sure the proposal is, in a word, and why. */
function Why(props: { readonly column: SheetSeen['columns'][number]; readonly field: RosterField }) {
  const t = useText()
  const { column } = props
  if (props.field !== column.field) {
    return (
      <p className={style['why']}>
        <IconPencil size={13} aria-hidden /> {t('wizard.chosenByYou')}
      </p>
    )
  }
  if (column.filled === 0) return <p className={style['why']}>{t('imports.reason.empty')}</p>
  const how = sureness(column.confidence)
  return (
    <p className={style['why']} data-sure={how} title={column.reason}>
      {how === 'unsure' ? <IconAlertTriangle size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />} <b>{t(WORDS.sureness[how])}</b> {unlabelled(column.reason)}
    </p>
  )
}

/** The reason without the label that it quotes: that stands right below. */
function unlabelled(reason: string): string {
  return reason.replace(/,?\s*[«“][^»”]*[»”]\s*,?/u, '')
}
