import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
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
  add(frozen: FrozenCertificate): void
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

  constructor(images: Images) {
    this.images = images
  }

  /** One PDF to print; its pages are added in the order of the paper. The first record's words name the file. */
  printFile(first: FrozenCertificate): PrintFile {
    const paper = this.paper(first, `${first.heading} ${first.number} …`)
    return { add: (frozen) => this.addPages(paper, frozen), take: () => paper.take(), end: () => paper.end() }
  }

  /** One certificate as a file of its own. */
  separateFile(frozen: FrozenCertificate): Uint8Array {
    const paper = this.paper(frozen, `${frozen.heading} ${frozen.number} – ${frozen.personName}`)
    this.addPages(paper, frozen)
    return paper.end()
  }

  /** The layer that pages of this look share. */
  frontLayer(frozen: FrozenCertificate): Layer {
    return this.sharedOf(frozen).front
  }

  private paper(frozen: FrozenCertificate, title: string): Paper {
    return new Paper(this.images, {
      title,
      author: frozen.entity.name,
      language: frozen.language === 'es' ? 'es-PE' : 'en',
      createdAt: frozen.issuedAt,
    })
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

/** Everything of the record that its shared layer shows. */
function lookOf(frozen: FrozenCertificate): string {
  const { issuedAt: _, number, personName, documentText, code, codeLabel, qrText, registerText, ...look } = frozen
  return JSON.stringify(look)
}
