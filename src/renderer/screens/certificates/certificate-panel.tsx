import { useEffect, useState } from 'react'
import { Button } from '@mantine/core'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useApi, useJob, useQuery } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { IconCopy, IconPrinter } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel, Section } from '../../ui/panel.tsx'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CorrectionActions } from '../corrections/panel-actions.tsx'
import { DeliveryLine } from '../delivery/panel-delivery.tsx'
import { SessionHours } from '../results/session-hours.tsx'
import { FrozenFacts } from './frozen-facts.tsx'
import { Proof, Standing } from './paper-standing.tsx'
import { Struck } from './struck.tsx'
import style from './register.module.css'

type Paper = Gives<'certificates.get'>

/** One issued paper: its page, what it says word by word, and whose it is. */
export function CertificatePanel(props: { readonly id: string; readonly onClose: () => void }) {
  const t = useText()
  const paper = useQuery('certificates.get', { id: props.id })
  const look = useJob('certificates.draw', { quiet: true })
  const print = useJob('certificates.draw', { label: t('issuing.drawing', { n: 1 }), quiet: true })
  const [page, setPage] = useState<FileRef>()
  const [file, setFile] = useState<FileRef>()
  const { run } = look
  useEffect(() => {
    let wanted = true
    void run({ ids: [props.id], as: 'look' }).then((made) => wanted && setPage(made))
    return () => void (wanted = false)
  }, [props.id, run])

  const { data } = paper
  return (
    <Panel
      width={520}
      label={data?.number}
      title={data === undefined ? '' : <Struck state={data.state}>{data.number}</Struck>}
      subtitle={data === undefined ? undefined : [data.personName, ...(data.version === 1 ? [] : [t('issuing.version', { n: data.version })])].join(' · ')}
      onClose={props.onClose}
      actions={
        <>
          <Button leftSection={<IconPrinter size={16} aria-hidden />} loading={print.running} disabled={data === undefined} onClick={() => void print.run({ ids: [props.id] }).then(setFile)}>
            {t('issuing.reprint')}
          </Button>
          <CorrectionActions id={props.id} />
        </>
      }
    >
      <Failure error={paper.error ?? look.error} />
      {print.running && <ProgressBar label={t('issuing.drawing', { n: 1 })} progress={print.progress} startedAt={print.startedAt} onCancel={print.cancel} />}
      <Failure error={print.error} onClose={print.forget} />
      {file !== undefined && <FileDone file={file} />}
      {data !== undefined && <Standing paper={data} />}
      <div className={style['look']}>
        <PdfPreview file={page} drawing={look.running} label={t('issuing.page')} />
      </div>
      {data !== undefined && <Words paper={data} />}
    </Panel>
  )
}

function Words(props: { readonly paper: Paper }) {
  const t = useText()
  const api = useApi()
  const { paper } = props
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(groupedCode(paper.code))
    api.activity.say({ tone: 'done', text: t('issuing.codeCopied') })
  }
  return (
    <>
      <div className={style['code']}>
        <span>
          <small>{t('issuing.code')}</small>
          <b className="tabular">{groupedCode(paper.code)}</b>
        </span>
        <Button variant="subtle" size="compact-sm" leftSection={<IconCopy size={15} aria-hidden />} onClick={() => void copy().catch(() => undefined)}>
          {t('issuing.copyCode')}
        </Button>
        <nav aria-label={t('issuing.links')}>
          <a href={href('people', [paper.personId])}>{t('issuing.openPerson')}</a>
          <a href={href('programmes', ['grupo', paper.cohortId])}>{t('issuing.openCohort')}</a>
          {paper.role === 'participant' && <a href={href('programmes', ['grupo', paper.cohortId, 'resultados'], { persona: paper.enrolmentId })}>{t('issuing.openHours')}</a>}
          {paper.acta !== null && <a href={href('programmes', ['grupo', paper.cohortId, 'resultados', 'acta', paper.acta.id], { persona: paper.enrolmentId })}>{t('issuing.openActa', { number: paper.acta.number })}</a>}
        </nav>
      </div>
      {paper.acta !== null && paper.acta.replacedBy !== null && <Note tone="warn">{t('issuing.actaReplaced', { number: paper.acta.number, by: paper.acta.replacedBy })}</Note>}
      <DeliveryLine id={paper.id} />
      {paper.role === 'participant' && <Behind enrolmentId={paper.enrolmentId} />}
      <Section title={t('issuing.whatItSays')}>
        <p className={style['frozen']}>{t('issuing.frozenWhy')}</p>
        <FrozenFacts paper={paper} />
      </Section>
      <Proof paper={paper} />
    </>
  )
}

/** What stands behind the paper: the hours, and the sheets that were signed. */
function Behind(props: { readonly enrolmentId: string }) {
  const t = useText()
  const account = useQuery('eligibility.person', { enrolmentId: props.enrolmentId })
  if (account.data === undefined || account.data.sessions.length === 0) return null
  return (
    <Section title={t('issuing.behind')}>
      <SessionHours account={account.data} />
    </Section>
  )
}
