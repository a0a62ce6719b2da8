import { describe, expect, it } from 'vitest'
import { aCourse, anOrganisation, aPost, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

const quiet = { means: 'call' as const, contactedBy: null, subject: 'Seguimiento', answer: null, nextOn: null }

/** Six people who finished a course of March 2026 in one municipality, and one who withdrew. */
async function finishedGroup(app: OpenApp) {
  const { api } = app
  const { cohortId, editionId } = await aCourse(api, { startsOn: '2026-03-02', endsOn: '2026-03-27' })
  const { id: organisationId } = await api.organisations.create(anOrganisation())
  const people = await somePeople(api, 7)
  for (const personId of people) await api.people.addPost(aPost({ personId, organisationId, since: '2025-01-01' }))
  await api.enrolments.add({ cohortId, personIds: people })
  const enrolled = await api.enrolments.list({ cohortId })
  await api.enrolments.update({ ids: enrolled.slice(0, 6).map((one) => one.id), state: 'completed' })
  await api.enrolments.update({ ids: enrolled.slice(6).map((one) => one.id), state: 'withdrawn' })
  return { organisationId, editionId, people: enrolled.map((one) => one.personId) }
}

describe('alumni', () => {
  it('are those who finished, each where the latest that is known says she is', async () => {
    const app = await openApp()
    const { api } = app
    const { organisationId, people, editionId } = await finishedGroup(app)
    const [told, moved, promoted, ended, , contradicted] = people as [string, string, string, string, string, string]
    await api.network.saveContact({ personId: told, id: null, fields: { ...quiet, on: '2026-06-01', whereabouts: 'samePost' } })
    const { id: other } = await api.organisations.create(anOrganisation({ name: 'Gobierno Regional de Cusco', kind: 'gobierno-regional' }))
    await api.people.addPost(aPost({ personId: moved, organisationId: other, since: '2026-05-01', closesEarlier: true }))
    await api.people.addPost(aPost({ personId: promoted, organisationId, title: 'Gerente', since: '2026-07-01', closesEarlier: true }))
    const [post] = (await api.people.get({ id: ended })).posts
    await api.people.updatePost({ id: post?.id ?? '', fields: { until: '2026-08-31' } })
    // She said she was where she was; a post begun later says otherwise.
    await api.network.saveContact({ personId: contradicted, id: null, fields: { ...quiet, on: '2026-04-01', whereabouts: 'samePost' } })
    await api.people.addPost(aPost({ personId: contradicted, organisationId: other, since: '2026-09-01', closesEarlier: true }))

    const all = await api.network.alumni({ editionId })
    expect(all.rows.map((one) => [one.inPost, one.knownOn])).toEqual([
      ['samePost', '2026-06-01'],
      ['elsewhere', '2026-05-01'],
      ['sameOrganisation', '2026-07-01'],
      ['elsewhere', '2026-08-31'],
      ['unknown', null],
      ['elsewhere', '2026-09-01'],
    ])
    // Of the five known, two are still there.
    expect([all.total, all.stillThere]).toEqual([6, 40])
    expect(Object.fromEntries(all.inPost.map((one) => [one.state, one.count]))).toEqual({ samePost: 1, elsewhere: 3, sameOrganisation: 1, unknown: 1 })
    expect((await api.network.alumni({ inPost: 'unknown' })).rows.map((one) => one.personId)).toEqual([people[4]])
    expect((await api.network.alumni({ quietMonths: 6 })).total).toBe(5)
    expect(await api.network.person({ personId: moved })).toMatchObject({ name: all.rows[1]?.name, alumnus: all.rows[1], inPost: 'elsewhere' })
    expect(all.rows[1]).toMatchObject({ postThen: 'Especialista', organisationThen: 'Municipalidad Provincial de Cajamarca', organisationNow: 'Gobierno Regional de Cusco' })
  })

  it('contacts are kept with what is due, and one on a day to come is refused', async () => {
    const app = await openApp()
    const { api } = app
    const { people } = await finishedGroup(app)
    const [personId = ''] = people
    await expect(api.network.saveContact({ personId, id: null, fields: { ...quiet, on: '2026-11-23', whereabouts: null } })).rejects.toThrow('La fecha del contacto es posterior a hoy. No se guardó.')
    const { id, act } = await api.network.saveContact({ personId, id: null, fields: { ...quiet, on: '2026-10-01', whereabouts: 'samePost', nextOn: '2026-11-15' } })
    expect((await api.network.due({ until: '2026-11-22' })).map((one) => [one.contactId, one.nextOn])).toEqual([[id, '2026-11-15']])
    await api.network.saveContact({ personId, id: null, fields: { ...quiet, on: '2026-11-20', whereabouts: null } })
    expect(await api.network.due({ until: '2026-11-22' })).toEqual([])
    expect((await api.network.person({ personId })).contacts.map((one) => one.on)).toEqual(['2026-11-20', '2026-10-01'])
    await api.history.undo({ act })
    expect(await api.network.person({ personId })).toMatchObject({ inPost: 'unknown', contacts: [{ on: '2026-11-20' }] })
  })
})

describe('the directory', () => {
  it('shows who consented, what each lets be shown, and nobody who withdrew it', async () => {
    const app = await openApp()
    const { api } = app
    const { people } = await finishedGroup(app)
    const [first = '', second = '', third = ''] = people
    for (const [at, id] of [first, second, third].entries()) await api.people.update({ id, fields: { email: `p${at}@example.pe`, phone: '999000111', districtCode: '060101' } })
    const given = { givenOn: '2026-04-01', means: 'Correo electrónico' }
    await api.network.saveConsent({ personId: first, fields: { ...given, showsEmail: true, showsPhone: false, themes: ['Gobierno electrónico', 'Descentralización'] } })
    await api.network.saveConsent({ personId: second, fields: { ...given, showsEmail: false, showsPhone: true, themes: ['gobierno electronico'] } })
    await api.network.saveConsent({ personId: third, fields: { ...given, showsEmail: true, showsPhone: true, themes: [] } })
    await api.network.withdrawConsent({ personId: third, on: '2026-05-01' })
    const seen = await api.network.directory({})
    expect(seen.rows.map((one) => [one.personId, one.email, one.phone, one.department])).toEqual([[first, 'p0@example.pe', null, 'Cajamarca'], [second, null, '999000111', 'Cajamarca']])
    expect(seen.themes).toEqual([{ theme: 'Gobierno electrónico', count: 2 }, { theme: 'Descentralización', count: 1 }])
    expect(seen.cities).toEqual([{ department: '06', name: 'Cajamarca', count: 2 }])
    expect((await api.network.directory({ theme: 'Descentralización' })).rows).toHaveLength(1)
    await expect(api.network.withdrawConsent({ personId: third, on: '2026-06-01' })).rejects.toThrow('no hay consentimiento que retirar')
    // What goes out says no more than the screen: the other phone number is nowhere in the sheet.
    const sheet = (await app.bytes(await api.network.report({ what: 'directory', format: 'pdf' }))).subarray(0, 5).toString()
    expect(sheet).toBe('%PDF-')
    expect((await api.network.person({ personId: third })).consent).toMatchObject({ withdrawnOn: '2026-05-01' })
  })
})
