import { drawPrintFile, drawSeparateFiles } from '../../src/main/documents/certificate-batch.ts'
import { layOut } from '../../src/main/documents/design/layout.ts'
import { modelDocument } from '../../src/main/documents/design/models.ts'
import { sampleWords } from '../../src/main/documents/design/samples.ts'
import { qrTextOf } from '../../src/main/documents/design/words.ts'
import type { DesignDocument, DesignElement } from '../../src/shared/contract/designs.ts'
import type { AnyFrozen } from '../../src/shared/contract/frozen.ts'
import { modelNames } from '../../src/shared/domain/design/models.ts'
import { sampleAssets, sampleCertificate } from '../documents/certificate-sample.ts'
import { samplePaper, sampleSeal } from '../documents/design-sample.ts'
import { medianOf, report } from './measure.ts'

// Designs: how long a page takes to lay out, and papers of a design against those of the models that were code, with QRs of
// the same size. One process, warm threads.

const count = Number(process.env['BENCH_PAPERS'] ?? 1000)
const words = sampleWords('usual', { paperKind: 'certificado', role: 'participant', language: 'es' })

/** The sober model with texts, shapes and fields up to so many elements on its page. */
function crowded(elements: number): DesignDocument {
  const model = modelDocument('sober')
  const [front] = model.pages
  if (front === undefined) return model
  const more = Array.from({ length: elements - front.elements.length }, (_, at): DesignElement => {
    const placed = { id: `m${at}`, name: null, x: 10 + (at % 10) * 27, y: 10 + Math.floor(at / 10) * 18, width: 25, height: 12, turn: 0, locked: false }
    if (at % 3 === 0) return { ...placed, kind: 'shape', shape: 'rectangle', fill: '#eeeeee', stroke: null, strokeWidth: 0, radius: 2 }
    return { ...placed, kind: 'text', text: at % 3 === 1 ? `{nombre} ${at}` : `Texto número ${at} del taller de gestión pública`, style: 'text', own: {}, valign: 'top', fit: 'shrink' }
  })
  return { ...model, pages: [{ ...front, elements: [...front.elements, ...more] }] }
}

for (const elements of [30, 100, 400]) {
  const document = crowded(elements)
  report(`a page of ${elements} elements laid out`, `${(await medianOf(15, () => layOut(document, words, new Map()))).toFixed(1)} ms`)
}
for (const model of modelNames) {
  const items = layOut(modelDocument(model), words, new Map())
  report(`the model ${model}, as the screen is sent it`, `${Math.round(JSON.stringify(items).length / 1024)} KB`)
}

const papers = Array.from({ length: count }, (_, at) => {
  const number = `N° ${String(at + 1).padStart(4, '0')}-2026-MPC/GRH`
  const name = `María Elena ${['Quispe', 'Ñahui', 'Tsamajẽin', 'Cueva'][at % 4]} ${['Huamán', 'Rojas', 'Ccahuana'][at % 3]}`
  return { number, name, seal: sampleSeal(278, at) }
})
const shared = samplePaper({ look: { withSyllabus: false } })
const second: AnyFrozen[] = papers.map(({ number, name, seal }) => ({ ...shared, own: { ...shared.own, number, personName: name, seal, fields: { ...shared.own.fields, numero: number, nombre: name } } }))
const first: AnyFrozen[] = papers.map(({ number, name }, at) => sampleCertificate({ number, personName: name, qrText: second[at]?.format === 2 ? qrTextOf(second[at].own) : '' }))
const facts: AnyFrozen[] = papers.map(({ number, name }) => sampleCertificate({ number, personName: name }))

async function separate(batch: readonly AnyFrozen[]): Promise<{ ms: number; bytes: number }> {
  const start = performance.now()
  let bytes = 0
  for await (const file of drawSeparateFiles(batch, sampleAssets)) bytes += file.bytes.length
  return { ms: performance.now() - start, bytes }
}

async function together(batch: readonly AnyFrozen[]): Promise<{ ms: number; bytes: number }> {
  const start = performance.now()
  let bytes = 0
  for await (const chunk of drawPrintFile(batch, sampleAssets)) bytes += chunk.length
  return { ms: performance.now() - start, bytes }
}

for (const [what, draw] of [['separate', separate], ['in one file', together]] as const) {
  const figures = new Map<string, { ms: number; bytes: number }>()
  for (const [shape, batch] of [['first shape, small QR', facts], ['first shape, QR of a seal', first], ['a design', second]] as const) {
    await draw(batch.slice(0, 50))
    figures.set(shape, await draw(batch))
  }
  const beside = figures.get('first shape, QR of a seal')?.ms ?? 1
  for (const [shape, { ms, bytes }] of figures) {
    report(`${count} papers ${what}: ${shape}`, `${Math.round(ms)} ms`, `${(ms / beside).toFixed(2)} ×, ${Math.round(bytes / count / 1024)} KB each`)
  }
}
