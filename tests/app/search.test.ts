import { expect, test } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('one box finds people and groups by any words, and nothing with nothing', async () => {
  const { api } = await openApp()
  const person = await api.people.create(aPerson({ firstSurname: 'CUSCO', secondSurname: 'ÑAHUI', givenNames: 'ana maría', documentType: '01', documentNumber: '40506070' }))
  const programme = await api.programmes.create({ name: 'Programa de Gobernabilidad', shortName: 'CAF', description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'XII edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: null, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null,
  })
  const cohort = await api.cohorts.create({ editionId: edition.id, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  expect([await api.search.everywhere({ text: 'cusco' }), await api.search.everywhere({ text: 'gobernabilidad 2026 cus' }), await api.search.everywhere({ text: ' ' })]).toEqual([
    { people: [{ id: person.id, name: 'CUSCO ÑAHUI, Ana María', document: '40506070' }], cohorts: [{ id: cohort.id, name: 'Cusco', edition: 'CAF · XII edición' }], certificates: [] },
    { people: [], cohorts: [{ id: cohort.id, name: 'Cusco', edition: 'CAF · XII edición' }], certificates: [] },
    { people: [], cohorts: [], certificates: [] },
  ])
})
