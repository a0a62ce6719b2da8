import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { failure, IntakeFailure } from '../failures.ts'
import type { GuardedZip } from '../zip.ts'

export type Attributes = Readonly<Record<string, string>>

/** Called with local names: some programs write `<x:row>`, others `<row>`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

/**
 * Reads one part of the book as it inflates. A document type is refused, so there is no entity to expand or fetch.
 * Throws `damaged` where the XML is broken, `unsafe-xml` at a document type.
 */
export async function readXml(zip: GuardedZip, part: string, file: string, handlers: XmlHandlers): Promise<void> {
  const parser = parserOf(part, file, handlers)
  let decoder: TextDecoder | null = null
  try {
    for await (const piece of zip.read(part)) {
      decoder ??= decoderOf(piece)
      parser.write(decoder.decode(piece, { stream: true }))
    }
    parser.write(decoder?.decode() ?? '')
    parser.close()
  } catch (error) {
    if (error instanceof IntakeFailure) throw error
    throw failure('damaged', { file, part })
  }
}

function parserOf(part: string, file: string, handlers: XmlHandlers): SaxesParser {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw failure('unsafe-xml', { file, part })
  })
  const { open, text, close } = handlers
  if (open !== undefined) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes))
  if (close !== undefined) parser.on('closetag', (tag) => close(localName(tag.name)))
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

/** By its mark, else by what the XML says of itself, else UTF-8; wrong bytes are an error, not a question mark in a name. */
function decoderOf(piece: Buffer): TextDecoder {
  if (piece[0] === 0xff && piece[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  if (piece[0] === 0xfe && piece[1] === 0xff) return new TextDecoder('utf-16be', { fatal: true })
  const said = /^[^>]{0,100}encoding=["']([\w-]+)["']/.exec(piece.subarray(0, 200).toString('latin1'))?.[1]
  return new TextDecoder(said ?? 'utf-8', { fatal: true })
}

export function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** An attribute whatever its prefix: `r:id` in one dialect is `ns1:id` in another. */
export function attribute(attributes: Attributes, local: string): string | undefined {
  const plain = attributes[local]
  if (plain !== undefined) return plain
  for (const name of Object.keys(attributes)) if (localName(name) === local) return attributes[name]
  return undefined
}

/** `1`, `true` and `on` are the truths of OOXML. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on'
}
