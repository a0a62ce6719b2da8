import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { FileRef } from '../../shared/rpc/wire.ts'
import { useApi } from '../api.ts'
import { useText } from '../language.tsx'
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from './icons.ts'
import { Note } from './note.tsx'
import { openPdf } from './pdf-pages.ts'
import style from './pdf-preview.module.css'

const ZOOMS = [0.5, 0.75, 1, 1.5, 2, 3] as const
const FIT = 2

/** The real pages of a PDF that the app drew, one at a time, as large as there is room. The old page stays until the new one is drawn. */
export function PdfPreview(props: { readonly file: FileRef | undefined; readonly label: string; readonly drawing?: boolean }) {
  const t = useText()
  const { pdf, failed } = usePdf(props.file)
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(FIT)
  const pages = pdf?.numPages ?? 0
  const shown = Math.min(page, Math.max(1, pages))
  const drawn = usePage(pdf, shown, ZOOMS[zoom] ?? 1)
  const busy = props.drawing === true || (props.file !== undefined && pdf === undefined && !failed) || drawn.busy

  return (
    <figure className={style['preview']} aria-label={props.label} aria-busy={busy}>
      <div className={style['desk']} ref={drawn.desk}>
        <canvas ref={drawn.canvas} role="img" aria-label={pages === 0 ? props.label : `${props.label}. ${t('frame.pageOf', { page: shown, pages })}`} hidden={pdf === undefined} />
        {(failed || drawn.failed) && <Note tone="warn">{t('frame.notDrawn')}</Note>}
        {pdf === undefined && !failed && <p className={style['waiting']}>{busy ? t('frame.drawing') : ''}</p>}
      </div>
      <figcaption>
        <span aria-live="polite">{busy && pdf !== undefined ? t('frame.drawing') : ''}</span>
        <button type="button" aria-label={t('frame.previousPage')} disabled={shown <= 1} onClick={() => setPage(shown - 1)}>
          <IconChevronLeft size={17} />
        </button>
        <span className="tabular">{pages === 0 ? '' : t('frame.pageOf', { page: shown, pages })}</span>
        <button type="button" aria-label={t('frame.nextPage')} disabled={shown >= pages} onClick={() => setPage(shown + 1)}>
          <IconChevronRight size={17} />
        </button>
        <button type="button" aria-label={t('frame.zoomOut')} disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          <IconZoomOut size={17} />
        </button>
        <button type="button" aria-label={t('frame.zoomIn')} disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          <IconZoomIn size={17} />
        </button>
      </figcaption>
    </figure>
  )
}

/** Fetches and opens the file; the one before stays open until the new one is. */
function usePdf(file: FileRef | undefined): { readonly pdf: PDFDocumentProxy | undefined; readonly failed: boolean } {
  const { transport } = useApi()
  const [state, setState] = useState<{ readonly pdf?: PDFDocumentProxy; readonly failed: boolean }>({ failed: false })
  const id = file?.id
  const latest = useRef(file)
  latest.current = file
  useEffect(() => {
    const wanted = latest.current
    if (id === undefined || wanted === undefined) return undefined
    let current = true
    transport
      .fetch(wanted)
      .then(openPdf)
      .then((pdf) => {
        if (!current) return void pdf.loadingTask.destroy()
        setState((old) => {
          void old.pdf?.loadingTask.destroy()
          return { pdf, failed: false }
        })
        return undefined
      })
      .catch(() => current && setState((old) => ({ ...old, failed: true })))
    return () => void (current = false)
  }, [transport, id])
  return { pdf: state.pdf, failed: state.failed }
}

/** Draws one page onto the canvas, sharp on this screen: at `zoom` 1 the whole page is in sight. */
function usePage(pdf: PDFDocumentProxy | undefined, page: number, zoom: number) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const desk = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState({ width: 0, height: 0 })
  const [state, setState] = useState({ busy: false, failed: false })
  useEffect(() => {
    const node = desk.current
    if (node === null) return undefined
    const watcher = new ResizeObserver(([entry]) => entry !== undefined && setRoom({ width: Math.floor(entry.contentRect.width), height: Math.floor(entry.contentRect.height) }))
    watcher.observe(node)
    return () => watcher.disconnect()
  }, [])
  useEffect(() => {
    if (pdf === undefined || room.width === 0) return undefined
    let current = true
    setState({ busy: true, failed: false })
    draw(pdf, page, { ...room, zoom }, () => current, canvas).then(
      () => current && setState({ busy: false, failed: false }),
      () => current && setState({ busy: false, failed: true }),
    )
    return () => void (current = false)
  }, [pdf, page, room, zoom])
  return { canvas, desk, ...state }
}

interface Room {
  readonly width: number
  readonly height: number
  readonly zoom: number
}

async function draw(pdf: PDFDocumentProxy, page: number, room: Room, isWanted: () => boolean, target: { readonly current: HTMLCanvasElement | null }): Promise<void> {
  const source = await pdf.getPage(page)
  const dense = Math.min(window.devicePixelRatio || 1, 2)
  const whole = source.getViewport({ scale: 1 })
  const fit = Math.min(room.width / whole.width, room.height / whole.height)
  const viewport = source.getViewport({ scale: fit * room.zoom * dense })
  // Drawn aside and shown whole: a page is never seen half drawn.
  const aside = document.createElement('canvas')
  aside.width = Math.round(viewport.width)
  aside.height = Math.round(viewport.height)
  await source.render({ canvas: aside, viewport }).promise
  const canvas = target.current
  if (!isWanted() || canvas === null) return
  canvas.width = aside.width
  canvas.height = aside.height
  canvas.style.width = `${aside.width / dense}px`
  canvas.getContext('2d')?.drawImage(aside, 0, 0)
}
