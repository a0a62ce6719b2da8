import type { Scanner } from './scan.ts'
import { openScanner } from './scan.ts'
import type { ScanType } from './scan-pages.ts'

export interface PictureWanted {
  /** Which file it is: pages of one file asked for one after another are drawn from the same open file. */
  readonly key: string
  /** The file's bytes, asked for only when it is not open yet. */
  readonly bytes: () => Promise<Uint8Array>
  readonly type: ScanType
  /** From 1. */
  readonly page: number
  /** Quarter turns clockwise. */
  readonly turns: number
  readonly dpi: number
}

/** The thread stays warm between pictures this long, milliseconds: starting one takes longer than a page. */
const idleTime = 20_000

let scanner: Scanner | null = null
let openKey: string | null = null
let turn: Promise<unknown> = Promise.resolve()
let idle: NodeJS.Timeout | undefined

/** A page as a PNG to look at. One is drawn after another: a list of forty pages asks for all at once. Throws a `ScanFailure`. */
export function scanPicture(wanted: PictureWanted): Promise<Uint8Array> {
  const drawn = turn.then(() => draw(wanted))
  turn = drawn.catch(() => undefined)
  return drawn
}

async function draw({ key, bytes, type, page, turns, dpi }: PictureWanted): Promise<Uint8Array> {
  clearTimeout(idle)
  // Whoever closes the app is not kept waiting for a thread that only waits.
  scanner ??= openScanner({ mostPages: Number.MAX_SAFE_INTEGER, isKeptWarm: true })
  try {
    if (openKey !== key) {
      openKey = null
      await scanner.open(await bytes(), type)
      openKey = key
    }
    return await scanner.picture(page, turns, dpi)
  } catch (error) {
    openKey = null
    throw error
  } finally {
    idle = setTimeout(() => {
      openKey = null
      void scanner?.close()
      scanner = null
    }, idleTime)
    idle.unref()
  }
}
