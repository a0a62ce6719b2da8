import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import { aClass } from '../support/builders.ts'
import { looksRight } from './looks-right.ts'
import { expect, test } from './office.ts'

test('a report is put in order by keyboard, goes out, and opens again as it was', async ({ office }) => {
  const { page, api, go } = office
  await aClass(api as never, 6, { edition: { startsOn: '2026-01-05', endsOn: '2026-05-31' } })
  const { id: frameId } = await api.frames.create({ name: 'ACCD 2026', organisationId: null, agreementId: null, commitmentId: null, notes: null })
  await api.frames.makePeriods({ frameId, startsOn: '2026-01-01', months: 6, count: 2 })
  const definition = { ...emptyDefinition, roles: ['participant' as const] }
  await api.indicators.create({ frameId, fields: { resultId: null, code: '1.1', name: 'Personas capacitadas', unit: 'personas', counts: 'people', once: 'ever', definition, parts: [], over: [], hourMinutes: 60, baseline: null, baselineOn: null, baselineNote: null, verification: 'Listas de asistencia', dimensions: ['sex'], notes: null } })

  await go('resultados/informes')
  await page.getByRole('button', { name: 'Nuevo informe' }).first().press('Enter')
  await expect(page.getByRole('textbox', { name: 'Nombre del informe' })).toBeFocused()
  await page.keyboard.type('Informe semestral')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Informe semestral' })).toBeVisible()

  const sections = page.getByRole('list').filter({ has: page.getByRole('checkbox') }).getByRole('button')
  await expect(sections.nth(1)).toHaveText('Resumen')
  await page.getByRole('button', { name: 'Marco lógico', exact: true }).press('Alt+ArrowUp')
  await page.getByRole('button', { name: 'Marco lógico', exact: true }).press('Alt+ArrowUp')
  await expect(sections.nth(1)).toHaveText('Marco lógico')
  await expect(page.getByRole('button', { name: 'Marco lógico', exact: true })).toBeFocused()
  await expect(page.getByText('1.1 Personas capacitadas: no tiene meta.')).toBeVisible()
  await looksRight(page, 'a definition')

  await page.getByRole('button', { name: 'Emitir informe' }).press('Enter')
  await expect(page.getByRole('heading', { name: /Informe semestral · Informe N.º 1/ })).toBeVisible()
  await go('resultados/informes')
  await page.getByRole('gridcell', { name: 'Informe semestral' }).click()
  await page.getByRole('link', { name: 'Informe N.º 1' }).press('Enter')
  const row = page.getByRole('row', { name: /1.1 Personas capacitadas/ })
  await expect(row).toContainText('6')
  await expect(row).toContainText('igual')
  await page.getByRole('button', { name: 'A-1 Personas del informe' }).press('Enter')
  await expect(page.getByRole('complementary', { name: 'A-1 Personas del informe' }).getByRole('row')).toHaveCount(7)
  await looksRight(page, 'a report as it went out')
  expect(office.complaints).toEqual([])
})
