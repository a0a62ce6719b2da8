import { useState } from 'react'
import { Button } from '@mantine/core'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { Note } from '../../ui/note.tsx'
import { Row } from '../../ui/panel.tsx'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { OutcomeTabs } from '../outcomes/outcomes-frame.tsx'
import { DefinitionCard } from './definition-card.tsx'
import { SectionPanel } from './section-panel.tsx'
import { SectionsCard } from './sections-card.tsx'
import style from './funder-reports.module.css'

type Report = Gives<'funderReports.get'>

/** One definition: its sections in their order, the days it tells of, what to look at, how it looks, and what was issued. */
export function ReportPage({ id }: { readonly id: string }) {
  const t = useText()
  const report = useQuery('funderReports.get', { id })
  const [open, setOpen] = useState<string | null>(null)
  const section = report.data?.sections.find((one) => one.id === open)
  return (
    <Screen
      title={report.data?.name ?? t('outcomes.tabReports')}
      crumbs={[{ word: t('outcomes.tabReports'), href: '#/resultados/informes' }, { word: report.data?.name ?? '' }]}
      tabs={<OutcomeTabs at="informes" />}
      panel={report.data !== undefined && section !== undefined ? <SectionPanel key={section.id} report={report.data} section={section} onClose={() => setOpen(null)} /> : undefined}
    >
      <Failure error={report.error} onRetry={report.reload} />
      {report.data !== undefined && <Body report={report.data} open={open} onOpen={setOpen} />}
    </Screen>
  )
}

function Body({ report, open, onOpen }: { readonly report: Report; readonly open: string | null; readonly onOpen: (id: string) => void }) {
  return (
    <div className={style['columns']}>
      <div className={style['column']}>
        <SectionsCard report={report} open={open} onOpen={onOpen} />
        <DefinitionCard report={report} />
        <Issued report={report} />
      </div>
      <Outgoing report={report} />
    </div>
  )
}

/** Which days, what to look at, a look at the paper, and the act of issuing. */
function Outgoing({ report }: { readonly report: Report }) {
  const t = useText()
  const frame = useQuery('frames.get', { id: report.frameId })
  const [periodId, setPeriodId] = useState<string | null | undefined>(undefined)
  const [days, setDays] = useState<{ from: string | null; until: string | null }>({ from: null, until: null })
  const periods = frame.data?.periods ?? []
  const chosen = periodId === undefined ? (periods.findLast((period) => period.closedAt !== null)?.id ?? periods[0]?.id ?? null) : periodId
  const span = chosen === null ? { reportId: report.id, periodId: null, ...days } : { reportId: report.id, periodId: chosen, from: null, until: null }
  const isReady = chosen !== null || (days.from !== null && days.until !== null)
  const check = useQuery('funderReports.check', span, { enabled: isReady && frame.data !== undefined })
  const isFatal = check.data?.problems.some((problem) => problem.isFatal) ?? true
  const issue = useJob('funderReports.issue', { label: t('reportScreens.issuing'), said: t('reportScreens.issued') })
  const send = async (): Promise<void> => {
    const made = await issue.run(span)
    if (made !== undefined) go('outcomes', ['informes', report.id, 'emitido', made.id])
  }
  return (
    <div className={style['column']}>
      <Card title={t('reportScreens.days')}>
        <SelectField
          label={t('reportScreens.period')}
          value={chosen ?? ''}
          choices={[...periods.map((period) => ({ value: period.id, label: `${period.name} · ${formatDate(period.startsOn)} – ${formatDate(period.endsOn)}` })), { value: '', label: t('reportScreens.otherDays') }]}
          onChange={(value) => setPeriodId(value === '' ? null : value)}
        />
        {chosen === null && (
          <Row>
            <DateField label={t('reportScreens.from')} value={days.from} onChange={(from) => setDays({ ...days, from })} />
            <DateField label={t('reportScreens.until')} value={days.until} onChange={(until) => setDays({ ...days, until })} />
          </Row>
        )}
        <Problems problems={check.data?.problems} />
        <Failure error={check.error} onRetry={check.reload} />
        <Failure error={issue.error} onClose={issue.forget} />
        {issue.running && <ProgressBar label={t('reportScreens.issuing')} progress={issue.progress} startedAt={issue.startedAt} onCancel={issue.cancel} />}
        <div className={style['acts']}>
          <Button variant="filled" disabled={!isReady || isFatal || check.loading} loading={issue.running} onClick={() => void send()}>
            {t('reportScreens.issue')}
          </Button>
        </div>
      </Card>
      <Draft span={span} isReady={isReady} />
    </div>
  )
}

function Problems({ problems }: { readonly problems: Gives<'funderReports.check'>['problems'] | undefined }) {
  const t = useText()
  if (problems === undefined) return null
  if (problems.length === 0) return <Note tone="done">{t('reportScreens.nothingToSee')}</Note>
  const fatal = problems.filter((problem) => problem.isFatal)
  const others = problems.filter((problem) => !problem.isFatal)
  const list = (some: typeof problems) => (
    <ul className={style['problems']}>
      {some.map((problem) => (
        <li key={problem.sentence}>{problem.sentence}</li>
      ))}
    </ul>
  )
  return (
    <>
      {fatal.length > 0 && <Note tone="bad">{list(fatal)}</Note>}
      {others.length > 0 && (
        <Note tone="warn" title={t('reportScreens.lookAt', { n: others.length })}>
          {list(others)}
        </Note>
      )}
    </>
  )
}

function Draft({ span, isReady }: { readonly span: { readonly reportId: string; readonly periodId: string | null; readonly from: string | null; readonly until: string | null }; readonly isReady: boolean }) {
  const t = useText()
  const draft = useJob('funderReports.draft', { quiet: true })
  const [file, setFile] = useState<FileRef>()
  const draw = async (format: 'pdf' | 'xlsx' | 'docx'): Promise<void> => {
    const made = await draft.run({ ...span, format })
    if (made !== undefined) setFile(made)
  }
  return (
    <Card
      title={t('reportScreens.draft')}
      actions={
        <span className={style['formats']}>
          <Button size="compact-sm" disabled={!isReady || draft.running} onClick={() => void draw('pdf')}>
            {t('reportScreens.look')}
          </Button>
          <Button size="compact-sm" disabled={!isReady || draft.running} onClick={() => void draw('xlsx')}>
            {t('reportScreens.lookSheet')}
          </Button>
          <Button size="compact-sm" disabled={!isReady || draft.running} onClick={() => void draw('docx')}>
            {t('reportScreens.lookText')}
          </Button>
        </span>
      }
    >
      <Failure error={draft.error} onClose={draft.forget} />
      {draft.running && <ProgressBar label={t('reportScreens.drawing')} progress={draft.progress} startedAt={draft.startedAt} onCancel={draft.cancel} />}
      {file === undefined && !draft.running && <p className={style['quiet']}>{t('reportScreens.draftWhy')}</p>}
      {file?.type === 'pdf' && (
        <div className={style['preview']}>
          <PdfPreview file={file} label={t('reportScreens.draft')} drawing={draft.running} />
        </div>
      )}
      {file !== undefined && file.type !== 'pdf' && <FileDone file={file} />}
    </Card>
  )
}

function Issued({ report }: { readonly report: Report }) {
  const t = useText()
  return (
    <Card title={t('reportScreens.issuedOnes')}>
      {report.issued.length === 0 ? (
        <p className={style['quiet']}>{t('reportScreens.noneIssued')}</p>
      ) : (
        <ul className={style['list']}>
          {report.issued.map((one) => (
            <li key={one.id}>
              <a href={`#/resultados/informes/${report.id}/emitido/${one.id}`}>{t('reportScreens.number', { number: one.number })}</a>
              <span className="tabular">
                {formatDate(one.from)} – {formatDate(one.until)}
              </span>
              <span className={style['quiet']}>{t('reportScreens.by', { day: formatDate(one.issuedAt.slice(0, 10)), who: one.who })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
