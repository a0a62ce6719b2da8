import type { contract } from '../../shared/contract/index.ts'
import { displayName, searchKey, searchPieces } from '../../shared/domain/names.ts'
import type { Language } from '../../shared/messages/messages.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Handlers } from '../core/context.ts'
import type { Reader } from '../db/doors.ts'
import { holds } from '../db/queries.ts'
import { inForce, isIn, stateOfRow } from './certificates/state.ts'

/** As many of each as fit under the search box. */
const SHOWN = 8

export const search: Handlers<typeof contract.search> = {
  everywhere: async ({ db, language }, { text }) => {
    const pieces = searchPieces(text)
    if (pieces.length === 0) return { people: [], cohorts: [], certificates: [] }
    return { people: await peopleFound(db, pieces), cohorts: await cohortsFound(db, pieces), certificates: await certificatesFound(db, pieces, language) }
  },
}

async function peopleFound(db: Reader, pieces: readonly string[]): Promise<{ id: string; name: string; document: string | null }[]> {
  let ask = db.selectFrom('people').select(['id', 'firstSurname', 'secondSurname', 'givenNames', 'documentNumber']).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').limit(SHOWN)
  for (const piece of pieces) ask = ask.where((eb) => holds(eb.ref('searchKey'), piece))
  const rows = await ask.execute()
  return rows.map((row) => ({ id: row.id, name: displayName(row), document: row.documentNumber }))
}

/** Groups by their own name and by their edition's and programme's. An office has some hundreds: they are folded here. */
async function cohortsFound(db: Reader, pieces: readonly string[]): Promise<{ id: string; name: string; edition: string }[]> {
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .innerJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['cohorts.id', 'cohorts.name', 'cohorts.site', 'editions.name as editionName', 'editions.year', 'programmes.name as programmeName', 'programmes.shortName'])
    .where('cohorts.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .orderBy('editions.year', 'desc')
    .orderBy('cohorts.sortKey')
    .orderBy('cohorts.id')
    .execute()
  return rows
    .filter((row) => {
      const words = searchKey([row.name, row.site ?? '', row.editionName, String(row.year), row.programmeName, row.shortName ?? ''].join(' '))
      return pieces.every((piece) => words.includes(piece))
    })
    .slice(0, SHOWN)
    .map((row) => ({ id: row.id, name: row.name, edition: `${row.shortName ?? row.programmeName} · ${row.editionName}` }))
}

/** Of a corrected paper its last version; one that was annulled says so. */
async function certificatesFound(db: Reader, pieces: readonly string[], language: Language): Promise<{ id: string; number: string; name: string }[]> {
  let ask = db.selectFrom('certificates').select(['id', 'number', 'personName', stateOfRow().as('state')]).where((eb) => eb.or([inForce(), isIn('annulled')])).orderBy('issuedAt', 'desc').orderBy('correlative', 'desc').orderBy('id').limit(SHOWN)
  for (const piece of pieces) ask = ask.where((eb) => holds(eb.ref('searchKey'), piece))
  const rows = await ask.execute()
  return rows.map(({ id, number, personName, state }) => ({ id, number, name: state === 'annulled' ? say(language, 'certificates.nameAnnulled', { name: personName }) : personName }))
}
