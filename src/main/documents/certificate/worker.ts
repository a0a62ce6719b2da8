import { parentPort } from 'node:worker_threads'
import { CertificatePress, prepareImages } from './draw.ts'
import type { PrintFile } from './draw.ts'
import type { Answer, Request } from './work.ts'

// Draws in a thread of its own: plain data in, bytes out. Faces and layouts stay warm from one batch to the next.

const port = parentPort
if (port === null) throw new Error('certificate/worker runs only as a worker thread')

let press = new CertificatePress(new Map())
let printing: PrintFile | null = null

port.on('message', (request: Request) => {
  void draw(request).then(
    (files) => {
      const answer: Answer = { kind: 'done', files }
      port.postMessage(answer, files.map((file) => file.buffer))
    },
    (error: unknown) => {
      const fault = error instanceof Error ? error : new Error(String(error))
      const answer: Answer = { kind: 'failed', message: fault.message, stack: fault.stack ?? '' }
      port.postMessage(answer)
    },
  )
})

async function draw(request: Request): Promise<Uint8Array<ArrayBuffer>[]> {
  switch (request.kind) {
    case 'open':
      press = new CertificatePress(await prepareImages(request.assets))
      printing = null
      return []
    case 'separate':
      return request.records.map((record) => own(press.separateFile(record)))
    case 'print': {
      for (const record of request.records) {
        printing ??= press.printFile(record)
        printing.add(record)
      }
      const bytes = printing?.take() ?? null
      return bytes === null ? [] : [own(bytes)]
    }
    case 'finish': {
      const bytes = printing === null ? [] : [own(printing.end())]
      printing = null
      return bytes
    }
  }
}

/** Bytes in a buffer that nothing else looks into, so that it can be handed over instead of copied. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : new Uint8Array(bytes)
}
