import { createHash, randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import canonicalize from 'canonicalize'
import { describe, expect, it } from 'vitest'
import { anotherComputer, carried } from '../support/another-computer.ts'
import { anOffice } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'
import { anOfficeWith, codeOf } from './numbering-support.ts'

const plain = { unitSiglas: null, book: null, rowsPerFolio: 25 }

describe('two computers that number offline', () => {
  it('never give the same number, keep one series, and both explain what they lack', async () => {
    const first = await openApp()
    const second = await anotherComputer()
    const here = await anOfficeWith(first, 12)
    const there = await anOfficeWith(second, 12)
    expect(await here.issue(2)).toEqual(['N° 001-2026-MPC/GRH', 'N° 002-2026-MPC/GRH'])
    const { id: blockId } = await first.api.numbering.reserve({ seriesId: here.seriesId, year: 2026, count: 5, holder: (await codeOf(second)).toLowerCase(), holderName: 'Sede Chota' })
    const file = await carried(first, second, await first.api.numbering.exportBlock({ blockId }))
    expect(await second.api.numbering.loadBlock({ file })).toMatchObject({ first: 'N° 003-2026-MPC/GRH', last: 'N° 007-2026-MPC/GRH', printedThere: null })
    const numbers = [await here.issue(3), await there.issue(4, here.seriesId), await here.issue(2), await there.issue(1, here.seriesId)].flat()
    expect(numbers.toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => `N° ${String(at + 3).padStart(3, '0')}-2026-MPC/GRH`))
    expect(new Set(numbers).size).toBe(10)
    expect((await second.api.certificates.list({ seriesId: here.seriesId })).rows).toHaveLength(5)
    const asked = { seriesId: here.seriesId, year: 2026 }
    expect(await first.api.numbering.gaps(asked)).toEqual([{ first: 3, last: 7, because: 'block', explanation: 'reservados para Sede Chota' }])
    expect(await second.api.numbering.gaps(asked)).toEqual([{ first: 1, last: 2, because: 'block', explanation: expect.stringContaining('que lleva la serie') as string }])
  })

  it('stop at the end of their block, and say whom to ask for another', async () => {
    const keeper = await anotherComputer()
    const holder = await openApp()
    const here = await anOfficeWith(keeper, 1)
    const there = await anOfficeWith(holder, 8)
    const block = async (count: number): Promise<void> => {
      const { id: blockId } = await keeper.api.numbering.reserve({ seriesId: here.seriesId, year: 2026, count, holder: await codeOf(holder), holderName: 'Sede Jaén' })
      await holder.api.numbering.loadBlock({ file: await carried(keeper, holder, await keeper.api.numbering.exportBlock({ blockId })) })
    }
    await block(2)
    const owner = await codeOf(keeper)
    await expect(there.issue(3, here.seriesId)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(`el equipo ${owner.slice(0, 5)}-${owner.slice(5)}`) as string })
    expect(await there.issue(2, here.seriesId)).toEqual(['N° 001-2026-MPC/GRH', 'N° 002-2026-MPC/GRH'])
    await expect(there.issue(1, here.seriesId)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('no le quedan números de 2026') as string })
    const [seen] = (await holder.api.numbering.list({})).filter((one) => one.id === here.seriesId)
    expect(seen).toMatchObject({ isOurs: false, left: 0, nextNumber: '' })
    expect(await here.issue(1)).toEqual(['N° 003-2026-MPC/GRH'])
    // Another block goes on after what the keeper gave meanwhile; a batch may reach over both.
    await block(1)
    await block(4)
    expect(await there.issue(3, here.seriesId)).toEqual(['N° 004-2026-MPC/GRH', 'N° 005-2026-MPC/GRH', 'N° 006-2026-MPC/GRH'])
    expect((await holder.api.numbering.list({})).find((one) => one.id === here.seriesId)).toMatchObject({ isOurs: true, left: 2, nextNumber: 'N° 007-2026-MPC/GRH' })
    await expect(there.issue(1, here.seriesId, '2027-01-04')).rejects.toMatchObject({ code: 'refused' })
  })

  it('put the own series that would print the same numbers away, and one that gave numbers numbers no more', async () => {
    const keeper = await anotherComputer()
    const holder = await openApp()
    const here = await anOfficeWith(keeper, 1)
    const there = await anOfficeWith(holder, 3)
    await there.issue(1)
    await keeper.api.numbering.startAfter({ id: here.seriesId, year: 2026, last: 40 })
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId: here.seriesId, year: 2026, count: 10, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    await holder.api.numbering.loadBlock({ file: await carried(keeper, holder, await keeper.api.numbering.exportBlock({ blockId })) })
    await expect(there.issue(1)).rejects.toMatchObject({ code: 'refused' })
    expect(await there.issue(1, here.seriesId)).toEqual(['N° 041-2026-MPC/GRH'])
    const untouched = await keeper.api.numbering.list({})
    const constancias = await keeper.api.numbering.reserve({ seriesId: here.constanciaSeriesId, year: 2026, count: 10, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    await holder.api.numbering.loadBlock({ file: await carried(keeper, holder, await keeper.api.numbering.exportBlock({ blockId: constancias.id })) })
    expect((await holder.api.numbering.list({})).filter((one) => one.paperKind === 'constancia').map((one) => one.id)).toEqual(untouched.filter((one) => one.paperKind === 'constancia').map((one) => one.id))
  })
})

describe("a block's file", () => {
  it('loaded twice changes nothing the second time, and not after the block was returned either', async () => {
    const keeper = await anotherComputer()
    const holder = await openApp()
    const { seriesId } = await anOffice(keeper)
    await anOffice(holder)
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId, year: 2026, count: 10, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    const file = await carried(keeper, holder, await keeper.api.numbering.exportBlock({ blockId }))
    await holder.api.numbering.loadBlock({ file })
    const once = await holder.tables()
    await holder.api.numbering.loadBlock({ file })
    expect(await holder.tables()).toEqual(once)
    await holder.api.numbering.returnBlock({ blockId, reason: 'Se cerró la sede' })
    const returned = await holder.tables()
    await holder.api.numbering.loadBlock({ file })
    expect(await holder.tables()).toEqual(returned)
  })

  it('is refused by any other computer, after any change, from a newer version, and where it is something else', async () => {
    const keeper = await openApp()
    const holder = await anotherComputer()
    const { seriesId } = await anOffice(keeper)
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId, year: 2026, count: 10, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    const made = await keeper.api.numbering.exportBlock({ blockId })
    const before = await keeper.tables()
    const load = async (text: string): Promise<unknown> => {
      const path = join(keeper.folder, 'bloque.json')
      await writeFile(path, text)
      return keeper.api.numbering.loadBlock({ file: await keeper.drop(path) })
    }
    const text = await readFile(keeper.path(made), 'utf8')
    await expect(load(text)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('es para «Sede Jaén»') as string })
    const changes = [text.replace('"last": 10', '"last": 900'), text.replace('Sede Jaén', 'Sede Chota'), text.replace(/"hash": "./, '"hash": "x'), text.replace('"year": 2026', '"year": 2027')]
    for (const changed of changes) await expect(load(changed)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('no está como se guardó') as string })
    await expect(load(text.replace('"format": 1', '"format": 2'))).rejects.toMatchObject({ message: expect.stringContaining('versión más nueva') as string })
    for (const other of ['', '{}', '[1]', 'null', text.slice(0, 90), `${text}{`]) await expect(load(other)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('no es un bloque') as string })
    expect(await keeper.tables()).toEqual(before)
    // Laid out anew by another program it says the same.
    expect(JSON.parse(text)).toMatchObject({ series: { id: seriesId }, block: { first: 1, last: 10 }, printed: 'N° 001-2026-MPC/GRH' })
  })

  it('that crosses what is here already is refused: numbers that papers bear, or another block', async () => {
    const holder = await openApp()
    const keeper = await anotherComputer()
    const there = await anOfficeWith(holder, 2)
    const { seriesId } = await anOffice(keeper)
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId, year: 2026, count: 10, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    const made = await keeper.api.numbering.exportBlock({ blockId })
    await there.issue(1)
    // The own series prints the same numbers, and gave the first of them.
    await expect(holder.api.numbering.loadBlock({ file: await carried(keeper, holder, made) })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('ya lo lleva un documento') as string })
    expect((await holder.api.numbering.list({})).filter((one) => one.paperKind === 'certificado').map((one) => one.owner)).toEqual([null])

    const fresh = await anotherComputer()
    const { hash: _, ...body } = JSON.parse(await readFile(keeper.path(made), 'utf8')) as { hash: string; block: object }
    /** As a keeper would write it that was set back to an older copy of its data. */
    const block = async (fields: object): Promise<unknown> => {
      const other = { ...body, block: { ...body.block, holder: await codeOf(fresh), ...fields } }
      const path = join(keeper.folder, 'bloque.json')
      await writeFile(path, JSON.stringify({ ...other, hash: createHash('sha256').update(canonicalize(other) ?? '').digest('hex') }))
      return fresh.api.numbering.loadBlock({ file: await fresh.drop(path) })
    }
    await block({})
    const before = await fresh.tables()
    await expect(block({ id: randomUUID(), first: 10, last: 12 })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('chocan con el bloque 1 a 10 de Sede Jaén') as string })
    await expect(block({ last: 12 })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('con otros números') as string })
    expect(await fresh.tables()).toEqual(before)
  })
})

describe('reserving', () => {
  it('sets aside what comes next, for a computer named by its code, and numbering goes on beyond it', async () => {
    const opened = await openApp()
    const other = await anotherComputer()
    const { seriesId, issue } = await anOfficeWith(opened, 3)
    await issue(1)
    const asked = { seriesId, year: 2026, count: 100, holder: await codeOf(other), holderName: 'Sede Chota' }
    await opened.api.numbering.reserve(asked)
    await opened.api.numbering.reserve({ ...asked, count: 10 })
    expect(await issue(1)).toEqual(['N° 112-2026-MPC/GRH'])
    const [series] = (await opened.api.numbering.list({})).filter((one) => one.id === seriesId)
    expect(series).toMatchObject({ isOurs: true, left: null, owner: await codeOf(opened), nextNumber: 'N° 113-2026-MPC/GRH' })
    expect(series?.blocks.map(({ first, last, given, isHere }) => [first, last, given, isHere])).toEqual([[2, 101, 0, false], [102, 111, 0, false]])
    // Each year has its own.
    expect(await issue(1, seriesId, '2027-01-04')).toEqual(['N° 001-2027-MPC/GRH'])
  })

  it('cannot be undone: the other computer may have numbered already', async () => {
    const opened = await openApp()
    const { seriesId } = await anOffice(opened)
    const { act } = await opened.api.numbering.reserve({ seriesId, year: 2026, count: 5, holder: await codeOf(await anotherComputer()), holderName: 'Sede Chota' })
    await expect(opened.api.history.undo({ act })).rejects.toMatchObject({ code: 'refused' })
  })

  it('is refused for a code copied wrong, for this very computer, and in a series that another keeps', async () => {
    const keeper = await anotherComputer()
    const opened = await openApp()
    const { seriesId } = await anOffice(opened)
    const asked = { seriesId, year: 2026, count: 5, holderName: 'Sede Chota' }
    const code = await codeOf(keeper)
    const swapped = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
    await expect(opened.api.numbering.reserve({ ...asked, holder: swapped })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('mal copiada') as string })
    await expect(opened.api.numbering.reserve({ ...asked, holder: await codeOf(opened) })).rejects.toMatchObject({ message: expect.stringContaining('este mismo equipo') as string })
    const here = await anOffice(keeper)
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId: here.seriesId, year: 2026, count: 5, holder: await codeOf(opened), holderName: 'Sede Chota' })
    await opened.api.numbering.loadBlock({ file: await carried(keeper, opened, await keeper.api.numbering.exportBlock({ blockId })) })
    const foreign = { ...asked, seriesId: here.seriesId, holder: code }
    await expect(opened.api.numbering.reserve(foreign)).rejects.toMatchObject({ message: expect.stringContaining('la lleva el equipo') as string })
    await expect(opened.api.numbering.update({ id: here.seriesId, fields: { pattern: '{corr}-{año}' } })).rejects.toMatchObject({ code: 'refused' })
    await expect(opened.api.numbering.startAfter({ id: here.seriesId, year: 2026, last: 500 })).rejects.toMatchObject({ code: 'refused' })
  })

  it('of a block that was returned leaves its numbers unused for ever, with the reason', async () => {
    const opened = await openApp()
    const { seriesId, issue } = await anOfficeWith(opened, 2)
    await issue(1)
    const { id: blockId } = await opened.api.numbering.reserve({ seriesId, year: 2026, count: 9, holder: await codeOf(await anotherComputer()), holderName: 'Sede Chota' })
    await opened.api.numbering.returnBlock({ blockId, reason: 'el equipo se malogró' })
    expect(await issue(1)).toEqual(['N° 011-2026-MPC/GRH'])
    expect(await opened.api.numbering.gaps({ seriesId, year: 2026 })).toEqual([{ first: 2, last: 10, because: 'block', explanation: 'eran de Sede Chota y se devolvieron sin usar: el equipo se malogró' }])
    await expect(opened.api.numbering.exportBlock({ blockId })).rejects.toMatchObject({ code: 'refused' })
    await expect(opened.api.numbering.returnBlock({ blockId, reason: 'otra vez' })).rejects.toMatchObject({ code: 'refused' })
  })
})

describe('numbers that no paper bears', () => {
  it('are told apart: before Constancia, noted, not explained yet', async () => {
    const opened = await openApp()
    const { api } = opened
    const { seriesId, issue } = await anOfficeWith(opened, 3)
    await api.numbering.startAfter({ id: seriesId, year: 2026, last: 20 })
    await issue(2)
    await api.numbering.startAfter({ id: seriesId, year: 2026, last: 30 })
    await issue(1)
    const asked = { seriesId, year: 2026 }
    await api.numbering.explainGap({ ...asked, first: 23, last: 25, reason: 'Hojas impresas dañadas' })
    expect(await api.numbering.gaps(asked)).toEqual([
      { first: 1, last: 20, because: 'before', explanation: 'dados antes de usar Constancia' },
      { first: 23, last: 25, because: 'noted', explanation: 'Hojas impresas dañadas' },
      { first: 26, last: 30, because: 'unexplained', explanation: '' },
    ])
    // What is said again of the same numbers takes the place of what was said.
    await api.numbering.explainGap({ ...asked, first: 23, last: 30, reason: 'Se numeraron a mano, expediente 118' })
    expect((await api.numbering.gaps(asked)).slice(1)).toEqual([{ first: 23, last: 30, because: 'noted', explanation: 'Se numeraron a mano, expediente 118' }])
  })

  it('are explained only where they are missing', async () => {
    const opened = await openApp()
    const { seriesId, issue } = await anOfficeWith(opened, 2)
    await issue(2)
    const explain = (first: number, last: number): Promise<unknown> => opened.api.numbering.explainGap({ seriesId, year: 2026, first, last, reason: 'porque sí' })
    await expect(explain(1, 2)).rejects.toMatchObject({ code: 'refused', message: 'El número 1 lo lleva un documento: no falta.' })
    await expect(explain(3, 4)).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Todavía no se llega') as string })
    await expect(explain(4, 3)).rejects.toMatchObject({ code: 'refused' })
    expect(await opened.api.numbering.gaps({ seriesId, year: 2026 })).toEqual([])
  })
})

describe('series', () => {
  it('may be several of a kind, each for its unit, but no two that print the same numbers', async () => {
    const opened = await openApp()
    const { issue } = await anOfficeWith(opened, 3)
    const pattern = 'N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}'
    const made = await opened.api.numbering.create({ ...plain, name: 'Certificados de Salud', paperKind: 'certificado', pattern, unitSiglas: 'GDS' })
    expect(await issue(1, made.id)).toEqual(['N° 001-2026-MPC/GDS'])
    expect(await issue(1)).toEqual(['N° 001-2026-MPC/GRH'])
    await expect(opened.api.numbering.create({ ...plain, name: 'Otra', paperKind: 'certificado', pattern })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('ya imprime los mismos números') as string })
    await expect(opened.api.numbering.update({ id: made.id, fields: { unitSiglas: null } })).rejects.toMatchObject({ code: 'refused' })
    await expect(opened.api.numbering.create({ ...plain, name: 'Otra', paperKind: 'certificado', pattern: 'N° {año}' })).rejects.toMatchObject({ code: 'refused' })
  })

  it('reserve the same way for records of results', async () => {
    const opened = await openApp()
    await anOffice(opened)
    const actas = (await opened.api.numbering.list({})).find((one) => one.paperKind === 'acta')
    await opened.api.numbering.reserve({ seriesId: actas?.id ?? '', year: 2026, count: 3, holder: await codeOf(await anotherComputer()), holderName: 'Sede Chota' })
    expect((await opened.api.numbering.list({})).find((one) => one.paperKind === 'acta')?.nextNumber).toBe('N° 004-2026-MPC/GRH')
  })

  it('number records of results from a block, and hold them back where it is used up', async () => {
    const keeper = await anotherComputer()
    const holder = await openApp()
    await anOffice(keeper)
    const { cohortId } = await aGroupWithResults(holder)
    const actas = (await keeper.api.numbering.list({})).find((one) => one.paperKind === 'acta')?.id ?? ''
    await keeper.api.numbering.startAfter({ id: actas, year: 2026, last: 60 })
    const { id: blockId } = await keeper.api.numbering.reserve({ seriesId: actas, year: 2026, count: 1, holder: await codeOf(holder), holderName: 'Sede Jaén' })
    await holder.api.numbering.loadBlock({ file: await carried(keeper, holder, await keeper.api.numbering.exportBlock({ blockId })) })
    expect((await holder.api.actas.draft({ cohortId })).nextNumber).toBe('N° 061-2026-MPC/GRH')
    expect((await holder.api.actas.close({ cohortId })).number).toBe('N° 061-2026-MPC/GRH')
    await holder.api.actas.saveDraft({ cohortId, fields: { replaceReason: 'Se omitió el lugar', place: 'Jaén' } })
    const { nextNumber, blockers } = await holder.api.actas.draft({ cohortId })
    expect([nextNumber, blockers.at(-1)]).toEqual(['–', expect.stringContaining('pida otro bloque') as string])
    await expect(holder.api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused' })
  })
})
