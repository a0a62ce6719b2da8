import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Office } from './office.ts'
import { expect, test } from './office.ts'

const EDITION = { name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: '2026-09-07', endsOn: '2026-12-11', hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const
const PERSON = { documentType: '00', documentNumber: null, documentCountry: null, secondSurname: null, certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'servidor', community: null, districtCode: null, notes: null } as const
const SESSION = { startsAt: '08:30', endsAt: '12:30', plannedMinutes: 180, module: null, place: null, link: null, modality: null, isRequired: 0 } as const
const SURNAMES = ['APAZA', 'CCOPA', 'HUAMÁN', 'MAMANI', 'ÑAUPARI', 'QUISPE', 'ROJAS', 'TSAKIM', 'YUPANQUI', 'ZÚÑIGA'] as const

interface Group {
  readonly cohortId: string
  readonly editionId: string
  readonly sessionIds: readonly string[]
}

/** A group of so many people and sessions, one a week. */
async function aGroup({ api }: Office, people: number, sessions: number): Promise<Group> {
  const { id: editionId } = await api.editions.begin({ programme: { kind: 'new', fields: { name: 'Gobernabilidad', shortName: null, description: null } }, edition: EDITION, cohorts: ['Cusco'] })
  const cohortId = (await api.editions.get({ id: editionId })).cohorts[0]?.id ?? ''
  const personIds: string[] = []
  for (let n = 0; n < people; n += 1) personIds.push((await api.people.create({ ...PERSON, firstSurname: SURNAMES[n % 10] ?? '', secondSurname: `DE LA ${String.fromCharCode(65 + Math.floor(n / 10))}`, givenNames: 'María de los Ángeles' })).id)
  await api.enrolments.add({ cohortId, personIds, role: 'participant' })
  const { id } = await api.sessions.create({ cohortId, fields: { ...SESSION, day: '2026-01-05', subject: 'Gestión pública' } })
  if (sessions > 1) await api.sessions.repeat({ id, days: Array.from({ length: sessions - 1 }, (_, at) => new Date(Date.UTC(2026, 0, 12 + 7 * at)).toISOString().slice(0, 10)) })
  return { cohortId, editionId, sessionIds: (await api.sessions.list({ cohortId })).map((one) => one.id) }
}

async function cellsOf({ api }: Office, cohortId: string): Promise<readonly (readonly string[])[]> {
  return (await api.attendance.grid({ cohortId })).cells
}

async function looksRight(page: Page, place: string): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map((one) => `${place}: ${one.id} ${one.nodes.map((node) => node.target.join(' ')).join(' | ')}`)).toEqual([])
}

const GRID = { name: 'Asistencia: personas por sesiones' } as const

test('forty sessions are typed with the keyboard alone, column after column, and every key is kept', async ({ office }) => {
  // 480 keys, each seen by the recorder.
  test.slow()
  const { page } = office
  const { cohortId } = await aGroup(office, 12, 40)
  await office.go(`programas/grupo/${cohortId}`)
  await page.getByRole('link', { name: 'Asistencia', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', GRID)).toBeVisible()
  // By Tab alone into the grid.
  for (let n = 0; n < 40 && (await page.evaluate(() => document.activeElement?.getAttribute('role'))) !== 'grid'; n += 1) await page.keyboard.press('Tab')
  const letters = 'pptpfpjpspPp'
  for (let column = 0; column < 40; column += 1) {
    await page.keyboard.type(letters)
    await page.keyboard.press('Control+ArrowUp')
    await page.keyboard.press('ArrowRight')
  }
  await expect(page.getByText('Todo guardado', { exact: false })).toBeVisible()
  const word: Readonly<Record<string, string>> = { p: 'present', t: 'late', f: 'absent', j: 'excused', s: 'leftEarly' }
  const column = letters.split('').map((letter) => word[letter.toLowerCase()] ?? '')
  await expect.poll(() => cellsOf(office, cohortId)).toEqual(column.map((status) => Array.from({ length: 40 }, () => status)))
  expect(office.complaints).toEqual([])
})

test('minutes, presence of all, block, undo and a note, all by keys', async ({ office }) => {
  const { page, api } = office
  const { cohortId, sessionIds } = await aGroup(office, 6, 3)
  await office.go(`programas/grupo/${cohortId}/asistencia`)
  const grid = page.getByRole('grid', GRID)
  await grid.focus()
  await page.keyboard.type('150')
  await page.keyboard.press('Enter')
  await page.keyboard.type('-20')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+Space')
  await page.keyboard.press('p')
  await expect.poll(async () => (await cellsOf(office, cohortId)).map((row) => row[1])).toEqual(Array.from({ length: 6 }, () => 'present'))
  await expect(page.getByText('6 celdas de asistencia guardadas')).toBeVisible()
  await grid.focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await cellsOf(office, cohortId)).map((row) => row.slice(0, 2))).toEqual([['present:150', ''], ['present:160', ''], ['', ''], ['', ''], ['', ''], ['', '']])
  await page.keyboard.press('Control+y')
  await expect.poll(async () => (await cellsOf(office, cohortId))[5]?.[1]).toBe('present')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F2')
  const note = page.getByLabel('Nota')
  await expect(note).toBeEnabled()
  await note.fill('Llegó con permiso de la jefatura')
  await note.press('Control+Enter')
  await expect.poll(async () => (await api.attendance.cell({ sessionId: sessionIds[0] ?? '', enrolmentId: (await api.attendance.grid({ cohortId })).people[0]?.enrolmentId ?? '' })).note).toBe('Llegó con permiso de la jefatura')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: /Asistió, 150 min, con nota/ })).toBeVisible()
  expect(office.complaints).toEqual([])
})

test('a block copied in Excel is pasted, and one copied here can be pasted there', async ({ office, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { page } = office
  const { cohortId } = await aGroup(office, 4, 3)
  await office.go(`programas/grupo/${cohortId}/asistencia`)
  await page.getByRole('grid', GRID).focus()
  await page.evaluate(() => navigator.clipboard.writeText('Asistió\tX\t1\nFalta\tno\t0\nTardanza\t120\tquizás\nP\tJ\tT 90\n'))
  await page.keyboard.press('Control+v')
  await expect.poll(() => cellsOf(office, cohortId)).toEqual([['present', 'present', 'present'], ['absent', 'absent', 'absent'], ['late', 'present:120', ''], ['present', 'excused', 'late:90']])
  await expect(page.getByRole('alert')).toContainText('«quizás»')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('P\tP\tP\nF\tF\tF\nT\tP120\t\nP\tJ\tT90')
  expect(office.complaints).toEqual([])
})

test('what was typed last is kept when the tab is left at once, and what is refused goes back', async ({ office }) => {
  const { page } = office
  const { cohortId } = await aGroup(office, 3, 2)
  await office.go(`programas/grupo/${cohortId}/asistencia`)
  await page.getByRole('grid', GRID).focus()
  await page.keyboard.type('pf')
  await page.getByRole('link', { name: 'Personas', exact: true }).last().click()
  await expect.poll(async () => (await cellsOf(office, cohortId)).map((row) => row[0])).toEqual(['present', 'absent', ''])
  await office.go(`programas/grupo/${cohortId}/asistencia`)
  await page.getByRole('grid', GRID).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('p')
  await page.keyboard.type('500')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('500 minutos')
  await expect.poll(async () => (await cellsOf(office, cohortId)).map((row) => row[1])).toEqual(['present', '', ''])
})

test('a printed sheet is typed back page by page, with somebody who was not in the list', async ({ office }) => {
  const { page, api } = office
  const { cohortId, sessionIds } = await aGroup(office, 24, 1)
  await api.people.create({ ...PERSON, firstSurname: 'PACHACUTEC', secondSurname: 'INGA', givenNames: 'Rosa Elvira' })
  await api.sheets.print({ cohortId, sessionIds: [...sessionIds] })
  await office.go(`programas/grupo/${cohortId}/asistencia/papel`)
  await page.getByRole('link', { name: /5 de enero de 2026/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Página 1 de 2')).toBeVisible()
  const sheet = await api.sheets.get({ id: (await api.sheets.list({ cohortId }))[0]?.id ?? '' })
  for (const { page: number, rows } of sheet.rows) {
    await expect(page.getByRole('grid', { name: new RegExp(`^Página ${number} de`) })).toBeFocused()
    for (const row of rows) if (row.enrolmentId !== null) await page.keyboard.press(row.row % 5 === 0 ? 'f' : 'p')
    if (number < sheet.pages) await page.keyboard.press('PageDown')
  }
  await expect(page.getByText('Hoja completa')).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('p')
  await page.getByLabel(/Nombre, como lo escribió/).fill('Rosa Elvira Pachacutec')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Rosa Elvira Pachacutec (fuera de lista)')).toBeVisible()
  await office.go(`programas/grupo/${cohortId}/asistencia/visitantes`)
  await page.getByRole('button', { name: 'Es esta persona' }).click()
  await expect(page.getByText('Nadie por identificar')).toBeVisible()
  const grid = await api.attendance.grid({ cohortId })
  expect(grid.people).toHaveLength(25)
  expect(grid.people.map((one, row) => (one.name.startsWith('PACHACUTEC') ? grid.cells[row]?.[0] : ''))).toContain('present')
  expect(grid.cells.flat().filter((cell) => cell === 'absent')).toHaveLength(4)
  expect(office.complaints).toEqual([])
})

test('marks with a retake and a requirement are typed, and the office’s own status has its key', async ({ office }) => {
  const { page, api } = office
  const { cohortId, editionId } = await aGroup(office, 3, 2)
  await office.go(`programas/grupo/${cohortId}/notas`)
  await page.getByRole('button', { name: 'Decir qué se evalúa' }).click()
  await page.getByLabel('Otra evaluación').fill('Examen final')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toBeVisible()
  await page.getByLabel('Otro requisito').fill('Plan de acción')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: /Plan de acción/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('grid').focus()
  for (const mark of ['9/13', '15,5', 'n']) {
    await page.keyboard.type(mark)
    if (mark !== 'n') await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('sns')
  await expect.poll(async () => {
    const { cells, checks, finals } = await api.marks.grid({ cohortId })
    return [cells, checks, finals.map((one) => one.mark)]
  }).toEqual([[['9|13'], ['15.5'], ['NP']], [['1'], ['0'], ['1']], [13, 16, 0]])
  expect((await api.marks.items({ editionId })).map((one) => one.name)).toEqual(['Examen final'])

  await office.go('ajustes/asistencia')
  await page.getByRole('button', { name: 'Agregar estado' }).click()
  const form = page.getByRole('form', { name: 'Nuevo estado' })
  await form.getByLabel(/Nombre/).fill('Comisión de servicio')
  await form.getByLabel(/Tecla/).fill('c')
  await form.getByRole('checkbox').check()
  await form.getByRole('button', { name: 'Agregar estado' }).press('Enter')
  await expect(page.getByRole('listitem', { name: 'Comisión de servicio' })).toBeVisible()
  await looksRight(page, 'ajustes/asistencia')
  await office.go(`programas/grupo/${cohortId}/asistencia`)
  await page.getByRole('grid', GRID).focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('gridcell', { name: 'Comisión de servicio' })).toHaveText('C')
  expect(office.complaints).toEqual([])
})

for (const { zoom, width, height } of [{ zoom: 100, width: 1366, height: 768 }, { zoom: 150, width: 911, height: 512 }]) {
  test(`at ${zoom} % every screen of attendance and marks passes the accessibility rules`, async ({ office }) => {
    // Six screens are gone through by the rules, one after the other.
    test.slow()
    const { page, api } = office
    await page.setViewportSize({ width, height })
    const { cohortId, editionId, sessionIds } = await aGroup(office, 20, 20)
    const { people } = await api.attendance.grid({ cohortId })
    await api.attendance.set({ cells: people.flatMap((one, row) => sessionIds.slice(0, 6).map((sessionId, column) => ({ sessionId, enrolmentId: one.enrolmentId, status: (['present', 'late', 'leftEarly', 'excused', 'absent'] as const)[(row + column) % 5] ?? null, minutes: null }))) })
    await api.marks.saveItem({ editionId, id: null, fields: { name: 'Trabajo de aplicación', kind: 'work', weight: 1, scaleMin: 0, scaleMax: 20 } })
    await api.sheets.print({ cohortId, sessionIds: sessionIds.slice(0, 1) })
    await api.walkIns.add({ sessionId: sessionIds[0] ?? '', fields: { sheetId: null, page: null, row: null, writtenName: 'Luis Ñaupari', writtenDocument: null, writtenOrganisation: null, status: 'present', minutes: null, source: 'meeting' } })
    const sheetId = (await api.sheets.list({ cohortId }))[0]?.id ?? ''
    for (const place of ['asistencia', 'asistencia/papel', `asistencia/papel/${sheetId}`, 'asistencia/visitantes', 'notas']) {
      await office.go(`programas/grupo/${cohortId}/${place}`)
      await expect(page.locator('h1')).toBeVisible()
      await expect(page.getByText(/Apellidos y nombres|Hojas impresas|Luis Ñaupari/).first()).toBeVisible()
      await looksRight(page, place)
    }
    await office.go(`programas/grupo/${cohortId}/asistencia`)
    await page.getByRole('grid', GRID).focus()
    await page.keyboard.press('F2')
    await expect(page.getByRole('complementary')).toBeVisible()
    await looksRight(page, 'cell beside the grid')
    expect(office.complaints).toEqual([])
  })
}
