import { useEffect, useRef, useState } from 'react'
import { Button } from '@mantine/core'
import { useApi, useJob } from '../../api.ts'
import { useText } from '../../language.tsx'
import { Note } from '../../ui/note.tsx'
import type { Verification } from './answer-card.tsx'
import style from './verify.module.css'

/** Between one frame that is looked at and the next. */
const PAUSE_MS = 300

/** Whether this computer has a camera that the page may ask for. */
export function useHasCamera(): boolean {
  const [has, setHas] = useState(false)
  useEffect(() => {
    const devices = navigator.mediaDevices as MediaDevices | undefined
    if (devices?.enumerateDevices === undefined) return
    devices.enumerateDevices().then(
      (all) => setHas(all.some((one) => one.kind === 'videoinput')),
      () => setHas(false),
    )
  }, [])
  return has
}

/** What the camera sees. Frames go to the core one by one until one of them holds a seal. */
export function CameraView(props: { readonly onFound: (verification: Verification) => void; readonly onClose: () => void }) {
  const t = useText()
  const api = useApi()
  const video = useRef<HTMLVideoElement>(null)
  const [isRefused, setRefused] = useState(false)
  const { run } = useJob('seal.verifyFiles', { quiet: true })
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    let wanted = true
    let stream: MediaStream | undefined
    const look = async (): Promise<void> => {
      const frame = video.current === null ? null : await frameOf(video.current)
      if (!wanted) return
      const found = frame === null ? undefined : await api.transport.send('camara.jpg', frame).then((file) => run({ files: [file] }))
      const verification = found?.rows.find((row) => row.verification !== null)?.verification
      if (!wanted) return
      if (verification === undefined || verification === null) setTimeout(() => void look().catch(() => setRefused(true)), PAUSE_MS)
      else latest.current.onFound(verification)
    }
    const start = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } })
      if (!wanted || video.current === null) return stop(stream)
      video.current.srcObject = stream
      await video.current.play()
      await look()
    }
    start().catch(() => wanted && setRefused(true))
    return () => {
      wanted = false
      stop(stream)
    }
  }, [api, run])

  return (
    <div className={style['camera']}>
      {isRefused ? (
        <Note tone="warn">{t('sealScreens.cameraRefused')}</Note>
      ) : (
        <>
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
          <video ref={video} muted playsInline aria-label={t('sealScreens.cameraSees')} />
          <p>{t('sealScreens.cameraHow')}</p>
        </>
      )}
      <Button onClick={props.onClose}>{t('sealScreens.cameraOff')}</Button>
    </div>
  )
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}

/** The picture now in sight as a JPEG; null while there is none. */
async function frameOf(video: HTMLVideoElement): Promise<Uint8Array | null> {
  if (video.videoWidth === 0) return null
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
