import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { NO_DECISIONS } from '../../src/shared/domain/roster/decisions.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { Takes } from '../../src/renderer/api.ts'
import { acceptAll, acceptRow, edit, judge, skip } from '../../src/renderer/screens/imports/deciding.ts'
import { draftOf, groupsOf, settingsOf, withField, withSheet } from '../../src/renderer/screens/imports/draft.ts'
import { ImportWizard } from '../../src/renderer/screens/imports/import-wizard.tsx'
import { ImportsList } from '../../src/renderer/screens/imports/imports-list.tsx'
import { CUSCO, EDITION, IMPORT, PROGRAMMES, READING, RECEIPT, review } from './imports-sample.ts'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

afterEach(() => sessionStorage.clear())

const FILE = { id: 'file-1', name: 'lista.xlsx', size: 10, type: 'xlsx' as const }
const NOWHERE = { editionId: undefined, cohortId: undefined }
const draft = draftOf(FILE, READING, {}, NOWHERE)

test('a field chosen for a column leaves the one that had it, in all sheets with the same labels', () => {
  const fields = withField(draft, READING, 'CUSCO', 3, 'documentNumber').sheets.map((sheet) => sheet.fields)
  expect(fields).toEqual([
    ['rowNumber', 'ignore', 'fullName', 'documentNumber', 'sensitive'],
    ['rowNumber', 'ignore', 'fullName', 'documentNumber', 'sensitive'],
  ])
})

test('each sheet goes to the group of its name, or to a new one; from a group all go there', () => {
  const cohorts = PROGRAMMES[0]?.editions[0]?.cohorts ?? []
  expect(groupsOf(draft, READING, cohorts, 'Grupo único').map(({ key, choice }) => [key, choice])).toEqual([
    ['CUSCO', { cohortId: CUSCO, newName: null }],
    ['LIMA', { cohortId: null, newName: 'Lima' }],
  ])
  const fromGroup = draftOf(FILE, READING, {}, { editionId: EDITION, cohortId: CUSCO })
  expect(groupsOf(fromGroup, READING, cohorts, 'Grupo único')).toEqual([{ key: '', name: 'Cusco', rows: 6, choice: { cohortId: CUSCO, newName: null } }])
})

test('a sheet left out is not told to the core', () => {
  const settings = settingsOf(withSheet({ ...draft, editionId: EDITION }, 'LIMA', false), READING, [])
  expect(settings.sheets?.map((one) => one.name)).toEqual(['CUSCO'])
})

test('decisions add up, the later one about the same thing wins, and all can be taken back', () => {
  const a = { sheet: 'LIMA', row: 7 }
  const row = review({}).causes[1]?.rows[0]
  if (row === undefined) throw new Error('no row')
  let decisions = acceptAll(NO_DECISIONS, 'document-zero')
  decisions = acceptRow(decisions, 'document-zero', a, false, [a, { sheet: 'CUSCO', row: 6 }])
  expect(decisions.accept).toEqual([{ cause: 'document-zero', rows: [{ sheet: 'CUSCO', row: 6 }] }])
  decisions = edit(edit(decisions, a, [{ field: 'email', value: 'x' }]), a, [{ field: 'email', value: 'y' }])
  expect(decisions.edits).toEqual([{ ...a, field: 'email', value: 'y' }])
  decisions = judge(judge(decisions, row, true), row, false)
  expect(decisions.verdicts).toEqual([{ sheet: 'LIMA', row: 8, same: false, personId: null, other: { sheet: 'CUSCO', row: 7 } }])
  expect(skip(skip(decisions, a, true), a, false).skip).toEqual([])
})

const ANSWERS: FakeAnswers = {
  'app.about': { version: '0', engine: 'sqlite', folder: '', example: false, today: '2026-11-22', who: 'Rosa' },
  'programmes.list': PROGRAMMES,
  'imports.read': READING,
  'imports.review': review,
  'imports.write': (input: Takes<'imports.write'>) => ({ importId: IMPORT, act: idOf(5), numbers: review(input).numbers }),
  'imports.get': RECEIPT,
  'editions.get': () => {
    const [programme] = PROGRAMMES
    const [edition] = programme?.editions ?? []
    if (programme === undefined || edition === undefined) throw new Error('no edition')
    const { editions: _editions, ...alone } = programme
    const { cohorts, ...facts } = edition
    return { programme: alone, edition: facts, partners: [], cohorts }
  },
}

function drop(name = 'lista.xlsx'): void {
  const area = screen.getByRole('button', { name: 'Elegir archivo' }).parentElement
  if (area === null) throw new Error('nowhere to drop')
  fireEvent.drop(area, { dataTransfer: { files: [new File(['x'], name)] } })
}

async function toReview(): Promise<void> {
  drop()
  await screen.findByText(/Se reconocieron todas las columnas/)
  fireEvent.click(screen.getByRole('button', { name: 'Continuar' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Revisar' }))
  await screen.findByText('DNI que perdió sus ceros')
}

const told = (core: FakeCore, name: string) => core.asked.filter((one) => one.name === name).at(-1)?.input

test('from the file to the receipt: what was accepted is what is written', async () => {
  const core = renderScreen(<ImportWizard editionId={EDITION} />, ANSWERS)
  await toReview()
  expect(screen.getByText('2 filas no entran: se podrán descargar con su motivo.')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Aceptar los 2' }))
  // At once, before the core has answered.
  expect(screen.getByText('Decidido')).toBeTruthy()
  fireEvent.click(await screen.findByRole('button', { name: 'Importar 6 filas' }))
  await screen.findByText('Quedaron inscritas 6 personas.')
  expect(told(core, 'imports.write')).toMatchObject({
    target: { kind: 'groups', editionId: EDITION, by: 'sheet', groups: [{ key: 'CUSCO', cohortId: CUSCO, newName: null }, { key: 'LIMA', cohortId: null, newName: 'Lima' }] },
    decisions: { accept: [{ cause: 'document-zero', rows: null }] },
  })
  expect((await screen.findByRole('link', { name: 'Cusco' })).getAttribute('href')).toBe(`#/programas/grupo/${CUSCO}`)
})

test('two who may be one are told apart once; Ctrl+Z takes the last decision back', async () => {
  const core = renderScreen(<ImportWizard editionId={EDITION} />, ANSWERS)
  await toReview()
  fireEvent.click(screen.getByRole('button', { name: 'Es la misma persona' }))
  await waitFor(() => expect(screen.queryByText('Homónimos en el archivo')).toBeNull())
  expect(told(core, 'imports.review')).toMatchObject({ decisions: { verdicts: [{ sheet: 'LIMA', row: 8, same: true, other: { sheet: 'CUSCO', row: 7 } }] } })
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await screen.findByText('Homónimos en el archivo')
})

test('a row is moved to, accepted, mended and left out with the keys of Excel', async () => {
  const core = renderScreen(<ImportWizard editionId={EDITION} />, ANSWERS)
  await toReview()
  const [first, second] = within(screen.getByRole('grid', { name: 'DNI que perdió sus ceros' })).getAllByRole('row').filter((one) => one.dataset['row'] !== undefined)
  if (first === undefined || second === undefined) throw new Error('no rows')
  first.focus()
  fireEvent.keyDown(first, { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second)
  fireEvent.keyDown(second, { key: 'F2' })
  fireEvent.change(screen.getByLabelText('DNI'), { target: { value: '41234567' } })
  fireEvent.click(screen.getByRole('button', { name: 'Usar esta corrección' }))
  fireEvent.keyDown(first, { key: 'Delete' })
  await waitFor(() =>
    expect(told(core, 'imports.review')).toMatchObject({ decisions: { edits: [{ sheet: 'LIMA', row: 7, field: 'documentNumber', value: '41234567' }], skip: [{ sheet: 'CUSCO', row: 6 }] } }),
  )
})

test('what was left half-way is offered again, and the core is asked for the same file', async () => {
  renderScreen(<ImportWizard editionId={EDITION} />, ANSWERS)
  await toReview()
  fireEvent.click(screen.getByRole('button', { name: 'Aceptar los 2' }))
  document.body.replaceChildren()
  const core = renderScreen(<ImportWizard editionId={EDITION} />, ANSWERS)
  fireEvent.click(await screen.findByRole('button', { name: 'Retomarla' }))
  await waitFor(() => expect(told(core, 'imports.review')).toMatchObject({ decisions: { accept: [{ cause: 'document-zero', rows: null }] } }))
})

test('a file that cannot be read says why and leaves the way open', async () => {
  renderScreen(<ImportWizard />, {
    ...ANSWERS,
    'imports.read': () => {
      throw new AppError({ code: 'refused', message: 'Es un libro de Excel 97-2003. Guárdelo como .xlsx.' })
    },
  })
  drop('vieja.xls')
  await screen.findByText('Es un libro de Excel 97-2003. Guárdelo como .xlsx.')
  expect(screen.getByRole('button', { name: 'Elegir archivo' })).toBeTruthy()
})

test('an office without imports learns what belongs there', async () => {
  renderScreen(<ImportsList place="people" />, { ...ANSWERS, 'imports.list': { rows: [], total: 0 } })
  await screen.findByText('Todavía no se importó ninguna lista')
})
