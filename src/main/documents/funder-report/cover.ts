import type { Logo, Page } from '../report-head.ts'
import { inks } from '../report-pen.ts'
import { wrapped } from '../report-text.ts'
import type { DrawnSection, FunderReportData } from './model.ts'
import type { Told } from './tagged.ts'

interface Cover {
  readonly data: FunderReportData
  readonly section: DrawnSection
  readonly logos: readonly Logo[]
  readonly page: Page
}

const margin = 64
const logoHeight = 54
const logoGap = 26

/** The logos of who pays and who works along, on one line; the title; what it is a report of; a band at the foot. */
export function drawCover(told: Told, { data, section, logos, page }: Cover): void {
  const room = page.width - 2 * margin
  drawLogos(told, logos, { left: margin, top: 70, room })
  told.ornament(() => told.pen.rule(margin, page.width - margin, 148, 0.6, inks.hairline))
  let y = 250
  const put = (text: string | null, look: { readonly size: number; readonly face: 'sans' | 'serifBold' | 'sansItalic' | 'sansSemiBold'; readonly color?: string; readonly tag?: 'P' | 'Title' }, after: number): void => {
    if (text === null || text === '') return
    const lines = wrapped(text, look.face, look.size, room)
    told.say(look.tag === 'Title' ? 'H1' : 'P', () => lines.forEach((line, at) => told.pen.write({ text: line, x: margin, baseline: y + look.size + at * look.size * 1.28, size: look.size, face: look.face, ...(look.color === undefined ? {} : { color: look.color }) })))
    y += lines.length * look.size * 1.28 + after
  }
  told.ornament(() => told.pen.rule(margin, margin + 46, y - 16, 3, inks.seal))
  put(data.title, { size: data.title.length > 60 ? 25 : 32, face: 'serifBold', tag: 'Title' }, 12)
  put(data.subtitle, { size: 14, face: 'sans', color: inks.quiet }, 8)
  for (const block of section.blocks) if (block.kind === 'text') put(block.text, { size: 10.5, face: 'sans' }, 8)
  drawFacts(told, data, Math.max(y + 30, 500), room)
  drawBand(told, page, data)
}

function drawLogos(told: Told, logos: readonly Logo[], at: { readonly left: number; readonly top: number; readonly room: number }): void {
  const sized = logos.map((logo) => ({ ...logo, width: (logo.width * logoHeight) / 36, height: (logo.height * logoHeight) / 36 }))
  const wide = sized.reduce((sum, logo) => sum + logo.width, 0) + logoGap * Math.max(0, sized.length - 1)
  const scale = Math.min(1, at.room / Math.max(1, wide))
  let x = at.left
  for (const logo of sized) {
    const width = logo.width * scale
    const height = logo.height * scale
    // pdfkit takes an opened image where its types only know files and bytes.
    const image = logo.image as Buffer
    told.ornament(() => told.doc.image(image, x, at.top + (logoHeight - height) / 2, { width, height }))
    x += width + logoGap * scale
  }
}

function drawFacts(told: Told, { facts }: FunderReportData, top: number, room: number): void {
  const labels = 130
  let y = top
  for (const { label, value } of facts) {
    const lines = wrapped(value, 'sans', 10.5, room - labels)
    const from = y
    told.ornament(() => told.pen.rule(margin, margin + room, from, 0.4, inks.hairline))
    told.say('P', () => {
      told.pen.write({ text: label, x: margin, baseline: from + 16, size: 9, color: inks.quiet })
      lines.forEach((line, at) => told.pen.write({ text: line, x: margin + labels, baseline: from + 16 + at * 14, size: 10.5 }))
    })
    y += lines.length * 14 + 10
  }
}

/** Steps and lozenges as woven bands have them, and the year's name under it. */
function drawBand(told: Told, page: Page, { yearName }: FunderReportData): void {
  const { doc } = told
  const y = page.height - 78
  const step = 14
  told.ornament(() => {
    told.pen.rule(margin, page.width - margin, y - 11, 0.8, inks.ink)
    told.pen.rule(margin, page.width - margin, y + 11, 0.8, inks.ink)
    const count = Math.floor((page.width - 2 * margin) / step)
    const left = (page.width - count * step) / 2 + step / 2
    for (let at = 0; at < count; at += 1) {
      const x = left + at * step
      const isLarge = at % 2 === 0
      const half = isLarge ? 6 : 2.5
      doc.moveTo(x, y - half).lineTo(x + half, y).lineTo(x, y + half).lineTo(x - half, y).closePath().fill(isLarge ? inks.seal : inks.ink)
      if (isLarge) doc.moveTo(x, y - 2.4).lineTo(x + 2.4, y).lineTo(x, y + 2.4).lineTo(x - 2.4, y).closePath().fill('#ffffff')
    }
  })
  if (yearName !== null) told.say('P', () => told.pen.write({ text: `“${yearName}”`, x: page.width / 2, baseline: y + 32, size: 8.5, face: 'sansItalic', color: inks.quiet, align: 'center' }))
}
