import { aPerson, aPost, anOrganisation } from '../support/builders.ts'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, test } from './office.ts'

/** Twelve people of two regions in the groups of two years. */
async function fill(api: Office['api']): Promise<void> {
  const places = [['060101', 'Cajamarca'], ['160101', 'Iquitos']] as const
  const programme = await api.programmes.create({ name: 'Gobierno abierto en Cajamarca', shortName: null, description: null })
  for (const [at, year] of [2025, 2026].entries()) {
    const edition = await api.editions.create({ programmeId: programme.id, name: `Edición ${year}`, title: 'Gobierno abierto', actionType: 'curso', year, modality: 'presencial', startsOn: `${year}-03-02`, endsOn: `${year}-03-20`, hours: 24, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null })
    for (const [index, [districtCode, name]] of places.entries()) {
      const cohort = await api.cohorts.create({ editionId: edition.id, name, site: name, districtCode, startsOn: null, endsOn: null, modality: null })
      const organisation = at === 0 ? await api.organisations.create(anOrganisation({ name: `Municipalidad de ${name}`, districtCode })) : null
      const personIds: string[] = []
      for (let person = 0; person < 2 + 2 * index; person += 1) {
        const { id } = await api.people.create(aPerson({ documentType: '01', documentNumber: String(40_000_000 + at * 100 + index * 10 + person), secondSurname: name.toUpperCase(), givenNames: ['ANA', 'LUZ', 'ELMER', 'JOSÉ'][person] ?? '', sex: person < 2 ? 'F' : 'M', districtCode }))
        if (organisation !== null) await api.people.addPost(aPost({ personId: id, organisationId: organisation.id }))
        personIds.push(id)
      }
      await api.enrolments.add({ cohortId: cohort.id, personIds })
    }
  }
  await api.initiatives.create({ fields: { kind: 'initiative', code: null, title: 'Ventanilla única', problem: null, proposal: null, place: null, districtCode: '060101', editionId: null, cohortId: null, agreementId: null, amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null }, on: '2026-05-02' })
}

test('the overview leads from figures, map and years to names, by mouse and by keyboard', async ({ office }) => {
  const { page, go, api, complaints } = office
  await go('resultados')
  await expect(page.getByRole('heading', { name: 'Aquí verá lo que logró su capacitación' })).toBeVisible()
  await looksRight(page, 'a new office')

  await fill(api)
  const figures = page.getByRole('list', { name: 'Los resultados en cifras' })
  await expect(figures.getByRole('link', { name: '12', exact: true })).toBeVisible()
  await expect(figures).toContainText('8')
  await expect(page.getByRole('link', { name: 'Seguimiento a los 3 meses: Ventanilla única' })).toBeVisible()
  await expect(page.getByText('venció el 02/08/2026')).toBeVisible()

  // The picture is one stop; the arrows go from region to region.
  const map = page.getByRole('group', { name: 'Gráfico: Por región' })
  await expect(map.getByRole('button', { name: /^Loreto, Personas: 8/ })).toBeVisible()
  await looksRight(page, 'the overview')
  await map.getByRole('button', { name: /^Loreto/ }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(map.getByRole('button', { name: /^Cajamarca, Personas: 4/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Personas · Cajamarca' })).toBeVisible()
  const people = page.getByRole('grid')
  await expect(people.getByText('QUISPE CAJAMARCA, Ana')).toHaveCount(2)
  await expect(people.getByText('QUISPE IQUITOS', { exact: false })).toHaveCount(0)
  await looksRight(page, 'the people of a region')
  await page.keyboard.press('Escape')

  // The table of the years by the keyboard, and a year of it narrows the overview.
  const years = page.getByRole('button', { name: 'Ver tabla: Personas por año' })
  await years.focus()
  await page.keyboard.press('Enter')
  const table = page.getByRole('group', { name: 'Tabla: Personas por año' })
  await expect(table.getByRole('row', { name: /2025 6/ })).toBeVisible()
  await table.getByRole('button', { name: '2025' }).press('Enter')
  await expect(figures.getByRole('link', { name: '6', exact: true })).toBeVisible()
  await expect(page).toHaveURL(/desde=2025-01-01&hasta=2025-12-31/)
  await page.getByRole('button', { name: 'Ver todo' }).click()
  await expect(figures.getByRole('link', { name: '12', exact: true })).toBeVisible()

  await page.setViewportSize({ width: 911, height: 512 })
  await expect(map.getByRole('button', { name: /^Loreto/ })).toBeVisible()
  await looksRight(page, 'the overview at 150 %')
  expect(complaints).toEqual([])
})
