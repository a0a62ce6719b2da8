import type { FrozenLook, FrozenPaper } from '../../../shared/contract/frozen.ts'
import type { FieldName, FieldValue, FieldValues } from '../../../shared/domain/design/fields.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { toDigits } from '../../../shared/domain/seal/digits.ts'

/** Everything that a design's page says of one paper. */
export interface PaperWords {
  readonly fields: FieldValues
  /** Rows of its tables by source, each cell by the column's field. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>
  /** On one line, the entity's first. */
  readonly logos: readonly { readonly assetHash: string; readonly name: string }[]
  /** Left to right. */
  readonly signatories: readonly { readonly name: string; readonly post: string; readonly entity: string | null; readonly imageHash: string | null }[]
  /** What the QR says; null: the page has none. */
  readonly qr: string | null
  /** Whether pages `when: 'syllabus'` are drawn. */
  readonly withSyllabus: boolean
}

/**
 * The words of an issued paper, its own before those of its look. Number, name and code are said from where they are
 * frozen when no field says them otherwise.
 */
export function wordsOf({ look, own }: FrozenPaper): PaperWords {
  const always: Partial<Record<FieldName, FieldValue>> = { numero: own.number, nombre: own.personName, codigo: groupedCode(own.code) }
  return {
    fields: { ...always, ...(look.fields as FieldValues), ...(own.fields as FieldValues) },
    tables: { ...look.tables, ...own.tables },
    logos: look.logos,
    signatories: look.signatories,
    qr: qrTextOf(own),
    withSyllabus: look.withSyllabus,
  }
}

/** The words that the papers of one look share: what a layer drawn once for all of them may show. */
export function sharedWordsOf(look: FrozenLook): PaperWords {
  return { fields: look.fields as FieldValues, tables: look.tables, logos: look.logos, signatories: look.signatories, qr: null, withSyllabus: look.withSyllabus }
}

/** What the QR of an issued paper says: the seal's digits behind the office's address, or the facts as text. */
export function qrTextOf(own: FrozenPaper['own']): string {
  if (own.qr.kind === 'text') return own.qr.text
  return own.seal === null ? own.qr.prefix : `${own.qr.prefix}${toDigits(Buffer.from(own.seal, 'base64'))}`
}
