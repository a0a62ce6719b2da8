import { useText } from '../../language.tsx'
import type { SheetSeen } from './draft.ts'
import style from './sheet-grid.module.css'

/** The first rows of a sheet as they stand. Where the core gives none, what each column holds. */
export function rowsShown(sheet: SheetSeen, count: number): readonly { readonly row: number | null; readonly cells: readonly string[] }[] {
  if (sheet.firstRows !== undefined && sheet.firstRows.length > 0) return sheet.firstRows.slice(0, count)
  const deepest = Math.max(0, ...sheet.columns.map((column) => column.samples.length))
  return Array.from({ length: Math.min(count, deepest) }, (_, at) => ({ row: null, cells: sheet.columns.map((column) => column.samples[at] ?? '') }))
}

/** A piece of the sheet, to see that its letters and columns are right. */
export function FewRows(props: { readonly sheet: SheetSeen; readonly rows: number }) {
  const t = useText()
  const { sheet } = props
  return (
    // A wide sheet scrolls by itself, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style['scroller']} role="region" tabIndex={0} aria-label={t('wizard.sample')}>
      <table className={style['sheet']}>
        <thead>
          <tr className={style['labels']}>
            {sheet.columns.map((column) => (
              <th key={column.column} scope="col">
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsShown(sheet, props.rows).map(({ cells }, at) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              {sheet.columns.map((column, index) => (
                <td key={column.column}>{cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
