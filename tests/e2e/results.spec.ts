import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from '../documents/second-programs.ts'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, samples, test } from './office.ts'

/** The Cajamarca course with its 140 people and the attendance of its form: 123 of them came to three sessions of four. */
async function cajamarca({ api, take }: Office): Promise<string> {
  await api.entity.save({ name: 'Municipalidad Provincial de Cajamarca', siglas: 'MPC', unit: 'Gerencia de Desarrollo Social', unitSiglas: 'GDS', city: 'Cajamarca' })
  await api.entity.saveYearName({ year: 2026, name: 'Año de la Esperanza y el Fortalecimiento de la Democracia' })
  await api.entity.addSignatory({ name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: null, since: '2026-01-01', until: null, position: 0 })
  const programme = await api.programmes.create({ name: 'Gobierno abierto', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'Primera edición', title: null, actionType: 'taller', year: 2026, modality: 'presencial', startsOn: '2026-08-03', endsOn: '2026-08-24', hours: 12, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null })
  const { id: cohortId } = await api.cohorts.create({ editionId: edition.id, name: 'Cajamarca', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  const roster = join(samples, '05-cajamarca-inscripciones.xlsx')
  await api.imports.write({ file: await take(roster), target: { kind: 'groups', editionId: edition.id, by: 'one', groups: [{ key: '', cohortId, newName: null }] }, decisions: { acceptProposals: true } })
  await api.resultSheets.write({ file: await take(roster), cohortId })
  return cohortId
}

test('from the rules to the record, from the record to the papers, and from a paper back to its hours', async ({ office }, info) => {
  const { page, api } = office
  const cohortId = await cajamarca(office)
  const at = (tab: string): Promise<void> => office.go(`programas/grupo/${cohortId}/${tab}`)

  await at('resumen')
  await expect(page.getByText('Diga qué pide el curso para el certificado')).toBeVisible()
  await looksRight(page, 'overview')
  await page.getByRole('link', { name: 'Escribir las reglas' }).click()
  await page.getByRole('button', { name: 'Empezar con lo usual' }).click()
  await expect(page.getByRole('checkbox', { name: 'El curso da constancia' })).toBeChecked()
  // The box follows what was saved.
  await page.getByRole('checkbox', { name: 'El curso da certificado' }).click()
  await expect(page.getByRole('checkbox', { name: 'El curso da certificado' })).not.toBeChecked()
  const share = page.getByLabel('Asistencia mínima (% de las horas programadas)')
  await share.fill('75')
  await share.press('Enter')
  await expect.poll(async () => (await api.rules.get({ editionId: (await api.cohorts.get({ id: cohortId })).edition.id })).papers).toMatchObject([{ paperKind: 'constancia', leastShare: 75 }])
  await looksRight(page, 'rules')

  await page.getByRole('link', { name: 'Quién obtuvo qué' }).click()
  await expect(page.getByRole('button', { name: 'solo constancia · 123' })).toBeVisible()
  await page.getByRole('button', { name: 'no cumplió · 17' }).click()
  await expect(page.getByText(/para llegar al 75 %$/).first()).toBeVisible()
  await page.getByRole('gridcell').nth(1).click()
  await expect(page.getByRole('heading', { name: 'Sesión por sesión' })).toBeVisible()
  await looksRight(page, 'results')

  await page.getByRole('link', { name: 'Acta', exact: true }).click()
  await expect(page.getByText('Nadie queda por decidir: se puede cerrar.')).toBeVisible()
  await page.getByLabel('Observaciones').fill('Se aplicó el reglamento del curso.')
  await page.getByLabel('Observaciones').blur()
  await looksRight(page, 'draft')
  await page.getByRole('button', { name: 'Cerrar el acta' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('cerrar')
  await page.getByRole('dialog').getByRole('textbox').press('Enter')
  await expect(page.getByText('140 personas: 0 con certificado, 123 con constancia')).toBeVisible()
  await looksRight(page, 'acta')

  const [acta] = await api.actas.list({ cohortId })
  const paper = info.outputPath('acta.pdf')
  await writeFile(paper, await office.bytes(await api.actas.draw({ id: acta?.id ?? '', format: 'pdf' })))
  expect(run('pdftotext', '-layout', paper, '-').toString('utf8').normalize('NFC')).toContain('Se aplicó el reglamento del curso.')

  await page.getByRole('link', { name: 'Emitir certificados' }).click()
  await page.getByRole('button', { name: 'Emitir 123 constancias' }).click()
  await expect(page.getByText('Se emitieron 123 constancias')).toBeVisible({ timeout: 30_000 })
  const { rows } = await api.certificates.list({ limit: 1 })
  await office.go(`certificados/${rows[0]?.id ?? ''}`)
  await expect(page.getByRole('heading', { name: 'Lo que lo sustenta, sesión por sesión' })).toBeVisible()
  await page.getByRole('link', { name: `Acta: ${acta?.number ?? ''}` }).click()
  await expect(page.getByText('Observación', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: rows[0]?.number ?? '' }).first().click()
  await page.getByRole('link', { name: 'Sus horas y su nota' }).click()
  await expect(page.getByText(/^Asistió (9|12) de 12 h/).first()).toBeVisible()
  expect(office.complaints).toEqual([])
})

test('a record is not closed while somebody is undecided, and a later one says which it replaces', async ({ office }) => {
  const { page, api } = office
  const cohortId = await cajamarca(office)
  const { edition } = await api.cohorts.get({ id: cohortId })
  await api.rules.setPaper({ editionId: edition.id, paperKind: 'constancia', rule: { leastShare: 75, needsRequired: 0, leastMark: null } })
  const [session] = await api.sessions.list({ cohortId })
  const { people } = await api.attendance.grid({ cohortId })
  const everyDay = (await api.eligibility.list({ cohortId })).people.find((one) => one.share === 75)
  const cell = { sessionId: session?.id ?? '', enrolmentId: everyDay?.enrolmentId ?? people[0]?.enrolmentId ?? '' }
  const before = await api.attendance.cell(cell)
  await api.attendance.set({ cells: [{ ...cell, status: null }] })
  await office.go(`programas/grupo/${cohortId}/resultados/acta`)
  await expect(page.getByText('Todavía no se puede cerrar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cerrar el acta' })).toBeDisabled()

  await api.attendance.set({ cells: [{ ...cell, status: before.status }] })
  await api.actas.close({ cohortId })
  await expect(page.getByText('Nada que corregir')).toBeVisible()
  await api.attendance.set({ cells: [{ ...cell, status: before.status === 'absent' ? 'present' : 'absent' }] })
  await expect(page.getByText('Cambios respecto del acta vigente')).toBeVisible()
  await page.getByLabel(/^Por qué se reemplaza/).fill('Se corrigió la asistencia de una sesión')
  await page.getByLabel(/^Por qué se reemplaza/).blur()
  await expect(page.getByRole('button', { name: 'Cerrar el acta' })).toBeEnabled()
  await page.getByRole('button', { name: 'Cerrar el acta' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('CERRAR')
  await page.getByRole('dialog').getByRole('textbox').press('Enter')
  await expect(page.getByText(/^Reemplaza al acta/)).toBeVisible()
  await expect(page.getByText('Se corrigió la asistencia de una sesión')).toBeVisible()
  expect(office.complaints).toEqual([])
})
