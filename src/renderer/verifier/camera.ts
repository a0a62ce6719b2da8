import { pixelsOf } from './pictures.ts'
import { readQrOnce } from './qr.ts'

/** Whether this browser, on this address, has cameras to ask for. */
export function hasCamera(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function'
}

/**
 * Shows what the camera sees and reads each frame until a code that is wanted appears. `stop` ends it. Rejects when the
 * person or the browser refuses the camera.
 */
export async function startCamera(video: HTMLVideoElement, isWanted: (text: string) => boolean, found: (text: string) => void): Promise<{ stop(): void }> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } }, audio: false })
  video.srcObject = stream
  await video.play()
  let isRunning = true
  const stop = () => {
    isRunning = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  const look = () => {
    if (!isRunning) return
    const text = video.videoWidth > 0 ? readQrOnce(pixelsOf(video, video.videoWidth, video.videoHeight, 1920)) : null
    if (text !== null && isWanted(text)) {
      stop()
      found(text)
      return
    }
    setTimeout(look, 80)
  }
  look()
  return { stop }
}
