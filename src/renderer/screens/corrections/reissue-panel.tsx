import { useId } from 'react'
import { Button } from '@mantine/core'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { IconRepeat } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import type { Affected, Paper } from './correct-screen.tsx'
import style from './corrections.module.css'
import { ProcedureFields, useProcedure } from './procedure-fields.tsx'

/** As many different changes as are read before pressing the button. */
const MOST = 6

/** The act: these papers are issued again under their numbers. Before it, what changes, why, and what else carries the old words. */
export function ReissuePanel(props: { readonly papers: readonly Pick<Paper, 'id' | 'changes' | 'against'>[]; readonly told: Pick<Affected, 'actas' | 'reports'>; readonly onClose: () => void; readonly onDone: (done: Gives<'corrections.reissue'>) => void }) {
  const t = useText()
  const formId = useId()
  const procedure = useProcedure()
  const n = props.papers.filter((paper) => paper.against === null).length
  const job = useJob('corrections.reissue', { label: t('correctionScreens.reissuing', { n }), quiet: true })
  const send = async (): Promise<void> => {
    if (!procedure.isReady || procedure.day === null) return
    const done = await job.run({ certificateIds: props.papers.map((paper) => paper.id), reason: procedure.reason.trim(), decidedOn: procedure.day, resolution: procedure.resolution.trim() === '' ? null : procedure.resolution.trim() })
    if (done !== undefined) props.onDone(done)
  }
  return (
    <Panel
      width={460}
      title={t('correctionScreens.reissue', { n })}
      subtitle={t('correctionScreens.sameNumbers', { n })}
      onClose={props.onClose}
      actions={
        job.running ? (
          <ProgressBar label={t('correctionScreens.reissuing', { n })} progress={job.progress} startedAt={job.startedAt} onCancel={job.cancel} />
        ) : (
          <Button type="submit" form={formId} variant="filled" leftSection={<IconRepeat size={16} aria-hidden />} disabled={!procedure.isReady || n === 0}>
            {t('correctionScreens.reissue', { n })}
          </Button>
        )
      }
    >
      <Failure error={job.error} onClose={job.forget} />
      {n < props.papers.length && <Note tone="warn">{t('correctionScreens.someCannot', { n: props.papers.length - n, because: props.papers.find((paper) => paper.against !== null)?.against ?? '' })}</Note>}
      <form id={formId} className={style['form']} onSubmit={(event) => (event.preventDefault(), void send())}>
        <ProcedureFields procedure={procedure} example={t('correctionScreens.correctExample')} hint={t('correctionScreens.correctHint')} />
      </form>
      <Summary papers={props.papers} />
      <SealNote />
      <AlsoOld told={props.told} />
    </Panel>
  )
}

/** The same change in many papers is said once. */
function Summary(props: { readonly papers: readonly Pick<Paper, 'changes'>[] }) {
  const t = useText()
  const groups = [...Map.groupBy(props.papers.flatMap((paper) => paper.changes), ({ label, before, after }) => t('correctionScreens.change', { label, before: before === '' ? t('correctionScreens.nothing') : before, after: after === '' ? t('correctionScreens.nothing') : after }))]
  if (groups.length === 0) return null
  return (
    <Section title={t('correctionScreens.whatChanges')}>
      <ul className={style['summary']}>
        {groups.slice(0, MOST).map(([words, same]) => (
          <li key={words}>
            {words} {same.length > 1 && <small className="tabular">{t('correctionScreens.inPapers', { n: same.length })}</small>}
          </li>
        ))}
        {groups.length > MOST && <li className={style['soft']}>{t('correctionScreens.andMore', { n: groups.length - MOST })}</li>}
      </ul>
    </Section>
  )
}

/** A sealed paper that is replaced by one without a seal would be a step back: it is said before. */
function SealNote() {
  const t = useText()
  const seal = useQuery('seal.state', {}).data
  if (seal === undefined || seal.root === null || seal.state === 'ready' || seal.state === 'expiring') return null
  return (
    <Note tone="warn" actions={<a href={href('settings', ['sello'])}>{t('correctionScreens.openSeal')}</a>}>
      {t('correctionScreens.withoutSeal')}
    </Note>
  )
}

/** Records of results stand as they were closed: they are corrected by closing another. */
function AlsoOld(props: { readonly told: Pick<Affected, 'actas' | 'reports'> }) {
  const t = useText()
  const { actas, reports } = props.told
  if (actas.length === 0 && reports.length === 0) return null
  return (
    <Section title={t('correctionScreens.alsoOld')}>
      {actas.length > 0 && (
        <>
          <p className={style['soft']}>{t('correctionScreens.actasWhy')}</p>
          <ul className={style['summary']}>
            {actas.slice(0, 20).map((acta) => (
              <li key={acta.id}>
                <a href={href('programmes', ['grupo', acta.cohortId, 'resultados', 'acta'])}>{t('correctionScreens.actaOf', { number: acta.number, group: acta.cohortName })}</a>{' '}
                <small>{[...acta.people, ...acta.facts].slice(0, 2).map(({ before, after }) => t('correctionScreens.beforeAfter', { before: before === '' ? t('correctionScreens.nothing') : before, after: after === '' ? t('correctionScreens.nothing') : after })).join(' · ')}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      {reports.length > 0 && <p className={style['soft']}>{t('correctionScreens.reportsWhy', { groups: reports.map((report) => report.label).slice(0, 6) })}</p>}
    </Section>
  )
}
