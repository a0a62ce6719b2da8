import { join } from 'node:path'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, samples, test } from './office.ts'

const UNKNOWN = { documentCountry: null, certificateName: null, secondSurname: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, community: null, districtCode: null, notes: null } as const

/** Two people with their certificates. Gives the ids of both. */
async function twoPapers({ api, take }: Office): Promise<{ personIds: string[]; ids: string[] }> {
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unitSiglas: 'GRH', city: 'Cajamarca' })
  const image = await api.assets.add({ file: await take(join(samples, 'assets/firma-1.png')) })
  const signatory = await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: image.id, since: '2026-01-01', until: null, position: 0 })
  const programme = await api.programmes.create({ name: 'Gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'I edición', title: 'Curso de gestión pública', actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null })
  await api.rules.configure({ editionId: edition.id, withoutActa: true })
  const cohort = await api.cohorts.create({ editionId: edition.id, name: 'Cusco', site: 'Cusco', districtCode: null, startsOn: null, endsOn: null, modality: null })
  const personIds: string[] = []
  for (const [at, firstSurname] of ['QUISPE', 'ROJAS'].entries()) personIds.push((await api.people.create({ ...UNKNOWN, firstSurname, givenNames: 'Ana', documentType: '01', documentNumber: `2000000${at}`, personClass: 'servidor' })).id)
  await api.enrolments.add({ cohortId: cohort.id, personIds })
  const enrolmentIds = (await api.enrolments.list({ cohortId: cohort.id })).map((one) => one.id)
  const seriesId = (await api.numbering.list({})).find((one) => one.paperKind === 'certificado')?.id ?? ''
  const { issued } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [signatory.id] })
  return { personIds, ids: issued }
}

test('a name is mended once: from the person to the new paper and its note, and the old one says that it was replaced', async ({ office }) => {
  const { api, page } = office
  const { personIds, ids } = await twoPapers(office)
  await office.go(`personas/${personIds[0] ?? ''}`)
  await page.getByLabel('Primer apellido').fill('QUISPÉ')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Corregirlo' }).click()
  await expect(page.getByText('Nombre: Ana Quispe → Ana Quispé')).toBeVisible()

  await page.getByRole('button', { name: 'Emitir de nuevo', exact: true }).click()
  await expect(page.getByRole('textbox', { name: 'Motivo' })).toBeFocused()
  await page.keyboard.type('Tilde omitida, según DNI')
  await looksRight(page, 'the form')
  await page.getByRole('complementary').getByRole('button', { name: 'Emitir de nuevo' }).click()
  await expect(page.getByRole('heading', { name: 'Se emitió de nuevo un documento' })).toBeVisible()
  await page.getByRole('button', { name: 'Preparar las notas' }).click()
  await expect(page.getByText('Nota de corrección - Ana Quispé.pdf')).toBeVisible()
  await looksRight(page, 'what to do now')

  await office.go(`certificados/${ids[0] ?? ''}`)
  await page.getByRole('complementary').getByRole('link', { name: 'Ver el trámite' }).click()
  await expect(page.getByRole('complementary').getByText('Tilde omitida, según DNI')).toBeVisible()
  const { rows } = await api.certificates.list({ state: 'valid' })
  expect(rows.map((row) => [row.personName, row.version])).toEqual([['Ana Quispé', 2], ['Ana Rojas', 1]])
  expect(office.complaints).toEqual([])
})

test('a paper is annulled from the register by keyboard, and the log tells it', async ({ office }) => {
  const { page } = office
  const { ids } = await twoPapers(office)
  await office.go(`certificados/${ids[1] ?? ''}`)
  await page.getByRole('complementary').getByRole('button', { name: 'Anular' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Motivo' })).toBeFocused()
  await page.keyboard.type('Emitido por error')
  await page.getByRole('button', { name: 'Anular', exact: true }).press('Enter')
  await page.getByRole('dialog').getByRole('textbox').waitFor()
  await page.keyboard.type('anular')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Se anuló un documento')).toBeVisible()
  await page.getByRole('link', { name: 'Ver todas las correcciones y anulaciones' }).click()
  await page.getByText('Emitido por error').click()
  await expect(page.getByRole('complementary').getByText('N° 002-2026-MPC/GRH')).toBeVisible()
  await looksRight(page, 'the log')
  expect(office.complaints).toEqual([])
})
