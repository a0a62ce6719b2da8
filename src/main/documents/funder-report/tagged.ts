import type { Paper, Pen } from '../report-pen.ts'

/** pdfkit's own structure elements: its types know them only in part. */
export interface StructureElement {
  add(child: unknown): StructureElement
  end(): void
}

interface Marking {
  struct(type: string, options?: unknown, children?: unknown): StructureElement
  addStructure(element: StructureElement): unknown
  markStructureContent(type: string, options?: unknown): unknown
  markContent(type: string, options?: unknown): unknown
  endMarkedContent(): unknown
}

/** Draws and, while it does, tells who cannot see the page what each thing is (ISO 32000-1, 14.8). */
export class Told {
  readonly doc: Paper
  readonly pen: Pen
  private readonly root: StructureElement
  private readonly tables = new Map<object, StructureElement>()

  constructor(doc: Paper, pen: Pen) {
    this.doc = doc
    this.pen = pen
    this.root = this.marking.struct('Document')
    this.marking.addStructure(this.root)
  }

  /** A paragraph, a heading, or a figure with the words that say it. */
  say(tag: 'P' | 'H1' | 'H2' | 'Figure' | 'Title', draw: () => void, alt?: string): void {
    this.put(this.root, tag, draw, alt === undefined ? undefined : { alt })
  }

  /** A row of a table: its cells one by one. Rows of one table on several pages are of one table. */
  row(table: object, cells: readonly { readonly isHead: boolean; readonly draw: () => void }[]): void {
    let element = this.tables.get(table)
    if (element === undefined) {
      element = this.marking.struct('Table')
      this.root.add(element)
      this.tables.set(table, element)
    }
    const row = this.marking.struct('TR')
    element.add(row)
    for (const cell of cells) this.put(row, cell.isHead ? 'TH' : 'TD', cell.draw)
    row.end()
  }

  /** What is only for the eye, or repeated on each page. */
  ornament(draw: () => void): void {
    this.marking.markContent('Artifact', { type: 'Layout' })
    draw()
    this.marking.endMarkedContent()
  }

  end(): void {
    for (const table of this.tables.values()) table.end()
    this.root.end()
  }

  private put(parent: StructureElement, tag: string, draw: () => void, options?: { alt: string }): void {
    const content = this.marking.markStructureContent(tag)
    draw()
    this.marking.endMarkedContent()
    const element = options === undefined ? this.marking.struct(tag, content) : this.marking.struct(tag, options, content)
    parent.add(element)
    element.end()
  }

  private get marking(): Marking {
    return this.doc as unknown as Marking
  }
}
