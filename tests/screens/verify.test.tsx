import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { VerifyScreen } from '../../src/renderer/screens/verify/verify-screen.tsx'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Verification = Gives<'seal.verify'>

/** Digits of a seal, whole, from the published examples. */
const { seals } = JSON.parse(readFileSync('docs/sello/vectores.json', 'utf8')) as { seals: { text: string; reason: string }[] }
const DIGITS = seals.find((one) => one.reason === 'authentic' && /^\d+$/.test(one.text))?.text ?? ''

const facts: NonNullable<Verification['facts']> = {
  issuerRuc: '20123456789', issuerName: 'Municipalidad Provincial de Cajamarca', kind: 'CERT', name: 'Ñahui Condori, Yésica Pilar', document: '01-45678912', action: 'Curso «Gobierno abierto»',
  from: '2026-03-02', to: '2026-03-27', hours: 40, number: 'N° 004-2026-MPC/GRH', serial: 1, signer: null, resolution: null, grade: null, issuedAt: '2026-04-01T16:20:30.000Z', expiresAt: null,
}
const authentic: Verification = {
  answer: 'authentic', reasons: ['El sello es de la oficina.', 'Compare el nombre y el documento.'], facts, code: '8RJKGPA41J',
  key: { kid: '6a3803d5f059902a', name: 'Ventanilla', officeName: 'Municipalidad Provincial de Cajamarca', fingerprint: 'uno dos tres cuatro cinco seis siete ocho', isOwn: true },
  listDate: '2026-11-01T15:00:00.000Z', listIsStale: false, certificate: { id: idOf(7), number: 'N° 004-2026-MPC/GRH', state: 'valid', replacedBy: null, annulledBecause: null }, file: null,
}
const nothing: Verification = { answer: 'cannotCheck', reasons: ['En lo que se leyó no hay un sello.'], facts: null, code: null, key: null, listDate: null, listIsStale: false, certificate: null, file: null }
const replaced: Verification = { ...authentic, answer: 'annulled', file: 'differs', certificate: { id: idOf(7), number: 'N° 004-2026-MPC/GRH', state: 'replaced', replacedBy: 'N° 004-2026-MPC/GRH (2)', annulledBecause: null } }

const ROWS: Gives<'seal.verifyFiles'>['rows'] = [
  { name: 'uno.pdf', page: 1, verification: authentic, problem: null },
  { name: 'dos.pdf', page: 2, verification: replaced, problem: null },
  { name: 'tres.jpg', page: null, verification: null, problem: 'No se encontró un QR que se pueda leer.' },
]
const open = (answers: FakeAnswers = {}) =>
  renderScreen(<VerifyScreen />, {
    'seal.verify': (asked: Takes<'seal.verify'>) => (asked.kind === 'typed' || asked.text.includes(DIGITS) ? authentic : nothing),
    'seal.verifyFiles': ({ files }) => ({ rows: files.length === 1 ? ROWS.slice(1, 2) : ROWS }),
    'seal.reportFiles': { id: 'report', name: 'Comprobación de sellos.xlsx', size: 10, type: 'xlsx' },
    ...answers,
  }, '#/certificados/verificar')
const answer = () => screen.getByRole('region', { name: 'Respuesta' })
const field = () => screen.getByLabelText<HTMLTextAreaElement>(/Pase el lector/)
const drop = (...names: string[]) => fireEvent.drop(answer(), { dataTransfer: { items: [], files: names.map((name) => new File(['x'], name)) } })

test('the field waits for the reader; its Enter brings the answer, what to compare, the code and the age of the list', async () => {
  open()
  expect(document.activeElement).toBe(field())
  fireEvent.change(field(), { target: { value: `https://sello.example.pe/#${DIGITS}` } })
  fireEvent.keyDown(field(), { key: 'Enter' })
  await within(answer()).findByRole('heading', { name: 'Auténtico' })
  for (const text of ['Ñahui Condori, Yésica Pilar', 'DNI 45678912', '8RJKG-PA41J', 'Del 2 al 27 de marzo de 2026', /^Del 01\/11\/2026/, 'Compare nombre y documento con el papel y con la persona']) within(answer()).getByText(text)
  expect(within(answer()).getByRole('link', { name: /en el registro/ }).getAttribute('href')).toBe(`#/certificados/${idOf(7)}`)
  expect(field().value).toBe('')
  expect(document.activeElement).toBe(field())
})

test('a reader that sends no Enter is understood, half a seal is waited for, and keys pressed elsewhere come to the field', async () => {
  const core = open()
  fireEvent.change(field(), { target: { value: DIGITS.slice(0, 400) } })
  await new Promise((resolve) => setTimeout(resolve, 600))
  fireEvent.change(field(), { target: { value: DIGITS } })
  await within(answer()).findByRole('heading', { name: 'Auténtico' })
  expect(core.asked.filter((one) => one.name === 'seal.verify').map((one) => one.input)).toEqual([{ kind: 'text', text: DIGITS }])
  screen.getByRole('button', { name: 'Elegir archivos…' }).focus()
  fireEvent.keyDown(screen.getByRole('button', { name: 'Elegir archivos…' }), { key: '1' })
  expect(document.activeElement).toBe(field())
})

test('number, RUC and code are asked of the core as they were typed', async () => {
  const core = open()
  fireEvent.change(screen.getByLabelText('Número'), { target: { value: 'N° 004-2026' } })
  fireEvent.change(screen.getByLabelText('RUC de la oficina'), { target: { value: '20123456789' } })
  fireEvent.change(screen.getByLabelText('Código'), { target: { value: '8rjkg pa41j' } })
  fireEvent.click(screen.getByRole('button', { name: 'Comprobar lo escrito' }))
  await within(answer()).findByRole('heading', { name: 'Auténtico' })
  expect(core.asked.findLast((one) => one.name === 'seal.verify')?.input).toEqual({ kind: 'typed', number: 'N° 004-2026', ruc: '20123456789', code: '8rjkg pa41j' })
})

test('a folder of files becomes a table, what is wrong first; a row opens its answer, and all goes out to Excel', async () => {
  const core = open()
  drop('uno.pdf', 'dos.pdf', 'tres.jpg', 'notas.docx')
  const grid = await screen.findByRole('grid', { name: 'Resultados' })
  expect(core.sent.toSorted()).toEqual(['dos.pdf', 'tres.jpg', 'uno.pdf'])
  screen.getByText('Se dejó de lado 1 archivo que no es PDF ni imagen.')
  await within(grid).findByText('No se encontró un QR que se pueda leer.')
  expect(within(grid).getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('gridcell')[0]?.textContent).filter(Boolean)).toEqual(['Anulado', 'Sin sello que leer', 'Auténtico'])
  fireEvent.keyDown(grid, { key: 'Enter' })
  const panel = await screen.findByRole('complementary', { name: 'dos.pdf' })
  within(panel).getByText('Reemplazado por N° 004-2026-MPC/GRH (2).')
  within(panel).getByText(/El archivo no es el que se emitió/)
  fireEvent.click(screen.getByRole('button', { name: 'Auténtico · 1' }))
  await waitFor(() => expect(within(grid).queryByText('Sin sello que leer')).toBeNull())
  fireEvent.click(screen.getByRole('button', { name: 'Sacar en Excel' }))
  await screen.findByText('El archivo está listo')
  const asked = core.asked.findLast((one) => one.name === 'seal.reportFiles')?.input as Takes<'seal.reportFiles'> | undefined
  expect(asked?.files).toHaveLength(3)
})

test('one file answers large, and more files than can be checked at once are refused before any is read', async () => {
  const core = open()
  drop('dos.pdf')
  await within(answer()).findByRole('heading', { name: 'Anulado' })
  drop(...Array.from({ length: 2001 }, (_, at) => `${at}.pdf`))
  await screen.findByText(/Son 2[.,\s]?001 archivos y se comprueban hasta/)
  expect(core.sent).toEqual(['dos.pdf'])
})
