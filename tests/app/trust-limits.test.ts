import { expect, it } from 'vitest'
import { anotherComputer, carried } from '../support/another-computer.ts'
import { anOffice } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { undoAnswer } from '../support/undo-answer.ts'
import { aGroup } from './certificates-support.ts'
import { issuedPapers, procedure } from './corrections-support.ts'
import { anOfficeWith, codeOf } from './numbering-support.ts'

it('saving a version of a design or leaving its draft is for good, in a sentence; making one is taken back whole', async () => {
  const opened = await openApp()
  const { api } = opened
  const { id, act } = await api.designs.create({ name: 'El nuestro', from: 'sober', paperKind: null, role: null })
  const { document } = await api.designs.get({ id })
  const changed = { ...document, pages: document.pages.map((page) => ({ ...page, background: '#ffeedd' as const })) }
  await api.designs.keepDraft({ id, document: changed })
  const sentence = 'Esto no se deshace: las versiones guardadas de un diseño quedan, y un borrador descartado no vuelve.'
  expect(await undoAnswer(opened, (await api.designs.discardDraft({ id })).act)).toBe(sentence)
  expect(await undoAnswer(opened, (await api.designs.save({ id, document: changed })).act)).toBe(sentence)
  await api.designs.keepDraft({ id, document })
  expect(await undoAnswer(opened, (await api.designs.save({ id, document })).act)).toBe(sentence)
  expect(await api.designs.get({ id })).toMatchObject({ version: 3, isDraft: false })
  expect((await api.history.undo({ act })).kept).toEqual([])
  expect((await api.designs.list({})).designs).toEqual([])
})

it('what was corrected, annulled, signed or set aside says why it is not undone', async () => {
  const opened = await openApp()
  const { api } = opened
  const { ids, office } = await issuedPapers(opened, [2], { sealed: true })
  const { correctionId } = await api.corrections.reissue({ certificateIds: ids.slice(0, 1), ...procedure })
  const [corrected] = await api.history.of({ entity: 'corrections', id: correctionId })
  expect(await undoAnswer(opened, corrected?.act ?? '')).toBe('Esto no se deshace: lo que se corrigió o se anuló queda así en el registro. Si fue un error, emita el documento otra vez.')
  const list = await api.seal.publishList({ nextOn: '2026-12-22' })
  expect(await undoAnswer(opened, list.act)).toBe('Esto no se deshace: lo que ya se firmó con el sello de la oficina puede estar en otras manos.')
  const other = await anotherComputer()
  const block = await api.numbering.reserve({ seriesId: office.seriesId, year: 2026, count: 10, holder: await codeOf(other), holderName: 'Jaén' })
  expect(await undoAnswer(opened, block.act)).toBe('Esto no se deshace: esos números ya se apartaron y otra computadora puede estar usándolos. Puede devolver el bloque.')
})

it('a block with fewer numbers than people gives none of them, however many batches they are', async () => {
  const opened = await openApp()
  const { api } = opened
  const { seriesId } = await anOffice(opened)
  const other = await anotherComputer()
  const { issue } = await anOfficeWith(other, 401)
  const block = await api.numbering.reserve({ seriesId, year: 2026, count: 400, holder: await codeOf(other), holderName: 'Jaén' })
  await other.api.numbering.loadBlock({ file: await carried(opened, other, await api.numbering.exportBlock({ blockId: block.id })) })
  await expect(issue(401, seriesId)).rejects.toThrow(/400/)
  expect((await other.api.certificates.list({})).total).toBe(0)
})

it('who is issued to twice at once gets one paper, and the other says that she was left out', async () => {
  const opened = await openApp()
  const { choice } = await aGroup(opened, 3)
  const both = await Promise.all([opened.api.certificates.issue(choice), opened.api.certificates.issue(choice)])
  expect(both.map(({ issued, leftOut }) => `${issued.length} ${leftOut}`).toSorted()).toEqual(['0 3', '3 0'])
  expect((await opened.api.certificates.list({})).total).toBe(3)
})

it('what a paste brings between the letters of a reason stays out of the register', async () => {
  const opened = await openApp()
  const { api } = opened
  const { ids } = await issuedPapers(opened, [1])
  const { issued } = await api.corrections.reissue({ certificateIds: [...ids], ...procedure, reason: 'Decía\u0000 otro\u0007 apellido\ud800\u0085' })
  expect((await api.certificates.get({ id: ids[0] ?? '' })).replacedBy?.reason).toBe('Decía otro apellido\ufffd')
  await api.delivery.handOver({ certificateIds: issued, handedOn: '2026-11-22', to: { kind: 'proxy', name: 'Ana\u0000 Paz', document: '20000001\u0000', note: null } })
  expect((await api.delivery.get({ certificateId: issued[0] ?? '' })).handovers).toMatchObject([{ proxyName: 'Ana Paz', proxyDocument: '20000001' }])
  expect(opened.bugs).toEqual([])
})
