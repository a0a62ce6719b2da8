import type { Question } from '../../shared/domain/survey-questions.ts'
import { scaleSteps } from '../../shared/domain/survey-questions.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { textWidth, wrapped } from './report-text.ts'
import type { SurveyForm } from './survey-form-model.ts'

/** One thing that stands whole on a page: a heading, or a question with the room to answer it. Heights in points. */
export type FormBlock = {
  readonly height: number
  /** Not the last thing on a page: what follows belongs to it. */
  readonly leads: boolean
  /** How many more lines to write on it may be given, each as tall as the density says. */
  readonly canGrow: number
  readonly draw: (doc: Paper, pen: Pen, at: { readonly left: number; readonly top: number; readonly moreLines: number }) => void
}

/** How far apart things stand, in points: above and below a question, above a heading, between two lines to write on. */
export type Density = { readonly pad: number; readonly aboveHeading: number; readonly lineStep: number }
/** The first that needs the fewest pages is taken. */
export const densities: readonly Density[] = [
  { pad: 4.5, aboveHeading: 14, lineStep: 19 },
  { pad: 3.6, aboveHeading: 12.5, lineStep: 18.5 },
  { pad: 2.8, aboveHeading: 11, lineStep: 18 },
  { pad: 2.2, aboveHeading: 9.5, lineStep: 17 },
  { pad: 1.8, aboveHeading: 7.5, lineStep: 17 },
]

const size = 9
const leading = 12
/** A box to cross: high enough for a pen in a crowded room. */
const box = { width: 21, height: 14.5, gap: 5 }
const numberWidth = 20
const linesToWrite = 2
const mostLines = 5

/** The survey in the order in which it is asked, numbered through, in that width. */
export function formBlocks(form: SurveyForm, width: number, density: Density): readonly FormBlock[] {
  return form.questions.flatMap((question, at) => {
    const opensSection = question.section !== null && question.section !== form.questions[at - 1]?.section
    return [...(opensSection ? [heading(question.section ?? '', width, density.aboveHeading)] : []), asked({ question, number: at + 1, width, ...density }, form)]
  })
}

function heading(text: string, width: number, above: number): FormBlock {
  const lines = wrapped(text, 'sansSemiBold', 9.5, width)
  return {
    height: lines.length * 12.5 + above,
    leads: true,
    canGrow: 0,
    draw: (_doc, pen, { left, top }) => {
      lines.forEach((line, at) => pen.write({ text: line, x: left, baseline: top + above + 5 + at * 12.5, size: 9.5, face: 'sansSemiBold' }))
      pen.rule(left, left + width, top + lines.length * 12.5 + above - 1, 0.7, inks.ink)
    },
  }
}

type Asked = Density & { readonly question: Question; readonly number: number; readonly width: number }

function asked(one: Asked, form: SurveyForm): FormBlock {
  const { kind } = one.question
  if (kind === 'scale') return boxed(one, scaleSteps.map(String))
  if (kind === 'yesno') return boxed(one, [say(form.language, 'surveys.yes'), say(form.language, 'surveys.no')])
  return kind === 'choice' ? choice(one) : written(one)
}

/** The words at the left, boxes with what they mean inside at the right end. */
function boxed({ question, number, width, pad }: Asked, words: readonly string[]): FormBlock {
  const boxes = words.map((word) => Math.max(box.width, textWidth(word, 'sans', 8.5) + 10))
  const taken = boxes.reduce((sum, each) => sum + each + box.gap, 0)
  const lines = wrapped(question.text, 'sans', size, width - numberWidth - taken - 8)
  const height = Math.max(lines.length * leading, box.height) + 2 * pad
  return {
    height,
    leads: false,
    canGrow: 0,
    draw: (doc, pen, { left, top }) => {
      writeAsked(pen, lines, number, left, top + (height - lines.length * leading) / 2)
      let x = left + width - taken + box.gap
      const y = top + (height - box.height) / 2
      words.forEach((word, at) => {
        const wide = boxes[at] ?? box.width
        doc.roundedRect(x, y, wide, box.height, 2).lineWidth(0.7).strokeColor(inks.ink).stroke()
        pen.write({ text: word, x: x + wide / 2, baseline: y + 10.6, size: 8.5, color: inks.quiet, align: 'center' })
        x += wide + box.gap
      })
      pen.rule(left, left + width, top + height, 0.35, inks.hairline)
    },
  }
}

/** What can be chosen below the question, in two columns where the words allow it. */
function choice({ question, number, width, pad }: Asked): FormBlock {
  const lines = wrapped(question.text, 'sans', size, width - numberWidth)
  const inner = width - numberWidth
  const across = question.options.every((option) => textWidth(option, 'sans', size) < inner / 2 - 24) ? 2 : 1
  const column = inner / across
  const rows = Array.from({ length: Math.ceil(question.options.length / across) }, (_, row) => question.options.slice(row * across, (row + 1) * across).map((option) => wrapped(option, 'sans', size, column - 22)))
  const rowHeight = (row: readonly (readonly string[])[]): number => Math.max(...row.map((each) => each.length)) * leading + 4
  const height = lines.length * leading + 2 * pad + rows.reduce((sum, row) => sum + rowHeight(row), 0) + 2
  return {
    height,
    leads: false,
    canGrow: 0,
    draw: (doc, pen, { left, top }) => {
      writeAsked(pen, lines, number, left, top + pad)
      let y = top + pad + lines.length * leading + 3
      for (const row of rows) {
        row.forEach((option, at) => {
          const x = left + numberWidth + at * column
          doc.roundedRect(x, y, 10, 10, 1.5).lineWidth(0.7).strokeColor(inks.ink).stroke()
          option.forEach((text, line) => pen.write({ text, x: x + 16, baseline: y + 8.4 + line * leading, size }))
        })
        y += rowHeight(row)
      }
      pen.rule(left, left + width, top + height, 0.35, inks.hairline)
    },
  }
}

/** Lines to write on, as many more as the page has room for. */
function written({ question, number, width, pad: given, lineStep }: Asked): FormBlock {
  const pad = Math.max(given, 3.5)
  const lines = wrapped(question.text, 'sans', size, width - numberWidth)
  return {
    height: lines.length * leading + 2 * pad + linesToWrite * lineStep + 3,
    leads: false,
    canGrow: mostLines - linesToWrite,
    draw: (doc, pen, { left, top, moreLines }) => {
      writeAsked(pen, lines, number, left, top + pad)
      const first = top + pad + lines.length * leading
      for (let at = 1; at <= linesToWrite + moreLines; at += 1) {
        doc.moveTo(left + numberWidth, first + at * lineStep).lineTo(left + width, first + at * lineStep).lineWidth(0.6).dash(1, { space: 2 }).strokeColor(inks.quiet).stroke().undash()
      }
    },
  }
}

function writeAsked(pen: Pen, lines: readonly string[], number: number, left: number, top: number): void {
  pen.write({ text: `${number}.`, x: left + numberWidth - 6, baseline: top + 9.2, size, color: inks.quiet, align: 'right' })
  lines.forEach((text, at) => pen.write({ text, x: left + numberWidth, baseline: top + 9.2 + at * leading, size }))
}
