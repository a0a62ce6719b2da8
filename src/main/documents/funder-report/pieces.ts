import SVGtoPDF from 'svg-to-pdfkit'
import type { Language } from '../../../shared/messages/messages.ts'
import { chartSvg, paperChart, paperChartHeight } from '../chart.ts'
import { registerFaces } from '../fonts.ts'
import type { Page } from '../report-head.ts'
import { inks } from '../report-pen.ts'
import { wrapped } from '../report-text.ts'
import type { Block, ChartBlock, DrawnSection, FiguresBlock, TextBlock } from './model.ts'
import { tablePieces } from './table-pieces.ts'
import type { Told } from './tagged.ts'

/** A stretch of the paper that stands on one page. Heights in points. */
export interface Piece {
  readonly height: number
  /** Only air: it begins no page. */
  readonly isAir?: boolean
  /** Never the last of its page. */
  readonly staysWithNext: boolean
  /** Drawn again over it where a page begins with it: the head of a table whose rows go on. */
  readonly head?: Piece
  readonly draw: (told: Told, y: number) => void
}

/** What a section is made of, from its title to its last row. */
export function sectionPieces(section: DrawnSection, page: Page, language: Language): readonly Piece[] {
  return [titlePiece(section.title, page), ...section.blocks.flatMap((block) => blockPieces(block, page, language))]
}

function blockPieces(block: Block, page: Page, language: Language): readonly Piece[] {
  if (block.kind === 'table') return tablePieces(block, page, language)
  if (block.kind === 'figures') return figurePieces(block, page)
  if (block.kind === 'chart') return [chartPiece(block, page)]
  return textPieces(block, page)
}

export const roomOf = (page: Page): number => page.width - 2 * page.margin

/** A title of level one, under a mark in the colour of the seal. */
export function titlePiece(title: string, page: Page): Piece {
  const lines = wrapped(title, 'serifBold', 19, roomOf(page))
  return {
    height: 22 + lines.length * 24 + 8,
    staysWithNext: true,
    draw: (told, y) => {
      told.ornament(() => told.pen.rule(page.margin, page.margin + 34, y + 12, 2.4, inks.seal))
      told.say('H1', () => lines.forEach((text, at) => told.pen.write({ text, x: page.margin, baseline: y + 36 + at * 24, size: 19, face: 'serifBold' })))
    },
  }
}

const looks = {
  heading: { size: 11.5, leading: 15, face: 'sansSemiBold', color: inks.ink, above: 10, below: 4, tag: 'H2' },
  text: { size: 10, leading: 14.6, face: 'sans', color: inks.ink, above: 0, below: 7, tag: 'P' },
  note: { size: 8.5, leading: 11.8, face: 'sans', color: inks.quiet, above: 0, below: 6, tag: 'P' },
} as const

/** Line by line, so that a long text goes on over the next page; the first two and the last two lines stay together. */
function textPieces({ kind, text }: TextBlock, page: Page): readonly Piece[] {
  const look = looks[kind]
  return text
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .flatMap((paragraph) => {
      const lines = wrapped(paragraph.trim(), look.face, look.size, roomOf(page))
      return lines.map((line, at): Piece => {
        const above = at === 0 ? look.above : 0
        return {
          height: above + look.leading + (at === lines.length - 1 ? look.below : 0),
          staysWithNext: kind === 'heading' || (lines.length > 1 && (at === 0 || at === lines.length - 2)),
          draw: (told, y) => told.say(look.tag, () => told.pen.write({ text: line, x: page.margin, baseline: y + above + look.size, size: look.size, face: look.face, color: look.color })),
        }
      })
    })
}

const cardGap = 10
const across = 3

/** Three beside each other, each figure over what it is. */
function figurePieces({ figures }: FiguresBlock, page: Page): readonly Piece[] {
  const width = (roomOf(page) - (across - 1) * cardGap) / across
  const pieces: Piece[] = []
  for (let at = 0; at < figures.length; at += across) {
    const set = figures.slice(at, at + across).map((figure) => ({ ...figure, label: wrapped(figure.label, 'sans', 8.5, width - 20), detail: figure.detail === null ? [] : wrapped(figure.detail, 'sans', 7.5, width - 20) }))
    const tall = Math.max(...set.map(({ label, detail }) => 40 + label.length * 11.5 + detail.length * 10 + 8))
    pieces.push({
      height: tall + cardGap,
      staysWithNext: false,
      draw: (told, y) => {
        set.forEach(({ value, label, detail }, place) => {
          const x = page.margin + place * (width + cardGap)
          told.ornament(() => told.doc.roundedRect(x, y, width, tall, 3).lineWidth(0.6).fillAndStroke('#faf7f1', '#d8d0c0'))
          told.say('P', () => {
            told.pen.write({ text: value, x: x + 10, baseline: y + 30, size: 22, face: 'serifBold' })
            label.forEach((text, line) => told.pen.write({ text, x: x + 10, baseline: y + 46 + line * 11.5, size: 8.5 }))
            detail.forEach((text, line) => told.pen.write({ text, x: x + 10, baseline: y + 46 + label.length * 11.5 + line * 10, size: 7.5, color: inks.quiet }))
          })
        })
      },
    })
  }
  return pieces
}

/** The picture as vectors, with the words that say it; it stays with the table of the same figures. */
function chartPiece({ title, chart, alt }: ChartBlock, page: Page): Piece {
  const width = Math.min(roomOf(page), 500)
  const height = Math.min(paperChartHeight(chart, width), 420)
  return {
    height: 22 + height + 14,
    staysWithNext: true,
    draw: (told, y) => {
      told.say('H2', () => told.pen.write({ text: wrapped(title, 'sansSemiBold', 10, roomOf(page))[0] ?? '', x: page.margin, baseline: y + 12, size: 10, face: 'sansSemiBold' }))
      registerFaces(told.doc, ['sans'])
      const svg = chartSvg(paperChart(chart, { width, height }), { width, height })
      told.say('Figure', () => SVGtoPDF(told.doc, svg, page.margin, y + 22, { assumePt: true, width, height, fontCallback: () => 'sans' }), alt)
    },
  }
}
