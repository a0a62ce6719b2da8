import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { drawSurveyForm } from '../../src/main/documents/drawing-batch.ts'
import type { SurveyForm } from '../../src/main/documents/survey-form-model.ts'
import { surveyFormPdf } from '../../src/main/documents/survey-form-pdf.ts'
import type { Question } from '../../src/shared/domain/survey-questions.ts'
import { collected } from './report-sample.ts'
import { run } from './second-programs.ts'

const scale = (n: number, section: string | null = 'Contenido', text = `Pregunta número ${n}`): Question => ({ id: `s${n}`, section, text, kind: 'scale', options: [] })
const open = (n: number): Question => ({ id: `t${n}`, section: 'En general', text: `¿Qué mejoraría? (${n})`, kind: 'text', options: [] })

function form(questions: readonly Question[], more: Partial<SurveyForm> = {}): SurveyForm {
  return { language: 'es', header: { entityName: 'Municipalidad Provincial de Cajamarca', unit: 'Gerencia de Recursos Humanos', logos: [], generatedOn: '2026-11-22' }, title: 'Encuesta de satisfacción', subtitle: 'Gestión pública · I edición', intro: null, questions, ...more }
}

async function paper(given: SurveyForm): Promise<{ readonly pages: number; readonly words: (page?: number) => string; readonly lines: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'survey-form-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const path = join(folder, 'form.pdf')
  await writeFile(path, await surveyFormPdf(given))
  run('qpdf', '--check', path)
  const pages = Number(run('qpdf', '--show-npages', path).toString())
  return { pages, words: (page) => run('pdftotext', '-layout', ...(page === undefined ? [] : ['-f', String(page), '-l', String(page)]), path, '-').toString(), lines: run('pdftotext', '-bbox', path, '-').toString() }
}

describe('the form of a survey on paper', () => {
  test('seventeen questions with two to be written fit one page', async () => {
    const { pages, words } = await paper(form([...Array.from({ length: 15 }, (_none, at) => scale(at + 1, `Sección ${Math.floor(at / 3) + 1}`)), open(1), open(2)], { intro: 'Su opinión nos ayuda a mejorar. Responda con franqueza.' }))
    expect(pages).toBe(1)
    expect(words()).not.toContain('Página')
    expect(words()).toContain('no escriba su nombre')
  })

  test('eighty long questions stand whole on several pages, each once, in order, no heading left alone at a foot', async () => {
    const long = 'El módulo abordó con profundidad suficiente los problemas que se presentan en las mesas de diálogo de la provincia y de la región, con casos'
    const questions = Array.from({ length: 80 }, (_none, at) => scale(at + 1, `Módulo ${Math.floor(at / 4) + 1}`, `${long} (${at + 1})`))
    const { pages, words } = await paper(form(questions))
    expect(pages).toBeGreaterThan(2)
    const flat = words().replace(/\s+/g, ' ')
    const order = [...flat.matchAll(/(\d+)\. El módulo/g)].map((match) => Number(match[1]))
    expect(order).toEqual(questions.map((_one, at) => at + 1))
    for (let page = 1; page <= pages; page += 1) {
      const body = words(page).trim().split('\n').filter((line) => line.trim() !== '' && !line.includes('anónima'))
      expect(body.at(-1)).not.toMatch(/^\s*Módulo \d+\s*$/)
    }
    expect(words(pages)).toContain(`Página ${pages} de ${pages}`)
  })

  test('nothing runs past the margins, however long a word or an option is', async () => {
    const word = 'Otorrinolaringológicamente'.repeat(6)
    const { lines } = await paper(form([scale(1, word, word), { id: 'c', section: null, text: word, kind: 'choice', options: [word, 'Correo'] }, { ...open(1), text: word }, { id: 'y', section: null, text: word, kind: 'yesno', options: [] }], { title: word, subtitle: word, intro: word }))
    const right = [...lines.matchAll(/xMax="([\d.]+)"/g)].map((match) => Number(match[1]))
    expect(right.length).toBeGreaterThan(10)
    expect(Math.max(...right)).toBeLessThanOrEqual(595.28 - 46 + 1)
  })

  test('a choice offers every option, and yes and no stand in the reader’s language', async () => {
    const { words } = await paper(form([{ id: 'c', section: null, text: 'How did you hear?', kind: 'choice', options: ['Mail', 'Poster', 'A colleague'] }, { id: 'y', section: null, text: 'Again?', kind: 'yesno', options: [] }], { language: 'en' }))
    for (const one of ['Mail', 'Poster', 'A colleague', 'Yes', 'No', 'anonymous']) expect(words()).toContain(one)
    expect(words()).not.toContain('Cross (X)')
  })

  test('is drawn in a thread of its own, and not at all when nobody waits for it', async () => {
    const given = form([scale(1)])
    expect(Buffer.from(await collected(drawSurveyForm(given)))).toEqual(Buffer.from(await surveyFormPdf(given)))
    await expect(collected(drawSurveyForm(given, { signal: AbortSignal.abort(new Error('stopped')) }))).rejects.toThrow('stopped')
  })
})
