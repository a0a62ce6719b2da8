import { Button } from '@mantine/core'
import { outcomeOf } from '../../../shared/domain/eligibility.ts'
import { useCommand, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { figure } from '../../ui/figure.ts'
import { IconCheck, IconCircleCheck, IconClock, IconX } from '../../ui/icons.ts'
import { Panel, Section } from '../../ui/panel.tsx'
import { cohortHref } from '../programmes/cohort-frame.tsx'
import { OutcomeWord } from './outcome-word.tsx'
import { SessionHours } from './session-hours.tsx'
import style from './results.module.css'

type Account = Gives<'eligibility.person'>
type Paper = Account['result']['papers'][number]

/** One person's whole account: the verdict with every reason, and behind it each session, each mark and the scanned sheets. */
export function ResultPanel(props: { readonly enrolmentId: string; readonly onClose: () => void; readonly onGrant?: () => void }) {
  const t = useText()
  const account = useQuery('eligibility.person', { enrolmentId: props.enrolmentId })
  const { data } = account
  return (
    <Panel
      title={data?.result.name ?? ''}
      subtitle={data === undefined ? undefined : <OutcomeWord outcome={outcomeOf(data.result)} />}
      width={460}
      onClose={props.onClose}
      actions={
        data !== undefined && (
          <>
            {props.onGrant !== undefined && data.result.papers.length > 0 && <Button onClick={props.onGrant}>{t('outcome.grant')}</Button>}
            <Button component="a" variant="subtle" href={href('people', [data.result.personId])}>
              {t('outcome.openPerson')}
            </Button>
          </>
        )
      }
    >
      <Failure error={account.error} onRetry={account.reload} />
      {data !== undefined && <Whole account={data} />}
    </Panel>
  )
}

function Whole(props: { readonly account: Account }) {
  const t = useText()
  const { account } = props
  const { result } = account
  return (
    <>
      <div className={style['papers']}>
        {result.papers.map((paper) => (
          <PaperReasons key={paper.paperKind} paper={paper} />
        ))}
      </div>
      <Proofs account={account} />
      {result.exceptions.length > 0 && <Exceptions exceptions={result.exceptions} />}
      <Section title={t('outcome.sessions')}>
        <SessionHours account={account} />
      </Section>
      <Section title={t('outcome.marks')}>
        <Marks account={account} />
      </Section>
      {account.requirements.length > 0 && (
        <Section title={t('outcome.requirements')}>
          <ul className={style['lines']}>
            {account.requirements.map((one) => (
              <li key={one.name}>
                <span>{one.name}</span>
                <span>{t('outcome.requirement', { met: one.met === null ? 'unknown' : one.met ? 'yes' : 'no' })}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const SIGNS = { earned: IconCircleCheck, notEarned: IconX, undecided: IconClock } as const

function PaperReasons(props: { readonly paper: Paper }) {
  const t = useText()
  const { paper } = props
  return (
    <section className={style['paper']}>
      <h3>
        {t('outcome.paper', { kind: paper.paperKind })} <small>{t('outcome.verdict', { verdict: paper.verdict })}</small>
      </h3>
      {paper.reasons.length === 0 && <p className={style['soft']}>{t('outcome.nothingAsked')}</p>}
      <ul className={style['reasons']}>
        {paper.reasons.map((reason) => {
          const Sign = reason.excepted ? IconCheck : SIGNS[reason.verdict]
          return (
            <li key={reason.sentence} data-verdict={reason.excepted ? 'earned' : reason.verdict}>
              <Sign size={16} aria-label={reason.excepted ? t('outcome.excepted') : t('outcome.reasonState', { verdict: reason.verdict })} />
              <span>
                {reason.sentence}
                {reason.excepted && <small>{t('outcome.excepted')}</small>}
                {reason.enough !== null && <small>{t('outcome.enough', { what: reason.enough })}</small>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The acta she stands in, and the papers given by it. */
function Proofs(props: { readonly account: Account }) {
  const t = useText()
  const { acta, certificates, result } = props.account
  if (acta === null && certificates.length === 0) return null
  return (
    <Section title={t('outcome.papers')}>
      <ul className={style['lines']}>
        {acta !== null && (
          <li>
            <a href={cohortHref(result.cohortId, 'resultados', ['acta', acta.id])}>{t('outcome.actaLink', { number: acta.number })}</a>
          </li>
        )}
        {certificates.map((one) => (
          <li key={one.id}>
            <a href={href('certificates', [one.id])}>{one.number}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Exceptions(props: { readonly exceptions: Account['result']['exceptions'] }) {
  const t = useText()
  const revoke = useCommand('eligibility.revoke', { said: t('outcome.revoked') })
  return (
    <Section title={t('outcome.exceptions')}>
      <ul className={style['lines']}>
        {props.exceptions.map((one) => (
          <li key={one.id}>
            <span>{t('outcome.exceptionLine', { paper: t('outcome.paper', { kind: one.paperKind }), rule: t('outcome.ruleName', { rule: one.rule }) })}</span>
            <Button variant="subtle" size="compact-sm" loading={revoke.running} onClick={() => void revoke.run({ id: one.id })}>
              {t('outcome.revoke')}
            </Button>
            <small>{[one.reason, t('outcome.grantedBy', { who: one.grantedBy, on: dateText(one.grantedOn) }), one.document].filter((part) => part !== null).join('. ')}</small>
          </li>
        ))}
      </ul>
      <Failure error={revoke.error} onClose={revoke.forget} />
    </Section>
  )
}

function Marks(props: { readonly account: Account }) {
  const t = useText()
  const { marks, result } = props.account
  if (marks.length === 0) return <p className={style['soft']}>{t('outcome.noMarks')}</p>
  return (
    <>
      <ul className={style['lines']}>
        {marks.map((one) => (
          <li key={one.item}>
            <span>{one.item}</span>
            <span className="tabular">{one.cell === '' ? t('outcome.noMark') : one.cell.replaceAll('|', ' → ')}</span>
          </li>
        ))}
      </ul>
      {result.entry !== null && result.exit !== null && (
        <p className={style['soft']}>{t('outcome.gain', { entry: figure(result.entry), exit: figure(result.exit), gain: `${(result.gain ?? 0) > 0 ? '+' : ''}${figure(result.gain)}` })}</p>
      )}
    </>
  )
}
