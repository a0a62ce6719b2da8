import { join } from 'node:path'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, samples, test } from './office.ts'

/** The Cajamarca course with its 140 people and the attendance of its form: 123 of them came to three sessions of four. */
async function cajamarca({ api, take }: Office): Promise<void> {
  const programme = await api.programmes.create({ name: 'Gobierno abierto', shortName: null, description: null })
  const edition = await api.editions.create({ programmeId: programme.id, name: 'Primera edición', title: null, actionType: 'taller', year: 2026, modality: 'presencial', startsOn: '2026-08-03', endsOn: '2026-08-24', hours: 12, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null })
  const { id: cohortId } = await api.cohorts.create({ editionId: edition.id, name: 'Cajamarca', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  const roster = join(samples, '05-cajamarca-inscripciones.xlsx')
  await api.imports.write({ file: await take(roster), target: { kind: 'groups', editionId: edition.id, by: 'one', groups: [{ key: '', cohortId, newName: null }] }, decisions: { acceptProposals: true } })
  await api.resultSheets.write({ file: await take(roster), cohortId })
}

test('from an empty matrix to a figure to its names, by keyboard', async ({ office }) => {
  const { page, api } = office
  const keys = page.keyboard
  await cajamarca(office)
  await office.go('resultados/indicadores')
  await expect(page.getByRole('heading', { name: 'Aquí van las matrices de indicadores' })).toBeVisible()
  await looksRight(page, 'no matrices')

  // The first thing asked for has the keyboard already.
  await page.getByRole('link', { name: 'Nueva matriz' }).press('Enter')
  await expect(page.getByLabel(/^Nombre de la matriz/)).toBeFocused()
  await expect(page.getByText('Se harán 4 períodos seguidos: del 01/01/2026 al 31/12/2026.')).toBeVisible()
  await keys.type('Marco lógico 2026')
  await keys.press('Enter')
  await page.getByRole('button', { name: 'Agregar indicador' }).press('Enter')
  await expect(page.getByLabel(/^Nombre del indicador/)).toBeFocused()
  await keys.type('Personas que asistieron a tres de cuatro sesiones')
  await keys.press('Enter')

  await expect(page.getByRole('heading', { name: 'Quiénes cuentan' })).toBeVisible()
  await expect(page.getByText('inscripciones', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Agregar condición' }).press('Enter')
  await page.getByRole('menuitem', { name: 'Asistencia en %' }).press('Enter')
  await expect(page.getByLabel('Asistencia en %').and(page.getByRole('textbox'))).toBeFocused()
  await keys.type('75')
  await expect(page.getByText('Antes de este cambio: 140')).toBeVisible()
  await keys.press('Enter')
  await expect(page.getByRole('button', { name: 'Asistencia en %: 75 % de asistencia' })).toBeVisible()
  await expect(page.getByText('deja fuera 17')).toBeVisible()
  await looksRight(page, 'definition')

  await page.getByRole('link', { name: 'Ver la matriz' }).press('Enter')
  const table = page.getByRole('grid', { name: 'Matriz de indicadores' })
  // Name, two periods of a target and a figure each, then the target of the third.
  await table.getByRole('button', { name: 'Personas que asistieron a tres de cuatro sesiones', exact: true }).focus()
  for (const step of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await keys.press(step)
  await keys.type('120')
  await keys.press('Enter')
  await expect(table.getByText('102.5 %').first()).toBeVisible()
  await keys.press('ArrowRight')
  await looksRight(page, 'matrix')
  await keys.press('Enter')
  const list = page.getByRole('grid', { name: 'Quiénes forman esta cifra' })
  await expect(list).toHaveAttribute('aria-rowcount', '124')
  await looksRight(page, 'behind')
  await list.focus()
  await keys.press('Enter')
  await expect(page).toHaveURL(/#\/personas\/[0-9a-f-]{36}$/)
  await page.getByRole('tab', { name: /^Capacitación/ }).click()
  await expect(page.getByRole('link', { name: 'Personas que asistieron a tres de cuatro sesiones' })).toBeVisible()

  // As with the browser at 150 %.
  const [frame] = await api.frames.list({})
  await page.setViewportSize({ width: Math.round(1366 / 1.5), height: Math.round(768 / 1.5) })
  await office.go(`resultados/indicadores/${frame?.id ?? ''}`)
  await expect(table).toBeVisible()
  await looksRight(page, 'matrix at 150 %')
  const { indicators } = await api.frames.get({ id: frame?.id ?? '' })
  await office.go(`resultados/indicadores/${frame?.id ?? ''}/${indicators[0]?.id ?? ''}/desglose`)
  await expect(page.getByRole('button', { name: /^Mujeres: \d+\. Abrir la lista$/ })).toBeVisible()
  await looksRight(page, 'breakdown at 150 %')
  expect(office.complaints).toEqual([])
})
