import { readDocument } from '../../../shared/domain/document-reading.ts'
import { nameLikeness } from '../../../shared/domain/name-likeness.ts'
import type { LikenessReason } from '../../../shared/domain/name-likeness.ts'
import { displayName, nameWords } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'

/** Somebody whom a writing may mean. */
export interface Likely {
  readonly personId: string
  readonly name: string
  readonly documentNumber: string | null
  readonly reason: 'document' | LikenessReason
  readonly score: number
}

export interface Written {
  readonly writtenName: string
  readonly writtenDocument: string | null
}

interface Person {
  readonly id: string
  readonly firstSurname: string
  readonly secondSurname: string | null
  readonly givenNames: string
  readonly documentNumber: string | null
}

/** The number as documents are kept, or null where none is written. */
export function documentOf({ writtenDocument }: Written): string | null {
  return writtenDocument === null ? null : readDocument(writtenDocument).number
}

/** For each writing whom it may mean, best first: who has its document, then who is called alike. */
export async function likelyPeople(db: Reader, written: readonly Written[]): Promise<ReadonlyMap<Written, readonly Likely[]>> {
  // A stranger signs in session after session: each writing is judged once.
  const alike = Map.groupBy(written, (one) => `${one.writtenName}\n${one.writtenDocument ?? ''}`)
  const candidates = await candidatesFor(db, [...alike.values()].flatMap((group) => group.slice(0, 1)))
  return new Map(
    [...alike.values()].flatMap((group) => {
      const likely = group.slice(0, 1).flatMap((one) => judged(one, candidates.get(one) ?? []))
      return group.map((one) => [one, likely] as const)
    }),
  )
}

function judged(written: Written, people: readonly Person[]): Likely[] {
  const number = documentOf(written)
  const likely = people.flatMap((person): Likely[] => {
    const base = { personId: person.id, name: displayName(person), documentNumber: person.documentNumber }
    if (number !== null && person.documentNumber === number) return [{ ...base, reason: 'document', score: 2 }]
    const { score, reason } = nameLikeness(written.writtenName, `${person.firstSurname} ${person.secondSurname ?? ''} ${person.givenNames}`)
    return reason === null ? [] : [{ ...base, reason, score }]
  })
  return likely.toSorted((one, other) => other.score - one.score || byText(one.name, other.name) || byText(one.personId, other.personId))
}

/** People with a document of the writings, or with two words of one: the whole register is gone through once, whatever the writings. */
async function candidatesFor(db: Reader, written: readonly Written[]): Promise<ReadonlyMap<Written, readonly Person[]>> {
  if (written.length === 0) return new Map()
  const byWord = new Map<string, Written[]>()
  const byNumber = new Map<string, Written[]>()
  for (const one of written) {
    for (const word of new Set(nameWords(one.writtenName))) byWord.set(word, [...(byWord.get(word) ?? []), one])
    const number = documentOf(one)
    if (number !== null) byNumber.set(number, [...(byNumber.get(number) ?? []), one])
  }
  const meant = new Map<string, Set<Written>>()
  for (const row of await db.selectFrom('people').select(['id', 'nameKey', 'documentNumber']).where('removedAt', 'is', null).execute()) {
    const found = new Set(row.documentNumber === null ? [] : byNumber.get(row.documentNumber))
    const hits = new Map<Written, number>()
    for (const word of new Set(row.nameKey.split(' '))) for (const one of byWord.get(word) ?? []) hits.set(one, (hits.get(one) ?? 0) + 1)
    for (const [one, n] of hits) if (n >= 2 || nameWords(one.writtenName).length < 3) found.add(one)
    if (found.size > 0) meant.set(row.id, found)
  }
  return wholeRows(db, meant)
}

async function wholeRows(db: Reader, meant: ReadonlyMap<string, ReadonlySet<Written>>): Promise<ReadonlyMap<Written, readonly Person[]>> {
  const people = new Map<Written, Person[]>()
  for (const chunk of inChunks([...meant.keys()], 1)) {
    const rows = await db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames', 'documentNumber']).where('id', 'in', chunk).execute()
    for (const row of rows) for (const one of meant.get(row.id) ?? []) people.set(one, [...(people.get(one) ?? []), row])
  }
  return people
}
