import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { numberBlock, seriesFields } from '../../../shared/contract/numbering.ts'
import { id } from '../../../shared/contract/common.ts'
import { refuse } from '../../core/failures.ts'

/** What the file says it is. */
const MARK = 'bloque de números de Constancia'
const FORMAT = 1
/** Bytes: a block's file has some hundreds. */
const LARGEST = 64 * 1024

const blockBody = z.strictObject({
  constancia: z.literal(MARK),
  format: z.literal(FORMAT),
  /** Code of the computer that keeps the series. */
  owner: z.string().length(10),
  series: seriesFields.extend({ id }),
  block: numberBlock.omit({ seriesId: true, returnedAt: true, returnReason: true, removedAt: true }),
  /** The first number as that computer prints it. */
  printed: z.string().min(1).max(200),
})
const blockFile = blockBody.extend({ hash: z.string().length(64) })

export type BlockBody = Omit<z.output<typeof blockBody>, 'constancia' | 'format'>

/** The file that takes a block to the computer it was made for. The same block is the same bytes. */
export function blockBytes({ owner, series, block, printed }: BlockBody): Uint8Array {
  const body: z.output<typeof blockBody> = { constancia: MARK, format: FORMAT, owner, series, block, printed }
  return new TextEncoder().encode(`${JSON.stringify({ ...body, hash: hashOf(body) }, null, 2)}\n`)
}

/** Throws `refused` for a file that is no block, is from a newer version, or is not as it was written. */
export function readBlock(bytes: Uint8Array, name: string): BlockBody {
  const found = bytes.length > LARGEST ? undefined : parsed(bytes)
  if (typeof found !== 'object' || found === null || !('constancia' in found) || found.constancia !== MARK) return refuse('numbering.notABlock', { name })
  if ('format' in found && typeof found.format === 'number' && found.format > FORMAT) refuse('numbering.newerBlock', { name })
  const { hash, ...body } = { hash: undefined, ...found }
  // Of what stands in the file, before it is read as anything.
  if (hash !== hashOf(body)) refuse('numbering.changedBlock', { name })
  const read = blockFile.safeParse(found)
  return read.success ? read.data : refuse('numbering.changedBlock', { name })
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Of the body in the one order of RFC 8785, so that a program that lays the file out anew changes nothing. */
function hashOf(body: object): string {
  return createHash('sha256').update(canonicalize(body) ?? '').digest('hex')
}
