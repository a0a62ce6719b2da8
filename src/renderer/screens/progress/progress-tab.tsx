import { Button } from '@mantine/core'
import { hoursShown } from '../../../shared/domain/training-hours.ts'
import { useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { figure } from '../../ui/figure.ts'
import { Figures } from '../../ui/figures.tsx'
import { IconArrowRight, IconCircleCheck } from '../../ui/icons.ts'
import { Card, Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortTabProps } from '../programmes/cohort-frame.tsx'
import { nextHref } from './next-href.ts'
import style from './progress.module.css'

type Progress = Gives<'progress.cohort'>

/** A group at a glance: how it attends, who is at risk, which pages are missing, and what comes next. */
export function ProgressTab(props: CohortTabProps) {
  const frame = useCohortFrame(props.seen, 'resumen')
  const cohortId = props.seen.cohort.id
  const progress = useQuery('progress.cohort', { cohortId })
  const { data } = progress
  return (
    <Screen {...frame}>
      <Failure error={progress.error} onRetry={progress.reload} />
      {data !== undefined && (
        <>
          <Next cohortId={cohortId} progress={data} />
          <Sum cohortId={cohortId} progress={data} />
          <div className={style['columns']}>
            <Curve cohortId={cohortId} progress={data} />
            <div className={style['stack']}>
              <AtRisk cohortId={cohortId} progress={data} />
              <Missing cohortId={cohortId} progress={data} />
            </div>
          </div>
        </>
      )}
    </Screen>
  )
}

interface Part {
  readonly cohortId: string
  readonly progress: Progress
}

function Next({ cohortId, progress }: Part) {
  const t = useText()
  const { step, sentence } = progress.next
  const isDone = step === 'done'
  const Icon = isDone ? IconCircleCheck : IconArrowRight
  const to = nextHref(cohortId, step, progress.acta?.id)
  return (
    <section className={style['next']} data-done={isDone} aria-label={t('progress.next')}>
      <Icon size={20} aria-hidden />
      <p>{sentence}</p>
      {to !== null && (
        <Button component="a" variant={isDone ? 'default' : 'filled'} href={to}>
          {t('progress.go', { step })}
        </Button>
      )}
    </section>
  )
}

function Sum({ cohortId, progress }: Part) {
  const t = useText()
  const { acta } = progress
  return (
    <Figures
      label={t('progress.figures')}
      figures={[
        { label: t('progress.people'), value: progress.people, href: cohortHref(cohortId, 'personas') },
        { label: t('progress.sessionsHeld'), value: t('progress.ofSessions', { held: progress.sessionsHeld, of: progress.sessions }), href: cohortHref(cohortId, 'sesiones'), note: progress.sessionsHeld === 0 ? undefined : t('progress.untaken', { n: progress.sessionsHeld - progress.sessionsTaken }) },
        { label: t('progress.hours'), value: hoursShown(progress.plannedMinutes, progress.minutesPerHour) },
        { label: t('progress.share'), value: progress.share === null ? '–' : `${figure(progress.share)} %`, href: cohortHref(cohortId, 'asistencia') },
        {
          label: t('progress.acta'), value: acta === null ? t('progress.actaNone') : t('progress.actaClosed'), href: cohortHref(cohortId, 'resultados', acta === null ? ['acta'] : ['acta', acta.id]),
          note: acta === null ? undefined : acta.isStale ? t('progress.actaStale') : acta.number,
        },
      ]}
    />
  )
}

function Curve({ cohortId, progress }: Part) {
  const t = useText()
  const drawn = progress.curve.filter((point) => point.share !== null)
  return (
    <Card title={t('progress.curve')}>
      <p className={style['soft']}>{drawn.length === 0 ? t('progress.curveNone') : t('progress.curveWhy')}</p>
      {progress.curve.length > 0 && (
        <table className={style['curve']}>
          <thead>
            <tr>
              <th>{t('progress.day')}</th>
              <th>{t('progress.session')}</th>
              <th>{t('progress.present')}</th>
              <th>{t('progress.share')}</th>
            </tr>
          </thead>
          <tbody>
            {progress.curve.map((point) => (
              <tr key={point.sessionId}>
                <td>{dateText(point.day)}</td>
                <td>
                  <a href={cohortHref(cohortId, 'asistencia', [], { sesion: point.sessionId })} title={point.subject}>{point.subject}</a>
                </td>
                <td>{point.share === null ? '–' : t('progress.presentOf', { present: point.present, asked: point.asked })}</td>
                <td>
                  <span className={style['bar']}>
                    <i style={{ width: `${point.share ?? 0}%` }} />
                  </span>
                  <span>{point.share === null ? '–' : `${Math.round(point.share)} %`}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

const SHOWN = 12

function AtRisk({ cohortId, progress }: Part) {
  const t = useText()
  const { atRisk } = progress
  const unknown = progress.leastShare === null ? t('progress.atRiskNoRules') : progress.share === null ? t('progress.atRiskNotYet') : undefined
  return (
    <Card title={unknown === undefined ? t('progress.atRisk', { n: atRisk.length }) : t('progress.atRiskTitle')}>
      {atRisk.length === 0 && <p className={style['soft']}>{unknown ?? t('progress.atRiskNone')}</p>}
      <ul className={style['people']}>
        {atRisk.slice(0, SHOWN).map((one) => (
          <li key={one.enrolmentId}>
            <a href={cohortHref(cohortId, 'resultados', [], { persona: one.enrolmentId })}>{one.name}</a>
            <span data-lost={one.isLost}>{one.isLost ? t('progress.lost') : t('progress.stillCan')}</span>
            <small>{one.sentence}</small>
          </li>
        ))}
      </ul>
      {atRisk.length > SHOWN && <a href={cohortHref(cohortId, 'resultados')}>{t('progress.seeAll', { n: atRisk.length })}</a>}
    </Card>
  )
}

function Missing({ cohortId, progress }: Part) {
  const t = useText()
  return (
    <Card title={t('progress.missing')}>
      {progress.sheetsMissing.length === 0 && <p className={style['soft']}>{t('progress.missingNone')}</p>}
      <ul className={style['people']}>
        {progress.sheetsMissing.map((one) => (
          <li key={one.sheetId}>
            <a href={cohortHref(cohortId, 'sesiones', ['hojas'])}>{`${dateText(one.day)} · ${one.subject}`}</a>
            <span>{t('progress.pages', { pages: one.pages.join(', ') })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

