import { expect, test } from 'vitest'
import { checkDesign } from '../../src/main/documents/design/check.ts'
import { layOut } from '../../src/main/documents/design/layout.ts'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import type { PaperWords } from '../../src/main/documents/design/words.ts'
import { designDocument } from '../../src/shared/contract/designs.ts'
import type { DesignDocument, DesignElement } from '../../src/shared/contract/designs.ts'
import { longName } from './certificate-sample.ts'
import { workshop } from './design-sample.ts'

const words = sampleWords('usual', { paperKind: 'certificado', role: 'participant', language: 'es' })
const hash = 'a'.repeat(64)

type Part = Partial<DesignElement> & { readonly kind: DesignElement['kind'] }

/** A sheet of 200 × 100 mm with a name, a QR of 40 mm and these parts, each 50 × 10 mm at (10, 10) unless said. */
function design(parts: readonly Part[], { bare = false }: { readonly bare?: boolean } = {}): DesignDocument {
  const placed = (part: Part, at: number) => ({ id: `e${at}`, name: null, x: 10, y: 10, width: 50, height: 10, turn: 0, locked: false, ...defaults[part.kind], ...part })
  const always: Part[] = bare ? [] : [{ kind: 'text', id: 'name', text: '{nombre}', fit: 'name', x: 10, y: 60, width: 100, height: 20 }, { kind: 'qr', id: 'qr', x: 150, y: 50, width: 40, height: 40 }]
  return designDocument.parse({
    format: 1,
    styles: [{ id: 's', name: 'Texto', face: 'display', size: 12, colour: '#000000', align: 'left', leading: 1.3, spacing: 0, capitals: false }],
    pages: [{ id: 'p', name: '', width: 200, height: 100, background: null, backgroundImage: null, when: 'always', elements: [...always, ...parts].map(placed) }],
  })
}
const defaults: Readonly<Record<DesignElement['kind'], object>> = {
  text: { text: 'Texto', style: 's', own: {}, valign: 'top', fit: 'shrink' }, image: { hash, fit: 'contain', alt: 'Foto' },
  shape: { shape: 'rectangle', fill: '#eeeeee', stroke: null, strokeWidth: 0, radius: 0 }, ornament: { ornament: 'rosette', colour: '#000000', accent: '#000000' }, qr: {}, logos: { align: 'left' },
  signatures: { nameStyle: 's', postStyle: 's', rule: '#000000' }, table: { source: 'own', columns: [{ title: '', field: '', share: 1, align: 'left' }], rows: [], headStyle: 's', bodyStyle: 's', rule: null },
}
const image = (width: number, height: number) => new Map([[hash, { width, height }]])
const found = (document: DesignDocument, given: PaperWords = words, images: ReadonlyMap<string, { width: number; height: number }> = new Map()) =>
  checkDesign(document, given, images).map(({ element, why, params }) => ({ element, why, ...params }))

test('a sound design has nothing to say', () => {
  expect(found(design([]))).toEqual([])
})

test('a design without QR and without the name says both', () => {
  expect(found(design([{ kind: 'text' }], { bare: true }))).toEqual([{ element: null, why: 'noQr' }, { element: null, why: 'noName' }])
})

test('a QR too small says its size and the size that it needs, 0.4 mm a module with its quiet zone', () => {
  const small = design([], { bare: false })
  const shrunk = { ...small, pages: small.pages.map((page) => ({ ...page, elements: page.elements.map((one) => (one.kind === 'qr' ? { ...one, width: 25, height: 25 } : one)) })) }
  expect(found(shrunk)).toEqual([{ element: 'qr', why: 'qrSmall', millimetres: 25, needed: 29.2 }])
  expect(found(shrunk, { ...words, qr: 'corto' })).toEqual([])
})

test.each([
  ['letters that the face lacks', [{ kind: 'text', text: 'Ꮳ ok ✓' }], [{ element: 'e2', why: 'letters', letters: 'Ꮳ ✓', face: 'display' }]],
  ['words outside the page', [{ kind: 'text', x: 160 }], [{ element: 'e2', why: 'outside' }]],
  ['words that only their turn takes outside', [{ kind: 'text', x: 140, y: 2, turn: 45, width: 50 }], [{ element: 'e2', why: 'outside' }]],
  ['artwork may run over the edge', [{ kind: 'ornament', x: -30 }, { kind: 'shape', y: -4, width: 100, height: 8 }], []],
  ['too many words for their room', [{ kind: 'text', text: 'palabra '.repeat(120) }], [{ element: 'e2', why: 'tiny', points: expect.any(Number) }]],
  ['a field that is none', [{ kind: 'text', text: '{nombre} {nota2}' }], [{ element: 'e2', why: 'unknownField', field: 'nota2' }]],
  ['a field that is none, in a table', [{ kind: 'table', rows: [['{nadie}']] }], [{ element: 'e2', why: 'unknownField', field: 'nadie' }]],
  ['words on the QR', [{ kind: 'text', x: 140, y: 60, text: 'Una línea bastante larga' }], [{ element: 'e2', why: 'overlapsQr' }].map((one) => ({ ...one, element: 'qr' }))],
  ['a shape on the QR', [{ kind: 'shape', x: 145, y: 60 }], [{ element: 'qr', why: 'overlapsQr' }]],
  ['a frame around the QR', [{ kind: 'shape', x: 148, y: 48, width: 44, height: 44, fill: null, stroke: '#000000', strokeWidth: 1 }], []],
] as const)('%s', (_, parts, expected) => {
  expect(found(design(parts as unknown as Part[]))).toEqual(expected)
})

test('an image that is gone, and one too coarse to print, are told', () => {
  const document = design([{ kind: 'image', width: 50.8, height: 50.8 }])
  expect(found(document)).toEqual([{ element: 'e2', why: 'imageMissing' }])
  expect(found(document, words, image(200, 200))).toEqual([{ element: 'e2', why: 'imageCoarse', dpi: 100 }])
  expect(found(document, words, image(300, 300))).toEqual([])
})

const lines = (document: DesignDocument, element: string, given: PaperWords = words) => {
  const items = layOut(document, given, new Map()).flatMap((page) => page.items.filter((item) => item.kind === 'text' && item.element === element))
  const rows = Map.groupBy(items, (item) => (item.kind === 'text' ? item.y : 0))
  return [...rows.values()].map((row) => ({ text: row.map((item) => (item.kind === 'text' ? item.text : '')).join(''), size: row[0]?.kind === 'text' ? row[0].size : 0 }))
}

test('a name shrinks to 60 % on one line, then takes two, and is never cut', () => {
  const named = (nombre: string) => lines(design([]), 'name', { ...words, fields: { ...words.fields, nombre } })
  expect(named('Ana Zúñiga')).toEqual([{ text: 'Ana Zúñiga', size: 12 }])
  const one = named('María Guadalupe Huamanchumo Villavicencio de la Torre')
  expect(one).toHaveLength(1)
  expect(one[0]?.size).toBeGreaterThanOrEqual(7.2)
  const two = named(`${longName}`)
  expect(two).toHaveLength(2)
  expect(two.map((line) => line.text).join(' ').replaceAll(/ +/g, ' ')).toBe(longName)
})

test('a text keeps its size while it fits, and shrinks whole when it does not', () => {
  const said = 'Uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce'
  const [short] = lines(design([{ kind: 'text', text: 'Uno dos' }]), 'e2')
  expect(short).toEqual({ text: 'Uno dos', size: 12 })
  const long = lines(design([{ kind: 'text', text: said }]), 'e2')
  expect(long.map((line) => line.text.trim()).join(' ')).toBe(said)
  expect(long.every((line) => line.size < 12)).toBe(true)
})

test('a list that no page holds goes on, on a second one, with every row once', () => {
  const syllabus = Array.from({ length: 260 }, (_, at) => ({ n: String(at + 1), tema: `Tema número ${at + 1} de la gestión pública, con sus lecturas, su taller y su evaluación`, horas: '2' }))
  const pages = layOut(modelDocument('sober'), { ...words, tables: { ...words.tables, syllabus } }, new Map())
  expect(pages.length).toBeGreaterThan(2)
  const said = pages.flatMap((page) => page.items.map((item) => (item.kind === 'text' ? item.text : ''))).join(' ')
  expect(syllabus.filter(({ n }) => said.split(`Tema número ${n} de`).length !== 2)).toEqual([])
  expect(layOut(modelDocument('sober'), { ...words, withSyllabus: false }, new Map())).toHaveLength(1)
})

test('what a design of an office shows is laid out where it stands, turned about its middle', () => {
  const [page] = layOut(workshop, words, new Map())
  expect({ width: page?.width, height: page?.height }).toEqual({ width: 419.53, height: 595.28 })
  const turned = page?.items.find((item) => item.element === 'e14')
  expect(turned?.copies).toEqual([[0, -1, 1, 0, expect.any(Number), expect.any(Number)]])
  const qr = page?.items.filter((item) => item.element === 'e11')
  expect(qr?.map((item) => item.kind)).toEqual(['path', 'path'])
  expect(page?.items.some((item) => item.element === 'e9' && item.kind === 'text' && item.text === 'Plan de acción')).toBe(true)
})

test('the same words are laid out alike every time', () => {
  const document = modelDocument('organiser')
  expect(layOut(document, words, new Map())).toEqual(layOut(structuredClone(document), structuredClone(words), new Map()))
})
