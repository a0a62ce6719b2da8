import type { AnyFrozen, FrozenCertificate, FrozenLook, FrozenPaper } from '../../../shared/contract/frozen.ts'
import { DesignPress } from '../design/draw.ts'
import { Canvas } from '../pdf-canvas.ts'
import type { Layer } from '../pdf-canvas.ts'
import { prepareImage } from '../pdf-images.ts'
import { Paper } from '../pdf-paper.ts'
import { festive } from './festive.ts'
import type { Images, Model } from './model.ts'
import { sober } from './sober.ts'
import { drawBackOwn, syllabusLayers } from './syllabus.ts'

const models: Readonly<Record<FrozenCertificate['model'], Model>> = { sober, festive }

/** Bytes of the images a batch shows, by SHA-256 in lower-case hexadecimal. */
export type Assets = ReadonlyMap<string, Uint8Array>

/** Decodes the images of a batch, once. An image that is damaged is left out: the paper is worth more than its logo. */
export async function prepareImages(assets: Assets): Promise<Images> {
  const images = new Map<string, Awaited<ReturnType<typeof prepareImage>>>()
  for (const [hash, bytes] of assets) {
    try {
      images.set(hash, await prepareImage(bytes))
    } catch {
      // Frozen records keep the hash; drawing goes on without it.
    }
  }
  return images
}

/** Drawn once for all pages that look the same but for the person. */
interface Shared {
  readonly front: Layer
  readonly backs: readonly Layer[]
}

/** A file of many certificates on its way out. */
export interface PrintFile {
  add(frozen: AnyFrozen): void
  /** Bytes written since the last call, or null. */
  take(): Uint8Array | null
  end(): Uint8Array
}

/** A batch has few looks: one per role, signatories and statement. Beyond this many they are drawn anew. */
const sharedLimit = 64

/** Draws certificates of a batch, keeping what they share. Lives in one thread, for one set of images. */
export class CertificatePress {
  private readonly images: Images
  private readonly shared = new Map<string, Shared>()
  private readonly designs: DesignPress

  constructor(images: Images) {
    this.images = images
    this.designs = new DesignPress(images)
  }

  /** One PDF to print; its pages are added in the order of the paper. The first record's words name the file. */
  printFile(first: AnyFrozen): PrintFile {
    const paper = this.paper(first, (heading, number) => `${heading} ${number} …`, false)
    return { add: (frozen) => this.addAny(paper, frozen), take: () => paper.take(), end: () => paper.end() }
  }

  /** One certificate as a file of its own. */
  separateFile(frozen: AnyFrozen): Uint8Array {
    const paper = this.paper(frozen, (heading, number, name) => `${heading} ${number} – ${name}`, true)
    this.addAny(paper, frozen)
    return paper.end()
  }

  /** The layer that pages of this look share. */
  frontLayer(frozen: FrozenCertificate): Layer {
    return this.sharedOf(frozen).front
  }

  private paper(frozen: AnyFrozen, title: (heading: string, number: string, name: string) => string, alone: boolean): Paper {
    if (frozen.format === 2) return this.designedPaper(frozen, title, alone)
    return new Paper(this.images, {
      title: title(frozen.heading, frozen.number, frozen.personName),
      author: frozen.entity.name,
      language: frozen.language === 'es' ? 'es-PE' : 'en',
      createdAt: frozen.issuedAt,
    })
  }

  private designedPaper({ look, own }: FrozenPaper, title: (heading: string, number: string, name: string) => string, alone: boolean): Paper {
    return new Paper(this.images, {
      title: title(look.heading, own.number, own.personName),
      author: look.entityName,
      language: look.language === 'es' ? 'es-PE' : 'en',
      createdAt: own.issuedAt,
      archival: isArchival(look, this.images),
      tagged: alone,
    })
  }

  private addAny(paper: Paper, frozen: AnyFrozen): void {
    if (frozen.format === 1) this.addPages(paper, frozen)
    else for (const { canvas, width, tags } of this.designs.pages(frozen)) paper.addPage(canvas, width, tags)
  }

  private addPages(paper: Paper, frozen: FrozenCertificate): void {
    const model = models[frozen.model]
    const { front, backs } = this.sharedOf(frozen)
    const canvas = new Canvas()
    canvas.layer(front)
    model.drawOwn(canvas, frozen)
    paper.addPage(canvas)
    for (const back of backs) {
      const page = new Canvas()
      page.layer(back)
      drawBackOwn(page, frozen, model)
      paper.addPage(page)
    }
  }

  private sharedOf(frozen: FrozenCertificate): Shared {
    const key = lookOf(frozen)
    const known = this.shared.get(key)
    if (known !== undefined) return known
    if (this.shared.size >= sharedLimit) this.shared.clear()
    const model = models[frozen.model]
    const canvas = new Canvas()
    model.drawShared(canvas, frozen, this.images)
    const shared = { front: canvas.toLayer('Front'), backs: syllabusLayers(frozen, model) }
    this.shared.set(key, shared)
    return shared
  }
}

/** Whether the paper may claim PDF/A-2b: beside its sRGB profile it can show no image in the inks of print. */
function isArchival(look: FrozenLook, images: Images): boolean {
  const inks = (hash: string | null) => hash !== null && images.get(hash)?.object.data['ColorSpace'] === 'DeviceCMYK'
  const ofDesign = look.document.pages.some((page) => inks(page.backgroundImage) || page.elements.some((element) => element.kind === 'image' && inks(element.hash)))
  return !ofDesign && !look.logos.some((logo) => inks(logo.assetHash)) && !look.signatories.some((one) => inks(one.imageHash))
}

/** Everything of the record that its shared layer shows. */
function lookOf(frozen: FrozenCertificate): string {
  const { issuedAt: _, number, personName, documentText, code, codeLabel, qrText, registerText, ...look } = frozen
  return JSON.stringify(look)
}
