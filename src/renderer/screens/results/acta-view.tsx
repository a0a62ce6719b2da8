import { useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob, useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { go, href } from '../../router.ts'
import { ConfirmByTyping } from '../../ui/confirm-by-typing.tsx'
import { Failure } from '../../ui/failure.tsx'
import { DateField } from '../../ui/fields/date-field.tsx'
import { dateText } from '../../ui/fields/date-text.ts'
import { TextField } from '../../ui/fields/text-field.tsx'
import { Figures } from '../../ui/figures.tsx'
import { IconCertificate, IconEye, IconFile } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { PdfPreview } from '../../ui/pdf-preview.tsx'
import { Card, Screen } from '../../ui/screen.tsx'
import { cohortHref, useCohortFrame } from '../programmes/cohort-frame.tsx'
import type { CohortSeen } from '../programmes/cohort-screen.tsx'
import { ActaSigners } from './acta-signers.tsx'
import { ResultsViews } from './results-views.tsx'
import style from './results.module.css'

type Draft = Gives<'actas.draft'>
type Fields = Takes<'actas.saveDraft'>['fields']

/** The record of results as it would be closed now, what stands in the way, and the ones closed before. */
export function ActaView(props: { readonly seen: CohortSeen }) {
  const frame = useCohortFrame(props.seen, 'resultados')
  const { cohort } = props.seen
  const draft = useQuery('actas.draft', { cohortId: cohort.id })
  const closed = useQuery('actas.list', { cohortId: cohort.id })
  return (
    <Screen {...frame} tools={<ResultsViews cohortId={cohort.id} at="acta" />}>
      <Failure error={draft.error ?? closed.error} onRetry={() => (draft.reload(), closed.reload())} />
      {closed.data !== undefined && closed.data.length > 0 && <Closed cohortId={cohort.id} actas={closed.data} />}
      {draft.data !== undefined && draft.data.withoutActa && <WithoutActa cohortId={cohort.id} />}
      {draft.data !== undefined && !draft.data.withoutActa && (isSame(draft.data) ? <Same /> : <Drafting key={cohort.id} cohortId={cohort.id} draft={draft.data} />)}
    </Screen>
  )
}

/** Whether the record in force already says all that a new one would. */
function isSame(draft: Draft): boolean {
  return draft.inForce !== null && draft.differences.length === 0
}

function Same() {
  const t = useText()
  return (
    <Note tone="done" title={t('actaScreen.same')}>
      {t('actaScreen.sameWhy')}
    </Note>
  )
}

function WithoutActa(props: { readonly cohortId: string }) {
  const t = useText()
  return (
    <Note
      tone="info"
      title={t('actaScreen.without')}
      actions={
        <Button component="a" href={cohortHref(props.cohortId, 'resultados', ['reglas'])}>
          {t('outcome.viewRules')}
        </Button>
      }
    >
      {t('actaScreen.withoutWhy')}
    </Note>
  )
}

function Closed(props: { readonly cohortId: string; readonly actas: Gives<'actas.list'> }) {
  const t = useText()
  const inForce = props.actas.find((one) => one.replacedBy === null)
  return (
    <Card
      title={t('actaScreen.closedOnes')}
      actions={
        inForce !== undefined && (
          <Button component="a" variant="filled" href={href('certificates', ['emitir'], { grupo: props.cohortId })} leftSection={<IconCertificate size={16} aria-hidden />}>
            {t('actaScreen.issue')}
          </Button>
        )
      }
    >
      <ul className={style['lines']}>
        {props.actas.map((one) => (
          <li key={one.id}>
            <a href={cohortHref(props.cohortId, 'resultados', ['acta', one.id])}>{t('actaScreen.numbered', { number: one.number })}</a>
            <span>{one.replacedBy === null ? t('actaScreen.inForce') : t('actaScreen.replacedBy', { number: one.replacedBy.number })}</span>
            <small>
              {[
                t('actaScreen.closedOn', { on: dateText(one.drawnUpOn), by: one.closedBy }),
                t('actaScreen.counts', { people: one.people, certificado: one.certificado, constancia: one.constancia }),
                t('actaScreen.papersGiven', { n: one.certificates }),
              ].join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Drafting(props: { readonly cohortId: string; readonly draft: Draft }) {
  const t = useText()
  const { cohortId, draft } = props
  const close = useCommand('actas.close', { said: t('actaScreen.closed') })
  const [isAsking, setAsking] = useState(false)
  const onClose = async (): Promise<void> => {
    setAsking(false)
    const made = await close.run({ cohortId })
    if (made !== undefined) go('programmes', ['grupo', cohortId, 'resultados', 'acta', made.id])
  }
  return (
    <div className={style['columns']}>
      <div className={style['stack']}>
        <Card title={draft.inForce === null ? t('actaScreen.draft') : t('actaScreen.draftReplaces', { number: draft.inForce.number })}>
          <Standing draft={draft} />
        </Card>
        <Card title={t('actaScreen.facts')}>
          <DraftFields cohortId={cohortId} draft={draft} />
        </Card>
        <Card>
          <p className={style['soft']}>{t('actaScreen.closeWhy', { number: draft.nextNumber })}</p>
          <Failure error={close.error} onClose={close.forget} />
          <div>
            <Button variant="filled" disabled={draft.blockers.length > 0} loading={close.running} onClick={() => setAsking(true)}>
              {t('actaScreen.close')}
            </Button>
          </div>
        </Card>
        <ConfirmByTyping open={isAsking} title={t('actaScreen.closeAsk')} word={t('actaScreen.closeWord')} act={t('actaScreen.close')} onConfirm={() => void onClose()} onClose={() => setAsking(false)}>
          {t('actaScreen.closeMeans', { number: draft.nextNumber, n: draft.lines.length })}
        </ConfirmByTyping>
      </div>
      <DraftPage cohortId={cohortId} isReady={draft.lines.length > 0} />
    </div>
  )
}

/** What it would say, in figures, and what should be seen to before. */
function Standing(props: { readonly draft: Draft }) {
  const t = useText()
  const { counts, blockers, warnings, differences } = props.draft
  return (
    <>
      <Figures
        label={t('actaScreen.draft')}
        figures={[
          { label: t('outcome.earns', { earns: 'certificado' }), value: counts.certificado },
          { label: t('outcome.earns', { earns: 'constancia' }), value: counts.constancia },
          { label: t('outcome.earns', { earns: 'none' }), value: counts.none },
          { label: t('outcome.earns', { earns: 'undecided' }), value: counts.undecided },
          { label: t('outcome.earns', { earns: 'withdrawn' }), value: counts.withdrawn },
        ]}
      />
      {blockers.length > 0 && <Sentences tone="bad" title={t('actaScreen.blocked')} sentences={blockers} />}
      {warnings.length > 0 && <Sentences tone="warn" title={t('actaScreen.look')} sentences={warnings} />}
      {differences.length > 0 && <Sentences tone="info" title={t('actaScreen.differences')} sentences={differences} />}
      {blockers.length === 0 && <Note tone="done">{t('actaScreen.ready')}</Note>}
    </>
  )
}

const MANY = 12

function Sentences(props: { readonly tone: 'bad' | 'warn' | 'info'; readonly title: string; readonly sentences: readonly string[] }) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? props.sentences : props.sentences.slice(0, MANY)
  return (
    <Note tone={props.tone} title={props.title}>
      <ul className={style['notes']}>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {shown.length < props.sentences.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('actaScreen.more', { n: props.sentences.length - shown.length })}
        </Button>
      )}
    </Note>
  )
}

function DraftFields(props: { readonly cohortId: string; readonly draft: Draft }) {
  const t = useText()
  const { fields, inForce } = props.draft
  const save = useCommand('actas.saveDraft', { quiet: true })
  const put = (change: Fields): Promise<unknown> => save.runOrThrow({ cohortId: props.cohortId, fields: change })
  return (
    <div className={style['form']}>
      {inForce !== null && <TextField label={t('actaScreen.replaceReason')} required lines={2} maxLength={500} placeholder={t('actaScreen.replaceExample')} value={fields.replaceReason ?? ''} onSave={(replaceReason) => put({ replaceReason })} />}
      <DateField label={t('actaScreen.drawnUpOn')} value={fields.drawnUpOn} required onSave={(drawnUpOn) => put(drawnUpOn === null ? {} : { drawnUpOn })} />
      <TextField label={t('actaScreen.place')} maxLength={200} value={fields.place ?? ''} onSave={(place) => put({ place })} />
      <TextField label={t('actaScreen.observations')} lines={4} maxLength={4000} value={fields.observations ?? ''} onSave={(observations) => put({ observations })} />
      <ActaSigners signers={fields.signers} onSave={(signers) => put({ signers: [...signers] })} />
    </div>
  )
}

function DraftPage(props: { readonly cohortId: string; readonly isReady: boolean }) {
  const t = useText()
  const preview = useJob('actas.preview', { quiet: true })
  const [file, setFile] = useState<FileRef>()
  const look = async (): Promise<void> => {
    const made = await preview.run({ cohortId: props.cohortId })
    if (made !== undefined) setFile(made)
  }
  return (
    <Card
      title={t('actaScreen.page')}
      actions={
        <Button disabled={!props.isReady} loading={preview.running} leftSection={file === undefined ? <IconEye size={16} aria-hidden /> : <IconFile size={16} aria-hidden />} onClick={() => void look()}>
          {file === undefined ? t('actaScreen.preview') : t('actaScreen.previewAgain')}
        </Button>
      }
    >
      <Failure error={preview.error} onClose={preview.forget} />
      {file === undefined ? <p className={style['soft']}>{t('actaScreen.previewWhy')}</p> : (
        <div className={style['preview']}>
          <PdfPreview file={file} drawing={preview.running} label={t('actaScreen.page')} />
        </div>
      )}
    </Card>
  )
}
