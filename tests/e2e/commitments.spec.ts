import { anItem, enterSample, pecja0001 } from '../support/commitments.ts'
import { looksRight } from './looks-right.ts'
import { expect, test } from './office.ts'

test('a commitment is written, re-planned with its reason and told to citizens, by keyboard alone', async ({ office }) => {
  const { page, api, go, complaints } = office
  const press = async (name: string, role: 'button' | 'link' = 'button'): Promise<void> => {
    await page.getByRole(role, { name, exact: true }).first().focus()
    await page.keyboard.press('Enter')
  }
  await go('resultados/compromisos')
  await press('Nuevo plan')
  await page.keyboard.type('Plan de gobierno abierto 2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Nuevo compromiso' })).toBeVisible()
  await page.keyboard.type('Publicar el presupuesto')
  await page.getByLabel('Fecha de inicio').focus()
  await page.keyboard.type('1/3/2026')
  await press('Crear')
  await expect(page.getByRole('heading', { name: 'Publicar el presupuesto' })).toBeVisible()

  await press('Agregar producto')
  await page.keyboard.type('Portal de datos')
  await page.getByRole('complementary').getByLabel('Fecha de término').focus()
  await page.keyboard.type('30/06/2026')
  await press('Agregar')
  const panel = page.getByRole('complementary', { name: 'Portal de datos' })
  await expect(panel.getByLabel('Nombre')).toBeDisabled()
  await expect(page.getByRole('row', { name: /Portal de datos/ })).toContainText('Vencido')
  await looksRight(page, 'a product beside its commitment')

  await panel.getByRole('button', { name: 'Reprogramar' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Reprogramar: Portal de datos' })
  await dialog.getByLabel('Fecha de término').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('15/12/2026')
  await page.keyboard.press('Tab')
  await dialog.getByLabel('Motivo').focus()
  await page.keyboard.type('El proveedor se retrasó')
  await looksRight(page, 'the dialog of a re-planning')
  await dialog.getByRole('button', { name: 'Reprogramar' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  const history = page.getByRole('listitem').filter({ hasText: 'Fecha de término · Portal de datos' })
  await expect(history).toContainText('30/06/2026')
  await expect(history).toContainText('15/12/2026')
  await expect(history).toContainText('El proveedor se retrasó')

  await press('Ficha en PDF')
  await expect(page.getByText('Ficha lista')).toBeVisible({ timeout: 20_000 })
  expect(complaints).toEqual([])

  const { id } = await enterSample(api, await pecja0001())
  const [first] = (await api.commitments.get({ id })).items
  await api.commitments.saveItem({ commitmentId: id, id: null, fields: anItem({ kind: 'milestone', parentId: first?.id ?? null, name: 'Malla curricular', state: 'done', doneOn: '2025-05-12' }) })
  await go('resultados/compromisos')
  await expect(page.getByRole('row', { name: /PECJA0001/ })).toContainText('0 de 3')
  await looksRight(page, 'two plans')
  await press('Programas de formación en participación ciudadana en el Gobierno Regional de Cajamarca', 'link')
  await expect(page.getByRole('row', { name: /Malla curricular/ })).toContainText('Terminado')
  await page.setViewportSize({ width: 911, height: 512 })
  await looksRight(page, 'PECJA0001 at 150 %')
})
