import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withData } from '../../src/main/features/seal/page.ts'
import { anotherComputer, carried } from '../support/another-computer.ts'
import { openApp } from '../support/open-app.ts'
import { aSealingOffice, digitsOf, rucs, sealedPapers } from './seal-support.ts'
import { anOffice } from '../support/builders.ts'

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '')

describe('preparing the seal', () => {
  it('says what is missing, step by step, until papers can be sealed', async () => {
    const { api } = await openApp()
    expect((await api.seal.state({})).state).toBe('noRuc')
    await expect(api.seal.prepare({ computerName: 'Capacitaciones' })).rejects.toThrow('Falta el RUC')
    await api.entity.save({ ruc: rucs.own, name: 'Municipalidad Provincial de Cajamarca', districtCode: '060101' })
    expect((await api.seal.state({})).state).toBe('noRoot')
    const { words, fingerprint, sheet } = await api.seal.prepare({ computerName: '  Capacitaciones ' })
    expect(words).toHaveLength(24)
    expect(fingerprint.split(' ')).toHaveLength(8)
    expect(sheet).toMatchObject({ type: 'pdf', name: 'Hoja de la clave raíz del sello - 2026-11-22.pdf' })
    const state = await api.seal.state({})
    expect(state).toMatchObject({ state: 'ready', root: { fingerprint, ruc: rucs.own, isOwn: 1 }, offices: [], list: null })
    expect(state.keys).toMatchObject([{ name: 'Capacitaciones', ubigeo: '060101', since: '2026-11-22T15:00:00.000Z', until: '2027-11-22T15:00:00.000Z', isHere: true, sealed: 0, annulled: 0, compromisedAt: null }])
    await expect(api.seal.prepare({ computerName: 'Otra' })).rejects.toThrow('ya está preparado')
  })

  it('writes no secret into the database, its log or its copies', async () => {
    const opened = await openApp()
    const { words } = await aSealingOffice(opened)
    await opened.api.seal.renew({ computerName: 'Otra', words: words.join(' ') })
    await opened.api.seal.publishList({ nextOn: '2026-12-22' })
    await opened.api.seal.exportOffice({})
    const secrets = await readdir(join(opened.folder, 'llaves'))
    expect(secrets).toHaveLength(2)
    const forbidden: Buffer[] = [Buffer.from(words.slice(0, 3).join(' ')), Buffer.from(folded(words.slice(0, 3).join(' ')))]
    for (const name of secrets) {
      const seed = await readFile(join(opened.folder, 'llaves', name))
      forbidden.push(seed, Buffer.from(seed.toString('hex')), Buffer.from(seed.toString('base64').replace(/=*$/, '')))
    }
    const held = await Promise.all((await everyFile(opened.folder)).filter((path) => !/[\\/](llaves|vistas)[\\/]/.test(path)).map((path) => readFile(path)))
    expect(held.some((bytes) => bytes.includes('Municipalidad'))).toBe(true)
    for (const bytes of held) for (const secret of forbidden) expect(bytes.includes(secret)).toBe(false)
    // The sheet is only looked at: it is not among the results.
    expect((await opened.written()).filter((path) => path.includes('Hoja'))).toEqual([])
  })

  it('speaks of a key that is about to end, of one that ended, and of a computer without its secret', async () => {
    const opened = await anotherComputer('2026-01-10')
    await aSealingOffice(opened)
    await opened.app.close()
    for (const [today, state] of [['2026-12-01', 'ready'], ['2026-12-30', 'expiring'], ['2027-01-11', 'expired']] as const) {
      const later = await openApp({ folder: opened.folder, today, place: { kind: 'sqlite', file: join(opened.folder, 'constancia.db') } })
      expect((await later.api.seal.state({})).state).toBe(state)
      await later.app.close()
    }
  })
})

async function everyFile(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

describe('the words of the root', () => {
  it('renew the key of this computer, however they are typed', async () => {
    const opened = await openApp()
    const { words } = await aSealingOffice(opened)
    const columns = words.map((_, at) => words[(at % 4) * 6 + Math.floor(at / 4)] ?? '')
    for (const typed of [words.join(' ').toUpperCase(), folded(words.join(', ')), words.map((word, at) => `${at + 1}. ${word}`).toReversed().join('\n'), columns.join(' '), words.map((word) => folded(word).slice(0, 4)).join(' ')]) {
      await opened.api.seal.renew({ computerName: 'Capacitaciones', words: typed })
    }
    expect((await opened.api.seal.state({})).keys).toHaveLength(6)
  })

  it('are refused with the word that is wrong, their number, or that they are of another office', async () => {
    const opened = await openApp()
    const { words } = await aSealingOffice(opened)
    const renew = (typed: readonly string[]): Promise<unknown> => opened.api.seal.renew({ computerName: 'X', words: typed.join(' ') })
    await expect(renew(words.with(6, 'zapatro'))).rejects.toThrow('La palabra 7, «zapatro», no está en la lista. ¿Es «zapato»?')
    await expect(renew(words.slice(1))).rejects.toThrow('Son 24 palabras y hay 23.')
    await expect(renew([])).rejects.toThrow('no hay ninguna')
    await expect(renew(words.map(() => 'zorro'))).rejects.toThrow('no las de la raíz de esta oficina')
    const other = await anotherComputer()
    await expect(renew((await aSealingOffice(other, { ruc: rucs.other })).words)).rejects.toThrow('no las de la raíz de esta oficina')
    expect((await opened.api.seal.state({})).keys).toHaveLength(1)
  })

  it('give a second computer of the office a key under the same root', async () => {
    const opened = await openApp()
    const { words, fingerprint } = await aSealingOffice(opened)
    const second = await anotherComputer()
    await second.api.entity.save({ ruc: rucs.own, name: 'Municipalidad Provincial de Cajamarca' })
    await second.api.seal.renew({ computerName: 'Almacén', words: words.join(' ') })
    expect(await second.api.seal.state({})).toMatchObject({ state: 'ready', root: { fingerprint } })
    const file = await carried(second, opened, await second.api.seal.exportOffice({}))
    await opened.api.seal.trustOffice({ file })
    expect((await opened.api.seal.state({})).keys.map((key) => [key.name, key.isHere])).toEqual([['Capacitaciones', true], ['Almacén', false]])
  })

  it('say since when a key is not to be believed', async () => {
    const opened = await openApp()
    const { words, seals, issued } = await sealedPapers(opened, 1)
    const [key] = (await opened.api.seal.state({})).keys
    const mark = (since: string, typed = words): Promise<unknown> => opened.api.seal.markCompromised({ keyId: key?.id ?? '', since, words: typed.join(' ') })
    await expect(mark('2026-12-01T00:00:00.000Z')).rejects.toThrow('no puede ser futura')
    await expect(mark('2026-11-20T00:00:00.000Z', words.toReversed())).rejects.toThrow('no las de la raíz')
    await mark('2026-11-22T14:00:00.000Z')
    expect((await opened.api.seal.state({})).state).toBe('noKey')
    const text = digitsOf(seals[0] ?? new Uint8Array())
    expect(await opened.api.seal.verify({ kind: 'text', text })).toMatchObject({ answer: 'notAuthentic', certificate: { id: issued[0] } })
    await expect(mark('2026-11-22T14:30:00.000Z')).rejects.toThrow('ya está marcada')
    await mark('2026-11-21T14:30:00.000Z')
  })

  it('leave what was sealed before the theft to the register', async () => {
    const opened = await anotherComputer('2026-11-20')
    const { words, seals } = await sealedPapers(opened, 1)
    await opened.app.close()
    const later = await openApp({ folder: opened.folder, today: '2026-11-24', place: { kind: 'sqlite', file: join(opened.folder, 'constancia.db') } })
    const [key] = (await later.api.seal.state({})).keys
    await later.api.seal.publishList({ nextOn: '2026-12-22' })
    const stranger = await anotherComputer('2026-11-24')
    const learn = async (): Promise<unknown> => stranger.api.seal.trustOffice({ file: await carried(later, stranger, await later.api.seal.exportOffice({})) })
    await learn()
    const text = digitsOf(seals[0] ?? new Uint8Array())
    expect((await stranger.api.seal.verify({ kind: 'text', text })).answer).toBe('authentic')
    await later.api.seal.markCompromised({ keyId: key?.id ?? '', since: '2026-11-23T15:00:00.000Z', words: words.join(' ') })
    await learn()
    expect(await stranger.api.seal.verify({ kind: 'text', text })).toMatchObject({ answer: 'cannotCheck', reasons: [expect.stringContaining('robada o copiada el 23/11/2026'), expect.stringContaining('Pregunte a la oficina')] })
    expect(await later.api.seal.verify({ kind: 'text', text })).toMatchObject({ answer: 'authentic', certificate: { state: 'valid' } })
    // A key that was lost stays so, whatever older file comes later.
    expect((await later.api.seal.state({})).list).toBeNull()
  })
})

describe('the verifier page', () => {
  it('is refused, in a sentence, until there is a list in force', async () => {
    const opened = await openApp()
    await anOffice(opened)
    await expect(opened.api.seal.saveVerifier({})).rejects.toThrow('todavía no preparó su sello')
    await opened.api.entity.save({ ruc: rucs.own })
    await opened.api.seal.prepare({ computerName: 'Capacitaciones' })
    await expect(opened.api.seal.saveVerifier({})).rejects.toThrow('Publique primero la lista de anulados')
  })

  it('holds the data whole, and nothing in them ends the element that holds them', () => {
    const page = '<p>Antes</p><script type="application/json" id="datos">{"offices":[]}</script><script>code()</script>'
    const office = { name: '</script><script>alert(1)</script><!-- & \u2028', ruc: rucs.own, rootPublicKey: 'AA==', fingerprint: 'x', bundles: ['$&'], lists: [] }
    const filled = withData(page, { generatedAt: '2026-11-22T15:00:00.000Z', offices: [office] })
    expect(filled.match(/<\/script>/g)).toHaveLength(2)
    expect(filled.match(/<script/g)).toHaveLength(2)
    expect(filled.endsWith('</script><script>code()</script>')).toBe(true)
    const [, json = ''] = /id="datos">([^]*?)<\/script>/.exec(filled) ?? []
    expect(JSON.parse(json)).toEqual({ generatedAt: '2026-11-22T15:00:00.000Z', offices: [office] })
  })
})
