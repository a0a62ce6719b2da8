import type { DesignDocument } from '../../../shared/contract/designs.ts'
import type { FrozenPaper } from '../../../shared/contract/frozen.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { PaperWords } from '../../documents/design/words.ts'

/** A paper that was never issued, to be drawn as issued ones are: the design with sample words. */
export function proofOf(document: DesignDocument, words: PaperWords, { language, today }: { readonly language: Language; readonly today: string }): FrozenPaper {
  const title = say(language, 'paperDesigns.proof')
  return {
    format: 2,
    look: {
      format: 2, paperKind: 'constancia', role: 'participant', language, design: { ref: '', name: title, version: null }, document,
      entityName: plain(words.fields.entidad) || title, heading: title,
      logos: words.logos.map((logo) => ({ ...logo })), signatories: words.signatories.map((one) => ({ ...one })), withSyllabus: words.withSyllabus, fields: {}, tables: {},
    },
    own: {
      format: 2, look: '', issuedOn: today, issuedAt: `${today}T12:00:00.000Z`, number: plain(words.fields.numero) || title, version: 1, personName: plain(words.fields.nombre) || title, code: '0000000000',
      seal: null, qr: { kind: 'text', text: words.qr ?? title },
      fields: copied(words.fields), tables: Object.fromEntries(Object.entries(words.tables).map(([source, rows]) => [source, rows.map((row) => ({ ...row }))])),
    },
  }
}

function plain(value: PaperWords['fields'][keyof PaperWords['fields']]): string {
  return value === undefined || typeof value === 'string' ? (value ?? '') : value.map((span) => span.text).join('')
}

function copied(fields: PaperWords['fields']): FrozenPaper['own']['fields'] {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : value.map((span) => ({ ...span }))]))
}
