import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { guessNameOrder, splitFullName } from '../../../shared/domain/name-parts.ts'
import { useCommand, useQuery } from '../../api.ts'
import { useLanguage } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { NewPerson } from '../people/new-person.tsx'
import { PersonField } from '../pickers/person-field.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { sessionWord } from './session-words.ts'
import { knownPeople, unknownPeople } from './unknown-people.ts'
import type { Unknown, WalkIn } from './unknown-people.ts'
import style from './walk-ins.module.css'

/** People who signed or joined and are not in the list: who they may be, and the ways to say it. */
export function WalkInsScreen(props: Pick<CohortTabProps, 'seen'>) {
  const { t } = useLanguage()
  const cohortId = props.seen.cohort.id
  const frame = useCohortFrame(props.seen, 'asistencia')
  const walkIns = useQuery('walkIns.list', { cohortId })
  const [making, setMaking] = useState<Unknown>()
  const identify = useIdentify()
  const unknown = useMemo(() => unknownPeople(walkIns.data ?? []), [walkIns.data])
  const known = useMemo(() => knownPeople(walkIns.data ?? []), [walkIns.data])
  return (
    <Screen
      {...frame}
      actions={
        <Button component="a" href={cohortHref(cohortId, 'asistencia')}>
          {t('attending.toGrid')}
        </Button>
      }
      panel={
        making !== undefined && (
          <NewPerson
            key={making.key}
            begin={beginOf(making)}
            onClose={() => setMaking(undefined)}
            onMade={(id) => {
              void identify.run(making, id)
              setMaking(undefined)
            }}
          />
        )
      }
    >
      <Failure error={walkIns.error} onRetry={walkIns.reload} />
      <Failure error={identify.error} onClose={identify.forget} />
      {walkIns.data !== undefined && unknown.length === 0 && (
        <EmptyState drawing="people" title={t('attending.nobodyUnknown')}>
          {t('attending.nobodyUnknownWhy', { known: known.length })}
        </EmptyState>
      )}
      {unknown.length > 0 && <p className={style['why']}>{t('attending.unknownWhy')}</p>}
      {unknown.map((one) => (
        <UnknownCard key={one.key} unknown={one} isBusy={identify.running} onIdentify={(personId) => void identify.run(one, personId)} onNew={() => setMaking(one)} />
      ))}
      {known.length > 0 && <KnownCard known={known} />}
    </Screen>
  )
}

function useIdentify() {
  const { t } = useLanguage()
  const command = useCommand('walkIns.identify', { said: t('attending.identified') })
  // The core writes the same name's other sessions too; what was written otherwise is said once for each.
  const run = async (unknown: Unknown, personId: string): Promise<void> => {
    await command.run({ id: unknown.walkIns[0].id, personId, others: unknown.walkIns.length > 1 })
  }
  return { run, running: command.running, error: command.error, forget: command.forget }
}

function UnknownCard(props: { readonly unknown: Unknown; readonly isBusy: boolean; readonly onIdentify: (personId: string) => void; readonly onNew: () => void }) {
  const { t } = useLanguage()
  const { unknown, isBusy } = props
  const remove = useCommand('walkIns.remove', { quiet: true })
  const leave = async (): Promise<void> => {
    for (const one of unknown.walkIns) if ((await remove.run({ id: one.id })) === undefined) return
  }
  return (
    <Card>
      <section className={style['unknown']} aria-label={unknown.name}>
        <div className={style['who']}>
          <h2>{unknown.name}</h2>
          <p>{[unknown.document, unknown.organisation].filter((word) => word !== null).join(' · ')}</p>
          <ul>
            {unknown.walkIns.map((one) => (
              <li key={one.id}>
                <Where walkIn={one} />
              </li>
            ))}
          </ul>
        </div>
        <div className={style['maybe']}>
          <h3>{unknown.maybe.length === 0 ? t('attending.nobodyLike') : t('attending.mayBe')}</h3>
          {unknown.maybe.length > 0 && (
            <ul>
              {unknown.maybe.map((one) => (
                <li key={one.personId}>
                  <span>
                    <strong>{one.name}</strong> <small className="tabular">{one.documentNumber}</small>
                    <small className={style['reason']}>{one.reason}</small>
                  </span>
                  <Button size="compact-sm" disabled={isBusy} onClick={() => props.onIdentify(one.personId)}>
                    {t('attending.isThis', { n: unknown.walkIns.length })}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          <div className={style['other']}>
            <PersonField label={t('attending.otherPerson')} value={null} onChange={(found) => found !== null && props.onIdentify(found.id)} disabled={isBusy} />
            <Button disabled={isBusy} onClick={props.onNew}>
              {t('attending.newPerson')}
            </Button>
            <Button variant="subtle" disabled={isBusy || remove.running} title={t('attending.leaveOutWhy')} onClick={() => void leave()}>
              {t('attending.leaveOut')}
            </Button>
          </div>
          <Failure error={remove.error} onClose={remove.forget} />
        </div>
      </section>
    </Card>
  )
}

/** Who was identified already: quietly, each with the way back. */
function KnownCard(props: { readonly known: readonly (readonly [WalkIn, ...WalkIn[]])[] }) {
  const { t } = useLanguage()
  const { known } = props
  const release = useCommand('walkIns.release', { said: t('attending.released') })
  return (
    <Card title={t('attending.knownPeople', { n: known.length })}>
      <Failure error={release.error} onClose={release.forget} />
      <ul className={style['known']}>
        {known.map(([first, ...rest]) => {
          const words = t('attending.writtenAs', { written: first.writtenName, name: first.personName ?? '' })
          return (
            <li key={first.id}>
              <span>
                <span>{words}</span>
                {[first, ...rest].map((one) => (
                  <Where key={one.id} walkIn={one} />
                ))}
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={t('attending.releaseOf', { words })} title={t('attending.releaseWhy')} disabled={release.running} onClick={() => void release.run({ id: first.id, others: rest.length > 0 })}>
                {t('attending.release')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function Where(props: { readonly walkIn: Unknown['walkIns'][number] }) {
  const { t, language } = useLanguage()
  const { walkIn } = props
  const from = walkIn.page !== null && walkIn.row !== null ? t('attending.onPaper', { page: walkIn.page, row: walkIn.row }) : walkIn.source === 'meeting' ? t('attending.inMeeting') : ''
  const session = sessionWord({ day: walkIn.day, startsAt: '', subject: walkIn.sessionSubject }, language)
  return <small className={style['where']}>{[session, from, walkIn.minutes === null ? '' : t('attending.minutes', { n: walkIn.minutes })].filter((word) => word !== '').join(' · ')}</small>
}

/** What was written of her, as the first fields of her record. */
function beginOf(unknown: Unknown) {
  // Whoever writes her own name, on paper or in a meeting, mostly begins with the given one.
  const order = guessNameOrder([unknown.name]).order ?? 'given-first'
  const { firstSurname, secondSurname, givenNames } = splitFullName(unknown.name, order)
  const document = unknown.document ?? ''
  return { firstSurname, secondSurname: secondSurname ?? '', givenNames, documentNumber: document, documentType: document === '' ? ('00' as const) : ('01' as const) }
}
