import { scaleSteps } from '../../shared/domain/survey-questions.ts'
import { say } from '../../shared/messages/messages.ts'
import { utcDay } from './report-format.ts'
import type { Logo, Page } from './report-head.ts'
import { composeHead, drawFoot, drawRunningHead, openLogos, runningHead } from './report-head.ts'
import type { ReportData } from './report-model.ts'
import { a4, collected, openPaper } from './report-paper.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import { wrapped } from './report-text.ts'
import type { Density, FormBlock } from './survey-form-blocks.ts'
import { densities, formBlocks } from './survey-form-blocks.ts'
import type { SurveyForm } from './survey-form-model.ts'

/** A4 upright, points. */
const page: Page = { width: a4.short, height: a4.long, margin: 46 }
const width = page.width - 2 * page.margin
const foot = 24

/** The survey as a PDF on A4 to be printed, crossed with a pen and typed in. The same form gives the same bytes. */
export async function surveyFormPdf(form: SurveyForm): Promise<Uint8Array> {
  const { language, title, header } = form
  const doc = openPaper({ language, title, author: header.entityName, madeAt: utcDay(header.generatedOn) ?? new Date(0) })
  const bytes = collected(doc)
  drawForm(doc, form, await openLogos(doc, form.header.logos))
  doc.end()
  return bytes
}

function drawForm(doc: Paper, form: SurveyForm, logos: readonly Logo[]): void {
  const pen = penFor(doc)
  const data: ReportData = { ...form, facts: [], columns: [], rows: [], totals: [] }
  const head = composeHead(data, page, logos)
  const opening = openingOf(form)
  const bottom = page.height - page.margin - foot
  const { sheets, density } = tightest((each) => placed(formBlocks(form, width, each), bottom - head.height - opening.height, bottom - runningHead))
  sheets.forEach((blocks, at) => {
    doc.addPage()
    let top = at === 0 ? head.height : runningHead
    if (at === 0) {
      head.draw(doc, pen)
      opening.draw(pen, top)
      top += opening.height
    } else {
      drawRunningHead(data, page, pen)
    }
    const more = shareOut(blocks, bottom - top - heightOf(blocks), density.lineStep)
    blocks.forEach((block, index) => {
      const moreLines = more[index] ?? 0
      block.draw(doc, pen, { left: page.margin, top, moreLines })
      top += block.height + moreLines * density.lineStep
    })
    drawFoot(pen, page, { left: say(form.language, 'surveys.paper.anonymous'), right: sheets.length > 1 ? say(form.language, 'reports.page', { n: at + 1, of: sheets.length }) : '' }, 8)
  })
}

/** Where and when, what the office says of the survey, and how to mark: between the head and the questions. */
function openingOf(form: SurveyForm): { readonly height: number; readonly draw: (pen: Pen, top: number) => void } {
  const intro = form.intro === null ? [] : wrapped(form.intro, 'sans', 9, width)
  const hasScale = form.questions.some((question) => question.kind === 'scale')
  const steps = scaleSteps.map((step) => say(form.language, 'surveys.step', { step })).join('    ')
  const how = hasScale ? wrapped(say(form.language, 'surveys.paper.how', { steps }), 'sansSemiBold', 8.5, width) : []
  return {
    height: 24 + intro.length * 12.5 + (intro.length > 0 ? 4 : 0) + how.length * 12 + 2,
    draw: (pen, top) => {
      const group = say(form.language, 'surveys.paper.group')
      const day = say(form.language, 'surveys.paper.day')
      pen.write({ text: group, x: page.margin, baseline: top + 10, size: 9, color: inks.quiet })
      pen.rule(page.margin + 40, page.margin + 320, top + 12, 0.6, inks.quiet)
      pen.write({ text: day, x: page.margin + 340, baseline: top + 10, size: 9, color: inks.quiet })
      pen.rule(page.margin + 378, page.width - page.margin, top + 12, 0.6, inks.quiet)
      let y = top + 24
      for (const line of intro) pen.write({ text: line, x: page.margin, baseline: (y += 12.5) - 3.5, size: 9 })
      if (intro.length > 0) y += 4
      for (const line of how) pen.write({ text: line, x: page.margin, baseline: (y += 12) - 3, size: 8.5, face: 'sansSemiBold' })
    },
  }
}

type Sheets = readonly (readonly FormBlock[])[]

/** As airy as can be on the fewest pages: a form that goes out by the hundred is paper. */
function tightest(place: (density: Density) => Sheets): { readonly sheets: Sheets; readonly density: Density } {
  const tried = densities.map((density) => ({ density, sheets: place(density) }))
  const least = Math.min(...tried.map(({ sheets }) => sheets.length))
  const [first] = tried.filter(({ sheets }) => sheets.length === least)
  if (first === undefined) throw new Error('no density to set the form in')
  return first
}

/** Blocks page by page; a heading never stands alone at the end of one. */
function placed(blocks: readonly FormBlock[], first: number, later: number): Sheets {
  const sheets: FormBlock[][] = [[]]
  let left = first
  for (const [at, block] of blocks.entries()) {
    const needed = block.height + (block.leads ? (blocks[at + 1]?.height ?? 0) : 0)
    if (needed > left && (sheets.at(-1)?.length ?? 0) > 0) {
      sheets.push([])
      left = later
    }
    sheets.at(-1)?.push(block)
    left -= block.height
  }
  return sheets
}

/** The lines that each question to be written gets more, so that a page is not left half empty. */
function shareOut(blocks: readonly FormBlock[], room: number, lineStep: number): readonly number[] {
  const more = blocks.map(() => 0)
  let lines = Math.floor(room / lineStep)
  for (let given = true; lines > 0 && given; ) {
    given = false
    for (const [at, block] of blocks.entries()) {
      if (lines === 0 || (more[at] ?? 0) >= block.canGrow) continue
      more[at] = (more[at] ?? 0) + 1
      lines -= 1
      given = true
    }
  }
  return more
}

function heightOf(blocks: readonly FormBlock[]): number {
  return blocks.reduce((sum, block) => sum + block.height, 0)
}
