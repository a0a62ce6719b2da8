import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aClass } from '../support/builders.ts'
import { looksRight } from './looks-right.ts'
import { expect, samples, test } from './office.ts'

test('action plans of a group are made in one step, and one is moved on and followed up', async ({ office }) => {
  const { api, page, go } = office
  await aClass(api, 3, { edition: { startsOn: '2026-01-05', endsOn: '2026-05-31' } })
  await go('resultados/iniciativas')
  await page.getByRole('button', { name: 'Planes de acción de un grupo' }).first().click()
  await page.getByRole('combobox', { name: 'Grupo' }).fill('gestion')
  await page.getByRole('option', { name: /Cusco/ }).click()
  await page.getByRole('button', { name: 'Crear los planes' }).click()
  await expect(page.getByText('Se crearon 3 planes de acción')).toBeVisible()
  await page.getByRole('button', { name: 'Ver los planes' }).click()
  await page.getByRole('gridcell', { name: 'Plan de acción de QUISPE HUAMÁN, Beatriz' }).click()
  const panel = page.getByRole('complementary', { name: 'Plan de acción de QUISPE HUAMÁN, Beatriz' })
  await panel.getByRole('button', { name: 'Cambiar de etapa' }).click()
  await panel.getByRole('button', { name: 'Pasar a esta etapa' }).click()
  await expect(panel.getByRole('listitem').filter({ hasText: 'Formulada' })).toHaveAttribute('aria-current', 'step')
  const look = panel.getByRole('group', { name: '3 meses' })
  await look.getByRole('combobox', { name: 'Cómo está' }).click()
  await page.getByRole('option', { name: 'Cumplido en parte' }).click()
  await look.getByRole('textbox', { name: 'Quién lo vio' }).fill('Rosa Ñaupari')
  await page.keyboard.press('Enter')
  await expect(panel.getByRole('button', { name: /^3 meses/ })).toContainText('Cumplido en parte')
  await looksRight(page, 'an action plan')
  expect(office.complaints).toEqual([])
})

test('an office defines a register, brings its rows from a sheet after looking at them, and sees its own fields as columns', async ({ office }) => {
  const { api, page, go } = office
  await go('resultados/registros')
  await page.getByRole('button', { name: 'Nuevo registro' }).first().click()
  await page.getByRole('textbox', { name: 'Nombre del registro' }).fill('Comunidades acreditadas')
  await page.getByRole('textbox', { name: /Cada fila es/ }).fill('comunidad acreditada')
  await page.getByRole('button', { name: 'Agregar un campo' }).click()
  await page.getByRole('textbox', { name: 'Nombre del campo' }).fill('Familias')
  await page.getByRole('combobox', { name: 'Qué se escribe' }).click()
  await page.getByRole('option', { name: 'Número' }).click()
  await looksRight(page, 'fields of a register')
  await page.getByRole('button', { name: 'Crear el registro' }).click()
  await page.getByRole('link', { name: 'Traer de Excel' }).first().click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Elegir' }).first().click()])
  await chooser.setFiles({ name: 'acreditaciones.csv', mimeType: 'text/csv', buffer: await readFile(join(samples, 'programas/acreditaciones.csv')) })
  await expect(page.getByText('13 por escribir')).toBeVisible()
  await looksRight(page, 'a sheet looked at')
  await page.getByRole('button', { name: 'Escribir 13 filas' }).click()
  await page.getByRole('button', { name: 'Ver las filas' }).click()
  await expect(page.getByRole('columnheader', { name: 'Familias' })).toBeVisible()
  await page.getByRole('gridcell', { name: 'Comunidad nativa Nuevo Amanecer (ejemplo)' }).click()
  await page.getByRole('textbox', { name: 'Familias' }).fill('31')
  await page.keyboard.press('Enter')
  const [register] = await api.resultRegisters.list({})
  await expect.poll(async () => (await api.resultRegisters.rows({ registerId: register?.id ?? '', search: 'amanecer' })).rows[0]?.values).toEqual({ [register?.fields[0]?.id ?? '']: 31 })
  expect(office.complaints).toEqual([])
})
