import type { contract } from '../../../shared/contract/index.ts'
import { checkDocument, documentTypes } from '../../../shared/domain/documents.ts'
import { cleanText, displayName } from '../../../shared/domain/names.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import { refuse } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'

export type PersonFields = ParsedInputOf<typeof contract.people.create>

/** The fields as they are kept: names cleaned of odd spaces (no letter is touched), documents without the signs people type in them. */
export function tidyPerson(fields: PersonFields, today: string): PersonFields {
  const { needsCountry } = documentTypes[fields.documentType]
  return {
    ...fields,
    firstSurname: cleanText(fields.firstSurname),
    secondSurname: tidy(fields.secondSurname),
    givenNames: cleanText(fields.givenNames),
    certificateName: tidy(fields.certificateName),
    documentNumber: tidyNumber(fields.documentNumber),
    documentCountry: needsCountry ? tidy(fields.documentCountry) : null,
    email: fields.email === null ? null : fields.email.toLowerCase(),
    statedAgeOn: fields.statedAge === null ? null : (fields.statedAgeOn ?? today),
  }
}

function tidy(text: string | null): string | null {
  const clean = cleanText(text ?? '')
  return clean === '' ? null : clean
}

function tidyNumber(number: string | null): string | null {
  const plain = cleanText(number ?? '').replace(/[\s.\-'’]/g, '').toUpperCase()
  return plain === '' ? null : plain
}

/** Throws `refused` with what is wrong with the document, in a sentence. */
export function checkPersonDocument({ documentType, documentNumber }: Pick<PersonFields, 'documentType' | 'documentNumber'>): void {
  const check = checkDocument(documentType, documentNumber)
  if (check.ok) return
  const number = documentNumber ?? ''
  if (check.problem === 'missing') refuse('people.documentMissing')
  if (check.problem === 'number-without-type') refuse('people.numberWithoutType')
  if (check.problem === 'placeholder') refuse('people.documentPlaceholder', { number })
  if (check.problem === 'bad-ruc') refuse('people.badRuc', { number })
  if (check.problem === 'characters') refuse('people.documentCharacters', { number })
  if (/^\d{7}$/.test(number)) refuse('people.dniLostZero', { number, repaired: `0${number}` })
  refuse('people.dniEightDigits', { number, digits: number.length })
}

/** Throws `refused` when the dates cannot be, or the address is none. */
export function checkPersonFacts(fields: Pick<PersonFields, 'birthDate' | 'email'>, today: string): void {
  if (fields.birthDate !== null && fields.birthDate > today) refuse('people.birthDateFuture')
  if (fields.birthDate !== null && fields.birthDate < '1900-01-01') refuse('people.birthDateTooEarly')
  if (fields.email !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(fields.email)) refuse('people.badEmail', { email: fields.email })
}

/** Throws `refused`, naming who has it, when another person has the same document. */
export async function refuseTakenDocument(db: Reader, fields: Pick<PersonFields, 'documentType' | 'documentNumber' | 'documentCountry'>, exceptId: string): Promise<void> {
  if (fields.documentNumber === null) return
  const holder = await db
    .selectFrom('people')
    .select(['id', 'firstSurname', 'secondSurname', 'givenNames'])
    .where('documentType', '=', fields.documentType)
    .where('documentNumber', '=', fields.documentNumber)
    .where((eb) => eb(eb.fn.coalesce('documentCountry', eb.val('')), '=', fields.documentCountry ?? ''))
    .where('removedAt', 'is', null)
    .where('id', '!=', exceptId)
    .executeTakeFirst()
  if (holder !== undefined) refuse('people.documentTaken', { number: fields.documentNumber, name: displayName(holder) })
}
