import { useState } from 'react'
import { Button, Select } from '@mantine/core'
import { useText } from '../../language.tsx'
import { IconAlertTriangle, IconCheck, IconMinus, IconPencil } from '../../ui/icons.ts'
import grid from '../../ui/sheet-grid.module.css'
import { columnChoices, columnOf, keyOf } from './column-words.ts'
import type { Reading } from './column-words.ts'
import type { ResultSheet } from './use-result-sheet.ts'
import style from './result-sheets.module.css'

/** The office's own sheet, with what each column is above it. */
export function ColumnGrid(props: { readonly sheet: ResultSheet; readonly reading: Reading }) {
  const t = useText()
  const { sheet, reading } = props
  const choices = columnChoices(reading, t).map(({ group, items }) => ({ group, items: [...items] }))
  const [showsLeft, setShowsLeft] = useState(false)
  const left = reading.columns.filter((column) => column.as.kind === 'ignore')
  // What was set aside by hand stays in sight, to be taken back.
  const columns = showsLeft || left.length === reading.columns.length ? reading.columns : reading.columns.filter((column) => column.as.kind !== 'ignore' || sheet.draft?.columns.has(column.column) === true)
  const rows = Math.max(0, ...columns.map((column) => column.samples.length))
  return (
    <>
      <p className={style['soft']}>
        <strong>{t('datasheet.columnsUsed', { n: reading.columns.length - left.length, of: reading.columns.length })}</strong> {t('datasheet.columnsWhy')}
      </p>
      {/* A wide sheet scrolls by itself, with the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={grid['scroller']} role="region" tabIndex={0} aria-label={t('datasheet.columnsOf', { sheet: reading.sheet })}>
        <table className={grid['sheet']}>
          <thead>
            <tr className={style['fields']}>
              {columns.map((column) => (
                <td key={column.column} data-left={column.as.kind === 'ignore'}>
                  <Select
                    aria-label={t('datasheet.columnIs', { column: column.label || column.letter })}
                    data={choices}
                    value={keyOf(column.as)}
                    searchable
                    selectFirstOptionOnChange
                    nothingFoundMessage={t('frame.nothingFound')}
                    maxDropdownHeight={360}
                    comboboxProps={{ width: 330, position: 'bottom-start' }}
                    onChange={(key) => {
                      const as = key === null ? undefined : columnOf(key)
                      if (as !== undefined) sheet.change((old) => ({ ...old, columns: new Map(old.columns).set(column.column, as) }))
                    }}
                  />
                  <p className={grid['why']} title={column.why}>
                    {sheet.draft?.columns.has(column.column) === true ? <IconPencil size={13} aria-hidden /> : column.as.kind === 'ignore' ? <IconMinus size={13} aria-hidden /> : <IconCheck size={13} aria-hidden />} {column.why}
                  </p>
                  {column.problems > 0 && (
                    <p className={grid['why']} data-sure="unsure">
                      <IconAlertTriangle size={13} aria-hidden /> <b>{t('datasheet.columnProblems', { n: column.problems })}</b>
                    </p>
                  )}
                </td>
              ))}
            </tr>
            <tr className={grid['letters']} aria-hidden="true">
              {columns.map((column) => (
                <th key={column.column}>{column.letter}</th>
              ))}
            </tr>
            <tr className={grid['labels']}>
              {columns.map((column) => (
                <th key={column.column} scope="col" data-left={column.as.kind === 'ignore'}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_row, at) => (
              <tr key={at}>
                {columns.map((column) => (
                  <td key={column.column} data-left={column.as.kind === 'ignore'} title={column.samples[at]}>
                    {column.samples[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {left.length > 0 && left.length < reading.columns.length && (
        <p className={style['soft']}>
          {t('datasheet.left', { labels: left.map((column) => `«${column.label || column.letter}»`).join(', ') })}{' '}
          <Button variant="subtle" size="compact-sm" aria-expanded={showsLeft} onClick={() => setShowsLeft(!showsLeft)}>
            {t(showsLeft ? 'datasheet.hideLeft' : 'datasheet.showLeft')}
          </Button>
        </p>
      )}
    </>
  )
}
