import { useText } from '../../language.tsx'
import type { Reading } from './column-words.ts'
import style from './result-sheets.module.css'

/** So many are shown; the sheet itself tells the rest. */
const SHOWN = 300

/** Cells that cannot be read or are off the scale, each with why: they stay out, the rest of their row comes in. */
export function ProblemCells(props: { readonly reading: Reading }) {
  const t = useText()
  const { reading } = props
  const columns = new Map(reading.columns.map((one) => [one.column, one]))
  if (reading.problems.length === 0) return <p>{t('datasheet.noProblems')}</p>
  return (
    <>
      <p className={style['soft']}>{t('datasheet.problemsWhy')}</p>
      <table className={style['rows']}>
        <thead>
          <tr>
            <th scope="col">{t('datasheet.cell')}</th>
            <th scope="col">{t('datasheet.column')}</th>
            <th scope="col">{t('datasheet.writtenAs')}</th>
            <th scope="col">{t('datasheet.why')}</th>
          </tr>
        </thead>
        <tbody>
          {reading.problems.slice(0, SHOWN).map((one) => (
            <tr key={`${one.row} ${one.column}`}>
              <td className="tabular">{`${columns.get(one.column)?.letter ?? ''}${one.row}`}</td>
              <td>{columns.get(one.column)?.label}</td>
              <td>
                <code>{one.written}</code>
              </td>
              <td>{one.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {reading.problems.length > SHOWN && <p className={style['soft']}>{t('datasheet.moreProblems', { n: reading.problems.length - SHOWN })}</p>}
    </>
  )
}
