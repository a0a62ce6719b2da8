import { describe, expect, it } from 'vitest'
import { dropBytes } from '../support/dropped-files.ts'
import { anOrganisation } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

describe('files kept with a record', () => {
  it('are kept once, told what they are, opened as they came, taken out, and the taking out is undone', async () => {
    const app = await openApp()
    const { api } = app
    const { id: ownerId } = await api.agreements.create(anAgreement())
    const bytes = new TextEncoder().encode('texto del convenio')
    const file = await dropBytes(app, 'Convenio 012-2017 (firmado).txt', bytes)
    const { id } = await api.attachments.add({ file, owner: 'agreements', ownerId })
    await expect(api.attachments.add({ file, owner: 'agreements', ownerId })).rejects.toThrow('Ese mismo archivo ya está ahí. No se cambió nada.')
    await api.attachments.update({ id, fields: { title: 'Texto firmado', datedOn: '2017-05-18' } })
    expect(await api.attachments.list({ owner: 'agreements', ownerId })).toMatchObject([{ id, title: 'Texto firmado', datedOn: '2017-05-18', fileName: 'Convenio 012-2017 (firmado).txt', bytes: bytes.length }])
    expect(new Uint8Array(await app.bytes(await api.attachments.file({ id })))).toEqual(bytes)
    const { act } = await api.attachments.remove({ id })
    expect(await api.attachments.list({ owner: 'agreements', ownerId })).toEqual([])
    await api.history.undo({ act })
    expect(await api.attachments.list({ owner: 'agreements', ownerId })).toHaveLength(1)
  })

  it('an empty file, and one for a record that is gone, are refused with a sentence and nothing is written', async () => {
    const app = await openApp()
    const { id: ownerId } = await app.api.agreements.create(anAgreement())
    const before = await app.tables()
    await expect(app.api.attachments.add({ file: await dropBytes(app, 'vacío.pdf', new Uint8Array()), owner: 'agreements', ownerId })).rejects.toThrow('«vacío.pdf»: El archivo está vacío: no se tomó.')
    const { id: other } = await app.api.organisations.create(anOrganisation())
    const file = await dropBytes(app, 'algo.txt', new TextEncoder().encode('algo'))
    await expect(app.api.attachments.add({ file, owner: 'agreements', ownerId: other })).rejects.toThrow('El registro al que pertenece ya no está.')
    expect((await app.tables())['attachments']).toBe(before['attachments'])
  })
})

function anAgreement() {
  return { kind: 'convenio' as const, number: null, title: 'Convenio de prueba', signedOn: null, startsOn: null, endsOn: null, amountCents: null, currency: null, purpose: null, predecessorId: null, notes: null }
}
