import { expect, test } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('a new office has everything before it', async () => {
  const { api } = await openApp()
  expect(await api.home.overview({})).toEqual({
    people: 0, organisations: 0, cohorts: 0, certificates: 0, entityReady: false, signatoriesReady: false, cohortsToCertify: [], withoutDocument: 0, lastIssues: [], lastImports: [],
  })
})

test('the overview counts what there is and names the groups that wait for their certificates', async () => {
  const { api } = await openApp()
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca' })
  await api.entity.addSignatory({ name: 'Rosa Quispe', post: 'Gerenta', entityName: null, imageAssetId: null, since: null, until: '2026-12-31', position: 0 })
  const programme = await api.programmes.create({ name: 'Gobernabilidad', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'XII edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: null, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null,
  })
  const cohort = async (name: string): Promise<string> => (await api.cohorts.create({ editionId: edition.id, name, site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })).id
  const [cusco, lima] = [await cohort('Cusco'), await cohort('Lima')]
  const ids = [(await api.people.create(aPerson())).id, (await api.people.create(aPerson({ documentType: '01', documentNumber: '40506070' }))).id]
  await api.enrolments.add({ cohortId: cusco, personIds: ids })
  await api.enrolments.add({ cohortId: lima, personIds: ids.slice(0, 1), role: 'speaker' })
  expect(await api.home.overview({})).toEqual({
    people: 2, organisations: 0, cohorts: 2, certificates: 0, entityReady: true, signatoriesReady: true,
    cohortsToCertify: [{ id: cusco, name: 'Cusco', edition: 'Gobernabilidad · XII edición', people: 2, isReleased: false }],
    withoutDocument: 1, lastIssues: [], lastImports: [],
  })
})

test('a signatory whose mandate is over signs nothing', async () => {
  const { api } = await openApp({ today: '2027-01-02' })
  await api.entity.addSignatory({ name: 'Rosa Quispe', post: 'Gerenta', entityName: null, imageAssetId: null, since: null, until: '2026-12-31', position: 0 })
  expect((await api.home.overview({})).signatoriesReady).toBe(false)
})
