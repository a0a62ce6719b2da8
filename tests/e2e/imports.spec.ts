import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { looksRight } from './looks-right.ts'
import type { Office } from './office.ts'
import { expect, samples, test } from './office.ts'

interface Expected {
  readonly rows: number
  readonly people: number
  readonly listedTwice: number
  readonly dniWithLostZero: number
  readonly bySite: Readonly<Record<string, number>>
}
const expected = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as Readonly<Record<string, Expected>>

const FACTS = { title: null, actionType: 'programa', modality: 'presencial', minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const

async function edition({ api }: Office, name: string): Promise<string> {
  const programme = await api.programmes.create({ name: 'Programa de Gobernabilidad', shortName: null, description: null })
  return (await api.editions.create({ ...FACTS, programmeId: programme.id, name, year: 2026, startsOn: '2026-05-04', endsOn: '2026-09-25', hours: 120 })).id
}

/** The keyboard is on the button to choose the file as soon as the wizard is there. */
async function chooseFile(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await expect(page.getByRole('button', { name: 'Elegir archivo' })).toBeFocused()
  const chooser = page.waitForEvent('filechooser')
  // The browser is told to hand the dialog over before the key is pressed.
  await page.evaluate(() => document.hasFocus())
  await page.keyboard.press('Enter')
  await (await chooser).setFiles(file)
}

/** The button that the keyboard stands on, once it can be pressed. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const button = page.getByRole('button', { name })
  await expect(button).toBeFocused()
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Enter')
}

test('the roster of the CAF programme goes in by keyboard alone, to its numbers', async ({ office }) => {
  const { page } = office
  const file = '01-caf-xii-participantes.xlsx'
  const numbers = expected[file]
  if (numbers === undefined) throw new Error(file)
  const editionId = await edition(office, 'XII edición')
  await office.go(`programas/importar?edicion=${editionId}`)
  await looksRight(page, 'file')
  await chooseFile(page, join(samples, file))
  await expect(page.getByText('Se reconocieron todas las columnas')).toBeVisible()
  await looksRight(page, 'columns')
  await press(page, 'Continuar')
  await expect(page.getByText('Se crearán 6 grupos al final.')).toBeVisible()
  await looksRight(page, 'target')
  await press(page, 'Revisar')
  await expect(page.getByRole('button', { name: `Aceptar los ${numbers.dniWithLostZero}` })).toBeFocused()
  await looksRight(page, 'review')
  await page.keyboard.press('Enter')
  await press(page, /^Aceptar los/)
  await press(page, `Importar ${numbers.people} filas`)
  await expect(page.getByRole('heading', { name: `Quedaron inscritas ${numbers.people} personas.` })).toBeVisible()
  await looksRight(page, 'receipt')

  const [receipt] = (await office.api.imports.list({})).rows
  expect(receipt).toMatchObject({ rowsRead: numbers.rows, created: numbers.people, updated: 0, unchanged: 0, skipped: numbers.listedTwice, rejected: 0, enrolled: numbers.people })
  const { cohorts } = await office.api.editions.get({ id: editionId })
  expect(Object.fromEntries(cohorts.map((one) => [one.name, one.participants]))).toEqual(numbers.bySite)
  expect(office.complaints).toEqual([])
})

const SMALL = ['DNI;APELLIDOS Y NOMBRES;CORREO', '01454965;CASTRO CABRERA, ÓSCAR;oscar@example.pe', '123;QUISPE MAMANI, ROSA;rosa@example.pe', '45678912;;nadie@example.pe'].join('\n')
const small = { name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(SMALL, 'utf8') }

test('a row is mended in place, what stays out comes back as a file, and all of it is undone', async ({ office }) => {
  const { page } = office
  await office.go('personas/importar')
  await chooseFile(page, small)
  await press(page, 'Continuar')
  await press(page, 'Continuar')
  await page.getByRole('radio', { name: /Solo a la relación de personas/ }).press('Space')
  await page.keyboard.press('Control+Enter')
  const row = page.getByRole('row', { name: /QUISPE MAMANI/ }).first()
  await row.focus()
  await page.keyboard.press('F2')
  await expect(page.getByLabel('DNI', { exact: true })).toBeFocused()
  await page.keyboard.type('41234567')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 fila no entra: se podrá descargar con su motivo.')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Quedaron registradas 2 personas.' })).toBeVisible()
  await expect(page.getByText('La fila devuelta, con su motivo')).toBeVisible()
  expect((await office.api.people.list({ search: '41234567' })).total).toBe(1)

  await page.getByRole('button', { name: 'Deshacer esta importación' }).click()
  await expect(page.getByText('Lo que trajo esta lista ya no está.')).toBeVisible()
  expect((await office.api.people.list({})).total).toBe(0)
  expect(office.complaints).toEqual([])
})

test('an import left half-way is taken up where it was, with what was decided', async ({ office }) => {
  const { page } = office
  await office.go('personas/importar')
  await chooseFile(page, small)
  await press(page, 'Continuar')
  await press(page, 'Continuar')
  await page.getByRole('radio', { name: /Solo a la relación de personas/ }).press('Space')
  await office.go('inicio')
  await expect(page.getByRole('heading', { name: 'Importar una lista' })).toHaveCount(0)
  await office.go('personas/importar')
  await page.getByRole('button', { name: 'Retomarla' }).press('Enter')
  await expect(page.getByRole('radio', { name: /Solo a la relación de personas/ })).toBeChecked()
})

test('a file that is no list says what to do, and nothing was touched', async ({ office }) => {
  const { page } = office
  await office.go('personas/importar')
  await chooseFile(page, { name: 'lista.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('esto no es un libro de Excel') })
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Elegir archivo' })).toBeVisible()
  expect((await office.api.imports.list({})).total).toBe(0)
})

test('the same file says that it came in before, and changes nothing', async ({ office }) => {
  const { page } = office
  const editionId = await edition(office, 'Primera ronda')
  const file = await office.take(join(samples, '02-logodi-ronda-1.csv'))
  await office.api.imports.write({ file, target: { kind: 'groups', editionId, by: 'one' }, decisions: { acceptProposals: true } })
  await office.go(`programas/importar?edicion=${editionId}`)
  await chooseFile(page, join(samples, '02-logodi-ronda-1.csv'))
  await expect(page.getByText('Este mismo archivo ya se importó')).toBeVisible()
  await press(page, 'Continuar')
  await press(page, 'Continuar')
  await press(page, 'Revisar')
  await expect(page.getByText('Todo lo de este archivo ya está registrado.')).toBeVisible()
  expect(office.complaints).toEqual([])
})
