import { createHash } from 'node:crypto'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import type { PaperWords } from '../../src/main/documents/design/words.ts'
import { designDocument } from '../../src/shared/contract/designs.ts'
import type { DesignDocument } from '../../src/shared/contract/designs.ts'
import { frozenLook, frozenOwn } from '../../src/shared/contract/frozen.ts'
import type { FrozenLook, FrozenOwn, FrozenPaper } from '../../src/shared/contract/frozen.ts'
import { ownFields } from '../../src/shared/domain/design/fields.ts'
import type { FieldName } from '../../src/shared/domain/design/fields.ts'
import { plainValue } from '../../src/shared/domain/design/template.ts'
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
  const text = (name: FieldName) => plainValue(words.fields[name])
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

/** A design of an office: upright, with one of everything, turned, covered and stretched. */
export const workshop: DesignDocument = designDocument.parse({
  format: 1,
  styles: [
    { id: 'title', name: 'Título', face: 'displayBlack', size: 30, colour: '#204a63', align: 'center', leading: 1.2, spacing: 2, capitals: true },
    { id: 'text', name: 'Texto', face: 'sans', size: 11, colour: '#222222', align: 'left', leading: 1.4, spacing: 0, capitals: false },
    { id: 'small', name: 'Pequeño', face: 'serifItalic', size: 8, colour: '#555555', align: 'right', leading: 1.2, spacing: 0.2, capitals: false },
  ],
  pages: [
    {
      id: 'p1', name: 'Única', width: 148, height: 210, background: '#fbf7ee', backgroundImage: null, when: 'always',
      elements: [
        { ...part('e1', 0, 0, 148, 14), kind: 'ornament', ornament: 'textileBand', colour: '#a5223b', accent: '#1f7a6d' },
        { ...part('e2', 8, 18, 40, 20), kind: 'image', hash: hashOf('logo-fondo'), fit: 'cover', alt: 'Fondo para el Buen Gobierno' },
        { ...part('e3', 100, 18, 30, 20, 12), kind: 'image', hash: hashOf('logo-escuela'), fit: 'contain', alt: '' },
        { ...part('e4', 10, 42, 128, 14), kind: 'text', text: '{encabezado}', style: 'title', own: {}, valign: 'middle', fit: 'shrink' },
        { ...part('e5', 10, 60, 128, 18), kind: 'text', text: '{nombre}', style: 'title', own: { face: 'serifBold', capitals: false, size: 26, spacing: 0 }, valign: 'middle', fit: 'name' },
        { ...part('e6', 10, 80, 128, 26), kind: 'text', text: '{enunciado}[\nNota: **{nota}** ({nota_letras})]', style: 'text', own: { align: 'center' }, valign: 'top', fit: 'shrink' },
        { ...part('e7', 10, 108, 60, 12), kind: 'shape', shape: 'rectangle', fill: '#e3eef2', stroke: '#204a63', strokeWidth: 1.5, radius: 4 },
        { ...part('e8', 76, 108, 20, 12, -30), kind: 'shape', shape: 'ellipse', fill: null, stroke: '#a5223b', strokeWidth: 2, radius: 0 },
        { ...part('e9', 10, 124, 82, 26), kind: 'table', source: 'marks', columns: [{ title: 'Evaluación', field: 'evaluacion', share: 4, align: 'left' }, { title: 'Nota', field: 'nota', share: 1, align: 'right' }], rows: [], headStyle: 'small', bodyStyle: 'text', rule: '#204a63' },
        { ...part('e10', 10, 154, 82, 18), kind: 'table', source: 'own', columns: [{ title: '', field: '', share: 1, align: 'left' }, { title: '', field: '', share: 2, align: 'center' }], rows: [['N°', '{numero}'], ['Horas', '**{horas}** {tipo_hora}']], headStyle: 'small', bodyStyle: 'text', rule: null },
        { ...part('e11', 98, 124, 42, 42, 90), kind: 'qr' },
        { ...part('e12', 98, 168, 42, 5), kind: 'text', text: '{codigo}', style: 'small', own: { align: 'center' }, valign: 'middle', fit: 'shrink' },
        { ...part('e13', 10, 174, 128, 28), kind: 'signatures', nameStyle: 'text', postStyle: 'small', rule: '#204a63' },
        { ...part('e14', 113, 76, 60, 6, -90), kind: 'text', text: '{linea_sello}', style: 'small', own: { align: 'center', size: 6 }, valign: 'middle', fit: 'shrink' },
        { ...part('e15', 60, 22, 28, 28), kind: 'ornament', ornament: 'rosette', colour: '#a8863f', accent: '#204a63' },
        { ...part('e16', 4, 204, 140, 2), kind: 'logos', align: 'right' },
      ],
    },
  ],
})

function part(id: string, x: number, y: number, width: number, height: number, turn = 0) {
  return { id, name: null, x, y, width, height, turn, locked: false }
}
