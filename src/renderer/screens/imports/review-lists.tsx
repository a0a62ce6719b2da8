import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useText } from '../../language.tsx'
import type { Review } from './deciding.ts'
import { outcomeWord } from './words.ts'
import style from './review.module.css'

type RowOut = Review['rejected'][number]

/** The rows that stay out, with why; those left out by hand can be taken in again. */
export function RowsOut(props: {
  readonly rejected: readonly RowOut[]
  readonly skipped: readonly RowOut[]
  readonly isByHand: (row: RowOut) => boolean
  readonly onTakeIn: (row: RowOut) => void
}) {
  const t = useText()
  return (
    <>
      <OutList title={t('wizard.rejectedRows')} why={t('wizard.rejectedWhy')} rows={props.rejected} />
      <OutList
        title={t('wizard.skippedRows')}
        why={t('wizard.skippedWhy')}
        rows={props.skipped}
        act={(row) =>
          props.isByHand(row) && (
            <Button size="compact-sm" variant="subtle" onClick={() => props.onTakeIn(row)}>
              {t('wizard.takeIn')}
            </Button>
          )
        }
      />
    </>
  )
}

function OutList(props: { readonly title: string; readonly why: string; readonly rows: readonly RowOut[]; readonly act?: (row: RowOut) => ReactNode }) {
  const t = useText()
  const { rows } = props
  if (rows.length === 0) return null
  return (
    <Folded title={props.title} count={rows.length}>
      <p className={style['explanation']}>{props.why}</p>
      <table className={style['out']}>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.sheet}/${row.row}`}>
              <td className="tabular">{t('wizard.sheetRow', row)}</td>
              <td>{row.name}</td>
              <td>{row.reason}</td>
              {props.act !== undefined && <td>{props.act(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Folded>
  )
}

/** Some rows as they would enter. */
export function CleanRows(props: { readonly rows: Review['sample'] }) {
  const t = useText()
  if (props.rows.length === 0) return null
  return (
    <Folded title={t('wizard.sampleRows')}>
      <table className={style['out']}>
        <thead>
          <tr>
            {[t('wizard.row'), t('wizard.person'), t('wizard.document'), t('imports.field.organisation'), t('imports.field.post'), t('wizard.becomesWhat')].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={`${row.sheet}/${row.row}`}>
              <td className="tabular">{t('wizard.sheetRow', row)}</td>
              <td>{row.name}</td>
              <td className="tabular">{row.document}</td>
              <td>{row.organisation}</td>
              <td>{row.post}</td>
              <td>{outcomeWord(t, row.outcome)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Folded>
  )
}

function Folded(props: { readonly title: string; readonly count?: number; readonly children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <section className={style['section']}>
      <h2>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {props.title} {props.count !== undefined && <span className="tabular">{props.count.toLocaleString('es-PE')}</span>}
        </button>
      </h2>
      {isOpen && <div className={style['folded']}>{props.children}</div>}
    </section>
  )
}

/** What else comes into being: groups, organisations; and what does not enter. */
export function ReviewAside(props: { readonly answer: Review }) {
  const t = useText()
  const { organisations, columnsLeft } = props.answer
  // A new group that nobody goes to is not made.
  const groups = props.answer.groups.filter((one) => one.cohortId !== null || one.people > 0)
  const fresh = organisations.filter((one) => one.isNew)
  const known = organisations.length - fresh.length
  const left = [...new Map(columnsLeft.map((one) => [`${one.label}/${one.field}`, one])).values()].filter((one) => one.field !== 'rowNumber' && one.field !== 'timestamp')
  return (
    // What does not fit scrolls by itself, with the keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <aside className={style['aside']} tabIndex={0} aria-label={t('wizard.besides')}>
      {groups.length > 0 && (
        <section>
          <h2>{t('wizard.groups')}</h2>
          <ul>
            {groups.map((group) => (
              <li key={group.key}>
                <span>
                  {group.name} {group.cohortId === null && <small>{t('wizard.isNew')}</small>}
                </span>
                <b className="tabular">{group.people.toLocaleString('es-PE')}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {organisations.length > 0 && (
        <section>
          <h2>{t('wizard.organisations', { n: organisations.length })}</h2>
          <p>{t('wizard.organisationsNew', { fresh: fresh.length, known })}</p>
          <ul className={style['long']}>
            {organisations.map((one) => (
              <li key={one.name}>
                <span>
                  {one.name} {one.isNew && <small>{t('wizard.isNewShe')}</small>}
                </span>
                <b className="tabular">{one.people.toLocaleString('es-PE')}</b>
              </li>
            ))}
          </ul>
        </section>
      )}
      {left.length > 0 && (
        <section>
          <h2>{t('wizard.columnsLeft')}</h2>
          <dl>
            {left.map((one) => (
              <div key={`${one.label}/${one.field}`}>
                <dt>{one.label}</dt>
                <dd>{one.reason}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  )
}
