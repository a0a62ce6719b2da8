import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Takes } from '../../src/renderer/api.ts'
import { useRows } from '../../src/renderer/rows.ts'
import { DataTable } from '../../src/renderer/ui/data-table/data-table.tsx'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const TOTAL = 100_000

const person = (n: number) => ({
  id: idOf(n), documentType: '01' as const, documentNumber: String(10_000_000 + n), firstSurname: `APELLIDO${n}`, secondSurname: null,
  givenNames: 'Rosa', sex: 'F' as const, personClass: 'servidor' as const, organisationName: null, postTitle: null,
})

const peopleList = ({ offset = 0, limit = 100 }: Takes<'people.list'>) => ({
  rows: Array.from({ length: Math.min(limit, TOTAL - offset) }, (_, at) => person(offset + at)),
  total: TOTAL,
})

function People(props: { readonly onOpen?: (id: string) => void; readonly onChosen?: (n: number) => void }) {
  const source = useRows('people.list', { search: '' })
  return (
    <DataTable
      id="people"
      label="Personas"
      source={source}
      idOf={(row) => row.id}
      columns={[
        { key: 'name', title: 'Nombre', width: 200, show: (row) => row.firstSurname },
        { key: 'document', title: 'Documento', width: 120, show: (row) => row.documentNumber },
      ]}
      onOpen={(row) => props.onOpen?.(row.id)}
      actions={(ids) => <b>{`acción sobre ${ids.length}`}</b>}
      empty={<p>vacío</p>}
    />
  )
}

test('a list of 100,000 draws only what is in sight and asks for it by windows', async () => {
  const core = renderScreen(<People />, { 'people.list': peopleList })
  await screen.findByText('APELLIDO0')
  const grid = screen.getByRole('grid')
  expect(grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1))
  expect(within(grid).getAllByRole('row').length).toBeLessThan(60)
  expect(core.asked.length).toBeLessThan(4)
})

test('arrows move, space chooses, Shift extends, Enter opens', async () => {
  const opened: string[] = []
  renderScreen(<People onOpen={(id) => opened.push(id)} />, { 'people.list': peopleList })
  await screen.findByText('APELLIDO0')
  const grid = screen.getByRole('grid')
  fireEvent.keyDown(grid, { key: 'ArrowDown' })
  fireEvent.keyDown(grid, { key: ' ' })
  await screen.findByText('acción sobre 1')
  fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
  fireEvent.keyDown(grid, { key: 'ArrowDown', shiftKey: true })
  await screen.findByText('acción sobre 3')
  fireEvent.keyDown(grid, { key: 'Enter' })
  expect(opened).toEqual([idOf(3)])
  fireEvent.keyDown(grid, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByText('acción sobre 3')).toBeNull())
})

test('an empty list shows what belongs there', async () => {
  renderScreen(<People />, { 'people.list': { rows: [], total: 0 } })
  await screen.findByText('vacío')
})
