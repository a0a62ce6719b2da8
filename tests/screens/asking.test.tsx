import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { AppError } from '../../src/shared/rpc/errors.ts'
import { useCommand, useQuery } from '../../src/renderer/api.ts'
import { Frame } from '../../src/renderer/frame/frame.tsx'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const ABOUT = { version: '0.1.0', engine: 'sqlite' as const, folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' }
const OVERVIEW = {
  people: 320, organisations: 41, cohorts: 6, certificates: 0, entityReady: true, signatoriesReady: true,
  cohortsToCertify: [], withoutDocument: 0, lastIssues: [], lastImports: [],
}

function Districts() {
  const [search, setSearch] = useState('caj')
  const found = useQuery('geography.districts', { search })
  return (
    <>
      <input aria-label="search" value={search} onChange={(event) => setSearch(event.currentTarget.value)} />
      <p>{found.data?.map((one) => one.name).join(', ') ?? 'nada'}</p>
    </>
  )
}

const district = (name: string) => ({ code: '060101', name, province: name, department: name, label: name })

test('an answer that comes after another was asked for is dropped', async () => {
  const waiting: (() => void)[] = []
  renderScreen(<Districts />, {
    'geography.districts': ({ search }) => new Promise((resolve) => waiting.push(() => resolve([district(search ?? '')]))),
  })
  fireEvent.change(screen.getByLabelText('search'), { target: { value: 'cusco' } })
  await waitFor(() => expect(waiting).toHaveLength(2))
  await act(async () => waiting[1]?.())
  await act(async () => waiting[0]?.())
  expect(await screen.findByText('cusco')).toBeTruthy()
  expect(screen.queryByText('caj')).toBeNull()
})

function Overview() {
  const overview = useQuery('home.overview', {})
  return <p>{overview.data?.people ?? 'nada'}</p>
}

test('what is shown asks again when a topic that it reads changes, and keeps the old meanwhile', async () => {
  const core = renderScreen(<Overview />, { 'home.overview': OVERVIEW })
  await screen.findByText('320')
  core.answer({ 'home.overview': { ...OVERVIEW, people: 321 } })
  act(() => core.changed('people'))
  expect(screen.getByText('320')).toBeTruthy()
  await screen.findByText('321')
})

test('what is gone is no longer shown, while a host that does not answer leaves what there was', async () => {
  const core = renderScreen(<Overview />, { 'home.overview': OVERVIEW })
  await screen.findByText('320')
  core.answer({ 'home.overview': () => Promise.reject(new AppError({ code: 'unavailable', message: 'No responde.' })) })
  act(() => core.changed('people'))
  await act(async () => undefined)
  expect(screen.getByText('320')).toBeTruthy()
  core.answer({ 'home.overview': () => Promise.reject(new AppError({ code: 'missing', message: 'Ya no está.' })) })
  act(() => core.changed('people'))
  await screen.findByText('nada')
})

function Remover() {
  const remove = useCommand('people.remove')
  return (
    <>
      <button type="button" onClick={() => void remove.run({ id: idOf(1) })}>quitar</button>
      <p>{remove.error?.message}</p>
    </>
  )
}

test('a refused command says why', async () => {
  renderScreen(<Remover />, {
    'people.remove': () => {
      throw new AppError({ code: 'refused', message: 'Tiene un certificado.' })
    },
  })
  fireEvent.click(screen.getByText('quitar'))
  await screen.findByText('Tiene un certificado.')
})

test('Ctrl+Z takes back the last act of the window', async () => {
  const answers = {
    'app.about': ABOUT,
    'home.overview': OVERVIEW,
    'people.remove': { id: idOf(1), act: idOf(9) },
    'history.undo': { act: idOf(10), undone: 1, kept: [] },
  }
  const core = renderScreen(<><Remover /><Frame /></>, answers)
  fireEvent.click(screen.getByText('quitar'))
  await screen.findByText('Guardado')
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true })
  await screen.findByText('Se deshizo')
  expect(core.asked.filter((one) => one.name === 'history.undo')).toEqual([{ name: 'history.undo', input: { act: idOf(9) } }])
})

test('a lost connection is said across the page, and the note goes when it is back', async () => {
  const core = renderScreen(<Frame />, { 'app.about': ABOUT, 'home.overview': OVERVIEW })
  act(() => core.connection(false))
  await screen.findByText(/Se perdió la conexión/)
  act(() => core.connection(true))
  expect(screen.queryByText(/Se perdió la conexión/)).toBeNull()
})
