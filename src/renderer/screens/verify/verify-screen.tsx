import { useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob, useQuery } from '../../api.ts'
import type { Takes } from '../../api.ts'
import { useText } from '../../language.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Failure } from '../../ui/failure.tsx'
import { IconScan } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { Panel } from '../../ui/panel.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Screen } from '../../ui/screen.tsx'
import { useTakenFiles } from '../../ui/use-taken-files.ts'
import { CertificateTabs } from '../certificates/certificates-frame.tsx'
import { AnswerCard } from './answer-card.tsx'
import type { Verification } from './answer-card.tsx'
import { CameraView } from './camera-view.tsx'
import { FileResults } from './file-results.tsx'
import type { FileRow } from './file-results.tsx'
import type { Chosen } from './folder-files.ts'
import { droppedPapers } from './folder-files.ts'
import { ReadingCard, TypedCard } from './reading-card.tsx'
import style from './verify.module.css'

/** The most files that one call takes (contract/seal.ts). */
const MOST_FILES = 2000

/** What stands in the place of the answer. */
type Seen =
  | { readonly kind: 'nothing' | 'camera' }
  | { readonly kind: 'asked'; readonly asked: Takes<'seal.verify'> }
  | { readonly kind: 'found'; readonly verification: Verification }
  | { readonly kind: 'files'; readonly files: readonly FileRef[]; readonly rows: readonly FileRow[] }

/** Is this paper authentic? Read by a USB reader, pasted, typed, by camera, or from files, one or a whole folder. */
export function VerifyScreen() {
  const t = useText()
  const [seen, setSeen] = useState<Seen>({ kind: 'nothing' })
  const [open, setOpen] = useState<FileRow>()
  const show = (next: Seen): void => {
    setOpen(undefined)
    setSeen(next)
  }
  const work = useVerifiedFiles((files, rows) => show({ kind: 'files', files, rows }))
  const [over, setOver] = useState(false)
  // A table and the answer of one of its rows want the width for themselves.
  const isTable = seen.kind === 'files' && seen.rows.length > 1
  return (
    <Screen
      fill
      title={t('sealScreens.verifyTitle')}
      about={t('sealScreens.verifyAbout')}
      tabs={<CertificateTabs at="verificar" />}
      panel={
        open?.verification != null && (
          <Panel key={`${open.name} ${open.page}`} width={480} title={open.name} onClose={() => setOpen(undefined)}>
            <AnswerCard verification={open.verification} />
          </Panel>
        )
      }
    >
      {/* The buttons inside do the same for the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={style['desk']}
        data-files={isTable}
        onDragOver={(event) => (event.preventDefault(), setOver(true))}
        onDragLeave={(event) => event.currentTarget.contains(event.relatedTarget as Node | null) || setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void droppedPapers(event.dataTransfer).then(work.take)
        }}
      >
        <div className={style['asking']}>
          <ReadingCard isLow={isTable} onAsk={(asked) => show({ kind: 'asked', asked })} onFiles={(chosen) => void work.take(chosen)} onCamera={() => show({ kind: 'camera' })} />
          {!isTable && <TypedCard onAsk={(asked) => show({ kind: 'asked', asked })} />}
        </div>
        {/* A long answer is read by the arrows too. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <section className={style['answering']} tabIndex={isTable ? -1 : 0} aria-live="polite" aria-label={t('sealScreens.answer')}>
          {work.shown}
          <Answer seen={seen} open={open} onOpen={setOpen} onShow={show} />
        </section>
        {over && (
          <div className={style['overlay']} role="presentation">
            <IconScan size={40} stroke={1.25} aria-hidden />
            <strong>{t('frame.dropFilesHere')}</strong>
          </div>
        )}
      </div>
    </Screen>
  )
}

function Answer(props: { readonly seen: Seen; readonly open: FileRow | undefined; readonly onOpen: (row: FileRow) => void; readonly onShow: (next: Seen) => void }) {
  const t = useText()
  const { seen } = props
  const asked = useQuery('seal.verify', seen.kind === 'asked' ? seen.asked : { kind: 'text', text: '' }, { enabled: seen.kind === 'asked' })
  if (seen.kind === 'camera') return <CameraView onFound={(verification) => props.onShow({ kind: 'found', verification })} onClose={() => props.onShow({ kind: 'nothing' })} />
  if (seen.kind === 'found') return <AnswerCard verification={seen.verification} />
  if (seen.kind === 'files') {
    const [row] = seen.rows
    if (row === undefined) return null
    if (seen.rows.length > 1) return <FileResults files={seen.files} rows={seen.rows} openRow={props.open} onOpen={props.onOpen} />
    return row.verification === null ? <Note tone="warn" title={row.name}>{row.problem}</Note> : <AnswerCard verification={row.verification} />
  }
  if (seen.kind === 'asked') {
    return (
      <>
        <Failure error={asked.error} onRetry={asked.reload} />
        {asked.data !== undefined && <AnswerCard verification={asked.data} />}
      </>
    )
  }
  return (
    <div className={style['blank']}>
      <EmptyState drawing="scan" title={t('sealScreens.nothingYet')}>
        {t('sealScreens.nothingWhy')}
      </EmptyState>
    </div>
  )
}

/** Hands files over and has them checked. `shown`: how far it is, and what went wrong. */
function useVerifiedFiles(onRows: (files: readonly FileRef[], rows: readonly FileRow[]) => void) {
  const t = useText()
  const [left, setLeft] = useState<Chosen>()
  const verify = useJob('seal.verifyFiles', { label: t('sealScreens.checking'), quiet: true })
  const files = useTakenFiles({
    many: true,
    onFiles: (taken) => {
      void verify.run({ files: [...taken] }).then((answer) => answer !== undefined && onRows(taken, answer.rows))
    },
  })
  const take = async (chosen: Chosen): Promise<void> => {
    setLeft(chosen)
    verify.forget()
    if (chosen.files.length <= MOST_FILES) await files.take(chosen.files)
  }
  const count = left?.files.length ?? 0
  const shown = (
    <>
      {files.sending !== undefined && <ProgressBar label={t('sealScreens.sending')} progress={{ ...files.sending, note: '' }} />}
      {verify.running && <ProgressBar label={t('sealScreens.checking')} progress={verify.progress} startedAt={verify.startedAt} onCancel={verify.cancel} />}
      {count > MOST_FILES && <Note tone="warn">{t('sealScreens.tooMany', { n: count, most: MOST_FILES })}</Note>}
      {left !== undefined && left.others > 0 && (
        <Note tone="info" onClose={() => setLeft({ files: left.files, others: 0 })}>
          {t('sealScreens.others', { n: left.others })}
        </Note>
      )}
      <Failure error={files.error ?? verify.error} onClose={() => (files.forget(), verify.forget())} />
    </>
  )
  return { take, shown }
}
