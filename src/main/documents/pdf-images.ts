import PDFDocument from 'pdfkit'

/**
 * An image as pdfkit would embed it, kept as plain values: decoding a PNG (splitting off its alpha, deflating again)
 * is done once per thread, not per file.
 */
export interface PreparedImage {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** How a JPG says it lies (EXIF, 1 to 8); undefined where it says nothing. */
  readonly orientation: number | undefined
  readonly object: RecordedObject
}

/** A PDF object caught on its way into a document. Dictionary values may be further recorded objects. */
export class RecordedObject {
  readonly data: Record<string, unknown>
  bytes: Uint8Array | null = null
  private readonly ended: () => void

  constructor(data: Record<string, unknown>, ended: () => void) {
    this.data = data
    this.ended = ended
  }

  end(bytes?: Uint8Array): void {
    this.bytes = bytes ?? null
    this.ended()
  }
}

/** The part of pdfkit's image objects that is used here; its types do not show it. */
interface OpenedImage {
  readonly width: number
  readonly height: number
  readonly orientation?: number | undefined
  readonly obj: unknown
  embed(document: { ref(data?: Record<string, unknown>): RecordedObject }): void
}

/**
 * Decodes a PNG or JPG as pdfkit does.
 * Throws what pdfkit throws when the bytes are no image.
 */
export async function prepareImage(bytes: Uint8Array): Promise<PreparedImage> {
  const scratch = new PDFDocument({ autoFirstPage: false, font: '' })
  // `openImage` and `embed` are pdfkit's own; only the document they write to is ours.
  const image = (scratch as unknown as { openImage(src: Uint8Array): OpenedImage }).openImage(bytes)
  return new Promise((resolve, reject) => {
    let waiting = 0
    const ended = () => {
      waiting -= 1
      // pdfkit ends the image itself last, perhaps within `embed`, before `obj` can be read.
      if (waiting === 0) setImmediate(() => resolve({ width: image.width, height: image.height, orientation: image.orientation, object: image.obj as RecordedObject }))
    }
    const recorder = {
      ref(data: Record<string, unknown> = {}) {
        waiting += 1
        return new RecordedObject(data, ended)
      },
    }
    try {
      image.embed(recorder)
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/** An object of a document, open until it ends. */
export interface OpenObject {
  end(bytes?: Uint8Array): void
}

/**
 * Writes a recorded object into a document, by what makes the document's own objects. pdfkit itself ends the parts of an
 * image when its threads are done, in whichever order: written so, the same images are the same bytes.
 */
export function replayed<O extends OpenObject>(recorded: RecordedObject, object: (data: Record<string, unknown>) => O): O {
  const value = (item: unknown): unknown => (item instanceof RecordedObject ? replayed(item, object) : Array.isArray(item) ? item.map(value) : item)
  const reference = object(Object.fromEntries(Object.entries(recorded.data).map(([key, item]) => [key, value(item)])))
  reference.end(recorded.bytes ?? undefined)
  return reference
}
