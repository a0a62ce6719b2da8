import { sql } from 'kysely'
import type { DesignDocument, designWarning } from '../../../shared/contract/designs.ts'
import type { contract } from '../../../shared/contract/index.ts'
import { certificateName } from '../../../shared/domain/names.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import type { Finding } from '../../documents/design/check.ts'
import { checkDesign } from '../../documents/design/check.ts'
import { sampleWords } from '../../documents/design/samples.ts'
import type { PaperWords } from '../../documents/design/words.ts'
import { entityOf } from '../entity/records.ts'
import { hashesById } from '../assets.ts'
import { wordsOfEnrolment } from './enrolled.ts'
import { imagesOf } from './records.ts'

type Asked = Pick<ParsedInputOf<typeof contract.designs.look>, 'sample' | 'paperKind' | 'role'>
type Warning = (typeof designWarning)['_output']

/** The words that a sample page shows. The office's own logo and name stand on it, so that it looks as its papers will. */
export async function sampleFor(db: Reader, { sample, paperKind, role }: Asked, { language, today }: { readonly language: Language; readonly today: string }): Promise<PaperWords> {
  const asked = { paperKind: paperKind ?? 'certificado', role: role ?? 'participant', language } as const
  const words = sampleWords(sample.kind === 'longest' ? 'longest' : 'usual', asked)
  // The QR of the sample: that of a paper that was not issued would be none.
  if (sample.kind === 'enrolment') return { ...((await wordsOfEnrolment(db, sample.enrolmentId, { ...asked, today })) ?? words), qr: words.qr }
  const known = sample.kind === 'longestKnown' ? await longestName(db) : null
  const own = sample.kind === 'longest' ? {} : await ownFields(db)
  return { ...words, fields: { ...words.fields, ...own, ...(known === null ? {} : { nombre: known }) }, logos: await ownLogo(db, words.logos) }
}

async function ownFields(db: Reader): Promise<PaperWords['fields']> {
  const { name, unit, ruc } = await entityOf(db)
  return { ...(name === null ? {} : { entidad: name, unidad: unit ?? '' }), ...(ruc === null ? {} : { ruc }) }
}

async function ownLogo(db: Reader, otherwise: PaperWords['logos']): Promise<PaperWords['logos']> {
  const { logoAssetId, name } = await entityOf(db)
  const hash = logoAssetId === null ? undefined : (await hashesById(db, [logoAssetId])).get(logoAssetId)
  return hash === undefined ? otherwise : [{ assetHash: hash, name: name ?? '' }]
}

/** The longest name that a paper of this office would bear; null without people. */
async function longestName(db: Reader): Promise<string | null> {
  const row = await db
    .selectFrom('people')
    .select(['givenNames', 'firstSurname', 'secondSurname', 'certificateName'])
    .where('removedAt', 'is', null)
    .orderBy(sql`length(coalesce("certificateName", "givenNames" || ' ' || "firstSurname" || ' ' || coalesce("secondSurname", '')))`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? null : certificateName(row)
}

/** Size in pixels of the images that a page would show, by SHA-256. */
export async function imageSizes(db: Reader, document: DesignDocument, words: PaperWords): Promise<ReadonlyMap<string, { width: number; height: number }>> {
  const hashes = [...imagesOf(document), ...words.logos.map((logo) => logo.assetHash), ...words.signatories.flatMap((one) => one.imageHash ?? [])]
  if (hashes.length === 0) return new Map()
  const rows = await db.selectFrom('assets').select(['sha256', 'width', 'height']).where('sha256', 'in', [...new Set(hashes)]).execute()
  return new Map(rows.map(({ sha256, width, height }) => [sha256, { width, height }]))
}

/** What is wrong with a design for these words, each as a sentence. */
export function warningsOf(document: DesignDocument, words: PaperWords, images: ReadonlyMap<string, { width: number; height: number }>, language: Language): Warning[] {
  return checkDesign(document, words, images).map((finding) => ({ element: finding.element, page: finding.page, why: finding.why, sentence: sentenceOf(finding, language) }))
}

function sentenceOf({ why, params }: Finding, language: Language): string {
  switch (why) {
    case 'letters':
      return say(language, 'paperDesigns.letters', params)
    case 'qrSmall':
      return say(language, 'paperDesigns.qrSmall', params)
    case 'outside':
      return say(language, 'paperDesigns.outside')
    case 'tiny':
      return say(language, 'paperDesigns.tiny', params)
    case 'overlapsQr':
      return say(language, 'paperDesigns.overlapsQr')
    case 'noQr':
      return say(language, 'paperDesigns.noQr')
    case 'noName':
      return say(language, 'paperDesigns.noName')
    case 'unknownField':
      return say(language, 'paperDesigns.unknownField', params)
    case 'imageMissing':
      return say(language, 'paperDesigns.imageMissing')
    case 'imageCoarse':
      return say(language, 'paperDesigns.imageCoarse', params)
  }
}
