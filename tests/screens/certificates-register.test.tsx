import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { FrozenCertificate } from '../../src/shared/contract/frozen.ts'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { CertificatesScreen } from '../../src/renderer/screens/certificates/certificates-screen.tsx'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Row = Gives<'certificates.list'>['rows'][number]
const COHORT = idOf(1)

const row = (n: number): Row => ({
  id: idOf(n), number: `N° 00${n}-2026-MPC/GRH`, year: 2026, correlative: n, paperKind: 'certificado', role: 'participant', personName: `Ana Quispe ${n}`,
  documentNumber: '20000001', title: 'Curso de gestión pública', cohortId: COHORT, cohortName: 'Cusco', issuedOn: '2026-11-20', code: 'R1R8Q6EZDX',
  version: 1, state: 'valid', isSealed: false,
})
const frozen: FrozenCertificate = {
  format: 1, paperKind: 'certificado', role: 'participant', model: 'sober', language: 'es', issuedOn: '2026-11-20', issuedAt: '2026-11-20T15:00:00.000Z',
  entity: { name: 'Municipalidad Provincial del Cusco', unit: null, ruc: null, yearName: null, decadeName: null }, logos: [], artworkHash: null,
  heading: 'Certificado', headingNote: 'de participación', number: 'N° 001-2026-MPC/GRH', givenTo: 'Otorgado a', personName: 'Ana Quispe, como firmó entonces',
  documentText: 'identificada con DNI N° 20000001', statement: [{ text: 'por haber aprobado ', strong: false }, { text: 'el curso', strong: true }], legalBasis: null,
  issuedLine: 'Cusco, 20 de noviembre de 2026', signatories: [{ name: 'Rosa Ñaupari', post: 'Gerente', entity: null, imageHash: null }], code: 'R1R8Q6EZDX',
  codeLabel: 'Código', qrText: 'R1R8Q-6EZDX', registerText: null, syllabus: null,
}
const PAPER = {
  paper: {
    heading: 'Certificado', documentText: 'identificada con DNI N° 20000001', statement: 'por haber aprobado el curso', issuedLine: 'Cusco, 20 de noviembre de 2026', entityName: 'Municipalidad Provincial del Cusco',
    design: 'Sobrio', signatories: [{ name: 'Rosa Ñaupari', post: 'Gerente' }], registerText: null, legalBasis: null,
  },
  paperSha256: null, replaces: null, replacedBy: null, annulled: null, seal: null,
}
const ANSWERS: FakeAnswers = {
  'certificates.list': ({ search }: Takes<'certificates.list'>) => {
    const rows = search === 'nadie' ? [] : [row(1), row(2)]
    return { rows, total: rows.length, years: [2026, 2025] }
  },
  'delivery.get': { prints: [], signings: [], handovers: [] },
  'certificates.get': ({ id }) => ({ ...row(1), id, personName: frozen.personName, frozen: JSON.stringify(frozen), issuedAt: frozen.issuedAt, personId: idOf(50), enrolmentId: idOf(60), acta: null, ...PAPER }),
  'certificates.draw': { id: 'page', name: 'N° 001.pdf', size: 10, type: 'pdf' },
  'numbering.list': [],
  'programmes.list': [],
  'reports.register': { id: 'report', name: 'Registro.xlsx', size: 10, type: 'xlsx' },
}
const open = (address = '#/certificados', answers: FakeAnswers = {}) => renderScreen(<CertificatesScreen />, { ...ANSWERS, ...answers }, address)
const asked = (core: ReturnType<typeof open>, name: string) => core.asked.findLast((one) => one.name === name)?.input

test('a row opens with Enter and shows what the paper says, not what is known today', async () => {
  const core = open()
  const grid = await screen.findByRole('grid', { name: 'Registro de certificados' })
  await screen.findByText('Ana Quispe 1')
  fireEvent.keyDown(grid, { key: 'ArrowDown' })
  fireEvent.keyDown(grid, { key: 'Enter' })
  await screen.findAllByText('Ana Quispe, como firmó entonces')
  expect(window.location.hash).toBe(`#/certificados/${idOf(2)}`)
  expect(asked(core, 'certificates.draw')).toEqual({ ids: [idOf(2)], as: 'look' })
  expect(screen.getByRole('link', { name: 'Ver a la persona' }).getAttribute('href')).toBe(`#/personas/${idOf(50)}`)
  expect(screen.getByRole('link', { name: 'Ver el grupo' }).getAttribute('href')).toBe(`#/programas/grupo/${COHORT}`)
  fireEvent.click(screen.getByRole('button', { name: 'Imprimir' }))
  await screen.findByText('El archivo está listo')
  expect(asked(core, 'certificates.draw')).toEqual({ ids: [idOf(2)] })
})

test('the address keeps what is filtered, and the register goes out as it is filtered', async () => {
  const core = open(`#/certificados?grupo=${COHORT}`)
  fireEvent.click(await screen.findByRole('button', { name: '2026' }))
  fireEvent.change(screen.getByLabelText('Número, nombre, documento o código'), { target: { value: 'ana' } })
  await waitFor(() => expect(asked(core, 'certificates.list')).toMatchObject({ search: 'ana', year: 2026, cohortId: COHORT }))
  expect(window.location.hash).toBe(`#/certificados?anio=2026&grupo=${COHORT}&buscar=ana`)
  fireEvent.click(screen.getByRole('button', { name: 'Sacar el registro' }))
  fireEvent.click(await screen.findByRole('menuitem', { name: 'En Excel' }))
  await screen.findByText('El archivo está listo')
  expect(asked(core, 'reports.register')).toEqual({ search: 'ana', year: 2026, cohortId: COHORT, format: 'xlsx' })
})

test('the rows chosen go out as paper in the form and order asked for', async () => {
  const core = open()
  const grid = await screen.findByRole('grid', { name: 'Registro de certificados' })
  await screen.findByText('Ana Quispe 1')
  fireEvent.keyDown(grid, { key: 'a', ctrlKey: true })
  fireEvent.click(await screen.findByRole('button', { name: 'Sacar el papel' }))
  const panel = screen.getByRole('complementary', { name: 'Sacar el papel' })
  fireEvent.click(within(panel).getByRole('radio', { name: /Un archivo por persona/ }))
  fireEvent.click(within(panel).getByRole('radio', { name: 'Número' }))
  fireEvent.click(within(panel).getByRole('button', { name: 'Preparar los archivos' }))
  await screen.findByText('El archivo está listo')
  expect(asked(core, 'certificates.draw')).toEqual({ ids: [idOf(1), idOf(2)], as: 'separate', order: 'number' })
})

test('a paper that counts no more is struck, says what counts and why, and the state is a filter', async () => {
  const replaced: Row = { ...row(1), state: 'replaced' }
  const core = open('#/certificados', {
    'certificates.list': { rows: [replaced, { ...row(1), id: idOf(3), version: 2 }, { ...row(2), state: 'annulled' }], total: 3, years: [2026] },
    'certificates.get': ({ id }) => ({
      ...replaced, id, frozen: '{}', issuedAt: frozen.issuedAt, personId: idOf(50), enrolmentId: idOf(60), acta: null, ...PAPER, paperSha256: 'ab'.repeat(32),
      replacedBy: { id: idOf(3), version: 2, reason: 'El apellido estaba mal escrito', at: '2026-11-21T15:00:00.000Z', correctionId: idOf(70) },
      seal: { keyName: 'Mesa de partes', serial: 4, bytes: 300 },
    }),
    'certificates.prove': { same: 1, different: [], notDrawn: [] },
  })
  const grid = await screen.findByRole('grid', { name: 'Registro de certificados' })
  expect((await within(grid).findAllByText('Reemplazado')).length + within(grid).getAllByText('Anulado').length).toBe(2)
  expect(within(grid).getByText('Vigente, versión 2')).toBeTruthy()
  fireEvent.keyDown(grid, { key: 'ArrowDown' })
  fireEvent.keyDown(grid, { key: 'Enter' })
  await screen.findByText('Este papel ya no vale: lo reemplaza la versión 2.')
  expect(screen.getByText(/El apellido estaba mal escrito/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Ver la versión 2' }).getAttribute('href')).toBe(`#/certificados/${idOf(3)}`)
  expect(screen.getByText('Mesa de partes, sello n.º 4')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Comprobar el archivo' }))
  await screen.findByText('Se dibujó de nuevo y salió idéntico, byte por byte.')
  fireEvent.click(screen.getByRole('button', { name: 'anulados' }))
  await waitFor(() => expect(asked(core, 'certificates.list')).toMatchObject({ state: 'annulled' }))
  expect(window.location.hash).toContain('estado=anulados')
})

test('an empty register teaches, a filter that finds nothing is taken off', async () => {
  const core = open('#/certificados?buscar=nadie')
  fireEvent.click(await screen.findByRole('button', { name: 'Quitar los filtros' }))
  await screen.findByText('Ana Quispe 1')
  core.answer({ 'certificates.list': { rows: [], total: 0, years: [] } })
  core.changed('certificates')
  fireEvent.click(await screen.findByRole('button', { name: 'Emitir los primeros' }))
  expect(window.location.hash).toBe('#/certificados/emitir')
})
