import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Office } from './office.ts'
import { expect, test } from './office.ts'

const LONG = 'Fortalecimiento de las capacidades de los servidores públicos de los gobiernos locales y de los líderes de las comunidades campesinas y nativas para la gestión concertada del territorio'
const EDITION = { name: 'XII edición', title: null, actionType: 'diplomado', year: 2026, modality: 'presencial', startsOn: '2026-05-04', endsOn: '2026-09-25', hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const
const PERSON = {
  documentType: '00', documentNumber: null, documentCountry: null, firstSurname: 'ÑAHUINCOPA DE LA CRUZ VILLAVICENCIO', secondSurname: 'CHUQUIHUANCA DE LOS SANTOS', givenNames: 'María de los Ángeles Guadalupe',
  certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'lider', community: null, districtCode: null, notes: null,
} as const

/** A programme with the longest names, a group of two people and one of nobody. */
async function longNames({ api }: Office): Promise<{ editionId: string; full: string; empty: string }> {
  const { id } = await api.editions.begin({ programme: { kind: 'new', fields: { name: LONG, shortName: null, description: null } }, edition: { ...EDITION, title: LONG }, cohorts: [`A ${LONG.slice(0, 110)}`, 'Conchán'] })
  const [full, empty] = (await api.editions.get({ id })).cohorts
  if (full === undefined || empty === undefined) throw new Error('no groups')
  const one = await api.people.create(PERSON)
  const two = await api.people.create({ ...PERSON, documentType: '01', documentNumber: '01234567', firstSurname: 'QUISPE', secondSurname: null, givenNames: 'Rosa' })
  await api.enrolments.add({ cohortId: full.id, personIds: [one.id], role: 'participant' })
  await api.enrolments.add({ cohortId: full.id, personIds: [two.id], role: 'speaker' })
  return { editionId: id, full: full.id, empty: empty.id }
}

async function looksRight(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((one) => `${place}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}

test('by keyboard alone: a programme with its groups, a person in one of them, her result', async ({ office }) => {
  const { page, api } = office
  const person = await api.people.create({ ...PERSON, firstSurname: 'QUISPE', secondSurname: 'MAMANI', givenNames: 'Rosa' })
  await office.go('programas')
  await page.getByRole('button', { name: 'Nuevo programa' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Programa de Gobernabilidad')
  await page.keyboard.press('Tab')
  await page.keyboard.type('XII edición')
  await page.getByLabel('Inicio').focus()
  await page.keyboard.type('4-5-26')
  await page.keyboard.press('Tab')
  await page.keyboard.type('25092026')
  await page.keyboard.press('Tab')
  await page.keyboard.type('120')
  await page.getByLabel('Grupos').focus()
  await page.keyboard.type('Arequipa, Cusco')
  await expect(page.getByText('2 grupos: Arequipa · Cusco')).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'XII edición' })).toBeVisible()
  await expect(page.getByLabel('Inicio')).toHaveValue('04/05/2026')

  await office.go('programas')
  await page.getByRole('row', { name: /Programa de Gobernabilidad/ }).focus()
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
  await expect(page.getByRole('heading', { level: 1, name: 'Cusco' })).toBeVisible()
  await page.getByRole('button', { name: 'Agregar personas' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.type('mamani qui')
  await expect(page.getByRole('option', { name: /QUISPE MAMANI, Rosa/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Recién agregadas')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('grid', { name: 'Participantes' }).focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Aprobó', exact: true }).last().focus()
  await page.keyboard.press('Enter')
  // Her paper waits for the record of results: first come the sessions.
  await expect(page.getByRole('note', { name: 'Lo que sigue' })).toContainText('Escriba las sesiones del grupo')
  // The screen does not wait for the answer: neither does the next look at it.
  const seen = async () => (await api.people.get({ id: person.id })).enrolments.map((one) => [one.programmeName, one.cohortName, one.state])
  await expect.poll(seen).toEqual([['Programa de Gobernabilidad', 'Cusco', 'approved']])
  expect(office.complaints).toEqual([])
})

for (const { zoom, width, height } of [{ zoom: 100, width: 1366, height: 768 }, { zoom: 150, width: 911, height: 512 }]) {
  test(`the longest names hold at ${zoom} %, and every screen passes the accessibility rules`, async ({ office }) => {
    const { page } = office
    await page.setViewportSize({ width, height })
    const { editionId, full, empty } = await longNames(office)
    for (const place of ['programas', 'programas?nuevo=', `programas/edicion/${editionId}`, `programas/grupo/${full}`, `programas/grupo/${empty}`]) {
      await office.go(place)
      await expect(page.locator('h1')).toBeVisible()
      await expect(page.getByText(/Fortalecimiento|Conchán/).first()).toBeVisible()
      await looksRight(page, place)
    }
    await office.go(`programas/grupo/${full}`)
    await page.getByRole('grid', { name: 'Participantes' }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('complementary', { name: /ÑAHUINCOPA/ })).toBeVisible()
    await looksRight(page, 'person beside the list')
    expect(office.complaints).toEqual([])
  })
}

test('an edition is copied with its groups, and the copy is taken back by Ctrl+Z', async ({ office }) => {
  const { page, api } = office
  const { editionId } = await longNames(office)
  await office.go(`programas/edicion/${editionId}`)
  await page.getByRole('button', { name: 'Más' }).click()
  await page.getByRole('menuitem', { name: 'Copiar edición' }).click()
  await expect(page.getByLabel('Nombre de la edición').last()).toHaveValue('XIII edición')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'XIII edición' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Conchán' })).toBeVisible()
  await page.locator('body').press('Control+z')
  await expect.poll(async () => (await api.programmes.list({}))[0]?.editions.map((one) => one.name)).toEqual(['XII edición'])
})

test('the list of participants goes out in Excel and in PDF', async ({ office }) => {
  const { page } = office
  const { full } = await longNames(office)
  await office.go(`programas/grupo/${full}`)
  for (const [format, ending] of [['Lista en Excel', '.xlsx'], ['Lista en PDF', '.pdf']] as const) {
    await page.getByRole('button', { name: 'Participantes', exact: true }).click()
    await page.getByRole('menuitem', { name: format }).click()
    await expect(page.getByText(new RegExp(`Relación de participantes.*\\${ending}`))).toBeVisible()
  }
  expect(office.complaints).toEqual([])
})
