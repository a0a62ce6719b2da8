import { createHash } from 'node:crypto'
import type { DesignDocument } from '../../../shared/contract/designs.ts'
import { designDocument } from '../../../shared/contract/designs.ts'
import type { ModelName } from '../../../shared/domain/design/models.ts'
import { modelNames } from '../../../shared/domain/design/models.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { modelDocument } from '../../documents/design/models.ts'
import { live } from '../live.ts'

/** A design as papers are issued with it: a model of the app (no version of its own), or an own one in its last version. */
export interface DesignToUse {
  readonly ref: string
  readonly name: string
  readonly version: number | null
  readonly document: DesignDocument
}

export function isModel(ref: string): ref is ModelName {
  return (modelNames as readonly string[]).includes(ref)
}

/** The design by its name or id, in its last saved version. Throws `missing`. */
export async function designToUse(db: Reader, ref: string, language: Language): Promise<DesignToUse> {
  if (isModel(ref)) return { ref, name: say(language, 'paperDesigns.model', { model: ref }), version: null, document: modelDocument(ref, language) }
  const { name } = await live(db, 'designs', ref, 'paperDesigns.missing')
  const { version, document } = await versionOf(db, ref)
  return { ref, name, version, document }
}

/** One version of an own design, the last when none is named. Throws `missing`. */
export async function versionOf(db: Reader, designId: string, version?: number): Promise<{ version: number; document: DesignDocument; sha256: string }> {
  let ask = db.selectFrom('designVersions').selectAll().where('designId', '=', designId).orderBy('version', 'desc').limit(1)
  if (version !== undefined) ask = ask.where('version', '=', version)
  const row = (await ask.executeTakeFirst()) ?? missing('paperDesigns.versionMissing')
  return { version: row.version, document: readDocument(row.document), sha256: row.sha256 }
}

/** A document as it was kept. */
export function readDocument(json: string): DesignDocument {
  return designDocument.parse(JSON.parse(json))
}

/** The document as it is kept, and its SHA-256: the same design is the same text, in whichever order its fields came. */
export function written(document: DesignDocument): { json: string; sha256: string } {
  const json = JSON.stringify(designDocument.parse(document))
  return { json, sha256: createHash('sha256').update(json).digest('hex') }
}

/** Images that a design shows of itself, by SHA-256. */
export function imagesOf(document: DesignDocument): string[] {
  const hashes = document.pages.flatMap((page) => [page.backgroundImage, ...page.elements.map((element) => (element.kind === 'image' ? element.hash : null))])
  return [...new Set(hashes.filter((hash) => hash !== null))]
}
