import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { run } from '../documents/second-programs.ts'
import type { Office } from './office.ts'
import { expect, test } from './office.ts'

const PERSON = {
  documentType: '01', documentCountry: null, certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'servidor', community: null, districtCode: null, notes: null,
} as const
const NAMES = [['APAZA', 'ÑAUPARI', 'Rosa María'], ['BALDEÓN', 'CONDORI', 'Héctor'], ['CASTRO', 'MAMANI', 'Gladys'], ['QUISPE', 'HUAMÁN', 'Luis Alberto']] as const

/** A group of so many people, without sessions. */
async function group({ api }: Office, people: number): Promise<string> {
  const edition = { name: 'Primera ronda', title: null, actionType: 'curso', year: 2026, modality: 'virtual', startsOn: '2026-10-12', endsOn: '2026-12-04', hours: 120, minutesPerHour: 60, place: 'Auditorio', syllabus: null, legalBasis: null } as const
  const { id } = await api.editions.begin({ programme: { kind: 'new', fields: { name: 'Gestión de la innovación', shortName: null, description: null } }, edition, cohorts: ['Cusco'] })
  const [cohort] = (await api.editions.get({ id })).cohorts
  if (cohort === undefined) throw new Error('no group')
  const personIds: string[] = []
  for (let n = 0; n < people; n += 1) {
    const [firstSurname, secondSurname, givenNames] = NAMES[n % NAMES.length] ?? NAMES[0]
    personIds.push((await api.people.create({ ...PERSON, documentNumber: String(40_000_000 + n), firstSurname: n < NAMES.length ? firstSurname : `${firstSurname} ${String.fromCharCode(65 + (n % 26))}`, secondSurname, givenNames })).id)
  }
  await api.enrolments.add({ cohortId: cohort.id, personIds })
  return cohort.id
}

async function looksRight(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((one) => `${place}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}

/** The system's dialog, asked for with the keyboard. */
async function choose(page: Page, button: string, files: string | readonly string[]): Promise<void> {
  await page.getByRole('button', { name: button }).first().focus()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Enter')
  await (await chooser).setFiles([files].flat() as string[])
}

const FORTY = 40

test('forty sessions are typed with the keyboard alone, and seen on the calendar', async ({ office }) => {
  test.setTimeout(240_000)
  const { page, api } = office
  const cohortId = await group(office, 2)
  await office.go(`programas/grupo/${cohortId}/sesiones`)
  await expect(page.getByText('Aquí va el programa del grupo, sesión por sesión')).toBeVisible()
  await looksRight(page, 'empty')
  await page.getByRole('button', { name: 'Escribir la primera' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Tema')).toBeFocused()
  await page.keyboard.type('Tema 1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('9')
  await page.keyboard.press('Tab')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  for (let n = 2; n <= FORTY; n += 1) {
    await expect(page.getByRole('list', { name: 'Recién agregadas' }).getByRole('listitem')).toHaveCount(n - 1)
    await page.keyboard.type(`Tema ${n}`)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('120 h de 120 h')).toBeVisible()
  await looksRight(page, 'list')
  const sessions = await api.sessions.list({ cohortId })
  expect(sessions.map((one) => one.subject)).toEqual(Array.from({ length: FORTY }, (_one, at) => `Tema ${at + 1}`))
  // Eight whole weeks of working days.
  expect([sessions[0]?.day, sessions.at(-1)?.day]).toEqual(['2026-10-12', '2026-12-04'])
  expect(new Set(sessions.map((one) => `${one.startsAt} ${one.endsAt} ${one.plannedMinutes}`))).toEqual(new Set(['09:00 12:00 180']))

  await page.keyboard.press('Escape')
  await office.go(`programas/grupo/${cohortId}/sesiones?vista=calendario`)
  await looksRight(page, 'calendar')
  await page.getByRole('gridcell', { name: /^12 de octubre de 2026/ }).focus()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('gridcell', { name: /^19 de noviembre de 2026\. 1 sesión/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'jue 19/11/2026, 09:00–12:00' })).toBeVisible()
  await looksRight(page, 'session')
  expect(office.complaints).toEqual([])
})

test('a sheet goes to paper and comes back as scans; the page without a code is put in its place by hand', async ({ office }) => {
  test.setTimeout(180_000)
  const { page, api } = office
  const folder = await mkdtemp(join(tmpdir(), 'constancia-scans-'))
  const cohortId = await group(office, 45)
  const session = await api.sessions.create({ cohortId, fields: { day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: 'Prototipos', module: null, place: null, link: null, modality: null, isRequired: 0 } })
  await office.go(`programas/grupo/${cohortId}/sesiones/hojas`)
  await expect(page.getByText('Aquí quedan las hojas de firmas que imprima')).toBeVisible()
  await looksRight(page, 'no sheets')
  await page.getByRole('button', { name: 'Imprimir las primeras hojas' }).press('Enter')
  await looksRight(page, 'printing')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Preparar PDF' }).press('Enter')
  await expect(page.getByText('1 hoja de firmas · 3 páginas')).toBeVisible()
  await page.getByRole('button', { name: 'Guardar copia' }).press('Enter')
  const pdf = join(folder, 'hoja.pdf')
  await (await download).saveAs(pdf)

  run('pdftoppm', '-r', '150', '-jpeg', '-f', '1', '-l', '2', pdf, join(folder, 'foto'))
  // A photo of the middle of the last page: its codes are outside.
  run('pdftoppm', '-r', '120', '-png', '-f', '3', '-l', '3', '-singlefile', '-x', '0', '-y', '300', '-W', '990', '-H', '700', pdf, join(folder, 'cortada'))
  const broken = join(folder, 'rota.pdf')
  await writeFile(broken, 'esto no es un PDF')
  const photos = (await readdir(folder)).filter((name) => /^(foto|cortada)/.test(name)).map((name) => join(folder, name))
  await choose(page, 'Subir escaneos', [...photos, broken])
  const result = page.getByRole('region', { name: 'Dónde quedó cada página' })
  await expect(result.getByRole('status')).toContainText('2 páginas quedaron en su sitio · 1 espera en la bandeja · 1 archivo no se pudo leer', { timeout: 60_000 })
  await looksRight(page, 'scans')
  await expect(page.getByText('falta la página 3').first()).toBeVisible()

  await page.getByRole('link', { name: 'Bandeja · 1' }).press('Enter')
  await expect(page.getByRole('img', { name: 'cortada.png' })).toBeVisible({ timeout: 30_000 })
  await looksRight(page, 'tray')
  await page.getByRole('combobox', { name: 'Hoja de firmas' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Página', { exact: true })).toHaveValue('3')
  await page.getByLabel('Página', { exact: true }).press('Enter')
  await expect(page.getByText('La bandeja está vacía')).toBeVisible()
  expect((await api.sessions.list({ cohortId }))[0]).toMatchObject({ id: session.id, pages: 3, pagesBack: 3 })
  expect(office.complaints).toEqual([])
  await rm(folder, { recursive: true, force: true })
})

const ZOOM = [
  'Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest',
  'Rosa Apaza,,10/12/2026 08:58:00 AM,10/12/2026 12:03:00 PM,185,No',
  'HECTOR CONDORI,,10/12/2026 09:00:00 AM,10/12/2026 10:00:00 AM,60,No',
  'Invitada Desconocida,,10/12/2026 09:00:00 AM,10/12/2026 12:00:00 PM,180,Yes',
].join('\n')

test('a video meeting and a teacher’s list become attendance and marks, and are taken back whole', async ({ office }) => {
  const { page, api } = office
  const folder = await mkdtemp(join(tmpdir(), 'constancia-sheets-'))
  const cohortId = await group(office, 4)
  const zoom = join(folder, 'zoom-2026-10-12.csv')
  await writeFile(zoom, ZOOM)
  await office.go(`programas/grupo/${cohortId}/asistencia/reunion`)
  await looksRight(page, 'meeting files')
  await choose(page, 'Elegir archivos', zoom)
  await expect(page.getByRole('table', { name: 'Reuniones' })).toBeVisible()
  await looksRight(page, 'meetings')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('¿Es BALDEÓN CONDORI, Héctor?')).toBeVisible()
  await looksRight(page, 'doubts')
  await page.keyboard.press('s')
  await expect(page.getByRole('button', { name: 'Por decidir · 0' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'La asistencia quedó registrada' })).toBeVisible()
  await looksRight(page, 'meeting receipt')
  const grid = await api.attendance.grid({ cohortId })
  expect(grid.people.map((one, at) => `${one.name}: ${grid.cells[at]?.[0]?.split(':')[0] ?? ''}`)).toEqual(['APAZA ÑAUPARI, Rosa María: present', 'BALDEÓN CONDORI, Héctor: leftEarly', 'CASTRO MAMANI, Gladys: absent', 'QUISPE HUAMÁN, Luis Alberto: absent'])
  await page.getByRole('button', { name: 'Deshacer todo esto' }).press('Enter')
  await expect(page.getByText('Lo que se escribió con este paso ya no está; todo quedó como antes.')).toBeVisible()
  expect(await api.sessions.list({ cohortId })).toEqual([])

  const list = join(folder, 'notas.csv')
  await writeFile(list, ['DNI;Apellidos y nombres;Asistió S1;Examen final', '40000000;APAZA ÑAUPARI, Rosa María;SI;17', '40000001;BALDEÓN CONDORI, Héctor;NO;45', '99999999;NADIE CONOCIDO;SI;11'].join('\n'))
  await office.go(`programas/grupo/${cohortId}/notas/hoja-de-datos`)
  await choose(page, 'Elegir archivo', list)
  await expect(page.getByText(/^Entran \d de 4 columnas\.$/)).toBeVisible()
  await looksRight(page, 'columns')
  for (const view of [/^Sesiones nuevas/, /^Filas sin persona · 1/, /^Celdas por revisar/]) {
    await page.getByRole('button', { name: view }).press('Enter')
    await looksRight(page, String(view))
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Quedó escrito' })).toBeVisible()
  const marks = await api.marks.grid({ cohortId })
  expect(marks.cells.map((row) => row.join()).filter((cell) => cell !== '')).toEqual(['17'])
  expect(office.complaints).toEqual([])
  await rm(folder, { recursive: true, force: true })
})
