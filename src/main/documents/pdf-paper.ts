import type { Glyph } from 'fontkit'
import PDFDocument from 'pdfkit'
import type { FaceName } from './fonts.ts'
import { imageName } from './pdf-canvas.ts'
import type { Canvas, Layer, Needs } from './pdf-canvas.ts'
import { cutFace } from './pdf-faces.ts'
import { replayed } from './pdf-images.ts'
import type { PreparedImage } from './pdf-images.ts'
import { TagTree } from './pdf-tags.ts'
import type { Tag } from './pdf-tags.ts'

/** pdfkit's own object references: its types know neither their dictionary nor that they take deflated bytes. */
interface Reference {
  data: Record<string, unknown>
  end(bytes?: Uint8Array): void
}

/** The parts of a pdfkit page that its types do not show. */
interface OpenPage {
  readonly dictionary: Reference
  readonly content: Reference & { readonly buffer: Uint8Array[]; compress: boolean; write(bytes: Uint8Array): void }
  readonly fonts: Record<string, Reference>
  readonly xobjects: Record<string, Reference>
}

/** A value already in PDF's own writing: pdfkit writes what it does not know as text, and two hundred widths once are enough. */
class Written {
  readonly [Symbol.toStringTag] = 'Written'
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

export interface PaperFacts {
  readonly title: string
  readonly author: string
  readonly language: string
  /** Moment of issue, UTC: the paper's creation date, so that the same record gives the same bytes. */
  readonly createdAt: string
  /** Made to be kept: PDF/A-2b (ISO 19005-2), with its sRGB profile. */
  readonly archival?: boolean
  /** Tells readers that speak what its pages say: for a file of one paper, whose layers stand on one page each. */
  readonly tagged?: boolean
}

/**
 * A PDF document that pdfkit writes, fed with prepared things: faces already cut, images already split, layers already deflated.
 * A4 on its side. Bytes are taken out as they come, so that ten thousand pages need the memory of a few.
 */
export class Paper {
  private readonly doc: InstanceType<typeof PDFDocument>
  private readonly prepared: ReadonlyMap<string, PreparedImage>
  private readonly faces = new Map<FaceName, Reference>()
  private readonly images = new Map<string, Reference>()
  private readonly layers = new Map<Layer, Reference>()
  private readonly extras = new Map<FaceName, Map<number, Glyph>>()
  private readonly tree: TagTree | null

  constructor(images: ReadonlyMap<string, PreparedImage>, facts: PaperFacts) {
    this.prepared = images
    this.doc = new PDFDocument({
      autoFirstPage: false,
      size: 'A4',
      layout: 'landscape',
      margin: 0,
      pdfVersion: '1.7',
      lang: facts.language,
      displayTitle: true,
      // One paper's pages wait for each other, so that what is its own comes last in its file.
      bufferPages: facts.tagged === true,
      ...(facts.archival === true ? { subset: 'PDF/A-2b' as const } : {}),
      // No face at the start: pdfkit would embed Helvetica, which this paper never uses.
      font: '',
      info: {
        // pdfkit writes these into XML as they are.
        Title: facts.title.replace(/[<>&]/g, ' '),
        Author: facts.author.replace(/[<>&]/g, ' '),
        Creator: 'Constancia',
        CreationDate: new Date(facts.createdAt),
      },
    })
    this.tree = facts.tagged === true ? new TagTree({ object: (data) => this.object(data), layer: (layer) => this.layer(layer) }) : null
  }

  /** A page with what the canvas drew; A4 on its side where no width is given. */
  addPage(canvas: Canvas, width: number | null = null, tags: readonly Tag[] = []): void {
    const before = this.doc.page as unknown as OpenPage | null
    if (width === null) this.doc.addPage()
    else this.doc.addPage({ size: [width, canvas.height], layout: 'portrait', margin: 0 })
    // The page before is written by now. Its number is all the page tree still needs; ten thousand dictionaries are not.
    if (before !== null && this.tree === null) before.dictionary.data = {}
    // `page.fonts`, `page.xobjects` and `addContent` are what pdfkit's own mixins use.
    this.bring(canvas, this.doc.page as unknown as OpenPage)
    if (this.tree === null) {
      // pdfkit starts a page by turning it upside down; the canvas counts as PDF does.
      this.doc.addContent(`1 0 0 -1 0 ${canvas.height} cm\n${canvas.content}`)
      return
    }
    const { dictionary, content } = this.doc.page as unknown as OpenPage
    // A paper alone is kept for good. Its operators stay as they are: what keeps it (features/certificates/pack.ts) says them in
    // a third of what a deflated stream takes.
    content.buffer.length = 0
    content.compress = false
    content.data['Length'] = 0
    delete content.data['Filter']
    content.write(Buffer.from(canvas.content, 'latin1'))
    Object.assign(dictionary.data, { StructParents: this.tree.addPage(dictionary, tags), Tabs: 'S' })
  }

  /** What has been written since the last call, or null. */
  take(): Uint8Array | null {
    // Without this, reading would wait for the stream's next tick.
    const bytes: unknown = this.doc.read()
    return bytes instanceof Uint8Array ? bytes : null
  }

  /** Writes faces and the table of contents of the file. Gives the last bytes. */
  end(): Uint8Array {
    if (this.tree === null) {
      this.doc.flushPages()
      this.embedFaces()
    } else {
      // What papers of one look have in common comes first: it then stands at the same place in each of them.
      this.embedFaces()
      // pdfkit's catalogue, which it ends itself: its own tags would need its own way of writing pages.
      const catalogue = (this.doc as unknown as { readonly _root: Reference })._root
      Object.assign(catalogue.data, { StructTreeRoot: this.tree.end(), MarkInfo: this.object({ Marked: true }) })
      this.doc.flushPages()
    }
    this.doc.end()
    return this.take() ?? new Uint8Array()
  }

  private bring(needs: Needs, page: { fonts: Record<string, unknown>; xobjects: Record<string, unknown> }): void {
    for (const face of needs.faces) page.fonts[face] = this.face(face)
    for (const hash of needs.images) page.xobjects[imageName(hash)] = this.image(hash)
    for (const layer of needs.layers) page.xobjects[layer.name] = this.layer(layer)
    for (const [face, glyphs] of needs.extras) {
      const known = this.extras.get(face) ?? new Map<number, Glyph>()
      for (const glyph of glyphs) known.set(glyph.id, glyph)
      this.extras.set(face, known)
    }
  }

  private object(data: Record<string, unknown>): Reference {
    return this.doc.ref(data) as unknown as Reference
  }

  private face(name: FaceName): Reference {
    const known = this.faces.get(name)
    if (known !== undefined) return known
    const reference = this.object({})
    this.faces.set(name, reference)
    return reference
  }

  private image(hash: string): Reference {
    const known = this.images.get(hash)
    if (known !== undefined) return known
    const prepared = this.prepared.get(hash)
    if (prepared === undefined) throw new Error(`the paper's image ${hash} was not handed over`)
    const reference = replayed(prepared.object, (data) => this.object(data))
    this.images.set(hash, reference)
    return reference
  }

  private layer(layer: Layer): Reference {
    const known = this.layers.get(layer)
    if (known !== undefined) return known
    const resources = { fonts: {}, xobjects: {} }
    this.bring(layer.needs, resources)
    const reference = this.object({
      Type: 'XObject',
      Subtype: 'Form',
      FormType: 1,
      BBox: [-1000, -1000, layer.reach, layer.reach],
      Resources: { ProcSet: ['PDF', 'Text', 'ImageB', 'ImageC', 'ImageI'], Font: resources.fonts, XObject: resources.xobjects },
      ...(this.tree === null || !layer.marked ? {} : { StructParents: this.tree.layerNumber(layer) }),
      Filter: 'FlateDecode',
    })
    reference.end(layer.bytes)
    this.layers.set(layer, reference)
    return reference
  }

  private stream(data: Record<string, unknown>, bytes: Uint8Array): Reference {
    const reference = this.object({ ...data, Filter: 'FlateDecode' })
    reference.end(bytes)
    return reference
  }

  private embedFaces(): void {
    for (const [face, reference] of this.faces) this.embed(face, reference)
  }

  private embed(face: FaceName, reference: Reference): void {
    const extras = [...(this.extras.get(face)?.values() ?? [])].sort((a, b) => a.id - b.id)
    const cut = cutFace(face, extras)
    // A subset's name begins with six letters (ISO 32000-1, 9.6.4); the same subset, the same letters.
    const name = `${extras.length === 0 ? 'CONSTA' : 'CONSTB'}+${cut.postscriptName}`
    const { bbox, italicAngle, ascent, descent, capHeight } = cut.descriptor
    const descriptor = this.object({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: italicAngle === 0 ? 4 : 68,
      FontBBox: bbox,
      ItalicAngle: italicAngle,
      Ascent: ascent,
      Descent: descent,
      CapHeight: capHeight,
      StemV: 80,
      FontFile2: this.stream({ Length1: cut.fontFileLength }, cut.fontFile),
    })
    descriptor.end()
    const descendant = this.object({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      // Wrapped strings are pdfkit's mark for PDF strings; plain ones become names.
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      W: new Written(cut.widths),
      CIDToGIDMap: this.stream({}, cut.cidToGid),
    })
    descendant.end()
    reference.data = {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: this.stream({}, cut.toUnicode),
    }
    reference.end()
  }
}
