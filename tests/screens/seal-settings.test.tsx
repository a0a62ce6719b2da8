import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives, Takes } from '../../src/renderer/api.ts'
import { SealSettings } from '../../src/renderer/screens/settings/seal-settings.tsx'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type State = Gives<'seal.state'>

const FINGERPRINT = 'cocción paella tetera lancha ocio leve evadir pipa'
const WORDS = 'ábaco abdomen abeja abierto abogado abono aborto abrazo abrir abuelo abuso acabar academia acceso acción aceite acelga acento aceptar ácido aclarar acné acoger acoso'.split(' ')
const root: NonNullable<State['root']> = { id: idOf(1), fingerprint: FINGERPRINT, ruc: '20123456789', name: 'Municipalidad', isOwn: 1, addedAt: '2026-01-02T15:00:00.000Z' }
const key: State['keys'][number] = {
  id: idOf(2), rootId: idOf(1), kid: '6a3803d5f059902a', ruc: '20123456789', ubigeo: null, name: 'Ventanilla', since: '2026-01-02T15:00:00.000Z', until: '2027-01-02T15:00:00.000Z',
  compromisedAt: null, isOwn: 1, device: null, lastSerial: 9, isHere: true, sealed: 1_204, annulled: 3,
}
const office: State['offices'][number] = { ...root, id: idOf(3), name: 'Gobierno Regional', ruc: '20987654321', isOwn: 0, keys: 2, listDate: null }
const ready: State = { state: 'ready', root, keys: [key], offices: [office], list: { issuedAt: '2026-11-01T15:00:00.000Z', nextAt: '2026-12-01T04:59:59.000Z', annulled: 3, isStale: false, isBehind: true } }
const file = { id: 'made', name: 'Hoja.pdf', size: 10, type: 'pdf' as const }
const saved = { id: idOf(9), act: idOf(10) }

const open = (state: State, answers: FakeAnswers = {}) =>
  renderScreen(<SealSettings />, {
    'seal.state': state,
    'app.about': { version: '0.1.0', engine: 'sqlite', folder: '/datos', example: false, today: '2026-11-22', who: 'Rosa' },
    ...answers,
  }, '#/ajustes/sello')
const bare = (state: State['state']): State => ({ state, root: null, keys: [], offices: [], list: null })

test('an office without a RUC is sent to write it', async () => {
  open(bare('noRuc'))
  expect((await screen.findByRole('link', { name: 'Ir a los datos de la entidad' })).getAttribute('href')).toBe('#/ajustes/entidad')
  expect(screen.queryByRole('button', { name: 'Preparar el sello' })).toBeNull()
})

test('the first use says what the seal is and is not, makes it, and asks for three words of the printed sheet before it goes on', async () => {
  const core = open(bare('noRoot'), { 'seal.prepare': { act: idOf(10), fingerprint: FINGERPRINT, sheet: file, words: WORDS } })
  await screen.findByText(/No es una firma digital de la Ley 27269/)
  fireEvent.change(screen.getByLabelText('Nombre de esta computadora'), { target: { value: ' Ventanilla ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Preparar el sello' }))
  await screen.findByText('Imprima la hoja dos veces')
  expect(core.asked.findLast((one) => one.name === 'seal.prepare')?.input).toEqual({ computerName: 'Ventanilla' })
  const fields = screen.getAllByLabelText<HTMLInputElement>(/^Palabra \d+$/)
  expect(fields).toHaveLength(3)
  // Nothing on the screen gives the words away.
  expect(WORDS.filter((word) => document.body.textContent?.includes(` ${word} `))).toEqual([])
  const type = (text: (at: number) => string) => fields.forEach((one) => fireEvent.change(one, { target: { value: text(Number(/\d+/.exec(one.labels?.[0]?.textContent ?? '')?.[0]) - 1) } }))
  type(() => 'zorro')
  fireEvent.click(screen.getByRole('button', { name: 'Comprobar la hoja' }))
  expect(await screen.findAllByText('No es la del papel. Revise el número.')).toHaveLength(3)
  type((at) => (WORDS[at] ?? '').toUpperCase())
  fireEvent.click(screen.getByRole('button', { name: 'Comprobar la hoja' }))
  await screen.findByText('La hoja se lee bien')
})

test('a key is renewed word by word: four letters and the space bar, or the whole text pasted; a wrong one is said', async () => {
  let isRefused = true
  const core = open({ ...ready, state: 'expired' }, {
    'seal.renew': () => {
      if (isRefused) throw new AppError({ code: 'refused', message: 'La palabra 3 no está en la lista.' })
      return saved
    },
  })
  await screen.findByText('La clave de esta computadora venció: los papeles salen sin sello')
  fireEvent.click(screen.getByRole('button', { name: 'Renovar la clave' }))
  const words = within(screen.getByRole('group', { name: 'Las 24 palabras de la hoja' })).getAllByRole<HTMLInputElement>('textbox')
  const [first, second] = words
  if (first === undefined || second === undefined) throw new Error('no fields')
  fireEvent.focus(first)
  fireEvent.change(first, { target: { value: 'ab' } })
  // Words of the public list, whichever begin so.
  expect((await screen.findAllByRole('button', { name: /^[aá]b/ })).map((one) => one.textContent)).toEqual(['ábaco', 'abdomen', 'abeja', 'abierto', 'abogado'])
  fireEvent.change(first, { target: { value: 'abac' } })
  fireEvent.keyDown(first, { key: ' ' })
  expect([first.value, document.activeElement === second]).toEqual(['ábaco', true])
  const act = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Renovar la clave' })
  expect(act().disabled).toBe(true)
  fireEvent.paste(second, { clipboardData: { getData: () => `2. ${WORDS.slice(1).join(' ')}` } })
  await waitFor(() => expect(act().disabled).toBe(false))
  fireEvent.click(act())
  await screen.findByText('La palabra 3 no está en la lista.')
  isRefused = false
  fireEvent.click(act())
  await waitFor(() => expect(screen.queryByRole('group', { name: 'Las 24 palabras de la hoja' })).toBeNull())
  expect(core.asked.findLast((one) => one.name === 'seal.renew')?.input).toEqual({ computerName: 'Ventanilla', words: WORDS.join(' ') })
})

test('the list says its age and that it is behind, and is published until a day that can be changed', async () => {
  const core = open(ready, { 'seal.publishList': { act: idOf(10), sheet: file, annulled: 3, issuedAt: '2026-11-22T15:00:00.000Z' }, 'seal.saveVerifier': { id: 'page', name: 'Verificador.html', size: 10, type: 'other' } })
  await screen.findByText(/La última es del 01\/11\/2026, 10:00, con 3 papeles/)
  screen.getByText(/Después de publicarla se anuló o reemplazó algún papel/)
  const day = await screen.findByDisplayValue('20/02/2027')
  fireEvent.change(day, { target: { value: '31-12-26' } })
  fireEvent.blur(day)
  fireEvent.click(screen.getByRole('button', { name: 'Publicar la lista' }))
  await screen.findByText('El aviso para el periódico mural está listo')
  expect(core.asked.findLast((one) => one.name === 'seal.publishList')?.input).toEqual({ nextOn: '2026-12-31' })
  fireEvent.click(screen.getByRole('button', { name: 'Guardar la página' }))
  await screen.findByText(/Verificador.html/)
})

test('a stolen key is marked from its day with the words, and never from a day to come', async () => {
  const core = open(ready, { 'seal.markCompromised': saved })
  fireEvent.click(await screen.findByRole('button', { name: 'Marcar como robada o copiada' }))
  const dialog = await screen.findByRole('dialog')
  const day = within(dialog).getByLabelText(/Desde qué día/)
  const put = (text: string) => (fireEvent.change(day, { target: { value: text } }), fireEvent.blur(day))
  fireEvent.paste(within(dialog).getByLabelText('Palabra 1'), { clipboardData: { getData: () => WORDS.join('\n') } })
  put('23/11/2026')
  await within(dialog).findByText('No puede ser un día que aún no llega.')
  const act = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Marcar como robada o copiada' })
  expect(act.disabled).toBe(true)
  put('03/11/2026')
  await waitFor(() => expect(act.disabled).toBe(false))
  fireEvent.click(act)
  await waitFor(() => expect(core.asked.findLast((one) => one.name === 'seal.markCompromised')?.input).toEqual({ keyId: key.id, since: '2026-11-03T05:00:00.000Z', words: WORDS.join(' ') }))
})

test('another office is trusted only once its eight words were compared, and can be distrusted', async () => {
  const core = open(ready, {
    'seal.readOffice': ({ file: given }: Takes<'seal.readOffice'>) => ({ name: `Oficina de ${given.name}`, ruc: '20555555555', fingerprint: FINGERPRINT, isKnown: false, keys: 1, listDate: null, problems: ['Trae una lista dañada: no se tomará.'] }),
    'seal.trustOffice': saved,
    'seal.distrustOffice': saved,
  })
  await screen.findByText('Gobierno Regional')
  fireEvent.drop(screen.getByText('Arrastre aquí el archivo de otra oficina'), { dataTransfer: { files: [new File(['{}'], 'junin.json')] } })
  const form = await screen.findByRole('form', { name: 'Oficina de junin.json' })
  within(form).getByText('Trae una lista dañada: no se tomará.')
  within(form).getByText(FINGERPRINT)
  const trust = within(form).getByRole<HTMLButtonElement>('button', { name: 'Confiar en esta oficina' })
  expect(trust.disabled).toBe(true)
  fireEvent.click(within(form).getByRole('checkbox', { name: 'Comparé las ocho palabras y son las mismas' }))
  fireEvent.click(trust)
  await waitFor(() => expect(core.asked.some((one) => one.name === 'seal.trustOffice')).toBe(true))
  fireEvent.click(screen.getByRole('button', { name: 'Dejar de confiar' }))
  await waitFor(() => expect(core.asked.findLast((one) => one.name === 'seal.distrustOffice')?.input).toEqual({ rootId: office.id }))
})
