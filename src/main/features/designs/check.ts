import type { designWarning } from '../../../shared/contract/designs.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { certificateName } from '../../../shared/domain/names.ts'
import type { Reader } from '../../db/doors.ts'
import { inChunks } from '../../db/chunks.ts'
import { imageSizes, sampleFor, warningsOf } from './look.ts'
import type { DesignToUse } from './records.ts'

type Warning = (typeof designWarning)['_output']

/**
 * What a design would lack for these people: it is laid out with every letter that their names have, in one text, so that a
 * batch of thousands is one check.
 */
export async function checkPeople(db: Reader, { document }: DesignToUse, enrolmentIds: readonly string[], { language, today }: { readonly language: Language; readonly today: string }): Promise<Warning[]> {
  const words = await sampleFor(db, { sample: { kind: 'usual' }, paperKind: null, role: null }, { language, today })
  const images = await imageSizes(db, document, words)
  const usual = warningsOf(document, words, images, language)
  const lacking = warningsOf(document, { ...words, fields: { ...words.fields, nombre: await lettersOf(db, enrolmentIds) } }, images, language).filter((one) => one.why === 'letters')
  return [...usual.filter((one) => one.why !== 'letters'), ...lacking]
}

/** Each letter and sign of their names once. */
async function lettersOf(db: Reader, enrolmentIds: readonly string[]): Promise<string> {
  const letters = new Set<string>()
  for (const chunk of inChunks([...new Set(enrolmentIds)], 1)) {
    const people = await db
      .selectFrom('enrolments')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .select(['people.givenNames', 'people.firstSurname', 'people.secondSurname', 'people.certificateName'])
      .where('enrolments.id', 'in', chunk)
      .execute()
    for (const person of people) for (const letter of certificateName(person)) letters.add(letter)
  }
  return [...letters].sort().join('')
}
