import { Select } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { useQuery } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { ResultSheet } from './use-result-sheet.ts'
import style from './result-sheets.module.css'

const NOBODY = 'nobody'

/** Rows of nobody known, each with why, and who it might be. What is left open stays out. */
export function UnmatchedRows(props: { readonly sheet: ResultSheet; readonly cohortId: string }) {
  const t = useText()
  const { sheet } = props
  const enrolled = useQuery('enrolments.list', { cohortId: props.cohortId, role: 'participant' })
  if (sheet.unmatched.length === 0) return <p>{t('datasheet.allMatched')}</p>
  const everybody = (enrolled.data ?? []).map((one) => ({ value: one.id, label: displayName(one) }))
  return (
    <>
      <p className={style['soft']}>{t('datasheet.unmatchedWhy')}</p>
      <table className={style['rows']}>
        <thead>
          <tr>
            <th scope="col">{t('datasheet.row')}</th>
            <th scope="col">{t('datasheet.writtenAs')}</th>
            <th scope="col">{t('datasheet.why')}</th>
            <th scope="col">{t('datasheet.isWho')}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.unmatched.map((one) => {
            const decided = sheet.draft?.people.get(one.row)
            const maybe = one.maybe.map(({ enrolmentId, name }) => ({ value: enrolmentId, label: name }))
            return (
              <tr key={one.row} data-decided={decided !== undefined}>
                <td className="tabular">{one.row}</td>
                <td>{one.written}</td>
                <td>{one.reason}</td>
                <td>
                  <Select
                    aria-label={t('datasheet.whoIs', { row: one.row, written: one.written })}
                    placeholder={t('datasheet.staysOut')}
                    searchable
                    clearable
                    nothingFoundMessage={t('frame.nothingFound')}
                    maxDropdownHeight={300}
                    value={decided === undefined ? null : (decided ?? NOBODY)}
                    data={[
                      { group: t('joining.likely'), items: [...maybe, { value: NOBODY, label: t('joining.nobody') }] },
                      { group: t('joining.group'), items: everybody.filter((other) => !maybe.some(({ value }) => value === other.value)) },
                    ]}
                    onChange={(value) =>
                      sheet.change((old) => ({
                        ...old,
                        people: value === null ? new Map([...old.people].filter(([row]) => row !== one.row)) : new Map(old.people).set(one.row, value === NOBODY ? null : value),
                      }))
                    }
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
