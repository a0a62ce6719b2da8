import type { OpenObject } from './pdf-images.ts'
import { prepareImage, replayed } from './pdf-images.ts'
import type { Fact, ReportData } from './report-model.ts'
import type { Paper, Pen, Words } from './report-pen.ts'
import { inks } from './report-pen.ts'
import { textWidth, wrapped } from './report-text.ts'

/** The page in points (A4, ISO 216) and what is left free around it. */
export type Page = { readonly width: number; readonly height: number; readonly margin: number }

/** From the page's top to the table on every page but the first, and the room that the foot takes at the bottom. */
export const runningHead = 62
export const pageFoot = 26

const logoHeight = 36
const widestLogo = 130
const logoGap = 12
/** Share of the line that the logos of others may take: the entity's name needs the rest. */
const mostForOthers = 0.55

/** An opened image; its size on the paper in points. */
export type Logo = { readonly image: unknown; readonly width: number; readonly height: number }

/** The head of the first page, composed but not yet drawn. */
export type FirstHead = { readonly height: number; readonly draw: (doc: Paper, pen: Pen) => void }

/** Decodes each logo and puts it into the document once, before anything is drawn: pdfkit would do it anew at every use, and in an order of its own. */
export async function openLogos(doc: Paper, logos: readonly Uint8Array[]): Promise<readonly Logo[]> {
  const opened: Logo[] = []
  for (const [at, bytes] of logos.entries()) {
    const { width, height, orientation, object } = await prepareImage(bytes)
    const scale = Math.min(logoHeight / height, widestLogo / width)
    const obj = replayed(object, (data) => doc.ref(data) as unknown as OpenObject)
    opened.push({ image: { width, height, orientation, label: `Logo${at + 1}`, obj }, width: width * scale, height: height * scale })
  }
  return opened
}

/** The letterhead (logo, entity and unit beside it; other logos at the right), the year under a hairline, the title and the facts. Heights in points from the top of the page. */
export function composeHead(data: ReportData, page: Page, logos: readonly Logo[]): FirstHead {
  const { header } = data
  const words: Words[] = []
  const right = page.width - page.margin
  const room = right - page.margin
  let y = page.margin
  const logosTop = y
  const own = header.hasOwnLogo === false ? undefined : logos[0]
  const beside = own === undefined ? 0 : own.width + 12
  const others = shrunk(own === undefined ? logos : logos.slice(1), room * mostForOthers)
  const othersWidth = widthOf(others)

  const put = (text: string | undefined, size: number, more: Partial<Words>, gap: number, width = room): void => {
    if (!text) return
    for (const line of wrapped(text, more.face ?? 'sans', size, width)) {
      y += size * 1.3
      words.push({ text: line, size, x: page.margin, baseline: y - size * 0.3, ...more })
    }
    y += gap
  }
  const named = { x: page.margin + beside }
  const namedRoom = room - beside - othersWidth
  put(header.entityName, 11, { ...named, face: 'sansSemiBold' }, 0, namedRoom)
  put(header.unit, 9, { ...named, color: inks.quiet }, 0, namedRoom)
  // The words stand at the middle of the logo's height, whichever of the two is taller.
  const wordsHeight = y - logosTop
  const headHeight = Math.max(wordsHeight, logos.length > 0 ? logoHeight : 0)
  words.forEach((each, at) => (words[at] = { ...each, baseline: each.baseline + (headHeight - wordsHeight) / 2 }))
  y = logosTop + headHeight + 7
  const line = y
  y += 3
  put(header.yearName && `“${header.yearName}”`, 8, { face: 'sansItalic', color: inks.quiet }, 0)
  y += 14
  const mark = y
  y += 6
  put(data.title, data.title.length > 70 ? 13 : 18, { face: 'sansBold' }, 1)
  put(data.subtitle, 10.5, { color: inks.quiet }, 2)
  y = composeFacts(data.facts, page.margin, room, y + 6, words) + 12
  return {
    height: y,
    draw: (doc, pen) => {
      drawLogos(doc, own, others, page, logosTop + (headHeight - logoHeight) / 2)
      pen.rule(page.margin, right, line, 0.6, inks.hairline)
      pen.rule(page.margin, page.margin + 30, mark, 2, inks.seal)
      for (const each of words) pen.write(each)
    },
  }
}

/** The small words at the top of the pages after the first. */
export function drawRunningHead(data: ReportData, page: Page, pen: Pen): void {
  const right = page.width - page.margin
  const baseline = page.margin + 8
  const half = (right - page.margin) / 2 - 10
  const title = wrapped(data.title, 'sansSemiBold', 8, half)
  const entity = wrapped(data.header.entityName, 'sans', 8, half)
  pen.write({ text: ended(title), x: page.margin, baseline, size: 8, face: 'sansSemiBold' })
  pen.write({ text: ended(entity), x: right, baseline, size: 8, color: inks.quiet, align: 'right' })
}

/** At the foot of a page: whose or of when it is at the left, in one line, and which of how many at the right. */
export function drawFoot(pen: Pen, page: Page, words: { readonly left: string; readonly right: string }, size = 7.5): void {
  const right = page.width - page.margin
  const baseline = page.height - page.margin + 4
  const [left = ''] = wrapped(words.left, 'sans', size, right - page.margin - textWidth(words.right, 'sans', size) - 20)
  pen.rule(page.margin, right, baseline - 12, 0.4, inks.hairline)
  pen.write({ text: left, x: page.margin, baseline, size, color: inks.quiet })
  pen.write({ text: words.right, x: right, baseline, size, color: inks.quiet, align: 'right' })
}

function widthOf(logos: readonly Logo[]): number {
  return logos.reduce((sum, logo) => sum + logo.width + logoGap, 0)
}

function shrunk(logos: readonly Logo[], room: number): readonly Logo[] {
  const scale = Math.min(1, room / Math.max(1, widthOf(logos)))
  return logos.map((logo) => ({ ...logo, width: logo.width * scale, height: logo.height * scale }))
}

/** The office's own logo at the left end of the line, those of others at its right end, the last outermost. */
function drawLogos(doc: Paper, own: Logo | undefined, others: readonly Logo[], page: Page, top: number): void {
  const put = (logo: Logo, x: number): void => {
    // pdfkit takes an opened image where its types only know files and bytes.
    doc.image(logo.image as Buffer, x, top + (logoHeight - logo.height) / 2, { width: logo.width, height: logo.height })
  }
  if (own !== undefined) put(own, page.margin)
  let x = page.width - page.margin
  for (const logo of others.toReversed()) {
    x -= logo.width
    put(logo, x)
    x -= logoGap
  }
}

/** Facts in two or three columns, each a small label above its value; gives where they end. */
function composeFacts(facts: readonly Fact[], left: number, room: number, top: number, words: Words[]): number {
  const across = room > 600 ? 3 : 2
  const width = room / across - 14
  let y = top
  for (let i = 0; i < facts.length; i += across) {
    let tallest = 0
    facts.slice(i, i + across).forEach((fact, column) => {
      const x = left + column * (room / across)
      const value = wrapped(fact.value, 'sans', 9, width)
      const label = wrapped(fact.label, 'sans', 7.5, width)
      label.forEach((text, line) => words.push({ text, x, baseline: y + 8 + line * 9.5, size: 7.5, color: inks.quiet }))
      const under = y + label.length * 9.5
      value.forEach((text, line) => words.push({ text, x, baseline: under + 9.5 + line * 11.5, size: 9 }))
      tallest = Math.max(tallest, label.length * 9.5 + 3.5 + value.length * 11.5)
    })
    y += tallest + 5
  }
  return y
}

/** The first line, and a sign that there is more; the whole stands on the first page. */
function ended(lines: readonly string[]): string {
  return lines.length > 1 ? `${lines[0]}…` : (lines[0] ?? '')
}
