import { createHash } from 'node:crypto'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import type { PaperWords } from '../../src/main/documents/design/words.ts'
import type { DesignDocument } from '../../src/shared/contract/designs.ts'
import { frozenLook, frozenOwn } from '../../src/shared/contract/frozen.ts'
import type { FrozenLook, FrozenOwn, FrozenPaper } from '../../src/shared/contract/frozen.ts'
import { ownFields } from '../../src/shared/domain/design/fields.ts'
import type { FieldName } from '../../src/shared/domain/design/fields.ts'
import { hashOf } from './certificate-sample.ts'

// An invented paper of the second shape, for tests, benchmarks and pictures.

export interface Wanted {
  readonly document?: DesignDocument
  readonly words?: PaperWords
  readonly look?: Partial<FrozenLook>
  readonly own?: Partial<FrozenOwn>
  readonly fields?: FrozenOwn['fields']
}

/** Bytes of a seal that is none, of so many bytes. */
export function sampleSeal(bytes: number, seed = 1): string {
  const blocks = Array.from({ length: Math.ceil(bytes / 32) }, (_, at) => createHash('sha256').update(`${seed} ${at}`).digest())
  return Buffer.concat(blocks).subarray(0, bytes).toString('base64')
}

/** A valid paper, with what the test changes. */
export function samplePaper({ document = modelDocument('sober'), words = sampleWords('usual', { paperKind: 'certificado', role: 'participant', language: 'es' }), look = {}, own = {}, fields = {} }: Wanted = {}): FrozenPaper {
  const isOwn = (name: string) => ownFields.has(name as FieldName)
  const given = Object.entries(words.fields)
  const text = (name: FieldName) => String(words.fields[name] ?? '')
  const whole = frozenLook.parse({
    format: 2, paperKind: 'certificado', role: 'participant', language: 'es', design: { ref: 'sober', name: 'Sobrio', version: null }, document,
    entityName: text('entidad'), heading: text('encabezado'),
    logos: [{ assetHash: hashOf('logo-municipalidad'), name: 'Municipalidad' }, { assetHash: hashOf('logo-escuela'), name: 'Escuela' }, { assetHash: hashOf('logo-fondo'), name: 'Fondo' }],
    signatories: words.signatories.map((one, at) => ({ ...one, imageHash: hashOf((['firma-1', 'firma-2', 'firma-3', 'firma-4'] as const)[at] ?? 'firma-1') })),
    withSyllabus: words.withSyllabus,
    fields: Object.fromEntries(given.filter(([name]) => !isOwn(name))),
    tables: { syllabus: words.tables['syllabus'] ?? [] },
    ...look,
  })
  return {
    format: 2,
    look: whole,
    own: frozenOwn.parse({
      format: 2, look: createHash('sha256').update(JSON.stringify(whole)).digest('hex'), issuedOn: '2026-11-22', issuedAt: '2026-11-22T15:04:05.000Z',
      number: text('numero'), version: 1, personName: text('nombre'), code: '7K3QMX9P2A', seal: sampleSeal(words.qr !== null && words.qr.length > 1000 ? 481 : 278), qr: { kind: 'seal', prefix: '' },
      fields: { ...Object.fromEntries(given.filter(([name]) => isOwn(name))), ...fields }, tables: {},
      ...own,
    }),
  }
}
