import type { FaceName } from './fonts.ts'
import type { Page } from './report-head.ts'
import type { Paper, Pen } from './report-pen.ts'
import { inks, penFor } from './report-pen.ts'
import { wrapped } from './report-text.ts'

// A flow of pieces over tagged pages (ISO 32000-1, 14.8): what is said of the paper is told to readers that speak in the
// order in which it is composed; ornament is marked as such and not told.

export type Node = ReturnType<Paper['struct']>

/** A stretch that stands on one page whole. Heights in points. */
export interface Piece {
  readonly height: number
  /** Never the last of its page. */
  readonly staysWithNext: boolean
  /** Of a row: the head that stands above the first one on each page. */
  readonly head: Head | null
  readonly draw: (y: number) => void
}

export interface Head {
  readonly height: number
  readonly draw: (y: number, isFirst: boolean) => void
}

/** Writes tagged text on a paper. Nodes are made while it is composed, their content is added as it is drawn. */
export class TaggedPen {
  readonly pen: Pen
  private readonly doc: Paper
  private readonly root: Node

  constructor(doc: Paper) {
    this.doc = doc
    this.pen = penFor(doc)
    this.root = doc.struct('Document')
    doc.addStructure(this.root)
  }

  node(tag: string, parent: Node = this.root, options: { readonly scope?: 'Row' | 'Column' } = {}): Node {
    const node = this.doc.struct(tag as 'P', options as object)
    parent.add(node)
    return node
  }

  /** What is drawn meanwhile belongs to that node. */
  tell(node: Node, draw: () => void): void {
    const content = this.doc.markStructureContent('Span')
    draw()
    this.doc.endMarkedContent()
    node.add(content)
  }

  /** What is drawn meanwhile is only to be seen. */
  ornament(draw: (doc: Paper) => void): void {
    this.doc.markContent('Artifact')
    draw(this.doc)
    this.doc.endMarkedContent()
  }
}

export interface Look {
  readonly size: number
  readonly face?: FaceName
  readonly color?: string
  /** Points from the left edge of the page, and the width of the lines. */
  readonly x: number
  readonly width: number
  readonly above?: number
}

export const leadingOf = (size: number): number => size * 1.42

/** A paragraph of that node, a piece a line: its first and its last two lines stay together. */
export function textPieces(tags: TaggedPen, node: Node, text: string, look: Look): Piece[] {
  const { size, face = 'sans', color = inks.ink, x, width, above = 0 } = look
  const lines = wrapped(text, face, size, width)
  return lines.map((line, at) => {
    const room = at === 0 ? above : 0
    return {
      height: room + leadingOf(size),
      staysWithNext: (at === 0 || at === lines.length - 2) && at < lines.length - 1,
      head: null,
      draw: (y) => tags.tell(node, () => tags.pen.write({ text: line, x, baseline: y + room + size * 1.05, size, face, color })),
    }
  })
}

/** Something drawn that is not told, with its height. */
export function ornamentPiece(tags: TaggedPen, height: number, draw: (doc: Paper, y: number) => void, staysWithNext = false): Piece {
  return { height, staysWithNext, head: null, draw: (y) => tags.ornament((doc) => draw(doc, y)) }
}

/** Puts the pieces on pages; `top` is where the first page's and the other pages' begin. */
export function placed(pieces: readonly Piece[], page: Page, top: { readonly first: number; readonly others: number }, foot: number): readonly (readonly Piece[])[] {
  const bottom = page.height - page.margin - foot
  const pages: Piece[][] = [[]]
  let y = top.first
  for (const group of groups(pieces)) {
    const current = pages.at(-1) ?? []
    if (current.length > 0 && y + heightOf(group, current.at(-1)?.head ?? null) > bottom) {
      pages.push([])
      y = top.others
    }
    y += heightOf(group, pages.at(-1)?.at(-1)?.head ?? null)
    pages.at(-1)?.push(...group)
  }
  return pages
}

/** Draws the pieces of one page from there down. `told` remembers the heads that were told already. */
export function drawPieces(pieces: readonly Piece[], top: number, told: Set<Head>): void {
  let y = top
  let head: Head | null = null
  for (const piece of pieces) {
    if (piece.head !== null && piece.head !== head) {
      piece.head.draw(y, !told.has(piece.head))
      told.add(piece.head)
      y += piece.head.height
    }
    head = piece.head
    piece.draw(y)
    y += piece.height
  }
}

function heightOf(pieces: readonly Piece[], before: Head | null): number {
  let head = before
  let height = 0
  for (const piece of pieces) {
    if (piece.head !== null && piece.head !== head) height += piece.head.height
    head = piece.head
    height += piece.height
  }
  return height
}

function groups(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const all: Piece[][] = []
  let open = false
  for (const piece of pieces) {
    if (open) all.at(-1)?.push(piece)
    else all.push([piece])
    open = piece.staysWithNext
  }
  return all
}
