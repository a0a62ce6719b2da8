import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { HomeScreen } from '../../src/renderer/screens/home/home-screen.tsx'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const NEW: Gives<'home.overview'> = { people: 0, organisations: 0, cohorts: 0, certificates: 0, entityReady: false, signatoriesReady: false, cohortsToCertify: [], withoutDocument: 0, lastIssues: [], lastImports: [] }

const answers = (overview: Partial<Gives<'home.overview'>>, name: string | null = null): FakeAnswers => ({
  'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
  'home.overview': { ...NEW, ...overview },
  'entity.get': {
    entity: { name, siglas: null, unit: null, unitSiglas: null, ruc: null, districtCode: null, city: null, address: null, logoAssetId: null, verifyUrl: null },
    yearNames: [],
    signatories: [],
  },
})

test('a new office sees the four steps, begins with the first, and may load the example', async () => {
  renderScreen(<HomeScreen />, answers({}))
  expect((await screen.findByRole('link', { name: 'Empezar: Datos de su entidad' })).getAttribute('href')).toBe('#/ajustes/entidad')
  expect(screen.getAllByRole('listitem').map((one) => one.querySelector('a')?.textContent)).toEqual(['Datos de su entidad', 'Un programa y sus grupos', 'Importe la lista', 'Emita los certificados'])
  expect(await screen.findByRole('button', { name: 'Cargar el ejemplo' })).toBeTruthy()
})

test('the step to do next is the first one that is not done', async () => {
  renderScreen(<HomeScreen />, answers({ entityReady: true, signatoriesReady: true, cohorts: 2 }))
  expect((await screen.findByRole('link', { name: 'Empezar: Importe la lista' })).getAttribute('href')).toBe('#/personas/importar')
})

test('an office at work sees what waits: groups to certify, data to complete, the lists that came in', async () => {
  renderScreen(
    <HomeScreen />,
    answers(
      {
        people: 320, organisations: 41, cohorts: 6, certificates: 54, entityReady: true, signatoriesReady: false, withoutDocument: 12,
        cohortsToCertify: [{ id: idOf(1), name: 'Cusco', edition: 'CAF · XII edición', people: 52, isReleased: true }],
        lastIssues: [], lastImports: [{ id: idOf(2), fileName: 'participantes.xlsx', at: '2026-11-20T15:00:00.000Z', created: 320, rows: 326 }],
      },
      'Municipalidad Provincial de Cajamarca',
    ),
  )
  expect(await screen.findByRole('heading', { name: 'Municipalidad Provincial de Cajamarca' })).toBeTruthy()
  expect(screen.queryByText('De la lista al certificado, en cuatro pasos')).toBeNull()
  expect(screen.getAllByRole('link').map((one) => [one.textContent, one.getAttribute('href')])).toEqual([
    ['Importar una lista', '#/personas/importar'],
    ['320', '#/personas'],
    ['41', '#/personas/organizaciones'],
    ['6', '#/programas'],
    ['54', '#/certificados'],
    ['Cusco', `#/programas/grupo/${idOf(1)}`],
    ['Emitir', `#/certificados/emitir?grupo=${idOf(1)}`],
    ['No hay quien firme con encargo vigente', '#/ajustes/firmantes'],
    ['Hay 12 personas sin documento', '#/personas?ver=withoutDocument'],
    ['participantes.xlsx', `#/personas/importaciones/${idOf(2)}`],
  ])
})
