import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { issueTo } from '../app/delivery-support.ts'
import { aSigner, signed } from '../app/signed-files-support.ts'
import type { OpenApp } from '../support/open-app.ts'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, test } from './office.ts'

/** Twelve papers of three organisations; builders talk to an app by two of its parts. */
async function issued({ api, take }: Office): Promise<string[]> {
  return issueTo({ api, drop: take } as unknown as OpenApp, 12, { organisations: ['Red de Salud Cusco', 'Municipalidad de Anta', 'Gobierno Regional'] })
}

test('a pile is printed, answered for, signed, and handed over by a sheet, with few keys', async ({ office }) => {
  const { page, api } = office
  await issued(office)
  await office.go('certificados/entrega')
  const grid = page.getByRole('grid', { name: 'Entrega' })
  await expect(page.getByRole('button', { name: 'Por imprimir · 12' })).toBeVisible()
  await looksRight(page, 'delivery')
  await grid.focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Imprimir', exact: true }).click()
  await page.getByRole('button', { name: 'Preparar PDF' }).click()
  await expect(page.getByText('12 documentos · 12 hojas')).toBeVisible()
  await page.getByLabel(/Números del montón/).fill('2-3, 7')
  await expect(page.getByText('9 bien · 3 dañados')).toBeVisible()
  await looksRight(page, 'outcome')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Imprimir otra vez los 3' }).click()
  await expect(page.getByLabel('¿Por qué se imprime otra vez?')).toHaveValue('Hojas dañadas al imprimir')
  await page.getByRole('button', { name: 'Preparar PDF' }).click()
  await page.getByRole('button', { name: 'Los 3 salieron bien' }).click()
  await expect(page.getByText('Todo salió bien')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Por firmar · 12' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Firmados a mano' }).click()
  await page.getByRole('button', { name: 'Anotar', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Por entregar · 12' })).toBeVisible()
  await page.getByRole('button', { name: 'Hoja de entrega', exact: true }).click()
  await page.getByText('Una sola para todos').click()
  await page.getByRole('button', { name: 'Preparar PDF' }).click()
  await expect(page.getByText('1 hoja de entrega')).toBeVisible()

  const [sheet] = (await api.delivery.sheets({})).rows
  await office.go(`certificados/entrega/hojas/${sheet?.id ?? ''}`)
  await expect(page.getByRole('grid', { name: 'Filas de la hoja' })).toBeFocused()
  for (const key of ['f', 'f', 'n', 'a']) await page.keyboard.press(key)
  await page.getByLabel(/Nombre de quien recibe/).fill('Julia Rojas')
  await page.getByLabel(/Documento de quien recibe/).fill('41414141')
  await looksRight(page, 'sheet')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect.poll(async () => (await api.delivery.sheets({})).rows[0]?.handed).toBe(3)
  await office.go('certificados/entrega/pendientes')
  await expect(page.getByRole('row', { name: /Sin organización/ })).toBeVisible()
  await looksRight(page, 'pending')
  expect(office.complaints).toEqual([])
})

test('signed files are judged before any is kept, and the one that fits becomes the paper of record', async ({ office }, info) => {
  const { page, api } = office
  const ids = await issued(office)
  const path = office.path(await api.signedFiles.exportFolder({ certificateIds: ids.slice(0, 2) }))
  const [first = '', second = ''] = (await readdir(path)).filter((name) => name.endsWith('.pdf')).toSorted()
  const whole = info.outputPath('firmado[R].pdf')
  await writeFile(whole, await signed(await readFile(join(path, first)), aSigner()))
  await office.go('certificados/entrega/firmados')
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Elegir archivos' }).click()
  await (await choosing).setFiles([whole, join(path, second)])
  await expect(page.getByText('Es el documento emitido más 1 firma.')).toBeVisible()
  await expect(page.getByText('todavía no tiene ninguna firma')).toBeVisible()
  await looksRight(page, 'verdicts')
  await page.getByRole('button', { name: 'Guardar 1 firmado' }).click()
  await expect(page.getByText('Se guardó 1 documento firmado')).toBeVisible()
  expect((await api.delivery.list({})).rows.filter((row) => row.signedHow === 'digital').map((row) => row.id)).toEqual([ids[0]])
  expect(office.complaints).toEqual([])
})
