import { useState } from 'react'
import { Button } from '@mantine/core'
import type { DecisionBook, Decisions } from '../../../shared/domain/roster/decisions.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { readSex } from '../../../shared/domain/sex.ts'
import { useText } from '../../language.tsx'
import { IconCheck } from '../../ui/icons.ts'
import type { CauseRow, CauseSeen, Decide } from './deciding.ts'
import { acceptRow, edit, judge, judged, skip } from './deciding.ts'
import { MendRow } from './mend-row.tsx'
import { asksWhoIsWho } from './review-order.ts'
import { usePersonCells } from './person-cells.ts'
import { fieldWord } from './words.ts'
import style from './review.module.css'

/** Two who may be one, side by side, with what speaks for it. Decided once: it is remembered. */
export function SameOrNot(props: { readonly seen: CauseSeen; readonly row: CauseRow; readonly index: number; readonly book: DecisionBook; readonly decisions: Decisions; readonly decide: Decide; readonly manySheets: boolean }) {
  const t = useText()
  const { seen, row, decide, decisions } = props
  const [isMending, setMending] = useState(false)
  const same = judged(decisions, row)
  const where = (place: { readonly sheet: string; readonly row: number }): string => (props.manySheets ? t('wizard.sheetRow', place) : t('wizard.rowNumber', place).toLocaleLowerCase())
  const isSeen = props.book.accepts(seen.cause, row)
  const isQuestion = asksWhoIsWho(seen.cause)
  return (
    <div className={style['pair']} data-row={props.index} data-judged={same !== undefined || isSeen}>
      <Sides row={row} left={t('wizard.inTheFile', { where: where(row) })} right={row.person === null ? t('wizard.inTheFile', { where: row.other === null ? '' : where(row.other) }) : t('wizard.inTheOffice')} />
      {row.detail !== '' && <p className={style['signs']}>{row.detail}</p>}
      <div className={style['verdict']}>
        {isQuestion ? (
          <>
            <Button size="compact-md" aria-pressed={same === true} data-chosen={same === true} onClick={() => decide((old) => judge(old, row, true))}>
              {same === true && <IconCheck size={14} aria-hidden />} {t('wizard.same')}
            </Button>
            <Button size="compact-md" aria-pressed={same === false} data-chosen={same === false} onClick={() => decide((old) => judge(old, row, false))}>
              {same === false && <IconCheck size={14} aria-hidden />} {t('wizard.notSame')}
            </Button>
          </>
        ) : (
          seen.acceptLabel !== null && (
            <Button size="compact-md" aria-pressed={isSeen} data-chosen={isSeen} onClick={() => decide((old) => acceptRow(old, seen.cause, row, !isSeen, seen.rows))}>
              {isSeen && <IconCheck size={14} aria-hidden />} {seen.acceptLabel}
            </Button>
          )
        )}
        <Button size="compact-sm" variant="subtle" onClick={() => setMending(!isMending)}>
          {t('wizard.mend')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => decide((old) => skip(old, row, true))}>
          {t('wizard.leaveOut')}
        </Button>
      </div>
      {isMending && (
        <MendRow
          row={row}
          onMend={(values) => {
            setMending(false)
            if (values.length > 0) decide((old) => edit(old, row, values))
          }}
        />
      )}
    </div>
  )
}

/** What tells two persons apart, shown even where it agrees. */
const TELLING: readonly RosterField[] = ['documentNumber', 'birthDate']
const SAID_ABOVE: ReadonlySet<RosterField> = new Set<RosterField>(['fullName', 'surnames', 'firstSurname', 'secondSurname', 'givenNames', 'documentType'])

function has(cells: ReadonlyMap<RosterField, string>, field: RosterField): boolean {
  return (cells.get(field) ?? '') !== ''
}

function isSame(field: RosterField, left: string, right: string): boolean {
  if (searchKey(left) === searchKey(right)) return true
  // "Femenino", "F" and "Mujer" say the same.
  const sex = field === 'sex' ? readSex(left).sex : null
  return sex !== null && sex === readSex(right).sex
}

function Sides(props: { readonly row: CauseRow; readonly left: string; readonly right: string }) {
  const t = useText()
  const { row } = props
  const mine = new Map(row.cells.map((cell) => [cell.field, cell.value]))
  const known = usePersonCells(row.person?.id)
  const theirs = row.person === null ? new Map(row.otherCells.map((cell) => [cell.field, cell.value])) : known
  const both = [...new Set<RosterField>([...TELLING, ...mine.keys(), ...theirs.keys()])].filter((field) => !SAID_ABOVE.has(field) && has(mine, field) && has(theirs, field))
  const fields = both.filter((field) => TELLING.includes(field) || !isSame(field, mine.get(field) ?? '', theirs.get(field) ?? ''))
  const alone = TELLING.filter((field) => has(mine, field) !== has(theirs, field))
  return (
    <table className={style['sides']}>
      <thead>
        <tr>
          <td aria-hidden="true" />
          <th scope="col">
            {row.name}
            <small>{props.left}</small>
          </th>
          <th scope="col">
            {row.person?.name ?? row.other?.name}
            <small>
              {props.right}
              {row.person?.document == null ? '' : ` · ${row.person.document}`}
            </small>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...alone, ...fields].map((field) => {
          const [left, right] = [mine.get(field) ?? '', theirs.get(field) ?? '']
          return (
            <tr key={field} data-differs={left !== '' && right !== '' && !isSame(field, left, right)}>
              <th scope="row">{fieldWord(t, field)}</th>
              <td>{left || '—'}</td>
              <td>{right || '—'}</td>
            </tr>
          )
        })}
        {both.length > fields.length && (
          <tr data-same>
            <th aria-hidden="true" />
            <td colSpan={2}>{t('wizard.sameData', { n: both.length - fields.length })}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
