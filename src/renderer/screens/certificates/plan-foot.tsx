import { Button } from '@mantine/core'
import { displayName } from '../../../shared/domain/names.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconAlertTriangle, IconCertificate } from '../../ui/icons.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { useJob } from '../../api.ts'
import { mendOf } from './mending.ts'
import type { Mend } from './mending.ts'
import { whyNotSign } from './use-issue.ts'
import type { DeskFacts, Issue } from './use-issue.ts'
import style from './issue.module.css'

/** What will happen, in words, what to look at before, and the act itself. */
export function PlanFoot(props: {
  readonly facts: DeskFacts
  readonly issue: Issue
  readonly editionName: string
  readonly editionHref: string
  readonly job: ReturnType<typeof useJob<'certificates.issue'>>
  readonly registerParams: Record<string, string>
  readonly onIssue: () => void
  readonly onMend: (act: Extract<Mend, { act: string }>['act']) => void
}) {
  const t = useText()
  const { facts, issue, job } = props
  const { plan, how } = issue
  const kind = how.paperKind
  const n = plan?.toIssue ?? 0
  const mayNot = how.signatoryIds.some((id) => facts.office.signatories.some((one) => one.id === id && whyNotSign(one, { day: how.issuedOn, kind }) !== null))
  const warnings = plan?.warnings ?? []
  const everyoneHas = facts.people.every((one) => issue.reasons.get(one.id)?.because === 'has')
  const waiting = facts.people.find((one) => issue.reasons.get(one.id)?.because === 'acta')
  return (
    <div className={style['foot']}>
      {warnings.length > 0 && !job.running && (
        <ul className={style['warnings']} aria-label={t('issuing.warnings', { n: warnings.length })}>
          {warnings.length > 3 && (
            <li>
              <strong>{t('issuing.warnings', { n: warnings.length })}</strong>
            </li>
          )}
          {warnings.map((warning) => (
            <Warning key={warning} warning={warning} mend={mendOf(warning, { office: facts.office, series: facts.series, how, editionName: props.editionName, editionHref: props.editionHref }, t)} onMend={props.onMend} />
          ))}
        </ul>
      )}
      <LeftOut facts={facts} issue={issue} />
      <Failure error={issue.error ?? job.error} onClose={job.error === undefined ? undefined : job.forget} />
      {job.running ? (
        <ProgressBar label={job.progress?.note === t('keptPapers.drawing') ? t('issuing.drawing', { n }) : t('issuing.giving')} progress={job.progress} startedAt={job.startedAt} onCancel={job.cancel} />
      ) : (
        <div className={style['act']}>
          <p aria-live="polite" className="tabular">
            {plan === undefined || n === 0 || plan.firstNumber === null || plan.lastNumber === null ? (
              <>
                <b>{everyoneHas ? t('issuing.allHave', { kind }) : waiting === undefined ? t('issuing.nobodyToIssue') : t('issuing.needsActa')}</b>
                {waiting !== undefined && <a href={href('programmes', ['grupo', waiting.cohortId, 'resultados', 'acta'])}>{t('issuing.seeActa')}</a>}
                {everyoneHas && <a href={href('certificates', [], props.registerParams)}>{t('issuing.seeRegister')}</a>}
              </>
            ) : (
              <>
                <span>
                  <b>{t('issuing.papers', { kind, n })}</b>
                  <small>{t('issuing.forGood')}</small>
                </span>
                <span>{t('issuing.fromTo', { first: plan.firstNumber, last: plan.lastNumber })}</span>
              </>
            )}
          </p>
          <Button variant="filled" leftSection={<IconCertificate size={17} aria-hidden />} disabled={n === 0 || issue.loading || mayNot || plan?.firstNumber === null} onClick={props.onIssue}>
            {n === 0 ? t('issuing.issueWord') : t('issuing.issue', { kind, n })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Warning(props: { readonly warning: string; readonly mend: Mend | undefined; readonly onMend: (act: Extract<Mend, { act: string }>['act']) => void }) {
  const { mend } = props
  return (
    <li>
      <IconAlertTriangle size={16} aria-hidden />
      <span>{props.warning}</span>
      {mend !== undefined && 'href' in mend && <a href={mend.href}>{mend.word}</a>}
      {mend !== undefined && 'act' in mend && (
        <button type="button" onClick={() => props.onMend(mend.act)}>
          {mend.word}
        </button>
      )}
    </li>
  )
}

/** Those who get none, each with the reason. */
function LeftOut(props: { readonly facts: DeskFacts; readonly issue: Issue }) {
  const t = useText()
  const { reasons } = props.issue
  const { only, people } = props.facts
  const out = people.filter((one) => reasons.has(one.id) && (only === undefined || only.has(one.id)))
  if (out.length === 0) return null
  return (
    <details className={style['leftOut']}>
      <summary>{t('issuing.leftOut', { n: out.length })}</summary>
      <ul>
        {out.map((one) => (
          <li key={one.id}>
            <span>{displayName(one)}</span>
            <span>{reasons.get(one.id)?.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
