import { useEffect, useRef } from 'react'
import { Button } from '@mantine/core'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { useApi, useJob } from '../api.ts'
import type { Api } from '../api.ts'
import { useText } from '../language.tsx'
import { Failure } from './failure.tsx'
import style from './file-done.module.css'
import { IconDeviceFloppy, IconExternalLink, IconFile, IconFileSpreadsheet, IconFileTypePdf, IconFileZip, IconFolderOpen, IconPrinter } from './icons.ts'

const ICONS = { pdf: IconFileTypePdf, xlsx: IconFileSpreadsheet, csv: IconFileSpreadsheet, zip: IconFileZip, png: IconFile, jpg: IconFile, folder: IconFolderOpen, other: IconFile } as const

/** Media types of what a page can show by itself; the rest is offered as a download. */
const SHOWN: Readonly<Record<string, string>> = { pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg' }

/**
 * After an export: open it, find it, print it, keep a copy elsewhere. Where there is no desktop the page does it itself.
 * `primary`: what one does next with it is the act of the screen.
 */
export function FileDone(props: { readonly file: FileRef; readonly title?: string; readonly primary?: boolean }) {
  const { file } = props
  const isFolder = file.type === 'folder'
  const first = props.primary === true ? 'filled' : 'default'
  const t = useText()
  const api = useApi()
  const open = useJob('files.open', { quiet: true })
  const reveal = useJob('files.reveal', { quiet: true })
  const print = useJob('files.print', { quiet: true })
  const saveCopy = useJob('files.saveCopy', { quiet: true })
  const Icon = ICONS[file.type]
  const acts = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The button that asked for the file is gone: the keyboard goes on from what can be done with it.
    if (document.activeElement === document.body) acts.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])

  const inPage = async (asked: Promise<{ readonly inPage: boolean } | undefined>): Promise<void> => {
    if ((await asked)?.inPage === true) await show(api, file)
  }
  const onCopy = async (): Promise<void> => {
    const answer = await saveCopy.run({ file })
    if (answer?.inPage === true) await download(api, file)
    else if (answer?.saved === true) api.activity.say({ tone: 'done', text: t('frame.copySaved') })
  }
  return (
    <div className={style['done']}>
      <Icon size={26} stroke={1.25} aria-hidden />
      <div className={style['words']}>
        <strong>{props.title ?? t(isFolder ? 'frame.folderReady' : 'frame.fileReady')}</strong>
        <span>
          {file.name} {!isFolder && <small className="tabular">{sizeText(file.size)}</small>}
        </span>
      </div>
      <div ref={acts} className={style['acts']}>
        {file.type === 'pdf' && (
          <Button variant={first} leftSection={<IconPrinter size={16} />} loading={print.running} onClick={() => void inPage(print.run({ file }))}>
            {t('frame.filePrint')}
          </Button>
        )}
        <Button variant={file.type === 'pdf' ? 'default' : first} leftSection={<IconExternalLink size={16} />} loading={open.running} onClick={() => void inPage(open.run({ file }))}>
          {t('frame.fileOpen')}
        </Button>
        <Button leftSection={<IconFolderOpen size={16} />} onClick={() => void reveal.run({ file })}>
          {t('frame.fileReveal')}
        </Button>
        {!isFolder && (
          <Button leftSection={<IconDeviceFloppy size={16} />} loading={saveCopy.running} onClick={() => void onCopy()}>
            {t('frame.fileSaveCopy')}
          </Button>
        )}
      </div>
      <Failure error={open.error ?? reveal.error ?? print.error ?? saveCopy.error} />
    </div>
  )
}

async function blobOf(api: Api, file: FileRef): Promise<Blob> {
  const bytes = await api.transport.fetch(file)
  return new Blob([bytes.slice()], { type: SHOWN[file.type] ?? 'application/octet-stream' })
}

/** In a tab of its own, from where the browser prints it too. */
async function show(api: Api, file: FileRef): Promise<void> {
  if (SHOWN[file.type] === undefined) return download(api, file)
  const address = URL.createObjectURL(await blobOf(api, file))
  if (window.open(address, '_blank') === null) await download(api, file)
}

async function download(api: Api, file: FileRef): Promise<void> {
  const address = URL.createObjectURL(await blobOf(api, file))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** "1.2 MB": decimal units, as the system's own windows show them. */
function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
