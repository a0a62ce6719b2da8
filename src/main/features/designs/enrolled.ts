import type { PaperKind } from '../../../shared/domain/training.ts'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import type { PaperWords } from '../../documents/design/words.ts'
import { wordsOf } from '../../documents/design/words.ts'
import type { IssueChoice } from '../certificates/plan.ts'
import { assetHashes, gather, yearOf } from '../certificates/plan.ts'
import { composePaper } from '../certificates/words.ts'
import { signatoriesOf } from '../entity/records.ts'
import { numberIn } from '../numbering/series.ts'

interface Asked {
  readonly paperKind: PaperKind
  readonly language: Language
  /** `YYYY-MM-DD`: the date that the paper would bear. */
  readonly today: string
}

/** What the paper of one enrolled person would say if it were issued today; null while no series numbers that kind. */
export async function wordsOfEnrolment(db: Reader, enrolmentId: string, { paperKind, language, today }: Asked): Promise<PaperWords | null> {
  const series = await db.selectFrom('series').select('id').where('paperKind', '=', paperKind).where('removedAt', 'is', null).orderBy('id').limit(1).executeTakeFirst()
  if (series === undefined) return null
  const inForce = (await signatoriesOf(db)).filter((one) => isHeldOn(one, today)).slice(0, 4)
  const choice: IssueChoice = { enrolmentIds: [enrolmentId], paperKind, seriesId: series.id, issuedOn: today, model: 'sober', signatoryIds: inForce.map((one) => one.id), document: 'whole', withSyllabus: true, language }
  const gathered = await gather(db, choice, language)
  const candidate = gathered.people[0] ?? missing('enrolments.missing')
  const number = numberIn(gathered.series, gathered.entity, yearOf(choice), 1)
  const { look, own } = composePaper(gathered, choice, candidate, { number, year: yearOf(choice), correlative: 1, version: 1, code: '0'.repeat(10), issuedAt: `${today}T12:00:00.000Z`, seal: null, hashes: await assetHashes(db, gathered) })
  return wordsOf({ format: 2, look, own })
}
