import { describe, expect, test } from 'vitest'
import { countForms, hiddenGroups, overall } from '../../src/shared/domain/survey-count.ts'
import type { Answers, Question } from '../../src/shared/domain/survey-questions.ts'
import { editRefusal, questionsProblem } from '../../src/shared/domain/survey-questions.ts'
import { matchColumns, readAnswer, tellsWho } from '../../src/shared/domain/survey-reading.ts'
import { readStep, scaleOf } from '../../src/shared/domain/survey-scales.ts'

const scale: Question = { id: 'a', section: 'Contenido', text: 'Claridad y orden de los temas', kind: 'scale', options: [] }
const yesno: Question = { id: 'b', section: null, text: '¿Recomendaría esta capacitación?', kind: 'yesno', options: [] }
const choice: Question = { id: 'c', section: null, text: '¿Cómo se enteró?', kind: 'choice', options: ['Correo', 'Afiche'] }
const text: Question = { id: 'd', section: null, text: '¿Qué mejoraría?', kind: 'text', options: [] }
const all = [scale, yesno, choice, text]

describe('what the forms say together', () => {
  const forms: Answers[] = [
    { a: 5, b: true, c: 'Correo', d: 'El sonido' },
    { a: 4, b: true, c: null, d: null },
    { a: 2, b: false, c: 'Correo', d: 'Más casos' },
    { a: null, b: null, c: 'Afiche', d: 'Nada' },
  ]
  test('mean and share are of those who answered, and blanks are told', () => {
    const [first, second, third] = countForms(all, forms)
    expect(first).toMatchObject({ answered: 3, blank: 1, mean: 11 / 3, satisfied: 200 / 3 })
    expect(first?.counts.map(({ n }) => n)).toEqual([0, 1, 0, 1, 1])
    expect(second?.counts.map(({ answer, n }) => [answer, n])).toEqual([[true, 2], [false, 1]])
    expect(third?.counts).toEqual([{ answer: 'Correo', n: 2, share: 200 / 3 }, { answer: 'Afiche', n: 1, share: 100 / 3 }])
    expect(overall(all, forms)).toEqual({ mean: 11 / 3, satisfied: 200 / 3 })
  })
  test('nobody answered: no mean, and no share of nothing', () => {
    expect(countForms([scale], [{ a: null }])[0]).toMatchObject({ answered: 0, mean: null, satisfied: null })
    expect(overall([scale], [])).toEqual({ mean: null, satisfied: null })
  })
  test('texts stand in an order that does not tell which form they come from, and always the same', () => {
    const many = Array.from({ length: 12 }, (_none, at): Answers => ({ d: `Comentario ${String(at).padStart(2, '0')}` }))
    const [seen] = countForms([text], many)
    expect(seen?.texts).not.toEqual(many.map((form) => form['d']))
    expect(seen?.texts.toSorted()).toEqual(many.map((form) => form['d']))
    expect(countForms([text], many.toReversed())[0]?.texts).toEqual(seen?.texts)
  })
})

describe('groups that would tell who answered', () => {
  const hidden = (...responses: number[]) => [...hiddenGroups(responses.map((n, at) => ({ id: `g${at}`, responses: n })))].toSorted()
  test.each([
    ['the only group that answered is the total itself', [3], []],
    ['a group without answers hides nothing', [3, 0], []],
    ['five are enough', [5, 9], []],
    ['four are not, and the other would tell them by subtraction', [4, 9], ['g0', 'g1']],
    ['the smallest other group covers a small one', [2, 8, 30], ['g0', 'g1']],
    ['two small groups with five between them cover each other', [2, 3, 30], ['g0', 'g1']],
  ])('%s', (_name, responses, expected) => {
    expect(hidden(...responses)).toEqual(expected)
  })
})

describe('a worded scale', () => {
  const read = (words: string[], cell: string): number | null => readStep(cell, scaleOf(words, []))
  test.each([
    ['Muy satisfecho', 5], ['Satisfecha', 4], ['Ni satisfecho ni insatisfecho', 3], ['insatisfecho', 2], ['MUY INSATISFECHO', 1], ['Nada satisfecho', 1],
    ['Totalmente de acuerdo', 5], ['De acuerdo', 4], ['Ni de acuerdo, ni en desacuerdo', 3], ['En desacuerdo', 2], ['Totalmente en desacuerdo', 1],
    ['5 - Excelente', 5], ['4/5', 4], ['4 de 5', 4], ['Muy bueno (3)', 3], ['★★☆☆☆', 2], ['1', 1], ['5.', 5],
    ['Muy útil', 5], ['Nada útil', 1], ['Poco claro', 2], ['Muy inadecuado', 1], ['Muy importante', 5], ['Very satisfied', 5], ['Strongly disagree', 1], ['Casi siempre', 4],
    ['4.5', null], ['8', null], ['0', null], ['1 a 2', null], ['10', null], ['Quizás', null], ['5 o 4', null],
  ])('reads %s as %s', (cell, step) => {
    expect(read([cell], cell)).toBe(step)
  })
  test('"Bueno" is the third where "Excelente" stands above "Muy bueno", and the fourth where "Muy malo" is the first', () => {
    const five = ['Malo', 'Regular', 'Bueno', 'Muy bueno', 'Excelente']
    expect(five.map((word) => read(five, word))).toEqual([1, 2, 3, 4, 5])
    const other = ['Muy malo', 'Malo', 'Regular', 'Bueno', 'Muy bueno']
    expect(other.map((word) => read(other, word))).toEqual([1, 2, 3, 4, 5])
  })
  test('a column with one word alone is read as the other columns of the form are', () => {
    expect(readStep('Bueno', scaleOf(['Bueno'], ['Bueno', 'Muy bueno', 'Excelente', 'Regular']))).toBe(3)
    expect(readStep('Bueno', scaleOf(['Bueno'], ['Bueno', 'Muy malo', 'Malo']))).toBe(4)
  })
})

describe('a cell of an export', () => {
  const none = { scale: [] }
  test('says yes or no in many ways, and what says neither is no answer', () => {
    expect(['Sí', 'si', 'SI, LO RECOMIENDO', 'Yes', 'VERDADERO'].map((cell) => readAnswer(yesno, cell, none))).toEqual([true, true, true, true, true])
    expect(['No', 'no, gracias', 'Falso'].map((cell) => readAnswer(yesno, cell, none))).toEqual([false, false, false])
    expect(['Tal vez', 'Si tuviera tiempo', 'Nosotros sí'].map((cell) => readAnswer(yesno, cell, none))).toEqual([undefined, undefined, undefined])
  })
  test('is blank when it says so, except where blank words are the comment itself', () => {
    expect([null, '', '  ', 'N/A', 'No aplica'].map((cell) => readAnswer(scale, cell, none))).toEqual([null, null, null, null, null])
    expect(readAnswer(text, 'No aplica', none)).toBe('No aplica')
  })
  test('is one of the options or none', () => {
    expect([readAnswer(choice, 'correo', none), readAnswer(choice, 'Afiche;', none), readAnswer(choice, 'Radio', none)]).toEqual(['Correo', 'Afiche', undefined])
  })
})

describe('the columns of an export', () => {
  const labels = ['Marca temporal', 'Dirección de correo electrónico', 'Nombres y apellidos', 'Evaluación [Claridad y orden de los temas]', '2. ¿Recomendaría usted esta capacitación?', '¿Qué mejoraría?', 'Observación interna', 'Código']
  const rows = [['21/10/2026 9:15:00', 'ana@example.pe', 'Ana Quispe', '5', 'Sí', 'El sonido', 'x', '41229648']]
  test('are matched by the question they say, and those that tell who answered stay out', () => {
    const columns = matchColumns(labels, rows, all, new Map())
    expect(columns.map(({ questionId, reason }) => [questionId, reason])).toEqual([
      [null, 'moment'], [null, 'personal'], [null, 'personal'], ['a', 'same'], ['b', 'alike'], ['d', 'same'], [null, 'noQuestion'], [null, 'personal'],
    ])
  })
  test('are what the office says, but never who answered', () => {
    const columns = matchColumns(labels, rows, all, new Map([[6, 'd'], [5, null], [2, 'c'], [0, 'c']]))
    expect(columns.map(({ questionId }) => questionId)).toEqual([null, null, null, 'a', 'b', null, 'd', null])
  })
  test('a question that merely begins with such a word is a question', () => {
    expect(tellsWho('Nombre un aspecto que mejoraría', ['El sonido'])).toBe(false)
    expect(['Nombre', 'DNI', 'N.° de DNI', 'Correo institucional', 'Nombre del participante', 'Name', 'Email'].map((label) => tellsWho(label, []))).toEqual([true, true, true, true, true, true, true])
  })
})

describe('changing a survey that was answered', () => {
  const given: Answers[] = [{ a: 5, b: null, c: 'Correo', d: null }]
  test('what nobody answered may go or change; words may always be mended', () => {
    expect(editRefusal(all, [{ ...scale, text: 'Claridad de los temas' }, { ...yesno, kind: 'text' }, choice], given)).toBeNull()
  })
  test('an answered question does not go nor change its kind, nor does a chosen option', () => {
    expect(editRefusal(all, [yesno, choice, text], given)).toMatchObject({ kind: 'goes', question: scale, answered: 1 })
    expect(editRefusal(all, [{ ...scale, kind: 'text' }, yesno, choice, text], given)).toMatchObject({ kind: 'changesKind' })
    expect(editRefusal(all, [scale, yesno, { ...choice, options: ['Afiche', 'Radio'] }, text], given)).toMatchObject({ kind: 'optionGoes', option: 'Correo', answered: 1 })
    expect(editRefusal(all, [scale, yesno, { ...choice, options: ['Correo', 'Radio'] }, text], given)).toBeNull()
  })
  test('a choice of one, an option twice and an id twice are told', () => {
    expect(questionsProblem([{ ...choice, options: ['Correo'] }])?.kind).toBe('fewOptions')
    expect(questionsProblem([{ ...choice, options: ['Correo', 'Correo'] }])?.kind).toBe('sameOption')
    expect(questionsProblem([scale, { ...yesno, id: 'a' }])?.kind).toBe('sameId')
    expect(questionsProblem(all)).toBeNull()
  })
})
