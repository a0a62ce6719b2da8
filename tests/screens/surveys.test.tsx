import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SurveysTab } from '../../src/renderer/screens/surveys/surveys-tab.tsx'
import { pressOf } from '../../src/renderer/screens/surveys/typing-keys.ts'
import type { Gives } from '../../src/renderer/api.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { Question } from '../../src/shared/domain/survey-questions.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const cohort = { id: idOf(1), editionId: idOf(2), name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 24, others: 0, certificates: 0 }
const edition = { id: idOf(2), programmeId: idOf(3), name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null }
const seen = { cohort, edition, programme: { id: idOf(3), name: 'Gestión pública', shortName: null, description: null } } as unknown as Gives<'cohorts.get'>

const questions = [
  { id: 'a', section: 'Contenido', text: 'Claridad de los temas', kind: 'scale' as const, options: [] },
  { id: 'b', section: 'En general', text: '¿Recomendaría?', kind: 'yesno' as const, options: [] },
  { id: 'c', section: 'En general', text: '¿Cómo se enteró?', kind: 'choice' as const, options: ['Correo', 'Afiche'] },
  { id: 'd', section: 'En general', text: '¿Qué mejoraría?', kind: 'text' as const, options: [] },
]
const survey = { id: idOf(10), editionId: idOf(2), name: 'Encuesta de satisfacción', intro: null, questions, responses: 9 }
const saved = { id: idOf(20), act: idOf(21) }

const counted = (question: (typeof questions)[number], more: object) => ({ question, answered: 9, blank: 0, mean: null, satisfied: null, counts: [], texts: [], ...more })
const results = (more: object = {}) => ({
  responses: 9, participants: 24, mean: 4.25, satisfied: 75,
  questions: [
    counted(questions[0] as never, { mean: 4.25, satisfied: 75, counts: ['1 · Muy malo', '2 · Malo', '3 · Regular', '4 · Bueno', '5 · Muy bueno'].map((label, at) => ({ label, n: [0, 0, 2, 3, 4][at], share: 10 })) }),
    counted(questions[3] as never, { texts: ['El sonido', 'Más casos', 'El sonido'] }),
  ],
  cohorts: [{ id: idOf(1), name: 'Cusco', responses: 9, mean: null }, { id: idOf(4), name: 'Puno', responses: 2, mean: null }],
  ...more,
}) as Gives<'surveys.results'>

const show = (view: string, answers: FakeAnswers = {}) =>
  renderScreen(<SurveysTab seen={seen} path={[survey.id, view]} />, { 'surveys.list': [survey], 'surveys.results': results(), 'surveys.responses': [], ...answers })

describe('surveys of a group', () => {
  it('an empty place says what belongs there and begins with one button', async () => {
    const core = renderScreen(<SurveysTab seen={seen} path={[]} />, { 'surveys.list': [], 'surveys.create': saved })
    fireEvent.click(await screen.findByRole('button', { name: 'Crear la encuesta' }))
    await waitFor(() => expect(core.asked.find((call) => call.name === 'surveys.create')?.input).toEqual({ editionId: idOf(2), name: 'Encuesta de satisfacción', copyOf: null }))
    expect(window.location.hash).toContain(`encuestas/${saved.id}/preguntas`)
  })

  it('results stand with their figures, their bars and what was written, said once', async () => {
    const core = show('resultados')
    expect(await screen.findByText('4.25 de 5')).toBeTruthy()
    expect(screen.getByRole('img', { name: /3 · Regular: 2 .*5 · Muy bueno: 4/ })).toBeTruthy()
    expect(screen.getAllByText(/El sonido/)).toHaveLength(1)
    expect(screen.getByText('· 2 veces')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Cifras' }))
    const row = screen.getByRole('row', { name: /Claridad de los temas/ })
    expect(within(row).getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['9', '4.25', '75 %', '0', '0', '2', '3', '4'])
    expect(core.asked.find((call) => call.name === 'surveys.results')?.input).toEqual({ surveyId: survey.id, cohortId: idOf(1) })
    fireEvent.click(screen.getByRole('button', { name: /Todos los grupos/ }))
    expect(await screen.findByText(/el promedio diría quién respondió/)).toBeTruthy()
  })

  it('few answers are shown with a warning, and a small group not at all', async () => {
    const few = show('resultados', { 'surveys.results': results({ responses: 3, questions: results().questions.slice(0, 1) }) })
    expect(await screen.findByText(/Solo hay 3 formularios/)).toBeTruthy()
    few.answer({ 'surveys.results': results({ responses: 2, mean: null, satisfied: null, questions: [] }) })
    few.changed('surveys')
    expect(await screen.findByText('Este grupo no se muestra por separado')).toBeTruthy()
  })
})

describe('typing paper forms in', () => {
  const field = (): HTMLElement => document.activeElement as HTMLElement
  const press = (key: string): void => void fireEvent.keyDown(field(), { key })

  it('goes with the keyboard alone: figures mark and move on, Enter saves and opens the next form', async () => {
    const core = show('escribir', { 'surveys.answer': saved })
    await screen.findByText('Claridad de los temas')
    await waitFor(() => expect(field().textContent).toBe('1'))
    press('4')
    press('n')
    press('2')
    expect(field().tagName).toBe('TEXTAREA')
    fireEvent.change(field(), { target: { value: 'El sonido' } })
    press('Enter')
    await waitFor(() => expect(core.asked.find((call) => call.name === 'surveys.answer')?.input).toEqual({ surveyId: survey.id, cohortId: idOf(1), answers: { a: 4, b: false, c: 'Afiche', d: 'El sonido' } }))
    expect(await screen.findByText(/1 formulario guardado ahora/)).toBeTruthy()
    expect(screen.queryAllByRole('button', { pressed: true }).filter((button) => button.closest('li') !== null)).toEqual([])
    await waitFor(() => expect(field().textContent).toBe('1'))
  })

  it('0 leaves blank, arrows go back to mend, and a form without answers is not sent', async () => {
    const core = show('escribir', { 'surveys.answer': saved })
    await screen.findByText('Claridad de los temas')
    await waitFor(() => expect(field().textContent).toBe('1'))
    press('Enter')
    press('5')
    press('ArrowUp')
    press('2')
    press('0')
    press('Enter')
    await waitFor(() => expect(core.asked.filter((call) => call.name === 'surveys.answer')).toHaveLength(1))
    expect(core.asked.find((call) => call.name === 'surveys.answer')?.input).toMatchObject({ answers: { a: 2, b: null, c: null, d: null } })
  })

  it('what was refused stays on the screen, with why', async () => {
    show('escribir', { 'surveys.answer': () => { throw new AppError({ code: 'refused', message: 'El grupo Cusco no es del curso.' }) } })
    await screen.findByText('Claridad de los temas')
    await waitFor(() => expect(field().textContent).toBe('1'))
    press('3')
    press('Enter')
    expect(await screen.findByText('El grupo Cusco no es del curso.')).toBeTruthy()
    expect(screen.getByRole('button', { name: '3', pressed: true })).toBeTruthy()
  })

  it('each key means one thing', () => {
    const [scale, yesno, choice, text] = questions as readonly Question[]
    expect(['6', '5', 's', ' '].map((key) => pressOf(scale, key, ''))).toEqual([null, { kind: 'answer', answer: 5 }, null, { kind: 'answer', answer: null }])
    expect(['S', 'n', '1', '2', '3'].map((key) => pressOf(yesno, key, ''))).toEqual([true, false, true, false].map((answer) => ({ kind: 'answer', answer })).concat([null as never]))
    expect(['1', '3'].map((key) => pressOf(choice, key, ''))).toEqual([{ kind: 'answer', answer: 'Correo' }, null])
    expect([pressOf(text, 'ArrowUp', ''), pressOf(text, 'ArrowUp', 'algo'), pressOf(text, '4', ''), pressOf(text, 'Enter', 'algo')]).toEqual([{ kind: 'previous' }, null, null, { kind: 'save' }])
  })
})

describe('the questions of a survey', () => {
  it('are added, moved and removed, and what is refused is said', async () => {
    const core = show('preguntas', { 'surveys.update': saved })
    fireEvent.click(await screen.findByRole('button', { name: 'Bajar la pregunta 1' }))
    await waitFor(() => expect(core.asked.filter((call) => call.name === 'surveys.update')).toHaveLength(1))
    expect(core.asked.at(-1)?.input).toMatchObject({ fields: { questions: [{ id: 'b' }, { id: 'a' }, { id: 'c' }, { id: 'd' }] } })
    core.answer({ 'surveys.update': () => { throw new AppError({ code: 'refused', message: 'No se puede quitar «Claridad de los temas».' }) } })
    fireEvent.click(screen.getByRole('button', { name: 'Quitar la pregunta 1' }))
    expect(await screen.findByText('No se puede quitar «Claridad de los temas».')).toBeTruthy()
  })

  it('open beside the list and save field by field', async () => {
    const core = show('preguntas', { 'surveys.update': saved })
    fireEvent.click(await screen.findByRole('button', { name: /Cómo se enteró/ }))
    const options = await screen.findByLabelText(/^Opciones/)
    fireEvent.change(options, { target: { value: 'Correo\nAfiche\n\nRadio ' } })
    fireEvent.blur(options)
    await waitFor(() => expect(core.asked.at(-1)).toMatchObject({ name: 'surveys.update', input: { fields: { questions: [{}, {}, { id: 'c', kind: 'choice', options: ['Correo', 'Afiche', 'Radio'] }, {}] } } }))
  })
})
