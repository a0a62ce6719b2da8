import { parentPort } from 'node:worker_threads'
import { codesOn } from './scan-codes.ts'
import type { FoundCode, Wanted } from './scan-codes.ts'
import type { ScanProblem } from './scan-failure.ts'
import { ScanFailure } from './scan-failure.ts'
import type { ScanFile, ScanType } from './scan-pages.ts'
import { openScan } from './scan-pages.ts'
import { pngOf, turned } from './scan-pixels.ts'

/** What the thread is asked. One file is open at a time: opening the next closes it. */
export type ScanRequest =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly type: ScanType; readonly mostPages: number }
  | { readonly kind: 'codes'; readonly page: number; readonly wanted: Wanted }
  | { readonly kind: 'picture'; readonly page: number; readonly turns: number; readonly dpi: number }

export type ScanReply =
  | { readonly kind: 'opened'; readonly pages: number; readonly turns: number }
  | { readonly kind: 'codes'; readonly codes: readonly FoundCode[] }
  | { readonly kind: 'picture'; readonly png: Uint8Array }
  | { readonly kind: 'failed'; readonly problem: ScanProblem; readonly pages: number }

const port = parentPort
if (port === null) throw new Error('scan-worker runs in a worker thread')

let file: ScanFile | null = null

port.on('message', (request: ScanRequest) => {
  void answer(request).then(
    (reply) => port.postMessage(reply),
    (error: unknown) => {
      // What the libraries throw over a broken page is the page's fault: the file was opened by them and no other.
      const { problem, pages } = error instanceof ScanFailure ? error : new ScanFailure('damaged')
      port.postMessage({ kind: 'failed', problem, pages } satisfies ScanReply)
    },
  )
})

async function answer(request: ScanRequest): Promise<ScanReply> {
  if (request.kind === 'open') {
    file?.close()
    file = null
    file = await openScan(request.bytes, request.type, request.mostPages)
    return { kind: 'opened', pages: file.pages, turns: file.turns }
  }
  if (file === null) throw new Error('no scan is open')
  if (request.kind === 'codes') return { kind: 'codes', codes: await codesOn(file, request.page, request.wanted) }
  return { kind: 'picture', png: pngOf(turned(await file.render(request.page, { dpi: request.dpi }), request.turns)) }
}
