import { useText } from '../../language.tsx'
import type { SheetSeen } from './draft.ts'
import style from '../../ui/sheet-grid.module.css'

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
          {sheet.firstRows.slice(0, props.rows).map(({ row, cells }) => (
            <tr key={row}>
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
