import type { Gives } from '../../api.ts'
import { certificateName, searchKey, searchPieces, surnamesOf } from '../../../shared/domain/names.ts'

export type Enrolled = Gives<'enrolments.list'>[number]
export type Kind = 'certificado' | 'constancia'

/** Why an enrolment gets no paper of this kind, by its id. */
export type Reasons = ReadonlyMap<string, Pick<Gives<'certificates.plan'>['leftOut'][number], 'because' | 'reason'>>

/** What the filters look at. */
export interface WhoSeen {
  readonly reasons: Reasons
  readonly chosen: ReadonlySet<string>
}

type Test = (one: Enrolled, seen: WhoSeen) => boolean

const isParticipant = (one: Enrolled): boolean => one.role === 'participant'

/** The filters in the order in which they are read. */
export const WHO_FILTERS = {
  all: () => true,
  without: (one, { reasons }) => !reasons.has(one.id),
  chosen: (one, { chosen }) => chosen.has(one.id),
  approved: (one) => isParticipant(one) && one.state === 'approved',
  completed: (one) => isParticipant(one) && one.state === 'completed',
  enrolled: (one) => isParticipant(one) && one.state === 'enrolled',
  speakers: (one) => one.role === 'speaker',
  facilitators: (one) => one.role === 'facilitator',
  organisers: (one) => one.role === 'organiser',
  noDocument: (one) => one.documentNumber === null,
  has: (one, { reasons }) => reasons.get(one.id)?.because === 'has',
  notReleased: (one, { reasons }) => reasons.get(one.id)?.because === 'acta',
  withdrawn: (one) => one.state === 'withdrawn',
} as const satisfies Record<string, Test>

export type WhoFilter = keyof typeof WHO_FILTERS

/** Those that a filter and a search leave in sight. The search is blind to accents, case and order. */
export function inSight(people: readonly Enrolled[], filter: WhoFilter, search: string, seen: WhoSeen): readonly Enrolled[] {
  const pieces = searchPieces(search)
  const test: Test = WHO_FILTERS[filter]
  return people.filter((one) => test(one, seen) && (pieces.length === 0 || holdsAll(one, pieces)))
}

function holdsAll(one: Enrolled, pieces: readonly string[]): boolean {
  const key = searchKey(`${surnamesOf(one)} ${one.givenNames} ${one.certificateName ?? ''} ${one.documentNumber ?? ''} ${one.organisationName ?? ''}`)
  return pieces.every((piece) => key.includes(piece))
}

/** Of these, the one whose name is widest on the paper: where a page is most likely to look crowded. */
export function longestNamed(people: readonly Enrolled[]): Enrolled | undefined {
  const length = (one: Enrolled): number => certificateName(one).length
  return people.reduce<Enrolled | undefined>((longest, one) => (longest === undefined || length(one) > length(longest) ? one : longest), undefined)
}

/** A certificado proves approval: it is proposed when most participants passed; otherwise a constancia says what is known. */
export function proposedKind(people: readonly Enrolled[]): Kind {
  const participants = people.filter(isParticipant)
  const approved = participants.filter((one) => one.state === 'approved')
  return participants.length > 0 && approved.length * 2 >= participants.length ? 'certificado' : 'constancia'
}
