import type { FaceName } from './fonts.ts'
import type { Logo } from './report-head.ts'
import type { Pen } from './report-pen.ts'
import { inks } from './report-pen.ts'
import type { FitBox, SheetDrawing } from './sign-sheet-layout.ts'
import { fitted, leading } from './sign-sheet-layout.ts'
import type { SheetFact } from './sign-sheet-model.ts'

/** The letterhead's height, and the width that others' logos may take of it. */
const letterhead = 34
const mostForOthers = 0.4
const gap = 10

/** Whose sheet it is, of which course, group and session: on every page, because each is a proof of its own. */
export function drawSheetHead(drawing: SheetDrawing): void {
  const { all, sheet, plan, pen, doc } = drawing
  const right = plan.qr.x - 16
  const room = right - plan.left
  drawLetterhead(drawing, room)
  const line = plan.top + letterhead + 6
  pen.rule(plan.left, right, line, 0.6, inks.hairline)
  if (all.header.yearName) put(pen, `“${all.header.yearName}”`, { x: plan.left, top: line + 2, face: 'sansItalic', color: inks.quiet, box: { width: room, height: 10, max: 7.5 } })
  const aside = plan.width > plan.height
  const titleTop = line + 15
  doc.rect(plan.left, titleTop, 26, 1.8).fill(inks.seal)
  const titleRoom = aside ? room * 0.34 : room
  put(pen, all.title, { x: plan.left, top: titleTop + 4, face: 'sansBold', box: { width: titleRoom, height: 21, max: 16 } })
  const course = aside
    ? { x: plan.left + titleRoom + 14, top: titleTop - 1, width: room - titleRoom - 14, height: 13 }
    : { x: plan.left, top: titleTop + 25, width: room, height: 14 }
  put(pen, sheet.course, { x: course.x, top: course.top, face: 'sansSemiBold', box: { width: course.width, height: course.height, max: 10 } })
  put(pen, sheet.context, { x: course.x, top: course.top + course.height, color: inks.quiet, box: { width: course.width, height: aside ? 11 : 10, max: 8 } })
  drawFacts(drawing)
}

function drawLetterhead({ all, plan, pen, doc, logos }: SheetDrawing, room: number): void {
  const { header } = all
  const own = header.hasOwnLogo === false ? undefined : logos[0]
  const others = own === undefined ? logos : logos.slice(1)
  const natural = others.reduce((sum, logo) => sum + (logo.width * letterhead) / Math.max(letterhead, logo.height) + gap, 0)
  const scale = Math.min(1, (room * mostForOthers) / Math.max(1, natural))
  let x = plan.left
  if (own !== undefined) x += image(doc, own, { x, top: plan.top, height: letterhead }) + 10
  const words = { x, width: room - (x - plan.left) - (others.length === 0 ? 0 : natural * scale + gap) }
  const unit = header.unit ?? ''
  const name = fitted(header.entityName, 'sansSemiBold', { width: words.width, height: unit === '' ? letterhead : 22, max: 11 })
  const under = unit === '' ? null : fitted(unit, 'sans', { width: words.width, height: 12, max: 8.5 })
  const height = name.lines.length * name.size * leading + (under === null ? 0 : under.lines.length * under.size * 1.2)
  let top = plan.top + (letterhead - height) / 2
  name.lines.forEach((text) => {
    pen.write({ text, x: words.x, baseline: top + name.size * 0.93, size: name.size, face: 'sansSemiBold' })
    top += name.size * leading
  })
  under?.lines.forEach((text) => {
    pen.write({ text, x: words.x, baseline: top + under.size, size: under.size, color: inks.quiet })
    top += under.size * 1.2
  })
  let end = plan.left + room
  for (const logo of others.toReversed()) {
    const logoHeight = Math.min(letterhead, logo.height) * scale
    const width = (logo.width * logoHeight) / logo.height
    image(doc, logo, { x: end - width, top: plan.top + (letterhead - logoHeight) / 2, height: logoHeight })
    end -= width + gap * scale
  }
}

/** Draws a logo no higher than that; gives its width. */
function image(doc: SheetDrawing['doc'], logo: Logo, at: { x: number; top: number; height: number }): number {
  const height = Math.min(at.height, logo.height)
  const width = (logo.width * height) / logo.height
  // pdfkit takes an opened image where its types only know files and bytes.
  doc.image(logo.image as Buffer, at.x, at.top + (at.height - height) / 2, { width, height })
  return width
}

/** The lines of facts share the height by how much each has to say. */
function drawFacts({ plan, pen, sheet }: SheetDrawing): void {
  const { top, height } = plan.facts
  const room = plan.right - plan.left
  const wishes = sheet.facts.map((line) => 9 + 11 * Math.min(3, Math.max(...line.map((fact) => linesWanted(fact, line, room)))))
  const heights = sharedHeights(wishes, height)
  // What is left over is air above each line.
  const air = Math.min(8, (height - heights.reduce((sum, tall) => sum + tall, 0)) / heights.length)
  let y = top
  sheet.facts.forEach((line, at) => {
    const tall = heights[at] ?? 0
    let x = plan.left
    y += air
    for (const fact of line) {
      const width = (room * fact.share) / shares(line)
      pen.write({ text: fact.label, x, baseline: y + 7, size: 7, color: inks.quiet })
      put(pen, fact.value, { x, top: y + 9, box: { width: width - 12, height: tall - 10, max: 9.5 } })
      x += width
    }
    y += tall
  })
}

/** Each line gets a label and one line of words first; what is left goes to those that ask for more. */
function sharedHeights(wishes: readonly number[], height: number): readonly number[] {
  const least = Math.min(20, height / wishes.length)
  const more = wishes.map((wish) => Math.max(0, wish - least))
  const asked = more.reduce((sum, wish) => sum + wish, 0)
  const scale = asked === 0 ? 0 : Math.min(1, (height - least * wishes.length) / asked)
  return more.map((wish) => least + wish * scale)
}

function linesWanted(fact: SheetFact, line: readonly SheetFact[], room: number): number {
  return fitted(fact.value, 'sans', { width: (room * fact.share) / shares(line) - 12, height: 1000, max: 9.5 }).lines.length
}

function shares(line: readonly SheetFact[]): number {
  return line.reduce((sum, fact) => sum + fact.share, 0)
}

function put(pen: Pen, text: string, at: { x: number; top: number; face?: FaceName; color?: string; box: FitBox }): void {
  const fit = fitted(text, at.face ?? 'sans', at.box)
  fit.lines.forEach((line, index) =>
    pen.write({ text: line, x: at.x, baseline: at.top + fit.size * (0.95 + index * leading), size: fit.size, face: fit.face, color: at.color ?? inks.ink }),
  )
}
