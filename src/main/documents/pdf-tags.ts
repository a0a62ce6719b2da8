import type { Canvas, Layer } from './pdf-canvas.ts'

// What a reader that speaks is told of a page (ISO 32000-1, 14.8): paragraphs, a heading, figures with their words, in the
// order in which they are said. Ornament is marked as such and not told.

/** A marked stretch within one stream of operators. */
export interface Mark {
  /** "P", "H1", "Figure". */
  readonly tag: string
  /** Within its stream, from 0. */
  readonly id: number
  /** Said in the place of a picture; '' or null: nothing. */
  readonly alt: string | null
}

/** A mark and the layer that it stands in; null: the page itself. */
export interface Tag extends Mark {
  readonly layer: Layer | null
}

/** A page that was drawn, ready to be put into a file. */
export interface Drawn {
  readonly canvas: Canvas
  /** Points. */
  readonly width: number
  readonly tags: readonly Tag[]
}

interface Reference {
  data: Record<string, unknown>
  end(): void
}

/** What the tree needs of a document that is being written. */
export interface TagTarget {
  object(data: Record<string, unknown>): Reference
  /** The layer's own object. */
  layer(layer: Layer): unknown
}

/** Collects what is said of each page while the file is drawn, and writes the tree when it ends. */
export class TagTree {
  private readonly target: TagTarget
  private readonly root: Reference
  private readonly document: Reference
  private readonly said: Reference[] = []
  /** What stands in each stream, by the stream's number: the way back from a mark to what is said of it. */
  private readonly streams: Reference[][] = []
  private readonly numbers = new Map<Layer, number>()

  constructor(target: TagTarget) {
    this.target = target
    this.root = target.object({ Type: 'StructTreeRoot' })
    this.document = target.object({ Type: 'StructElem', S: 'Document', P: this.root })
  }

  /** The number of a layer's stream, which its object must state. */
  layerNumber(layer: Layer): number {
    const known = this.numbers.get(layer)
    if (known !== undefined) return known
    const number = this.streams.push([]) - 1
    this.numbers.set(layer, number)
    return number
  }

  /** Writes what is said of a page. Gives the number of its own stream, which its dictionary must state. */
  addPage(page: unknown, tags: readonly Tag[]): number {
    const own = this.streams.push([]) - 1
    for (const { tag, id, alt, layer } of tags) {
      const content = layer === null ? id : { Type: 'MCR', Pg: page, Stm: this.target.layer(layer), MCID: id }
      const element = this.target.object({
        Type: 'StructElem', S: tag, P: this.document, Pg: page, K: content, ...(tag === 'Figure' ? { Alt: new String(alt ?? '') } : {}),
      })
      element.end()
      this.said.push(element)
      const stream = this.streams[layer === null ? own : this.layerNumber(layer)]
      if (stream !== undefined) stream[id] = element
    }
    return own
  }

  /** Writes the tree. Gives its root, for the catalogue, still open. */
  end(): unknown {
    this.document.data['K'] = this.said
    this.document.end()
    const parents = this.target.object({ Nums: this.streams.flatMap((stream, number) => [number, stream]) })
    parents.end()
    Object.assign(this.root.data, { K: this.document, ParentTree: parents, ParentTreeNextKey: this.streams.length })
    return this.root
  }
}
