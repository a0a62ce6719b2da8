import { describe, expect, it } from 'vitest'
import { aCourse, aPerson, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

describe('programmes, editions and groups', () => {
  it('a programme is listed with its editions and their groups', async () => {
    const { api } = await openApp()
    const { programmeId, editionId, cohortId } = await aCourse(api)
    const [programme] = await api.programmes.list({})
    expect(programme?.id).toBe(programmeId)
    expect(programme?.editions.map((edition) => edition.id)).toEqual([editionId])
    expect(programme?.editions[0]?.cohorts).toEqual([
      { id: cohortId, editionId, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 0, others: 0, certificates: 0 },
    ])
  })

  it('a programme begins with its edition and groups in one act, which is taken back whole', async () => {
    const { api } = await openApp()
    const edition = { name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const
    const begun = await api.editions.begin({ programme: { kind: 'new', fields: { name: 'Gobernabilidad', shortName: null, description: null } }, edition, cohorts: ['Cusco', 'Arequipa'] })
    const { programme, cohorts } = await api.editions.get({ id: begun.id })
    expect([programme.name, ...cohorts.map((cohort) => cohort.name)]).toEqual(['Gobernabilidad', 'Arequipa', 'Cusco'])
    const second = await api.editions.begin({ programme: { kind: 'known', id: programme.id }, edition: { ...edition, name: 'XIII edición', year: 2027 }, cohorts: [] })
    expect((await api.programmes.list({}))[0]?.editions.map((one) => one.id)).toEqual([second.id, begun.id])
    await api.history.undo({ act: second.act })
    await api.history.undo({ act: begun.act })
    expect(await api.programmes.list({})).toEqual([])
  })

  it('an edition that would end before it starts leaves no programme behind', async () => {
    const { api } = await openApp()
    const edition = { name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'virtual', startsOn: '2026-10-12', endsOn: '2026-10-01', hours: null, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const
    await expect(api.editions.begin({ programme: { kind: 'new', fields: { name: 'Gobernabilidad', shortName: null, description: null } }, edition, cohorts: ['Cusco'] })).rejects.toMatchObject({ code: 'refused' })
    expect(await api.programmes.list({})).toEqual([])
  })

  it('a programme is found by words of its editions and groups, blind to accents', async () => {
    const { api } = await openApp()
    await aCourse(api)
    expect(await api.programmes.list({ search: 'GESTION cusc' })).toHaveLength(1)
    expect(await api.programmes.list({ search: 'gestion lima' })).toHaveLength(0)
  })

  it('an edition that ends before it starts is refused', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    await expect(api.editions.update({ id: editionId, fields: { endsOn: '2026-10-01' } })).rejects.toMatchObject({ code: 'refused', message: 'La fecha de término es anterior a la de inicio.' })
    expect((await api.editions.get({ id: editionId })).edition.endsOn).toBe('2026-10-21')
  })

  it('an impossible date is told at its field', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    await expect(api.editions.update({ id: editionId, fields: { endsOn: '2026-02-30' } })).rejects.toMatchObject({ code: 'invalid', fields: { 'fields.endsOn': 'La fecha no existe. Escríbala como dd/mm/aaaa.' } })
  })

  it('a programme with editions, an edition or a group with people cannot be removed', async () => {
    const { api } = await openApp()
    const { programmeId, editionId, cohortId } = await aCourse(api)
    const { id } = await api.people.create(aPerson())
    await api.enrolments.add({ cohortId, personIds: [id] })
    await expect(api.programmes.remove({ id: programmeId })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.editions.remove({ id: editionId })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.cohorts.remove({ id: cohortId })).rejects.toMatchObject({ code: 'refused' })
  })

  it('removing an edition takes its empty groups with it, and undo brings all back', async () => {
    const { api } = await openApp()
    const { editionId } = await aCourse(api)
    const { act } = await api.editions.remove({ id: editionId })
    expect((await api.programmes.list({}))[0]?.editions).toEqual([])
    await api.history.undo({ act })
    expect((await api.programmes.list({}))[0]?.editions[0]?.cohorts).toHaveLength(1)
  })

  it('a copy of an edition has its data, partners and groups, and neither people nor dates', async () => {
    const { api } = await openApp()
    const { editionId, cohortId } = await aCourse(api)
    const organisation = await api.organisations.create({ name: 'Pontificia Universidad Católica del Perú', kind: 'universidad', shortName: 'PUCP', ruc: null, districtCode: null, federation: null })
    await api.editions.setPartners({ id: editionId, partners: [{ organisationId: organisation.id, role: 'academic', logoAssetId: null }] })
    await api.enrolments.add({ cohortId, personIds: await somePeople(api, 2) })
    const copy = await api.editions.copy({ id: editionId, name: 'II edición', year: 2027 })
    const seen = await api.editions.get({ id: copy.id })
    expect(seen.edition).toMatchObject({ name: 'II edición', year: 2027, hours: 24, startsOn: null, endsOn: null })
    expect(seen.partners).toMatchObject([{ organisationName: 'Pontificia Universidad Católica del Perú', role: 'academic' }])
    expect(seen.cohorts).toMatchObject([{ name: 'Cusco', participants: 0 }])
  })

  it('a record that is not there is said to be missing', async () => {
    const { api } = await openApp()
    await expect(api.editions.get({ id: '01900000-0000-7000-8000-000000000000' })).rejects.toMatchObject({ code: 'missing', message: 'Esa edición ya no existe.' })
  })
})

describe('enrolments', () => {
  it('a person is enrolled once in a group with a role', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    const personIds = await somePeople(api, 3)
    expect(await api.enrolments.add({ cohortId, personIds })).toMatchObject({ added: 3, alreadyThere: 0 })
    expect(await api.enrolments.add({ cohortId, personIds })).toMatchObject({ added: 0, alreadyThere: 3 })
    expect(await api.enrolments.add({ cohortId, personIds: personIds.slice(0, 1), role: 'speaker' })).toMatchObject({ added: 1 })
    expect((await api.cohorts.get({ id: cohortId })).cohort).toMatchObject({ participants: 3, others: 1 })
  })

  it('the list stands in the order of Peru, with Ñ after N', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    const ids: string[] = []
    for (const [index, firstSurname] of ['ÑAUPARI', 'NÚÑEZ', 'OCHOA', 'ÁLVAREZ'].entries()) {
      ids.push((await api.people.create(aPerson({ firstSurname, documentType: '01', documentNumber: String(30_000_000 + index) }))).id)
    }
    await api.enrolments.add({ cohortId, personIds: ids })
    expect((await api.enrolments.list({ cohortId })).map((one) => one.firstSurname)).toEqual(['ÁLVAREZ', 'NÚÑEZ', 'ÑAUPARI', 'OCHOA'])
  })

  it('the state of many changes in one act, and undo gives each its own back', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    await api.enrolments.add({ cohortId, personIds: await somePeople(api, 4) })
    const ids = (await api.enrolments.list({ cohortId })).map((one) => one.id)
    await api.enrolments.update({ ids: ids.slice(0, 1), state: 'withdrawn' })
    const { act, changed } = await api.enrolments.update({ ids, state: 'approved' })
    expect(changed).toBe(4)
    await api.history.undo({ act })
    expect((await api.enrolments.list({ cohortId })).map((one) => one.state).toSorted()).toEqual(['enrolled', 'enrolled', 'enrolled', 'withdrawn'])
  })

  it('the past keeps the post held then, when a later one is added', async () => {
    const { api } = await openApp()
    const { cohortId } = await aCourse(api)
    const [personId = ''] = await somePeople(api, 1)
    const post = { personId, organisationId: null, unit: null, regime: null, sector: null, until: null }
    await api.people.addPost({ ...post, title: 'Asistente', since: '2025-01-01' })
    await api.enrolments.add({ cohortId, personIds: [personId] })
    await api.people.addPost({ ...post, title: 'Gerente', since: '2026-11-01' })
    expect((await api.enrolments.list({ cohortId }))[0]?.postTitle).toBe('Asistente')
  })
})
