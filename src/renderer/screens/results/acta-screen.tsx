import { useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { frozenActa } from '../../../shared/contract/actas.ts'
import type { FrozenActa } from '../../../shared/contract/actas.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import type { Text } from '../../language.tsx'
import { href, useRoute } from '../../router.ts'
import { rowsOf } from '../../rows.ts'
import type { Column } from '../../ui/data-table/data-row.tsx'
import { DataTable } from '../../ui/data-table/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { figure } from '../../ui/figure.ts'
import { FileDone } from '../../ui/file-done.tsx'
import { IconCertificate, IconFileSpreadsheet, IconPrinter } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { ResultPanel } from './result-panel.tsx'
import { ResultsViews } from './results-views.tsx'
import style from './results.module.css'

type Acta = Gives<'actas.get'>
type Line = FrozenActa['lines'][number] & { readonly certificates: Acta['papers'] }

/** A closed record of results as it stands for ever: each line leads to its hours and to the papers given by it. */
export function ActaScreen(props: { readonly seen: CohortSeen; readonly id: string }) {
  const acta = useQuery('actas.get', { id: props.id })
  const frame = useCohortFrame(props.seen, 'resultados')
  if (acta.data === undefined) return <Screen {...frame} tools={<ResultsViews cohortId={props.seen.cohort.id} at="acta" />}><Failure error={acta.error} onRetry={acta.reload} /></Screen>
  return <Seen seen={props.seen} acta={acta.data} />
}

function Seen(props: { readonly seen: CohortSeen; readonly acta: Acta }) {
  const t = useText()
  const { acta } = props
  const { cohort } = props.seen
  const { params } = useRoute()
  const frame = useCohortFrame(props.seen, 'resultados')
  const [openId, setOpen] = useState<string | undefined>(params['persona'])
  const lines = useMemo(() => linesOf(acta), [acta])
  const source = useMemo(() => rowsOf(lines, acta.id), [lines, acta.id])
  const columns = useMemo(() => columnsOf(t), [t])
  return (
    <Screen
      fill
      {...frame}
      tools={
        <>
          <ResultsViews cohortId={cohort.id} at="acta" />
          <strong>{t('actaScreen.numbered', { number: acta.number })}</strong>
          <span className={style['soft']}>{[t('actaScreen.closedOn', { on: dateText(acta.drawnUpOn), by: acta.closedBy }), t('actaScreen.counts', { people: acta.people, certificado: acta.certificado, constancia: acta.constancia })].join(' · ')}</span>
        </>
      }
      panel={openId !== undefined && <ResultPanel key={openId} enrolmentId={openId} onClose={() => setOpen(undefined)} />}
    >
      {acta.replacedBy !== null && (
        <Note tone="warn" title={t('actaScreen.replacedBy', { number: acta.replacedBy.number })} actions={<a href={cohortHref(cohort.id, 'resultados', ['acta', acta.replacedBy.id])}>{t('actaScreen.seeIt')}</a>}>
          {t('actaScreen.replacedWhy')}
        </Note>
      )}
      {acta.replaces !== null && (
        <Note tone="info" title={t('actaScreen.replaces', { number: acta.replaces.number })} actions={<a href={cohortHref(cohort.id, 'resultados', ['acta', acta.replaces.id])}>{t('actaScreen.seeIt')}</a>}>
          {acta.replaceReason}
        </Note>
      )}
      <Files acta={acta} cohortId={cohort.id} />
      <DataTable id="acta" label={acta.number} source={source} columns={columns} idOf={idOf} openId={openId} onOpen={(row) => setOpen(row.enrolmentId)} empty={<EmptyState drawing="sheet" title={acta.number} />} />
    </Screen>
  )
}

const idOf = (line: Line): string => line.enrolmentId

function linesOf(acta: Acta): readonly Line[] {
  const frozen = frozenActa.safeParse(JSON.parse(acta.frozen))
  if (!frozen.success) return []
  const papers = Map.groupBy(acta.papers, (paper) => paper.enrolmentId)
  return frozen.data.lines.map((line) => ({ ...line, certificates: papers.get(line.enrolmentId) ?? [] }))
}

function columnsOf(t: Text): readonly Column<Line>[] {
  return [
    { key: 'name', title: t('outcome.person'), width: 280, show: (line) => line.personName, text: (line) => line.personName },
    { key: 'document', title: t('outcome.document'), width: 110, show: (line) => line.documentNumber, text: (line) => line.documentNumber ?? '' },
    { key: 'share', title: t('outcome.share'), width: 88, align: 'right', show: (line) => (line.share === null ? '–' : `${figure(line.share)} %`), text: (line) => figure(line.share) },
    { key: 'mark', title: t('outcome.mark'), width: 64, align: 'right', show: (line) => figure(line.mark), text: (line) => figure(line.mark) },
    { key: 'outcome', title: t('outcome.result'), width: 150, show: (line) => line.outcome, text: (line) => line.outcome },
    { key: 'remark', title: t('actaScreen.remark'), width: 300, show: (line) => line.observation, text: (line) => line.observation ?? '' },
    {
      key: 'papers', title: t('outcome.papers'), width: 190,
      show: (line) => line.certificates.map((paper) => (
        <a key={paper.certificateId} href={href('certificates', [paper.certificateId])} onClick={(event) => event.stopPropagation()}>
          {paper.number}{' '}
        </a>
      )),
      text: (line) => line.certificates.map((paper) => paper.number).join(', '),
    },
  ]
}

/** The paper to sign, the sheet to work on, and the papers that it releases. */
function Files(props: { readonly acta: Acta; readonly cohortId: string }) {
  const t = useText()
  const draw = useJob('actas.draw', { label: t('actaScreen.drawing'), quiet: true })
  const [file, setFile] = useState<FileRef>()
  const make = async (format: 'pdf' | 'xlsx'): Promise<void> => {
    const made = await draw.run({ id: props.acta.id, format })
    if (made !== undefined) setFile(made)
  }
  return (
    <>
      <div className={style['acts']}>
        <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={draw.running} onClick={() => void make('pdf')}>
          {t('actaScreen.print')}
        </Button>
        <Button leftSection={<IconFileSpreadsheet size={16} aria-hidden />} loading={draw.running} onClick={() => void make('xlsx')}>
          {t('actaScreen.excel')}
        </Button>
        {props.acta.replacedBy === null && (
          <Button component="a" variant="filled" href={href('certificates', ['emitir'], { grupo: props.cohortId })} leftSection={<IconCertificate size={16} aria-hidden />}>
            {t('actaScreen.issue')}
          </Button>
        )}
      </div>
      <Failure error={draw.error} onClose={draw.forget} />
      {file !== undefined && <FileDone file={file} />}
    </>
  )
}
