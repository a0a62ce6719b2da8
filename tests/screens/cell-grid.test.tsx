import { useMemo, useState, useSyncExternalStore } from 'react'
import { createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CellGrid } from '../../src/renderer/ui/cell-grid/cell-grid.tsx'
import { CellSheet } from '../../src/renderer/ui/cell-grid/cell-sheet.ts'
import type { CellWork, GridColumn, LeftOut, SideColumn } from '../../src/renderer/ui/cell-grid/cells.ts'
import { movedSpot } from '../../src/renderer/ui/cell-grid/moves.ts'
import { readTabText, tabText } from '../../src/renderer/ui/cell-grid/tab-text.ts'
import type { KeyedEdit } from '../../src/renderer/ui/cell-grid/write-queue.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { renderScreen } from './support/render-screen.tsx'

const ROWS = 320
const COLUMNS = 40
const columns: readonly GridColumn[] = Array.from({ length: COLUMNS }, (_, at) => ({ key: `c${at}`, title: `Sesión ${at + 1}`, width: 50 }))
const before: readonly SideColumn[] = [{ key: 'name', title: 'Nombre', width: 200, isRowHeader: true, show: (row) => `Persona ${row + 1}` }]
const after: readonly SideColumn[] = [{ key: 'sum', title: 'Suma', width: 60, show: (_row, values) => `${values.filter((value) => value !== '').length} llenas` }]
const work: CellWork = {
  look: (_row, _column, value) => ({ text: value, label: value === '' ? 'vacía' : `dice ${value}` }),
  press: (_row, _column, key) => (/^[a-z]$/i.test(key) ? { kind: 'write', value: key.toUpperCase() } : /^\d$/.test(key) ? { kind: 'edit', text: key } : undefined),
  read: (_row, _column, text) => (/^[A-Z]?$|^\d{1,2}$/.test(text.trim()) ? { kind: 'value', value: text.trim() } : { kind: 'unreadable', why: `no se lee ${text}` }),
  text: (_row, _column, value) => value,
  skips: (row) => row === 2,
}

interface Trial {
  readonly sheet: CellSheet
  readonly sent: (readonly KeyedEdit[])[]
  readonly takenBack: string[]
  readonly out: LeftOut[]
}

function trial(send?: (edits: readonly KeyedEdit[]) => Promise<string | undefined>): Trial {
  const sent: (readonly KeyedEdit[])[] = []
  const takenBack: string[] = []
  const sheet = new CellSheet({
    send: async (edits) => {
      sent.push(edits)
      return send === undefined ? `act-${sent.length}` : send(edits)
    },
    takeBack: async (act) => void takenBack.push(act),
    onBusy: () => undefined,
  })
  sheet.setBase({ rows: Array.from({ length: ROWS }, (_, at) => `r${at}`), columns: columns.map(({ key }) => key), cells: Array.from({ length: ROWS }, () => Array.from({ length: COLUMNS }, () => '')) })
  return { sheet, sent, takenBack, out: [] }
}

function Tried(props: { readonly of: Trial }) {
  const { sheet, out } = props.of
  const seen = useSyncExternalStore(sheet.subscribe, sheet.seen)
  const [said, setSaid] = useState('')
  const rowKeys = useMemo(() => seen.rows, [seen.rows])
  return (
    <CellGrid
      label="Prueba"
      columns={columns}
      before={before}
      after={after}
      values={seen.cells}
      rowKeys={rowKeys}
      work={work}
      heading={(column) => column + 1}
      said={said}
      onWrite={(edits, how) => {
        sheet.write(edits.map(({ row, column, value }) => ({ row: `r${row}`, column: `c${column}`, value })), how === 'block')
        setSaid(`${edits.length} escritas`)
      }}
      onLeftOut={(cells) => out.push(...cells)}
      onUndo={() => sheet.undo()}
      onRedo={() => sheet.redo()}
    />
  )
}

function shown(of: Trial): HTMLElement {
  renderScreen(<Tried of={of} />, {})
  const grid = screen.getByRole('grid', { name: 'Prueba' })
  grid.focus()
  return grid
}
const keys = (grid: HTMLElement, ...pressed: readonly (string | [string, { ctrlKey?: boolean; shiftKey?: boolean }])[]): void => {
  for (const key of pressed) fireEvent.keyDown(grid, typeof key === 'string' ? { key } : { key: key[0], ...key[1] })
}
const paste = (grid: HTMLElement, text: string): void => {
  const event = createEvent.paste(grid, { clipboardData: { getData: () => text } })
  fireEvent(grid, event)
}
const column = ({ sheet }: Trial, at: number, rows: number): readonly (string | undefined)[] => sheet.seen().cells.slice(0, rows).map((row) => row[at])
const cursor = (grid: HTMLElement): string => grid.getAttribute('aria-activedescendant')?.split('-').slice(-2).join(':') ?? ''

test('only what is in sight is drawn of 320 × 40, and the whole size is told', () => {
  const grid = shown(trial())
  expect([grid.getAttribute('aria-rowcount'), grid.getAttribute('aria-colcount')]).toEqual(['321', '42'])
  expect(within(grid).getAllByRole('row').length).toBeLessThan(40)
  expect(within(grid).getAllByRole('columnheader').length).toBeLessThan(30)
})

test('a key writes and goes down; arrows, pages, Home and End move; the cell under the cursor is told', () => {
  const of = trial()
  const grid = shown(of)
  keys(grid, 'p', 'f', 'p')
  expect(column(of, 0, 4)).toEqual(['P', 'F', 'P', ''])
  expect(cursor(grid)).toBe('3:0')
  keys(grid, ['Home', { ctrlKey: true }], 'ArrowRight', 'ArrowDown', 'x')
  expect(column(of, 1, 3)).toEqual(['', 'X', ''])
  keys(grid, ['End', { ctrlKey: true }])
  expect(cursor(grid)).toBe('319:39')
  expect(screen.getByText('1 escritas')).toBeTruthy()
})

test('Ctrl with an arrow goes to the end of what is filled, then to what is filled next', () => {
  const filled = new Set([0, 1, 2, 6])
  const bounds = { rows: 10, columns: 1, page: 5, isFilled: ({ row }: { row: number }) => filled.has(row) }
  const down = (row: number): number | undefined => movedSpot('ArrowDown', true, { row, column: 0 }, bounds)?.row
  expect([down(0), down(2), down(4), down(6)]).toEqual([2, 6, 6, 9])
})

test('a block is chosen with Shift, written by one key, cleared, and filled down past those to be skipped', () => {
  const of = trial()
  const grid = shown(of)
  keys(grid, ['ArrowDown', { shiftKey: true }], ['ArrowDown', { shiftKey: true }], ['ArrowDown', { shiftKey: true }], 'p')
  expect(column(of, 0, 5)).toEqual(['P', 'P', '', 'P', ''])
  keys(grid, 'Delete')
  expect(column(of, 0, 4)).toEqual(['', '', '', ''])
  keys(grid, ['Home', { ctrlKey: true }], 't', 'ArrowUp', ['ArrowDown', { shiftKey: true }], ['ArrowDown', { shiftKey: true }], ['ArrowDown', { shiftKey: true }], ['d', { ctrlKey: true }])
  expect(column(of, 0, 5)).toEqual(['T', 'T', '', 'T', ''])
  keys(grid, ['Home', { ctrlKey: true }], ['ArrowRight', { shiftKey: true }], ['ArrowRight', { shiftKey: true }], ['r', { ctrlKey: true }])
  expect(of.sheet.seen().cells[0]?.slice(0, 4)).toEqual(['T', 'T', 'T', ''])
})

test('a number opens the cell; Enter, Tab and Esc keep or leave it; what cannot be read stays with its reason', () => {
  const of = trial()
  const grid = shown(of)
  keys(grid, '1')
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Sesión 1' })
  fireEvent.change(field, { target: { value: '15' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  expect([column(of, 0, 2), cursor(grid)]).toEqual([['15', ''], '1:0'])
  keys(grid, '2')
  const other = screen.getByRole('textbox')
  fireEvent.change(other, { target: { value: '2xx' } })
  fireEvent.keyDown(other, { key: 'Tab' })
  expect(screen.getByRole('alert').textContent).toBe('no se lee 2xx')
  fireEvent.keyDown(other, { key: 'Escape' })
  expect([column(of, 0, 2), screen.queryByRole('textbox')]).toEqual([['15', ''], null])
})

test('a pasted block lands at the cursor, and what cannot be read is told and left out', () => {
  const of = trial()
  const grid = shown(of)
  paste(grid, 'P\tF\r\nhola\t12\r\n')
  expect(of.sheet.seen().cells.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([['P', 'F'], ['', '12']])
  expect(of.out).toEqual([{ row: 1, column: 0, written: 'hola', why: 'no se lee hola' }])
  keys(grid, ['z', { ctrlKey: true }])
  expect(column(of, 0, 2)).toEqual(['', ''])
  keys(grid, ['y', { ctrlKey: true }])
  expect(column(of, 0, 2)).toEqual(['P', ''])
})

test('a clipboard text is read as Excel wrote it, quotes and lines inside a cell too', () => {
  const rows = [['a', 'dos\nlíneas'], ['dice "sí"', 'tab\tdentro']]
  expect(readTabText(tabText(rows))).toEqual(rows)
  expect(readTabText('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']])
})

test('single keys are gathered into one batch, a block goes alone and is taken back by its act', async () => {
  const of = trial()
  const grid = shown(of)
  keys(grid, 'p', 'p', 'f')
  expect(of.sent).toEqual([])
  await waitFor(() => expect(of.sent.map((batch) => batch.map(({ value }) => value))).toEqual([['P', 'P', 'F']]))
  keys(grid, ['Home', { ctrlKey: true }], 'ArrowRight')
  paste(grid, 'P\nP')
  await waitFor(() => expect(of.sent).toHaveLength(2))
  await waitFor(() => expect(of.sheet.isIdle).toBe(true))
  keys(grid, ['z', { ctrlKey: true }])
  await waitFor(() => expect(of.takenBack).toEqual(['act-2']))
  expect(column(of, 1, 2)).toEqual(['', ''])
})

test('of a refused batch only what is wrong goes back, with the reason', async () => {
  const of = trial(async (edits) => {
    if (edits.some((edit) => edit.value === 'Z')) throw new AppError({ code: 'refused', message: 'La Z no vale.' })
    return 'act'
  })
  const grid = shown(of)
  keys(grid, 'p', 'z', 'f', 't')
  of.sheet.flush()
  await waitFor(() => expect(of.sheet.isIdle).toBe(true))
  expect(column(of, 0, 4)).toEqual(['P', '', 'F', 'T'])
  expect(of.sheet.seen().failure?.error.message).toBe('La Z no vale.')
})

test('what could not be sent waits, and goes again when it is asked', async () => {
  let isDown = true
  const of = trial(async () => {
    if (isDown) throw new AppError({ code: 'unavailable', message: 'No responde.' })
    return 'act'
  })
  const grid = shown(of)
  keys(grid, 'p')
  of.sheet.flush()
  await waitFor(() => expect(of.sheet.seen().failure?.isStuck).toBe(true))
  expect([column(of, 0, 1), of.sheet.isIdle]).toEqual([['P'], false])
  isDown = false
  of.sheet.flush()
  await waitFor(() => expect(of.sheet.isIdle).toBe(true))
  expect([column(of, 0, 1), of.sheet.seen().failure]).toEqual([['P'], undefined])
})

test('an answer of the core leaves the rows that did not change as they are', () => {
  const { sheet } = trial()
  const before_ = sheet.seen().cells
  const cells = before_.map((row, at) => (at === 5 ? row.with(0, 'P') : [...row]))
  sheet.setBase({ rows: sheet.seen().rows, columns: sheet.seen().columns, cells })
  const after_ = sheet.seen().cells
  expect(after_.flatMap((row, at) => (row === before_[at] ? [] : [at]))).toEqual([5])
})
