import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { DesignDocument, DesignElement } from '../../src/shared/contract/designs.ts'
import { modelNames } from '../../src/shared/domain/design/models.ts'
import { aCourse, aPerson } from '../support/builders.ts'
import { dropBytes } from '../support/dropped-files.ts'
import { openApp } from '../support/open-app.ts'
import type { OpenApp } from '../support/open-app.ts'
import { pngOf } from '../support/png.ts'

type Api = OpenApp['api']
const looking = { sample: { kind: 'usual' }, paperKind: null, role: null } as const

async function aDesign({ api }: OpenApp, from: Parameters<Api['designs']['create']>[0]['from'] = 'sober', name = 'Certificado 2026'): Promise<{ id: string; document: DesignDocument }> {
  const { id } = await api.designs.create({ name, from, paperKind: 'certificado', role: 'participant' })
  return { id, document: (await api.designs.get({ id })).document }
}

/** The document with another colour behind its first page: the smallest change that shows. */
function tinted(document: DesignDocument, colour: `#${string}`): DesignDocument {
  return { ...document, pages: document.pages.map((page, at) => (at === 0 ? { ...page, background: colour } : page)) }
}

function withElement(document: DesignDocument, element: DesignElement): DesignDocument {
  return { ...document, pages: document.pages.map((page, at) => (at === 0 ? { ...page, elements: [...page.elements, element] } : page)) }
}

/** A PNG of one colour, so many pixels wide and high; `claims` lets its head lie. */
function png(width: number, height: number, claims: { width: number; height: number } = { width, height }): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1), 200)
  for (let row = 0; row < height; row += 1) rows[row * (width * 3 + 1)] = 0
  return pngOf(claims, [8, 2], rows)
}

describe('designs', () => {
  test('every model of the app lays out and draws, and nothing is wrong with it', async () => {
    const app = await openApp()
    const { models } = await app.api.designs.list({})
    expect(models.map((one) => one.model)).toEqual([...modelNames])
    for (const { model, paperKind, role } of models) {
      const { document } = await app.api.designs.get({ id: model })
      const asked = { document, sample: { kind: 'longest' }, paperKind, role } as const
      const { pages, warnings } = await app.api.designs.look(asked)
      expect(pages.length, model).toBeGreaterThanOrEqual(1)
      expect(warnings, model).toEqual([])
      const bytes = await app.bytes(await app.api.designs.draw(asked))
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
  })

  test('what is being worked on outlives a power cut, and becomes a version only when it is saved', async () => {
    const first = await openApp()
    const { id, document } = await aDesign(first)
    const changed = tinted(document, '#fff8e1')
    await first.api.designs.keepDraft({ id, document: changed })
    const app = await first.reopen()
    expect(await app.api.designs.get({ id })).toMatchObject({ isDraft: true, version: 1, document: changed })
    expect(await app.api.designs.get({ id, version: 1 })).toMatchObject({ isDraft: false, document })
    expect(await app.api.designs.save({ id, document: changed })).toMatchObject({ version: 2 })
    expect(await app.api.designs.save({ id, document: changed })).toMatchObject({ version: 2 })
    expect(await app.api.designs.get({ id })).toMatchObject({ isDraft: false, version: 2, versions: [{ version: 2 }, { version: 1 }] })
    await app.api.designs.keepDraft({ id, document })
    await app.api.designs.discardDraft({ id })
    expect((await app.api.designs.get({ id })).document).toEqual(changed)
  })

  test('a draft equal to what was saved is no draft', async () => {
    const app = await openApp()
    const { id, document } = await aDesign(app)
    await app.api.designs.keepDraft({ id, document })
    expect((await app.api.designs.list({})).designs).toMatchObject([{ id, hasDraft: false, version: 1, used: 0 }])
  })

  test('two designs never bear one name, and a removed one frees it', async () => {
    const app = await openApp()
    const { id } = await aDesign(app)
    await expect(aDesign(app, null, 'CERTIFICADO 2026')).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('póngale otro nombre') })
    const other = await aDesign(app, null, 'Otro')
    await expect(app.api.designs.rename({ id: other.id, fields: { name: 'Certificado 2026' } })).rejects.toThrow('póngale otro nombre')
    const { act } = await app.api.designs.remove({ id })
    await expect(app.api.designs.get({ id })).rejects.toMatchObject({ code: 'missing' })
    await app.api.designs.rename({ id: other.id, fields: { name: 'Certificado 2026' } })
    await app.api.history.undo({ act })
    expect((await app.api.designs.list({})).designs.map((one) => one.id).sort()).toEqual([id, other.id].sort())
  })

  test('a design travels to another office with its images, and is the same there', async () => {
    const here = await openApp()
    const { id, document } = await aDesign(here, 'festive', 'Con escudo')
    const image = await here.api.assets.add({ file: await dropBytes(here, 'escudo.png', png(60, 40)) })
    const shown: DesignDocument = withElement(document, { kind: 'image', id: 'shield', name: 'Escudo', x: 20, y: 20, width: 12, height: 8, turn: 0, locked: false, hash: image.hash, fit: 'contain', alt: 'Escudo' })
    await here.api.designs.save({ id, document: shown })
    const file = await here.api.designs.export({ id })
    const carried = await readFile(here.path(file))
    expect(Buffer.compare(carried, await readFile(here.path(await here.api.designs.export({ id }))))).toBe(0)

    const there = await openApp()
    const loaded = await there.api.designs.load({ file: await dropBytes(there, file.name, carried) })
    expect(loaded.name).toBe('Con escudo')
    const seen = await there.api.designs.get({ id: loaded.id })
    expect(seen).toMatchObject({ document: shown, paperKind: 'certificado', role: 'participant', version: 1 })
    const { warnings } = await there.api.designs.look({ ...looking, document: seen.document })
    expect(warnings.filter((one) => one.why === 'imageMissing')).toEqual([])
    const { act } = loaded
    await there.api.history.undo({ act })
    expect((await there.api.designs.list({})).designs).toEqual([])
  })

  test('a file of a newer version, a damaged one, and one that is no design say so, and change nothing', async () => {
    const app = await openApp()
    const { id } = await aDesign(app)
    const whole = JSON.parse((await app.bytes(await app.api.designs.export({ id }))).toString('utf8')) as Record<string, unknown> & { document: Record<string, unknown> }
    const before = await app.tables()
    const load = async (name: string, text: string): Promise<unknown> => app.api.designs.load({ file: await dropBytes(app, name, text) })
    await expect(load('a.json', JSON.stringify({ ...whole, format: 2 }))).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('versión más nueva') })
    await expect(load('b.json', JSON.stringify({ ...whole, document: { ...whole.document, format: 7, layers3d: [] } }))).rejects.toThrow('versión más nueva')
    await expect(load('c.json', JSON.stringify({ ...whole, document: { ...whole.document, pages: [] } }))).rejects.toThrow('dañado o incompleto')
    await expect(load('d.json', JSON.stringify({ ...whole, images: [{ hash: '0'.repeat(64), name: 'x', base64: 'AAAA' }] }))).rejects.toThrow('dañado o incompleto')
    await expect(load('e.json', JSON.stringify(whole).slice(0, 400))).rejects.toThrow('no es un diseño')
    await expect(load('f.json', '{"hola":1}')).rejects.toThrow('no es un diseño')
    expect(await app.tables()).toEqual(before)
    expect(app.bugs).toEqual([])
  })

  test('an image of a hundred megapixels is refused by its head, before it is opened', async () => {
    const app = await openApp()
    const huge = png(4, 4, { width: 10_000, height: 10_000 })
    await expect(app.api.assets.add({ file: await dropBytes(app, 'bandera.png', huge) })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('demasiado grande') })
  })
})

describe('the look of a design', () => {
  test('shows the longest real name of the office', async () => {
    const app = await openApp()
    await app.api.people.create(aPerson({ givenNames: 'ANA', firstSurname: 'RÍOS' }))
    await app.api.people.create(aPerson({ givenNames: 'MARÍA DE LOS ÁNGELES GUADALUPE', firstSurname: 'DE LA TORRE-UGARTE', secondSurname: 'VILLAVICENCIO VIUDA DE HUAMANCHUMO' }))
    const { document } = await app.api.designs.get({ id: 'sober' })
    const { pages } = await app.api.designs.look({ ...looking, document, sample: { kind: 'longestKnown' } })
    const words = pages[0]?.items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])).join(' ') ?? ''
    expect(words.toUpperCase()).toContain('HUAMANCHUMO')
  })

  test('a QR too small is warned of with the size it needs, and so is what covers it', async () => {
    const app = await openApp()
    const { document } = await app.api.designs.get({ id: 'sober' })
    const small: DesignDocument = { ...document, pages: document.pages.map((page) => ({ ...page, elements: page.elements.map((one) => (one.kind === 'qr' ? { ...one, width: 15, height: 15 } : one)) })) }
    const { warnings } = await app.api.designs.look({ ...looking, document: small })
    const found = warnings.find((one) => one.why === 'qrSmall')
    expect(found?.sentence).toMatch(/El QR mide 15 mm y necesita (2[5-9]|3\d)(\.\d)? mm/)
    const qr = document.pages[0]?.elements.find((one) => one.kind === 'qr')
    if (qr === undefined) throw new Error('the model has no QR')
    const covered = withElement(document, { kind: 'shape', id: 'lid', name: null, x: qr.x + 5, y: qr.y + 5, width: 10, height: 10, turn: 0, locked: false, shape: 'rectangle', fill: '#ff0000', stroke: null, strokeWidth: 0, radius: 0 })
    expect((await app.api.designs.look({ ...looking, document: covered })).warnings).toContainEqual(expect.objectContaining({ why: 'overlapsQr' }))
  })

  test('a face that lacks a letter of somebody in the group is warned of by that letter', async () => {
    const app = await openApp()
    const { cohortId } = await aCourse(app.api)
    const person = await app.api.people.create(aPerson({ givenNames: 'ELENI θ', firstSurname: 'TSAMAJƗIN' }))
    await app.api.enrolments.add({ cohortId, personIds: [person.id], role: 'participant' })
    const enrolmentId = (await app.api.enrolments.list({ cohortId }))[0]?.id ?? ''
    const { id, document } = await aDesign(app, null, 'Moderno')
    const named = withElement(document, {
      kind: 'text', id: 'name', name: null, x: 40, y: 80, width: 217, height: 20, turn: 0, locked: false, text: '{nombre}', style: 'name', own: { face: 'display' }, valign: 'middle', fit: 'name',
    })
    await app.api.designs.save({ id, document: named })
    const lacking = (await app.api.designs.check({ id, enrolmentIds: [enrolmentId] })).filter((one) => one.why === 'letters')
    expect(lacking).toHaveLength(1)
    expect(lacking[0]?.sentence).toMatch(/θ|Θ/)
  })
})
