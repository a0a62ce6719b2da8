import { walkInKey } from '../../../shared/domain/attendance.ts'
import type { Gives } from '../../api.ts'

export type WalkIn = Gives<'walkIns.list'>[number]

/** The same writing in several sessions: one person, to be known once. */
export interface Unknown {
  readonly key: string
  readonly name: string
  readonly document: string | null
  readonly organisation: string | null
  readonly walkIns: readonly [WalkIn, ...WalkIn[]]
  /** Who it may be, best first, each once. */
  readonly maybe: WalkIn['maybe']
}

/** Those of whom it is not known who they are, by what was written of them; the most seen first. */
export function unknownPeople(walkIns: readonly WalkIn[]): readonly Unknown[] {
  const groups = new Map<string, [WalkIn, ...WalkIn[]]>()
  for (const one of walkIns.filter(({ enrolmentId }) => enrolmentId === null)) {
    const key = walkInKey(one)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  const people = [...groups].map(([key, group]): Unknown => {
    const maybe = new Map(group.flatMap((one) => one.maybe).map((one) => [one.personId, one]))
    return {
      key,
      name: group[0].writtenName,
      document: group.find((one) => one.writtenDocument !== null)?.writtenDocument ?? null,
      organisation: group.find((one) => one.writtenOrganisation !== null)?.writtenOrganisation ?? null,
      walkIns: group,
      maybe: [...maybe.values()],
    }
  })
  return people.sort((one, other) => other.walkIns.length - one.walkIns.length || one.name.localeCompare(other.name, 'es'))
}

/** Those of whom it was said who they are: the same writing of the same person in several sessions stands once. */
export function knownPeople(walkIns: readonly WalkIn[]): readonly (readonly [WalkIn, ...WalkIn[]])[] {
  const groups = new Map<string, [WalkIn, ...WalkIn[]]>()
  for (const one of walkIns.filter(({ enrolmentId }) => enrolmentId !== null)) {
    const key = `${one.enrolmentId} ${walkInKey(one)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}
