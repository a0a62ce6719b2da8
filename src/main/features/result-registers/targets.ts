import { districtLabel } from '../../../shared/domain/geography.ts'
import { nameKeyOf, searchKey } from '../../../shared/domain/names.ts'
import { organisationKey } from '../../../shared/domain/organisations.ts'
import type { ReadRegisterRow } from '../../../shared/domain/register-sheet.ts'
import { cellLine } from '../../../shared/domain/roster/cells.ts'
import type { RosterCell } from '../../../shared/domain/roster/cells.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { About } from '../../core/context.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { districtsOf } from '../geography.ts'

/** What the words of a row of a sheet mean in this office; a sentence for each that means nothing, or several things. */
export interface Meant {
  readonly districtCode: string | null
  readonly agreementId: string | null
  readonly links: readonly { readonly personId: string | null; readonly organisationId: string | null }[]
  readonly problems: readonly string[]
}

interface Known {
  readonly id: string
  readonly districtCode: string | null
}

/** Finds what rows point at: read from the database once for all rows. */
export async function targetsOf(db: Reader, rows: readonly ReadRegisterRow[], { about, language }: { readonly about: Pick<About, 'resources'>; readonly language: Language }): Promise<(row: ReadRegisterRow) => Meant> {
  const organisations = await organisationsNamed(db, rows.flatMap((row) => row.organisations))
  const people = await peopleNamed(db, rows.flatMap((row) => row.people))
  const agreements = rows.some((row) => row.agreement !== '') ? await db.selectFrom('agreements').select(['id', 'number', 'title']).where('removedAt', 'is', null).orderBy('id').execute() : []
  return (row) => {
    const problems: string[] = []
    const district = districtMeant(row.district, about, language, problems)
    const links = [
      ...row.organisations.flatMap((written) => {
        const found = organisations(written)
        const here = found.length > 1 ? found.filter((one) => one.districtCode === district) : found
        const [only] = here
        if (only !== undefined && here.length === 1) return [{ personId: null, organisationId: only.id }]
        problems.push(say(language, found.length > 1 ? 'resultRegisters.organisationSeveral' : 'resultRegisters.organisationUnknown', { written }))
        return []
      }),
      ...row.people.flatMap((written) => {
        const [only, another] = people(written)
        if (only !== undefined && another === undefined) return [{ personId: only, organisationId: null }]
        problems.push(say(language, only === undefined ? 'resultRegisters.personUnknown' : 'resultRegisters.personSeveral', { written }))
        return []
      }),
    ]
    const key = searchKey(row.agreement)
    const agreement = key === '' ? undefined : agreements.find((one) => searchKey(one.number ?? '') === key || searchKey(one.title) === key)
    if (key !== '' && agreement === undefined) problems.push(say(language, 'resultRegisters.agreementUnknown', { written: row.agreement }))
    const once = links.filter((link, index) => links.findIndex((one) => one.personId === link.personId && one.organisationId === link.organisationId) === index)
    return { districtCode: district, agreementId: agreement?.id ?? null, links: once, problems }
  }
}

function districtMeant(cell: RosterCell, about: Pick<About, 'resources'>, language: Language, problems: string[]): string | null {
  const text = cellLine(cell)
  if (text === '') return null
  const catalogue = districtsOf(about)
  const byCode = catalogue.readCode(text)
  if (byCode.code !== null) return byCode.code
  const { district, candidates } = catalogue.find(text)
  if (district?.code != null) return district.code
  if (candidates.length > 1) problems.push(say(language, 'resultRegisters.districtSeveral', { written: text, like: candidates.slice(0, 2).map(districtLabel).join('; ') }))
  else problems.push(say(language, 'resultRegisters.districtUnknown', { written: text }))
  return null
}

/** Organisations by RUC, initials or name, the last in any of the ways in which offices write it. */
async function organisationsNamed(db: Reader, written: readonly string[]): Promise<(text: string) => readonly Known[]> {
  const texts = [...new Set(written)]
  const byWord = new Map<string, Known[]>()
  const put = (word: string | null, known: Known): void => {
    if (word !== null && word !== '' && !(byWord.get(word) ?? []).some((one) => one.id === known.id)) byWord.set(word, [...(byWord.get(word) ?? []), known])
  }
  for (const chunk of inChunks(texts, 3)) {
    const rows = await db
      .selectFrom('organisations')
      .select(['id', 'nameKey', 'ruc', 'shortName', 'districtCode'])
      .where('removedAt', 'is', null)
      .where((eb) => eb.or([eb('nameKey', 'in', chunk.map(organisationKey)), eb('ruc', 'in', chunk), eb('shortName', 'in', chunk)]))
      .orderBy('id')
      .execute()
    for (const row of rows) for (const word of [row.nameKey, row.ruc, row.shortName]) put(word, row)
  }
  return (text) => byWord.get(text) ?? byWord.get(organisationKey(text)) ?? []
}

/** Ids of people by document number, else by name in any order. */
async function peopleNamed(db: Reader, written: readonly string[]): Promise<(text: string) => readonly string[]> {
  const texts = [...new Set(written)]
  const byDocument = new Map<string, string[]>()
  const byName = new Map<string, string[]>()
  const put = (map: Map<string, string[]>, key: string, id: string): void => void map.set(key, [...(map.get(key) ?? []), id])
  for (const chunk of inChunks(texts.filter(isDocument).flatMap(documentForms), 1)) {
    for (const row of await db.selectFrom('people').select(['id', 'documentNumber']).where('removedAt', 'is', null).where('documentNumber', 'in', chunk).orderBy('id').execute()) put(byDocument, row.documentNumber ?? '', row.id)
  }
  for (const chunk of inChunks(texts.filter((text) => !isDocument(text)), 1)) {
    for (const row of await db.selectFrom('people').select(['id', 'nameKey']).where('removedAt', 'is', null).where('nameKey', 'in', chunk.map(nameKeyOf)).orderBy('id').execute()) put(byName, row.nameKey, row.id)
  }
  return (text) => (isDocument(text) ? (documentForms(text).map((form) => byDocument.get(form)).find((ids) => ids !== undefined) ?? []) : (byName.get(nameKeyOf(text)) ?? []))
}

function isDocument(text: string): boolean {
  return /\d{5,}/.test(text.replace(/[\s.-]/g, ''))
}

/** A number as written, and with the zeros that a sheet took away from a DNI. */
function documentForms(text: string): string[] {
  const bare = text.replace(/^(dni|ce|doc)\W*/i, '').replace(/[\s.-]/g, '').toUpperCase()
  return [...new Set([bare, bare.padStart(8, '0')])]
}
