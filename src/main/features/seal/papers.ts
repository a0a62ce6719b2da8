import { longDate } from '../../../shared/domain/dates.ts'
import { toDigits } from '../../../shared/domain/seal/digits.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { limaDay } from '../../core/day.ts'
import { drawSealPaper } from '../../documents/drawing-batch.ts'
import { headerOf } from '../reports/written.ts'

/** Bytes that the largest symbol holds as digits with correction M: version 40, 5,596 digits. */
const mostInSymbol = 2269

interface RootSheet {
  readonly words: readonly string[]
  readonly fingerprint: string
  readonly ruc: string
  readonly madeAt: string
}

/** The sheet of the root, which is to be printed twice. It is only looked at and printed: no copy of it stays among the results. */
export async function rootSheet({ read, files, signal, language, today }: JobContext, { words, fingerprint, ruc, madeAt }: RootSheet): Promise<FileRef> {
  const header = await read((db) => headerOf(db, today(), null))
  const title = say(language, 'seal.rootTitle')
  const paper = drawSealPaper(
    {
      language, title, subtitle: null, header, madeAt, words,
      facts: [{ label: say(language, 'seal.ruc'), value: ruc }, { label: say(language, 'seal.madeOn'), value: longDate(today(), language) }],
      notice: say(language, 'seal.rootNotice'),
      // Readers of codes type like keyboards: plain letters arrive whole on any of them.
      qr: { text: words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '')).join(' '), caption: say(language, 'seal.rootQr'), least: 36 },
      fingerprint: { label: say(language, 'seal.rootFingerprint'), words: fingerprint },
      paragraphs: [
        { heading: say(language, 'seal.rootDo'), lines: [say(language, 'seal.rootDo1'), say(language, 'seal.rootDo2'), say(language, 'seal.rootDo3'), say(language, 'seal.rootDo4')] },
        { heading: say(language, 'seal.rootWhy'), lines: [say(language, 'seal.rootWhy1'), say(language, 'seal.rootWhy2'), say(language, 'seal.rootWhy3')] },
      ],
      foot: `${title} · ${longDate(today(), language)}`,
      page: say(language, 'seal.secret'),
    },
    { signal },
  )
  return files.writePassing(`${title} - ${today()}.pdf`, paper)
}

interface ListSheet {
  /** COSE bytes. */
  readonly list: Uint8Array
  readonly issuedAt: string
  readonly nextOn: string
  readonly annulled: number
  readonly fingerprint: string
  readonly ruc: string
}

/** The annulment list for the notice board. */
export async function listSheet({ read, files, signal, language, today }: JobContext, { list, issuedAt, nextOn, annulled, fingerprint, ruc }: ListSheet): Promise<FileRef> {
  const header = await read((db) => headerOf(db, today(), null))
  const title = say(language, 'seal.listTitle')
  const day = limaDay(new Date(issuedAt))
  const fits = list.length <= mostInSymbol
  const paper = drawSealPaper(
    {
      language, title, subtitle: null, header, madeAt: issuedAt, words: [],
      facts: [
        { label: say(language, 'seal.listDate'), value: longDate(day, language) },
        { label: say(language, 'seal.listNext'), value: longDate(nextOn, language) },
        { label: say(language, 'seal.listCount'), value: String(annulled) },
        { label: say(language, 'seal.ruc'), value: ruc },
      ],
      notice: fits ? say(language, 'seal.listNotice', { day: longDate(day, language), next: longDate(nextOn, language) }) : say(language, 'seal.listTooLong'),
      qr: fits ? { text: toDigits(list), caption: say(language, 'seal.listQr'), least: 64 } : null,
      fingerprint: { label: say(language, 'seal.fingerprint'), words: fingerprint },
      paragraphs: [{ heading: say(language, 'seal.listWhat'), lines: [say(language, 'seal.listWhat1'), say(language, 'seal.listWhat2'), say(language, 'seal.listWhat3')] }],
      foot: `${title} · ${longDate(day, language)}`,
      page: say(language, 'actas.page').replace('{n}', '1').replace('{of}', '1'),
    },
    { signal },
  )
  return files.write(`${title} ${day} - ${header.entityName}.pdf`, paper)
}
