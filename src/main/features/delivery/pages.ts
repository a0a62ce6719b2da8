import { createHash } from 'node:crypto'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { keptBytes } from '../certificates/kept.ts'

/** Of which pages a paper is, told from one of each kind: papers of one look, or of one syllabus, have as many. By certificate; papers must be drawn. */
export async function pagesOfPapers(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const pages = new Map<string, number>()
  const ofKind = new Map<string, number>()
  for (const chunk of inChunks(ids, 1)) {
    for (const row of await db.selectFrom('certificates').select(['id', 'lookId', 'frozen']).where('id', 'in', chunk).execute()) {
      const kind = row.lookId ?? firstShape(row.frozen)
      const known = ofKind.get(kind) ?? countPages((await keptBytes(db, row.id)) ?? new Uint8Array())
      ofKind.set(kind, known)
      pages.set(row.id, known)
    }
  }
  return pages
}

/** What decides the pages of a paper of the first shape. */
function firstShape(frozen: string): string {
  const { model, syllabus } = JSON.parse(frozen) as { model: string; syllabus: unknown }
  return createHash('sha256').update(JSON.stringify([model, syllabus])).digest('hex')
}

/** Pages of a PDF of ours: its page objects lie open in it. One at least. */
function countPages(pdf: Uint8Array): number {
  return Math.max(1, [...Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1').matchAll(/\/Type\s*\/Page\b/g)].length)
}
