import { useEffect, useState } from 'react'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { useApi } from '../api.ts'
import { useText } from '../language.tsx'
import { Note } from './note.tsx'
import { PdfPreview } from './pdf-preview.tsx'
import style from './file-picture.module.css'

const TYPES: Readonly<Record<string, string>> = { png: 'image/png', jpg: 'image/jpeg' }

/**
 * A picture or a PDF that the core holds, as large as there is room; for any other kind of file, nothing. `turns`: quarter
 * turns to the right. `wide`: as wide as the room, to be read while it scrolls.
 */
export function FilePicture(props: { readonly file: FileRef | undefined; readonly label: string; readonly turns?: number; readonly wide?: boolean }) {
  const t = useText()
  const { file } = props
  const type = file === undefined ? undefined : TYPES[file.type]
  const { address, failed } = useAddress(type === undefined ? undefined : file, type)
  const isTurned = (props.turns ?? 0) % 2 === 1
  // What scrolls by itself is reached by the keyboard too.
  const isWide = props.wide === true && !isTurned
  const isBusy = address === undefined && (file === undefined || type !== undefined)
  if (file?.type === 'pdf') return <PdfPreview file={file} label={props.label} />
  if (failed) return <Note tone="warn">{t('frame.notDrawn')}</Note>
  return (
    <div className={style['picture']} data-turned={isTurned} data-wide={isWide} aria-busy={isBusy} {...(isWide ? { role: 'region', tabIndex: 0, 'aria-label': props.label } : {})}>
      {isBusy && props.label !== '' && <p>{t('frame.drawing')}</p>}
      {address !== undefined && <img src={address} alt={props.label} style={{ rotate: `${(props.turns ?? 0) * 90}deg` }} />}
    </div>
  )
}

/** An address of its own for the bytes, while it is shown. */
function useAddress(file: FileRef | undefined, type: string | undefined): { readonly address: string | undefined; readonly failed: boolean } {
  const { transport } = useApi()
  const [state, setState] = useState<{ readonly of?: string; readonly address?: string; readonly failed: boolean }>({ failed: false })
  const key = file?.id
  const [wanted, setWanted] = useState(file)
  if (wanted?.id !== key) setWanted(file)
  useEffect(() => {
    if (wanted === undefined) return undefined
    let current = true
    let made: string | undefined
    transport.fetch(wanted).then(
      (bytes) => {
        if (!current) return
        made = URL.createObjectURL(new Blob([bytes.slice()], { type: type ?? '' }))
        setState({ of: wanted.id, address: made, failed: false })
      },
      () => current && setState({ of: wanted.id, failed: true }),
    )
    return () => {
      current = false
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [transport, wanted, type])
  return state.of === key ? { address: state.address, failed: state.failed } : { address: undefined, failed: false }
}
