import { describe, expect, it } from 'vitest'
import { aClass, aCourse, aSession, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { undoAnswer } from '../support/undo-answer.ts'
import { aLine, anAgreement, parties, spent } from './agreements-support.ts'

const share = (opened: OpenApp, agreementId: string, editionId: string, sharePercent: number) => opened.api.agreements.setEdition({ agreementId, editionId, sharePercent })

/** LOGODI's memorandum with SERVIR of 2017, the programme before it and the two that it pays. */
async function logodi() {
  const opened = await openApp({ today: '2020-10-15' })
  const { api } = opened
  const before = await api.agreements.create(anAgreement({ kind: 'otro', title: 'Primer programa trienal 2016-2018', startsOn: '2016-01-01', endsOn: '2018-12-31' }))
  const memorandum = await api.agreements.create(
    anAgreement({ kind: 'memorando', number: 'MOU 2017', title: 'Memorando de entendimiento LOGODI – SERVIR', signedOn: '2017-05-10', startsOn: '2017-05-10', predecessorId: before.id, amountCents: null, currency: 'KRW' }),
  )
  await parties(api, memorandum.id, [['Korea International Cooperation Agency', 'funder'], ['Local Government Officials Development Institute', 'executor'], ['Autoridad Nacional del Servicio Civil', 'requester']])
  const first = await aCourse(api, { name: 'Programa 2016-2018', year: 2018, startsOn: '2018-03-05', endsOn: '2018-03-16' })
  const second = await api.editions.copy({ id: first.editionId, name: 'Primera ronda 2020', year: 2020 })
  const [round] = (await api.editions.get({ id: second.id })).cohorts
  if (round === undefined) throw new Error('the copy has no group')
  await share(opened, memorandum.id, first.editionId, 100)
  await share(opened, memorandum.id, second.id, 100)
  return { opened, api, before, memorandum, first, second, round }
}

describe('an agreement', () => {
  it('tells who signs it, what it follows and what follows it: LOGODI with SERVIR', async () => {
    const { opened, api, before, memorandum } = await logodi()
    const next = await api.agreements.succeed({ id: memorandum.id, title: 'Memorando 2023', startsOn: '2023-01-01' })
    const seen = await api.agreements.get({ id: memorandum.id })
    expect(seen.parties.map((one) => [one.organisationName, one.role])).toEqual([['Korea International Cooperation Agency', 'funder'], ['Local Government Officials Development Institute', 'executor'], ['Autoridad Nacional del Servicio Civil', 'requester']])
    expect(seen.predecessor).toEqual({ id: before.id, title: 'Primer programa trienal 2016-2018' })
    expect(seen.successors).toEqual([{ id: next.id, title: 'Memorando 2023' }])
    expect(seen.inForce).toEqual({ endsOn: null, amountCents: null, state: 'inForce' })
    expect(seen.editions.map((one) => one.editionName)).toEqual(['Programa 2016-2018', 'Primera ronda 2020'])
    const list = await api.agreements.list({})
    expect(list.map((one) => [one.title, one.state, one.editions])).toEqual([['Memorando 2023', 'draft', 0], ['Memorando de entendimiento LOGODI – SERVIR', 'inForce', 2], ['Primer programa trienal 2016-2018', 'over', 0]])
    expect((await api.agreements.get({ id: next.id })).parties.map((one) => one.role)).toEqual(['funder', 'executor', 'requester'])
    expect((await api.agreements.list({ search: 'korea' })).map((one) => one.title)).toEqual(['Memorando 2023', 'Memorando de entendimiento LOGODI – SERVIR'])
    expect((await api.agreements.list({ search: 'mou servir' })).map((one) => one.id)).toEqual([memorandum.id])
    expect(opened.bugs).toEqual([])
  })

  it('pays places, sessions and hours: what was given by its share is used, and the rest is its balance', async () => {
    const { opened, api, memorandum, second, round } = await logodi()
    await api.enrolments.add({ cohortId: round.id, personIds: await somePeople(api, 5) })
    const enrolled = (await api.enrolments.list({ cohortId: round.id })).map((one) => one.id)
    await api.enrolments.update({ ids: [enrolled[0] ?? ''], state: 'withdrawn' })
    await api.enrolments.update({ ids: [enrolled[1] ?? ''], role: 'facilitator' })
    // Two are held by the 15th; the third is to come.
    for (const day of ['2020-10-12', '2020-10-15', '2020-10-16']) await api.sessions.create({ cohortId: round.id, fields: aSession({ day, startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180 }) })
    for (const [kind, quantity] of [['seats', 2], ['sessions', 10], ['hours', 24]] as const) await api.agreements.saveItem({ agreementId: memorandum.id, id: null, fields: { kind, name: kind, quantity, unit: null, amountCents: null } })
    const items = async () => (await api.agreements.get({ id: memorandum.id })).items.map((one) => [one.kind, one.used, one.balance])
    // By hand: 3 participants of 5; 2 sessions; 2 × 180 minutes in hours of 45 minutes are 8.
    expect(await items()).toEqual([['seats', 3, -1], ['sessions', 2, 8], ['hours', 8, 16]])
    await share(opened, memorandum.id, second.id, 50)
    expect(await items()).toEqual([['seats', 1.5, 0.5], ['sessions', 1, 9], ['hours', 4, 20]])
  })

  it('is prolonged and gets more money by an addendum from the day it is signed on', async () => {
    const opened = await openApp({ today: '2026-06-30' })
    const { api } = opened
    const { id } = await api.agreements.create(anAgreement({ title: 'Subvención', kind: 'subvencion', signedOn: '2025-01-15', startsOn: '2025-02-01', endsOn: '2026-03-31', amountCents: 50_000_00, currency: 'EUR' }))
    expect((await api.agreements.get({ id })).inForce).toEqual({ endsOn: '2026-03-31', amountCents: 50_000_00, state: 'over' })
    const signed = { number: '1', signedOn: '2026-03-01', text: 'Prórroga', newEndsOn: '2026-09-30', addedCents: 12_500_50 }
    const { act } = await api.agreements.saveAddendum({ agreementId: id, id: null, fields: signed })
    await api.agreements.saveAddendum({ agreementId: id, id: null, fields: { ...signed, number: '2', signedOn: '2026-07-15', newEndsOn: '2027-03-31', addedCents: -500_00 } })
    expect((await api.agreements.get({ id })).inForce).toEqual({ endsOn: '2026-09-30', amountCents: 62_500_50, state: 'inForce' })
    const before = await opened.tables()
    await expect(api.agreements.saveAddendum({ agreementId: id, id: null, fields: { ...signed, addedCents: -90_000_00, newEndsOn: null } })).rejects.toThrow('quedaría en -€ 27,499.50')
    await expect(api.agreements.saveAddendum({ agreementId: id, id: null, fields: { ...signed, newEndsOn: '2025-01-31' } })).rejects.toThrow('antes de empezar (01/02/2025)')
    await expect(api.agreements.update({ id, fields: { endsOn: '2025-01-01' } })).rejects.toThrow('terminaría antes de empezar')
    await expect(api.agreements.update({ id, fields: { amountCents: null } })).rejects.toThrow('no tiene monto')
    await expect(api.agreements.update({ id, fields: { currency: null } })).rejects.toThrow('en qué moneda')
    expect(await opened.tables()).toEqual(before)
    await api.history.undo({ act })
    expect((await api.agreements.get({ id })).inForce.state).toBe('over')
  })

  it('shares an edition with another, 60 and 40, and never more than the whole: the sentence names the others', async () => {
    const opened = await openApp()
    const { api } = opened
    const { editionId } = await aClass(api, 4)
    const caf = await api.agreements.create(anAgreement({ title: 'CAF' }))
    const pucp = await api.agreements.create(anAgreement({ title: 'PUCP' }))
    const third = await api.agreements.create(anAgreement({ title: 'GWU' }))
    await share(opened, caf.id, editionId, 60)
    const { act } = await share(opened, pucp.id, editionId, 40)
    for (const { id } of [caf, pucp]) await api.agreements.saveItem({ agreementId: id, id: null, fields: { kind: 'seats', name: 'Plazas', quantity: 100, unit: null, amountCents: null } })
    const used = async (id: string) => (await api.agreements.get({ id })).items[0]?.used
    expect([await used(caf.id), await used(pucp.id)]).toEqual([2.4, 1.6])
    expect((await api.agreements.get({ id: caf.id })).editions[0]?.otherShares).toEqual([{ agreementId: pucp.id, title: 'PUCP', sharePercent: 40 }])
    const before = await opened.tables()
    await expect(share(opened, third.id, editionId, 0.5)).rejects.toThrow('No puede pagar el 0.5 % de «Gestión pública · I edición»: «CAF» paga el 60 %, «PUCP» paga el 40 % y queda el 0 %. No se guardó nada.')
    await expect(share(opened, pucp.id, editionId, 41)).rejects.toThrow('«CAF» paga el 60 % y queda el 40 %')
    expect(await opened.tables()).toEqual(before)
    // What was free when it was taken away is taken: taking the act back would pay the edition twice.
    const { act: removed } = await api.agreements.removeEdition({ agreementId: pucp.id, editionId })
    await share(opened, third.id, editionId, 30)
    expect(await undoAnswer(opened, removed)).toContain('No puede pagar el')
    await api.agreements.removeEdition({ agreementId: third.id, editionId })
    await api.history.undo({ act: removed })
    await api.history.undo({ act })
    expect((await api.agreements.list({ editionId })).map((one) => one.title)).toEqual(['CAF'])
  })

  it('follows no agreement that follows it, and goes only when nothing stands on it', async () => {
    const { opened, api, before, memorandum, second } = await logodi()
    await expect(api.agreements.update({ id: before.id, fields: { predecessorId: memorandum.id } })).rejects.toThrow('ya es continuación de este convenio')
    await expect(api.agreements.update({ id: before.id, fields: { predecessorId: before.id } })).rejects.toThrow('ya es continuación')
    await expect(api.agreements.remove({ id: before.id })).rejects.toThrow('es su continuación')
    await expect(api.agreements.remove({ id: memorandum.id })).rejects.toThrow('paga 2 ediciones')
    await expect(api.editions.remove({ id: second.id })).rejects.toThrow('«Memorando de entendimiento LOGODI – SERVIR» paga esta edición')
    const [korea] = (await api.agreements.get({ id: memorandum.id })).parties
    await expect(api.organisations.remove({ id: korea?.organisationId ?? '' })).rejects.toThrow('es parte de un convenio')
    await expect(api.agreements.setParties({ id: memorandum.id, parties: [{ organisationId: korea?.organisationId ?? '', role: 'funder' }, { organisationId: korea?.organisationId ?? '', role: 'funder' }] })).rejects.toThrow('ya está entre las partes')
    const item = await api.agreements.saveItem({ agreementId: memorandum.id, id: null, fields: { kind: 'item', name: 'Pasajes', quantity: null, unit: null, amountCents: null } })
    const line = await spent(api, { agreementId: memorandum.id, agreementItemId: item.id, editionId: second.id, currency: 'KRW' }, [])
    await expect(api.agreements.removeItem({ id: item.id })).rejects.toThrow('La línea «Honorarios»')
    await expect(api.agreements.removeEdition({ agreementId: memorandum.id, editionId: second.id })).rejects.toThrow('«Honorarios»')
    await api.budget.removeLine({ id: line })
    for (const { editionId } of (await api.agreements.get({ id: memorandum.id })).editions) await api.agreements.removeEdition({ agreementId: memorandum.id, editionId })
    const { act } = await api.agreements.remove({ id: memorandum.id })
    await expect(api.agreements.get({ id: memorandum.id })).rejects.toThrow('ya no existe')
    await api.history.undo({ act })
    expect((await api.agreements.get({ id: memorandum.id })).parties).toHaveLength(3)
    await api.agreements.update({ id: memorandum.id, fields: { title: 'Otro nombre' } }).then((changed) => api.history.undo({ act: changed.act }))
    expect((await api.agreements.list({ search: 'memorando' })).map((one) => one.id)).toEqual([memorandum.id])
    await expect(api.budget.saveLine({ id: null, fields: aLine() })).rejects.toThrow('Diga de qué edición')
    expect(opened.bugs).toEqual([])
  })
})
