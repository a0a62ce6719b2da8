import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from '@mantine/core'
import type { DecisionBook } from '../../../shared/domain/roster/decisions.ts'
import { useText } from '../../language.tsx'
import { IconArrowRight, IconCheck } from '../../ui/icons.ts'
import type { CauseRow, CauseSeen, Decide } from './deciding.ts'
import { acceptRow, edit, skip } from './deciding.ts'
import { MendRow } from './mend-row.tsx'
import style from './review.module.css'

interface RowsProps {
  readonly seen: CauseSeen
  readonly rows: readonly CauseRow[]
  readonly book: DecisionBook
  readonly decide: Decide
  readonly manySheets: boolean
}

/** Before and after, row by row. Arrows move, Enter says yes, F2 mends, Supr leaves the row out. */
export function CauseRows(props: RowsProps) {
  const t = useText()
  const { seen, rows, manySheets } = props
  const [at, setAt] = useState(0)
  const [mending, setMending] = useState<string>()
  const hasActs = seen.severity !== 'tidied'
  const namesField = rows.some((row) => row.field !== rows[0]?.field)
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => keyed(event)
  return (
    // The rows are the stops of the keyboard; the grid only hears their keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/interactive-supports-focus
    <table role="grid" className={style['rows']} aria-label={seen.title} onKeyDown={onKeyDown}>
      <colgroup>
        <col className={style['wherePart']} />
        <col className={style['whoPart']} />
        <col />
        {hasActs && <col className={style['actsPart']} />}
      </colgroup>
      <thead className="unseen">
        <tr>
          {[t('wizard.row'), t('wizard.person'), t('wizard.beforeAfter'), t('wizard.acts')].map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const key = `${row.sheet}/${row.row}/${row.field}`
          return (
            <FoundRow
              key={key}
              {...props}
              row={row}
              index={index}
              isStop={index === Math.min(at, rows.length - 1)}
              isMending={mending === key}
              hasActs={hasActs}
              namesField={namesField}
              where={manySheets ? t('wizard.sheetRow', { sheet: row.sheet, row: row.row }) : t('wizard.rowNumber', { row: row.row })}
              onStop={() => setAt(index)}
              onMend={(open) => setMending(open ? key : undefined)}
            />
          )
        })}
      </tbody>
    </table>
  )
}

/** Moves among the rows, and does by key what the buttons of a row do. */
function keyed(event: KeyboardEvent<HTMLTableElement>): void {
  const row = event.target instanceof HTMLElement && event.target.matches('[data-row]') ? event.target : undefined
  if (row === undefined) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const index = rows.indexOf(row)
  const press = (act: string): void => row.querySelector<HTMLElement>(`[data-act="${act}"]`)?.click()
  switch (event.key) {
    case 'ArrowDown':
      rows[index + 1]?.focus()
      break
    case 'ArrowUp':
      rows[index - 1]?.focus()
      break
    case 'Enter':
    case ' ':
      if (event.ctrlKey) return
      press('accept')
      rows[index + 1]?.focus()
      break
    case 'F2':
      press('mend')
      break
    case 'Delete':
      press('skip')
      break
    default:
      return
  }
  event.preventDefault()
}

function FoundRow(
  props: RowsProps & {
    readonly row: CauseRow
    readonly index: number
    readonly isStop: boolean
    readonly isMending: boolean
    readonly hasActs: boolean
    /** Where all are of one field, the title says which. */
    readonly namesField: boolean
    readonly where: string
    readonly onStop: () => void
    readonly onMend: (open: boolean) => void
  },
) {
  const t = useText()
  const { row, seen, book, decide } = props
  const isAccepted = book.accepts(seen.cause, row)
  const isOut = book.skips(row)
  return (
    <>
      <tr
        data-row={props.index}
        tabIndex={props.hasActs ? (props.isStop ? 0 : -1) : undefined}
        data-accepted={isAccepted}
        data-out={isOut}
        onFocus={props.onStop}
      >
        <td className="tabular">{props.where}</td>
        <td>{row.name}</td>
        <td>
          <BeforeAfter row={row} namesField={props.namesField} isMend={book.editedFields(row)?.has(row.field) === true} />
        </td>
        {props.hasActs && (
          <td>
            <span className={style['acts']}>
              {seen.acceptLabel !== null && !isOut && (
                <Button data-act="accept" tabIndex={-1} size="compact-sm" variant={isAccepted ? 'subtle' : 'default'} onClick={() => decide((old) => acceptRow(old, seen.cause, row, !isAccepted, seen.rows))}>
                  {isAccepted ? <IconCheck size={14} aria-hidden /> : null}
                  {isAccepted ? t('wizard.acceptedOne') : seen.severity === 'proposed' ? t('wizard.accept') : seen.acceptLabel}
                </Button>
              )}
              {!isOut && (
                <Button data-act="mend" tabIndex={-1} size="compact-sm" variant="subtle" onClick={() => props.onMend(!props.isMending)}>
                  {t('wizard.mend')}
                </Button>
              )}
              <Button data-act="skip" tabIndex={-1} size="compact-sm" variant="subtle" onClick={() => decide((old) => skip(old, row, !isOut))}>
                {isOut ? t('wizard.takeIn') : t('wizard.leaveOut')}
              </Button>
            </span>
          </td>
        )}
      </tr>
      {props.isMending && (
        <tr className={style['mending']}>
          <td colSpan={4}>
            <MendRow
              row={row}
              onMend={(values) => {
                props.onMend(false)
                if (values.length > 0) decide((old) => edit(old, row, values))
              }}
            />
          </td>
        </tr>
      )}
    </>
  )
}

function BeforeAfter(props: { readonly row: CauseRow; readonly namesField: boolean; readonly isMend: boolean }) {
  const t = useText()
  const { row } = props
  return (
    <span className={style['change']}>
      {props.namesField && <small>{row.fieldLabel}</small>}
      <span>
        {row.before === '' ? <i>{t('wizard.blank')}</i> : <span data-before={row.after !== '' && row.after !== row.before}>{row.before}</span>}
        {row.after !== '' && row.after !== row.before && (
          <>
            <IconArrowRight size={14} aria-label={t('wizard.becomes')} />
            <b>{row.after}</b>
          </>
        )}
      </span>
      {props.isMend && <small>{t('wizard.mended')}</small>}
      {row.detail !== '' && <small>{row.detail}</small>}
      {row.other !== null && <small>{t('imports.otherRow', row.other)}</small>}
    </span>
  )
}
