import { aClass } from '../support/builders.ts'
import { looksRight } from './looks-right.ts'
import { expect, test } from './office.ts'

test('somebody who finished is found, contacted and put in the directory by keyboard', async ({ office }) => {
  const { page, api } = office
  await office.go('resultados/red')
  await expect(page.getByText('Aún nadie ha culminado un curso')).toBeVisible()
  await looksRight(page, 'no alumni')
  const { enrolmentIds } = await aClass(api as never, 3, { edition: { name: 'Agentes 2026', startsOn: '2026-03-02', endsOn: '2026-03-27' } })
  await api.enrolments.update({ ids: enrolmentIds.slice(0, 2), state: 'completed' })
  await expect(page.getByText('2 personas que culminaron un curso')).toBeVisible()
  await expect(page.getByRole('button', { name: 'no se sabe · 2' })).toBeVisible()

  await page.getByRole('grid', { name: 'Dónde están' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Anotar contacto' }).press('Enter')
  await expect(page.getByRole('textbox', { name: 'Motivo' })).toBeFocused()
  await page.keyboard.type('A seis meses')
  await page.getByRole('combobox', { name: 'Dónde está ahora' }).press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Próximo contacto' }).focus()
  await page.keyboard.type('22/11/26')
  await looksRight(page, 'a contact')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Contactos' })).toContainText('Está: en el mismo puesto')
  const figures = page.getByRole('list', { name: 'Lo que se sabe de los egresados' })
  await expect(figures).toContainText('100 %')
  await expect(figures).toContainText('1 de 1 de quienes se sabe')
  await expect(page.getByRole('button', { name: 'en el mismo puesto · 1' })).toBeVisible()

  await page.getByRole('button', { name: 'Anotar consentimiento' }).press('Enter')
  await page.getByRole('textbox', { name: 'Temas' }).fill('Descentralización')
  await page.getByRole('button', { name: 'Incluir en el directorio' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Retirar el consentimiento' })).toBeVisible()
  await looksRight(page, 'an alumna with contact and consent')
  await page.getByRole('link', { name: 'Directorio' }).press('Enter')
  await expect(page.getByRole('grid', { name: 'Directorio' })).toContainText('Descentralización')
  await looksRight(page, 'directory')
  await office.go('resultados/red/pendientes')
  await expect(page.getByRole('complementary', { name: 'Por contactar' })).toContainText('A seis meses')
  expect(office.complaints).toEqual([])
})
