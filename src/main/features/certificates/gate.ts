import type { PaperKind } from '../../../shared/domain/training.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { Released } from '../actas/records.ts'
import { actasInForce, releasedBy } from '../actas/records.ts'

type Enrolment = EntityTables['enrolments']
type Cohort = EntityTables['cohorts']

/** Who may be given a paper: a participant whom the record of results in force releases, or anybody of a course without one. */
export interface Gate {
  isWithoutActa(cohort: Cohort): boolean
  releasedBy(enrolment: Enrolment): Released | null
  /** Why not, as a sentence; null when nothing stands against it. */
  reasonAgainst(enrolment: Enrolment, asked: { readonly cohort: Cohort; readonly paperKind: PaperKind; readonly language: Language }): string | null
}

/** The gate of these enrolments and their groups. Only participants pass through it: who taught or organised needs no record. */
export async function gateFor(db: Reader, { enrolments, cohorts }: { readonly enrolments: readonly Enrolment[]; readonly cohorts: readonly Cohort[] }): Promise<Gate> {
  const editionIds = [...new Set(cohorts.map((cohort) => cohort.editionId))]
  const declared = editionIds.length === 0 ? [] : await db.selectFrom('courseSettings').select('editionId').where('editionId', 'in', editionIds).where('withoutActa', '=', 1).where('removedAt', 'is', null).execute()
  const withoutActa = new Set(declared.map((row) => row.editionId))
  const asked = cohorts.filter((cohort) => !withoutActa.has(cohort.editionId)).map((cohort) => cohort.id)
  const actas = await actasInForce(db, asked)
  const among = new Set(asked)
  const released = await releasedBy(db, enrolments.filter((one) => one.role === 'participant' && among.has(one.cohortId)).map((one) => one.id))
  return {
    isWithoutActa: (cohort) => withoutActa.has(cohort.editionId),
    releasedBy: (enrolment) => released.get(enrolment.id) ?? null,
    reasonAgainst: (enrolment, { cohort, paperKind, language }) => {
      if (enrolment.role !== 'participant' || withoutActa.has(cohort.editionId)) return null
      const acta = actas.get(cohort.id)
      if (acta === undefined) return say(language, 'certificates.noActa', { cohort: cohort.name })
      const line = released.get(enrolment.id)
      if (line === undefined) return say(language, 'certificates.notInActa', { number: acta.number })
      return line.papers.includes(paperKind) ? null : say(language, 'certificates.notReleased', { number: acta.number, kind: paperKind, outcome: line.outcome })
    },
  }
}
