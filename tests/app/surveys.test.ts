import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../src/shared/domain/survey-questions.ts'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { run } from '../documents/second-programs.ts'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { engineName, openApp } from '../support/open-app.ts'

/** A course of two groups with eight participants in the first and its survey of the usual questions. */
async function aSurvey(options: Parameters<typeof openApp>[0] = {}) {
  const opened = await openApp(options)
  const { api } = opened
  const course = await aCourse(api)
  const other = await api.cohorts.create({ editionId: course.editionId, name: 'Puno', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null })
  await api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(api, 8) })
  const { id: surveyId } = await api.surveys.create({ editionId: course.editionId, name: 'Encuesta de satisfacción' })
  const [survey] = await api.surveys.list({ editionId: course.editionId })
  if (survey === undefined) throw new Error('no survey')
  const { questions } = survey
  const idOf = (text: string): string => questions.find((question) => question.text.includes(text))?.id ?? ''
  return { opened, api, ...course, otherId: other.id, surveyId, questions, idOf, scales: questions.filter((question) => question.kind === 'scale') }
}

type World = Awaited<ReturnType<typeof aSurvey>>

/** Types so many forms with that mark on every scale. */
async function typed({ api, surveyId, scales }: World, cohortId: string, marks: readonly number[], more: Answers = {}): Promise<string[]> {
  const ids: string[] = []
  for (const mark of marks) ids.push((await api.surveys.answer({ surveyId, cohortId, answers: { ...Object.fromEntries(scales.map(({ id }) => [id, mark])), ...more } })).id)
  return ids
}

const csv = (opened: OpenApp, lines: readonly string[], name = 'Respuestas.csv'): Promise<FileRef> => opened.app.files().receive(name, Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`))

async function sheetText(opened: OpenApp, file: FileRef): Promise<string> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await opened.bytes(file)) as unknown as ArrayBuffer)
  const lines: string[] = []
  for (const sheet of book.worksheets) sheet.eachRow((row) => lines.push((Array.isArray(row.values) ? row.values.slice(1) : []).map(String).join('|')))
  return lines.join('\n')
}

describe('a survey of reaction', () => {
  it('begins with the usual questions, is edited, and is copied for another course', async () => {
    const { api, editionId, surveyId, questions, programmeId } = await aSurvey()
    expect(questions.map((question) => question.kind)).toEqual([...Array.from({ length: 14 }, () => 'scale'), 'yesno', 'text', 'text'])
    expect(new Set(questions.map((question) => question.section)).size).toBe(6)
    const how = { id: 'x1', section: null, text: '¿Cómo se enteró?', kind: 'choice' as const, options: ['Correo', 'Afiche'] }
    const { act } = await api.surveys.update({ id: surveyId, fields: { intro: '  Su opinión nos ayuda. ', questions: [how, ...questions.slice(0, 3)] } })
    const [edited] = await api.surveys.list({ editionId })
    expect([edited?.intro, edited?.questions]).toEqual(['Su opinión nos ayuda.', [how, ...questions.slice(0, 3)]])
    const next = await api.editions.create({ programmeId, name: 'II edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: null, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null })
    await api.surveys.create({ editionId: next.id, name: 'Copia', copyOf: surveyId })
    expect((await api.surveys.list({ editionId: next.id }))[0]).toMatchObject({ intro: 'Su opinión nos ayuda.', questions: edited?.questions, responses: 0 })
    await api.history.undo({ act })
    expect((await api.surveys.list({ editionId }))[0]?.questions).toEqual(questions)
  })

  it('asks in English where the office reads English', async () => {
    const { questions } = await aSurvey({ session: { language: 'en' } })
    expect(questions[0]).toMatchObject({ section: 'Content', text: 'How far the goals of the training were met' })
  })

  it('keeps what was answered: no answered question goes or changes its kind, and no bad list of questions stands', async () => {
    const world = await aSurvey()
    const { api, surveyId, cohortId, questions } = world
    await typed(world, cohortId, [4])
    const before = await world.opened.tables()
    const edit = (next: typeof questions) => api.surveys.update({ id: surveyId, fields: { questions: next } })
    await expect(edit(questions.slice(1))).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('ya la responden un formulario') })
    await expect(edit(questions.map((question, at) => (at === 0 ? { ...question, kind: 'text' as const } : question)))).rejects.toThrow('No se puede cambiar cómo se responde')
    await expect(edit([...questions, { id: 'x', section: null, text: '¿Cuál?', kind: 'choice', options: ['Una'] }])).rejects.toThrow('al menos dos opciones')
    expect(await world.opened.tables()).toEqual(before)
    // What nobody answered may go, and words may be mended.
    await edit(questions.filter((question) => question.kind !== 'text').map((question, at) => (at === 0 ? { ...question, text: 'Logro de los objetivos' } : question)))
    expect((await api.surveys.results({ surveyId })).questions[0]).toMatchObject({ question: { text: 'Logro de los objetivos' }, mean: 4, answered: 1 })
  })

  it('refuses a blank form, an answer off the scale, a question it does not ask and a group of another course', async () => {
    const world = await aSurvey()
    const { api, surveyId, cohortId, questions } = world
    const first = questions[0]?.id ?? ''
    const answer = (answers: Answers, group = cohortId) => api.surveys.answer({ surveyId, cohortId: group, answers })
    await expect(answer({ [first]: null, [questions[15]?.id ?? '']: '   ' })).rejects.toThrow('en blanco')
    await expect(answer({ [first]: true })).rejects.toThrow('no es una respuesta')
    await expect(answer({ [first]: 6 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(answer({ other: 5 })).rejects.toThrow('ya no está en la encuesta')
    const stranger = await aCourse(api)
    await expect(answer({ [first]: 5 }, stranger.cohortId)).rejects.toThrow('no es del curso')
    expect((await api.surveys.list({ editionId: world.editionId }))[0]?.responses).toBe(0)
  })

  it('lists what was typed, the last first, and takes the last one back', async () => {
    const world = await aSurvey()
    const { api, surveyId, cohortId } = world
    const ids = await typed(world, cohortId, [1, 2, 3])
    const shown = await api.surveys.responses({ surveyId })
    expect(shown.map((one) => one.id)).toEqual(ids.toReversed())
    expect(shown[0]).toMatchObject({ answeredOn: '2026-11-22', source: 'typed', cohortName: 'Cusco' })
    const { act } = await api.surveys.removeAnswer({ id: ids[2] ?? '' })
    expect((await api.surveys.results({ surveyId })).mean).toBe(1.5)
    await api.history.undo({ act })
    expect((await api.surveys.results({ surveyId })).mean).toBe(2)
    await expect(api.surveys.removeAnswer({ id: surveyId })).rejects.toMatchObject({ code: 'missing' })
  })

  it('goes with its answers, and comes back with them', async () => {
    const world = await aSurvey()
    const { api, surveyId, editionId, cohortId } = world
    await typed(world, cohortId, [5])
    const { act } = await api.surveys.remove({ id: surveyId })
    expect(await api.surveys.list({ editionId })).toEqual([])
    await expect(api.surveys.results({ surveyId })).rejects.toMatchObject({ code: 'missing' })
    await api.history.undo({ act })
    expect((await api.surveys.list({ editionId }))[0]?.responses).toBe(1)
  })
})

describe('the results of a survey', () => {
  it('count each question and each group, of those who were asked', async () => {
    const world = await aSurvey()
    const { api, surveyId, cohortId, otherId, idOf } = world
    await typed(world, cohortId, [5, 5, 4, 3, 2], { [idOf('Recomendaría')]: true, [idOf('mejoraría')]: 'El sonido' })
    await typed(world, otherId, [5, 5, 5, 5, 5], { [idOf('Recomendaría')]: false })
    const whole = await api.surveys.results({ surveyId })
    expect([whole.responses, whole.participants, whole.mean, whole.satisfied]).toEqual([10, 8, 4.4, 80])
    expect(whole.questions[0]).toMatchObject({ answered: 10, blank: 0, mean: 4.4, satisfied: 80 })
    expect(whole.questions[0]?.counts).toEqual([{ label: '1 · Muy malo', n: 0, share: 0 }, { label: '2 · Malo', n: 1, share: 10 }, { label: '3 · Regular', n: 1, share: 10 }, { label: '4 · Bueno', n: 1, share: 10 }, { label: '5 · Muy bueno', n: 7, share: 70 }])
    expect(whole.questions[14]?.counts).toEqual([{ label: 'Sí', n: 5, share: 50 }, { label: 'No', n: 5, share: 50 }])
    expect(whole.questions[16]).toMatchObject({ answered: 5, blank: 5, counts: [], texts: Array.from({ length: 5 }, () => 'El sonido') })
    expect(whole.cohorts.map(({ name, responses, mean }) => [name, responses, mean])).toEqual([['Cusco', 5, 3.8], ['Puno', 5, 5]])
    expect(await api.surveys.results({ surveyId, cohortId })).toMatchObject({ responses: 5, participants: 8, mean: 3.8, satisfied: 60 })
  })

  it('show no group apart with fewer than five answers, nor what would tell it by subtraction', async () => {
    const world = await aSurvey()
    const { api, surveyId, cohortId, otherId } = world
    await typed(world, cohortId, [5, 5, 5, 5, 5, 5])
    await typed(world, otherId, [1, 1])
    const whole = await api.surveys.results({ surveyId })
    expect([whole.responses, whole.cohorts.map(({ responses, mean }) => [responses, mean])]).toEqual([8, [[6, null], [2, null]]])
    expect(await api.surveys.results({ surveyId, cohortId: otherId })).toMatchObject({ responses: 2, mean: null, satisfied: null, questions: [] })
    expect(await api.surveys.results({ surveyId, cohortId })).toMatchObject({ responses: 6, mean: 5, satisfied: 100 })
    await expect(api.surveys.report({ surveyId, cohortId: otherId, format: 'pdf' })).rejects.toThrow('diría quién respondió')
    expect(await world.opened.written()).toEqual([])
  })

  it('go out in Excel and on paper with the same figures', async () => {
    const world = await aSurvey()
    const { api, opened, surveyId, cohortId, idOf } = world
    await anOffice(opened)
    await typed(world, cohortId, [5, 4, 4], { [idOf('mejoraría')]: 'Más casos prácticos' })
    const sheet = await sheetText(opened, await api.surveys.report({ surveyId, format: 'xlsx' }))
    expect(sheet).toContain('1|Contenido|Cumplimiento de los objetivos de la capacitación|3|0|4.333333333333333|100')
    expect(sheet).toContain('«Más casos prácticos»')
    const paper = await api.surveys.report({ surveyId, format: 'pdf' })
    const words = run('pdftotext', '-layout', opened.path(paper), '-').toString()
    expect(words).toMatch(/Cumplimiento de los objetivos de la\s.*3\s+0\s+4\.33\s+100\.00/)
    expect(words).toContain('Solo hay 3 formularios')
    expect(words).toContain('3 de 8 participantes')
    run('qpdf', '--check', opened.path(paper))
  })
})

const head = ['Marca temporal', 'Dirección de correo electrónico', 'Nombres y apellidos', 'DNI', 'Claridad y orden de los temas', 'Dominio del tema', '¿Recomendaría esta capacitación a otras personas?', '¿Qué mejoraría?']
const rows = [
  ['21/10/2026 9:15:00', 'ana@example.pe', 'Ana Quispe', '41229648', 'Muy satisfecho', '5 - Excelente', 'Sí', 'El sonido'],
  ['21/10/2026 9:16:40', 'rosa@example.pe', 'Rosa Ñahui', '00370008', 'Satisfecho', '4', 'No', ''],
  ['22/10/2026 18:00:00', 'luis@example.pe', 'Luis Mamani', '20000001', 'Satisfecho', '4', 'No', ''],
  ['22/10/2026 18:05:00', 'sisa@example.pe', 'Sisa Condori', '20000002', 'Insatisfecho', '9', 'Tal vez', '"Más, y mejores, casos"'],
  ['22/10/2026 18:06:00', 'nadie@example.pe', 'Nadie', '20000003', '', '', '', ''],
]
const lines = (given: readonly (readonly string[])[]): string[] => given.map((row) => row.map((cell) => (/[",]/.test(cell) && !cell.startsWith('"') ? `"${cell}"` : cell)).join(','))

describe('the export of a form on the web', () => {
  it('is read column by column; what tells who answered is left out and said so', async () => {
    const { api, opened, surveyId, idOf } = await aSurvey()
    const read = await api.surveys.readSheet({ file: await csv(opened, lines([head, ...rows])), surveyId })
    expect(read.rows).toBe(5)
    expect(read.columns.map(({ letter, questionId }) => [letter, questionId])).toEqual([['A', null], ['B', null], ['C', null], ['D', null], ['E', idOf('Claridad y orden')], ['F', idOf('Dominio')], ['G', idOf('Recomendaría')], ['H', idOf('mejoraría')]])
    expect(read.columns.slice(1, 4).map((column) => [column.why, column.samples])).toEqual(Array.from({ length: 3 }, () => ['Diría quién respondió: no se lee ni se guarda.', []]))
    expect(read.problems.map(({ row, written, sentence }) => [row, written, sentence])).toEqual([
      [5, '9', '«9» no está en la escala de 1 a 5: queda en blanco.'],
      [5, 'Tal vez', '«Tal vez» no dice sí ni no: queda en blanco.'],
    ])
    expect(read.notes).toEqual(['Quedan fuera, porque dirían quién respondió: Dirección de correo electrónico, Nombres y apellidos, DNI.', 'Así se leen las palabras de la escala: Muy satisfecho = 5 · Satisfecho = 4 · Insatisfecho = 2.'])
  })

  it('is written once: the same file, or the longer one of tomorrow in another order, doubles nothing', async () => {
    const { api, opened, surveyId, cohortId, idOf } = await aSurvey()
    const file = await csv(opened, lines([head, ...rows]))
    const first = await api.surveys.importSheet({ file, surveyId, cohortId })
    expect(first).toMatchObject({ written: 4, alreadyThere: 0, empty: 1 })
    expect(await api.surveys.importSheet({ file: await csv(opened, lines([head, ...rows])), surveyId, cohortId })).toMatchObject({ written: 0, alreadyThere: 4, empty: 1 })
    const late = ['23/10/2026 8:00:00', 'ema@example.pe', 'Ema', '20000004', 'Satisfecho', '4', 'No', '']
    expect(await api.surveys.importSheet({ file: await csv(opened, lines([head, late, ...rows.toReversed()])), surveyId, cohortId })).toMatchObject({ written: 1, alreadyThere: 4 })
    const { questions, responses } = await api.surveys.results({ surveyId })
    expect(responses).toBe(5)
    expect(questions.find((one) => one.question.id === idOf('Claridad y orden'))?.counts.map(({ n }) => n)).toEqual([0, 1, 0, 3, 1])
    expect((await api.surveys.responses({ surveyId })).map((one) => one.answeredOn).toSorted()).toEqual(['2026-10-21', '2026-10-21', '2026-10-22', '2026-10-22', '2026-10-23'])
  })

  it('is taken back whole, and may come again', async () => {
    const { api, opened, surveyId, cohortId } = await aSurvey()
    const file = await csv(opened, lines([head, ...rows]))
    const { act } = await api.surveys.importSheet({ file, surveyId, cohortId })
    await api.history.undo({ act })
    expect((await api.surveys.results({ surveyId })).responses).toBe(0)
    expect(await api.surveys.importSheet({ file, surveyId, cohortId })).toMatchObject({ written: 4, alreadyThere: 0 })
    expect((await api.surveys.results({ surveyId })).responses).toBe(4)
  })

  it.runIf(engineName === 'sqlite')('leaves no name, address, document or hour anywhere in the database', async () => {
    const { api, opened, surveyId, cohortId } = await aSurvey()
    await api.surveys.importSheet({ file: await csv(opened, lines([head, ...rows])), surveyId, cohortId })
    const files = (await readdir(opened.folder)).filter((name) => name.startsWith('constancia.db'))
    const kept = Buffer.concat(await Promise.all(files.map((name) => readFile(join(opened.folder, name))))).toString('latin1')
    expect(kept).toContain('El sonido')
    for (const one of ['Sisa Condori', 'ana@example', '41229648', '00370008', '9:15:00', '18:05']) expect(kept).not.toContain(one)
  })

  it('of Microsoft Forms in Excel is read too, with columns that the office chose', async () => {
    const { api, opened, surveyId, cohortId, idOf } = await aSurvey()
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Form1')
    sheet.addRow(['ID', 'Hora de inicio', 'Hora de finalización', 'Correo electrónico', 'Nombre', 'Los temas fueron claros', 'Otra cosa'])
    sheet.addRow([1, new Date(Date.UTC(2026, 9, 20, 9)), new Date(Date.UTC(2026, 9, 20, 9, 5)), 'anonymous', null, 'Totalmente de acuerdo', 'x'])
    sheet.addRow([2, new Date(Date.UTC(2026, 9, 21, 9)), new Date(Date.UTC(2026, 9, 21, 9, 5)), 'anonymous', null, 'En desacuerdo', 'y'])
    const file = await opened.app.files().receive('Encuesta(1-2).xlsx', Buffer.from(await book.xlsx.writeBuffer()))
    const columns = [{ column: 5, questionId: idOf('Claridad y orden') }]
    const read = await api.surveys.readSheet({ file, surveyId, columns })
    expect(read.columns.map(({ questionId }) => questionId)).toEqual([null, null, null, null, null, idOf('Claridad y orden'), null])
    await expect(api.surveys.importSheet({ file, surveyId, cohortId })).rejects.toThrow('Ninguna columna')
    expect(await api.surveys.importSheet({ file, surveyId, cohortId, columns })).toMatchObject({ written: 2 })
    expect((await api.surveys.results({ surveyId })).questions.find((one) => one.question.id === idOf('Claridad y orden'))).toMatchObject({ mean: 3.5, satisfied: 50 })
    await expect(api.surveys.readSheet({ file, surveyId, columns: [...columns, { column: 6, questionId: idOf('Claridad y orden') }] })).rejects.toThrow('Dos columnas')
  })

  it('that is no sheet, or holds no answers, is refused with its name', async () => {
    const { api, opened, surveyId, cohortId } = await aSurvey()
    const before = await opened.tables()
    await expect(api.surveys.readSheet({ file: await csv(opened, [head.join(',')], 'Sin filas.csv'), surveyId })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('«Sin filas.csv»') })
    const pdf = await opened.app.files().receive('Informe.pdf', Buffer.from('%PDF-1.7 …'))
    await expect(api.surveys.importSheet({ file: pdf, surveyId, cohortId })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('Informe.pdf') })
    expect(await opened.tables()).toEqual(before)
  })
})

describe('the form on paper', () => {
  it('asks every question in order with its boxes, and is the same bytes each time', async () => {
    const { api, opened, surveyId, questions } = await aSurvey()
    await anOffice(opened)
    const file = await api.surveys.form({ id: surveyId })
    const words = run('pdftotext', '-layout', opened.path(file), '-').toString()
    const flat = words.replace(/\s+/g, ' ')
    expect(questions.map((question, at) => flat.includes(`${at + 1}. ${question.text}`))).toEqual(questions.map(() => true))
    expect(words.match(/1\s+2\s+3\s+4\s+5/g)).toHaveLength(14)
    expect(flat).toContain('Gestión pública · I edición')
    expect(await opened.bytes(await api.surveys.form({ id: surveyId }))).toEqual(await opened.bytes(file))
  })

  it('of a survey without questions is refused', async () => {
    const { api, surveyId } = await aSurvey()
    await api.surveys.update({ id: surveyId, fields: { questions: [] } })
    await expect(api.surveys.form({ id: surveyId })).rejects.toThrow('no tiene preguntas')
  })
})
