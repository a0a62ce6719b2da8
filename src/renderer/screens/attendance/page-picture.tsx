import { useEffect, useState } from 'react'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import { useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { recall, remember } from '../../remembered.ts'
import { Failure } from '../../ui/failure.tsx'
import { FilePicture } from '../../ui/file-picture.tsx'
import { IconZoomIn, IconZoomOut } from '../../ui/icons.ts'
import style from './paper.module.css'
import type { PaperPage } from './use-paper.ts'

const ZOOMS = [1, 1.5, 2, 3] as const
const ZOOM = 'paper.zoom'

/** The scan of the page that is being typed, beside it; where there is none, that it has not come back. */
export function PagePicture(props: { readonly evidence: PaperPage['evidence']; readonly page: number }) {
  const t = useText()
  const picture = useJob('evidence.picture')
  const { run } = picture
  const [which, setWhich] = useState(0)
  // As it was chosen on the page before.
  const [zoom, setZoom] = useState(() => Math.max(0, Math.min(ZOOMS.length - 1, Number(recall(ZOOM) ?? 0) || 0)))
  const show = (next: number): void => {
    remember(ZOOM, String(next))
    setZoom(next)
  }
  const [file, setFile] = useState<FileRef>()
  const id = props.evidence[which]?.id
  useEffect(() => {
    let isWanted = true
    if (id !== undefined) void run({ id }).then((answer) => isWanted && setFile(answer))
    return () => void (isWanted = false)
  }, [id, run])
  if (id === undefined) return <p className={style['noPicture']}>{t('attending.noPicture')}</p>
  const size = `${(ZOOMS[zoom] ?? 1) * 100}%`
  return (
    <figure className={style['picture']} aria-label={t('attending.picture', { page: props.page })}>
      {/* It scrolls by the keyboard too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={style['view']} tabIndex={0} role="region" aria-label={t('attending.picture', { page: props.page })}>
        <div style={{ width: size, height: size }}>
          <FilePicture file={file} label={t('attending.picture', { page: props.page })} />
        </div>
      </div>
      <Failure error={picture.error} onRetry={() => void run({ id }).then(setFile)} />
      <figcaption>
        <span>{props.evidence[which]?.fileName}</span>
        {props.evidence.length > 1 && (
          <button type="button" onClick={() => setWhich((which + 1) % props.evidence.length)}>
            {t('attending.otherPicture', { n: which + 1, of: props.evidence.length })}
          </button>
        )}
        <button type="button" aria-label={t('frame.zoomOut')} disabled={zoom === 0} onClick={() => show(zoom - 1)}>
          <IconZoomOut size={17} />
        </button>
        <button type="button" aria-label={t('frame.zoomIn')} disabled={zoom === ZOOMS.length - 1} onClick={() => show(zoom + 1)}>
          <IconZoomIn size={17} />
        </button>
      </figcaption>
    </figure>
  )
}
