import { useEffect, useState } from 'react'
import { Button, Modal } from '@mantine/core'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useCommand, useJob } from '../../api.ts'
import type { Gives } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Failure } from '../../ui/failure.tsx'
import { FileDone } from '../../ui/file-done.tsx'
import { FilePicture } from '../../ui/file-picture.tsx'
import { IconFile, IconFileSpreadsheet, IconInbox, IconX } from '../../ui/icons.ts'
import style from './sheets.module.css'

export type Evidence = Gives<'evidence.list'>[number]

/** So many are drawn small at once; the others when they are asked for. */
const SHOWN = 8
const DRAWN: readonly string[] = ['pdf', 'png', 'jpg']

/** Files that prove something, small, each to be opened, put back into the tray or taken away. */
export function EvidenceList(props: { readonly items: readonly Evidence[] }) {
  const t = useText()
  const [most, setMost] = useState(SHOWN)
  const [open, setOpen] = useState<Evidence>()
  const remove = useCommand('evidence.remove', { said: t('signing.removed') })
  const place = useCommand('evidence.place', { said: t('signing.toTrayDone') })
  return (
    <>
      <ul className={style['evidence']}>
        {props.items.slice(0, most).map((item) => (
          <li key={item.id}>
            <button type="button" className={style['thumb']} aria-label={t('signing.look', { name: item.fileName })} onClick={() => setOpen(item)}>
              {DRAWN.includes(item.fileType) ? <Thumbnail item={item} /> : item.fileType === 'csv' || item.fileType === 'xlsx' ? <IconFileSpreadsheet size={30} stroke={1.25} aria-hidden /> : <IconFile size={30} stroke={1.25} aria-hidden />}
            </button>
            <span className={style['words']} title={item.fileName}>
              <b>{item.kind === 'sheet' && item.place !== null ? item.place : item.fileName}</b>
              <small>{[item.kind === 'sheet' && item.place !== null ? item.fileName : '', item.filePage === null ? '' : t('signing.pageN', { page: item.filePage }), item.note ?? ''].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={style['acts']}>
              {item.sheetId !== null && (
                <button type="button" aria-label={t('signing.toTray', { name: item.fileName })} title={t('signing.toTray', { name: item.fileName })} onClick={() => void place.run({ id: item.id, to: { kind: 'tray' } })}>
                  <IconInbox size={15} aria-hidden />
                </button>
              )}
              <button type="button" aria-label={t('signing.remove', { name: item.fileName })} title={t('signing.remove', { name: item.fileName })} onClick={() => void remove.run({ id: item.id })}>
                <IconX size={15} aria-hidden />
              </button>
            </span>
          </li>
        ))}
      </ul>
      {props.items.length > most && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMost(most + 24)}>
          {t('signing.more', { n: props.items.length - most })}
        </Button>
      )}
      <Failure error={remove.error ?? place.error} onClose={() => (remove.forget(), place.forget())} />
      <Modal opened={open !== undefined} onClose={() => setOpen(undefined)} size="xl" title={open?.place ?? open?.fileName} closeButtonProps={{ 'aria-label': t('frame.close') }}>
        {open !== undefined && <Whole item={open} />}
      </Modal>
    </>
  )
}

/** The file as a picture; undefined until it is there. */
export function usePicture(id: string | undefined): { readonly file: FileRef | undefined; readonly error: ReturnType<typeof useJob>['error'] } {
  const { run, error } = useJob('evidence.picture', { quiet: true })
  const [state, setState] = useState<{ readonly id: string; readonly file: FileRef | undefined }>()
  useEffect(() => {
    if (id === undefined) return undefined
    let current = true
    void run({ id }).then((file) => current && setState({ id, file }))
    return () => void (current = false)
  }, [run, id])
  return { file: state?.id === id ? state?.file : undefined, error }
}

function Thumbnail(props: { readonly item: Evidence }) {
  const { file } = usePicture(props.item.id)
  if (file?.type === 'pdf') return <IconFile size={30} stroke={1.25} aria-hidden />
  return <FilePicture file={file} label="" />
}

function Whole(props: { readonly item: Evidence }) {
  const { file, error } = usePicture(props.item.id)
  const isPicture = file !== undefined && DRAWN.includes(file.type)
  return (
    <>
      <Failure error={error} />
      {(file === undefined || isPicture) && (
        <div className={style['whole']}>
          <FilePicture file={file} label={props.item.place ?? props.item.fileName} />
        </div>
      )}
      {file !== undefined && <FileDone file={file} title={props.item.fileName} />}
    </>
  )
}
