import { useState } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { href } from '../../router.ts'
import { Failure } from '../../ui/failure.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { IconAlertOctagon, IconAlertTriangle, IconCheck } from '../../ui/icons.ts'
import { Note } from '../../ui/note.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import style from './delivery.module.css'

type Rows = Gives<'signedFiles.read'>['rows']

/** Signed files that come back: each is judged and shown before any is kept. */
export function SignedBack() {
  const t = useText()
  const [rows, setRows] = useState<Rows>()
  const [kept, setKept] = useState<Gives<'signedFiles.takeBack'>>()
  const read = useJob('signedFiles.read', { label: t('signedScreens.reading'), quiet: true })
  const keep = useJob('signedFiles.takeBack', { label: t('signedScreens.keeping') })
  const onFiles = async (files: readonly FileRef[]): Promise<void> => {
    setKept(undefined)
    setRows((await read.run({ files: [...files] }))?.rows)
  }
  const fitting = (rows ?? []).filter((row) => row.verdict === 'fits')
  const onKeep = async (): Promise<void> => {
    const answer = await keep.run({ files: fitting.map((row) => row.file) })
    if (answer === undefined) return
    setKept(answer)
    setRows(undefined)
  }
  return (
    <div className={style['back']}>
      <a href={href('certificates', ['entrega'])}>{t('signedScreens.toDelivery')}</a>
      {kept !== undefined && (
        <Note tone={kept.leftOut.length === 0 ? 'done' : 'warn'} title={t('signedScreens.kept', { n: kept.kept })}>
          {kept.leftOut.map((one) => (
            <div key={one.name}>
              {one.name}: {one.reason}
            </div>
          ))}
        </Note>
      )}
      {rows === undefined ? (
        <FileDrop accept=".pdf" many title={t('signedScreens.drop')} button={t('signedScreens.choose')} primary onFiles={(files) => void onFiles(files)}>
          {t('signedScreens.dropWhy')}
        </FileDrop>
      ) : (
        <>
          <p className={style['soft']}>{t('signedScreens.chainNote')}</p>
          <Verdicts rows={rows} />
          <div className={style['acts']}>
            <Button variant="filled" autoFocus disabled={fitting.length === 0} loading={keep.running} onClick={() => void onKeep()}>
              {t('signedScreens.keep', { n: fitting.length })}
            </Button>
            <Button onClick={() => setRows(undefined)}>{t('signedScreens.others')}</Button>
          </div>
        </>
      )}
      {read.running && <ProgressBar label={t('signedScreens.reading')} progress={read.progress} startedAt={read.startedAt} onCancel={read.cancel} />}
      {keep.running && <ProgressBar label={t('signedScreens.keeping')} progress={keep.progress} startedAt={keep.startedAt} onCancel={keep.cancel} />}
      <Failure error={read.error ?? keep.error} onClose={() => (read.forget(), keep.forget())} />
    </div>
  )
}

const TONES = { fits: 'done', already: 'warn', outOfForce: 'warn', unsigned: 'warn', changed: 'bad', unknown: 'bad', unreadable: 'bad' } as const
const ICONS = { done: IconCheck, warn: IconAlertTriangle, bad: IconAlertOctagon } as const

function Verdicts(props: { readonly rows: Rows }) {
  const t = useText()
  return (
    // Long lists of mere words are read by the arrows too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={style['card']} role="group" tabIndex={0} aria-label={t('signedScreens.verdicts')}>
      <table className={style['table']}>
        <thead>
          <tr>
            <th>{t('signedScreens.file')}</th>
            <th>{t('signedScreens.paper')}</th>
            <th>{t('signedScreens.signers')}</th>
            <th>{t('signedScreens.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const tone = TONES[row.verdict]
            const Icon = ICONS[tone]
            return (
              <tr key={row.file.id}>
                <td>{row.name}</td>
                <td>{row.number === null ? '' : `${row.number} · ${row.personName ?? ''}`}</td>
                <td>{row.signatures.map((one) => one.signer).join(' · ')}</td>
                <td>
                  <span className={style['verdict']} data-tone={tone}>
                    <Icon size={16} aria-hidden />
                    <span>
                      <b>{t('signedScreens.verdictName', { verdict: row.verdict })}</b> {row.reason}
                    </span>
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
