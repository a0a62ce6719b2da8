import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { run } from '../documents/second-programs.ts'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, samples, test } from './office.ts'

const PEOPLE = [
  { firstSurname: 'ÑAUPARI', secondSurname: 'CHUQUIHUANCA DE LOS RÍOS', givenNames: 'María de los Ángeles', documentType: '01', documentNumber: '20000001', printed: 'María de los Ángeles Ñaupari Chuquihuanca de los Ríos' },
  { firstSurname: 'QUISPE', secondSurname: 'HUAMÁN', givenNames: 'Luis', documentType: '01', documentNumber: '20000002', printed: 'Luis Quispe Huamán' },
  { firstSurname: 'TSAMAJẼIN', secondSurname: null, givenNames: 'Ĩwã', documentType: '00', documentNumber: null, printed: 'Ĩwã Tsamajẽin' },
] as const
const UNKNOWN = { documentCountry: null, certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, community: null, districtCode: null, notes: null } as const

/** An office with its data, one signatory, and a group of three who passed. */
async function aGroup({ api, take }: Office): Promise<string> {
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Recursos Humanos', unitSiglas: 'GRH', city: 'Cajamarca' })
  await api.entity.saveYearName({ year: 2026, name: 'Año de la Esperanza y el Fortalecimiento de la Democracia' })
  const image = await api.assets.add({ file: await take(join(samples, 'assets/firma-1.png')) })
  await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: image.id, since: '2026-01-01', until: null, position: 0 })
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null })
  await api.rules.configure({ editionId: edition.id, withoutActa: true })
  const cohort = await api.cohorts.create({ editionId: edition.id, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null })
  const personIds: string[] = []
  for (const { printed: _, ...person } of PEOPLE) personIds.push((await api.people.create({ ...UNKNOWN, ...person, personClass: 'servidor' })).id)
  await api.enrolments.add({ cohortId: cohort.id, personIds })
  await api.enrolments.update({ ids: (await api.enrolments.list({ cohortId: cohort.id })).map((one) => one.id), state: 'approved' })
  return cohort.id
}

/** Goes to a control as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reached ${target.toString()}`)
}

/** The page on the screen is the one drawn last. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('figure canvas')).toBeVisible()
  await expect(page.locator('figure')).toHaveAttribute('aria-busy', 'false')
}

test('a group gets its certificates by keyboard alone, and the PDF has their names', async ({ office }, info) => {
  const { page } = office
  await office.go(`certificados/emitir?grupo=${await aGroup(office)}`)
  await drawn(page)
  await looksRight(page, 'issuing')

  // Who: the search has the keyboard from the start; one is left out, and taken again.
  await expect(page.getByLabel('Buscar por nombre o documento')).toBeFocused()
  await page.keyboard.type('huaman')
  await expect(page.getByRole('option')).toHaveCount(1)
  await tabTo(page, page.getByRole('listbox', { name: 'Quiénes' }))
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Emitir 2 certificados' })).toBeEnabled()
  await page.keyboard.press('Space')

  // How: the arrows move between the models, and the page follows.
  await tabTo(page, page.getByRole('radio', { name: 'Sobrio' }))
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Festivo' })).toBeChecked()
  await drawn(page)
  await expect(page.getByText('del N° 001-2026-MPC/GRH al N° 003-2026-MPC/GRH')).toBeVisible()

  await tabTo(page, page.getByRole('button', { name: 'Emitir 3 certificados' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Se emitieron 3 certificados')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Preparar el PDF' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('El archivo está listo')).toBeVisible()
  await drawn(page)
  await expect(page.getByText('Página 1 de 3')).toBeVisible()
  await looksRight(page, 'issued')

  await tabTo(page, page.getByRole('button', { name: 'Guardar copia' }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const file = info.outputPath('certificados.pdf')
  await download.saveAs(file)
  expect(run('qpdf', '--check', file).toString()).toContain('No syntax or stream encoding errors found')
  const text = run('pdftotext', '-layout', file, '-').toString('utf8').normalize('NFC').replaceAll(/\s+/g, ' ')
  for (const { printed } of PEOPLE) expect(text).toContain(printed)
  for (const number of ['N° 001-2026-MPC/GRH', 'N° 002-2026-MPC/GRH', 'N° 003-2026-MPC/GRH']) expect(text).toContain(number)
  expect(office.complaints).toEqual([])
})

test('the register is searched, read and put away by keyboard', async ({ office }) => {
  const { api, page } = office
  const cohortId = await aGroup(office)
  const series = (await api.numbering.list({})).find((one) => one.paperKind === 'certificado')
  const enrolmentIds = (await api.enrolments.list({ cohortId })).map((one) => one.id)
  await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: series?.id ?? '', issuedOn: '2026-11-20', model: 'sober', signatoryIds: [] })
  await office.go('certificados')
  await expect(page.getByText('3 documentos')).toBeVisible()
  await looksRight(page, 'register')
  await tabTo(page, page.getByLabel('Número, nombre, documento o código'))
  await page.keyboard.type('tsamajein')
  await expect(page.getByText('1 documento', { exact: true })).toBeVisible()
  await tabTo(page, page.getByRole('grid'))
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: 'N° 003-2026-MPC/GRH' })
  await expect(panel.getByText('por haber seguido y aprobado el curso «Gestión pública»', { exact: false })).toBeVisible()
  await drawn(page)
  await looksRight(page, 'paper')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(page.getByRole('grid')).toBeFocused()
  expect(office.complaints).toEqual([])
})

test('an office that has said nothing yet is led to the first step', async ({ office }) => {
  await office.go('certificados/emitir')
  await expect(office.page.getByText('Todavía no hay a quién certificar')).toBeVisible()
  await looksRight(office.page, 'nobody')
  expect(office.complaints).toEqual([])
})
