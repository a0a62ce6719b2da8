import type { contract } from '../../shared/contract/index.ts'
import { searchKey, searchPieces, textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { rowCount } from '../db/queries.ts'
import { addProgramme, cohortsSeen, programmeOf } from './programmes/records.ts'

export const programmes: Handlers<typeof contract.programmes> = {
  list: async ({ db }, { search }) => {
    const pieces = searchPieces(search)
    const all = await db.selectFrom('programmes').select(['id', 'name', 'shortName', 'description', 'sortKey']).where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()
    const editionRows = await db.selectFrom('editions').selectAll().where('removedAt', 'is', null).orderBy('year', 'desc').orderBy((eb) => eb.fn.coalesce('startsOn', eb.val('')), 'desc').orderBy('id').execute()
    const cohortRows = await cohortsSeen(db, {})
    const editionsSeen = editionRows.map(({ removedAt: _, ...edition }) => ({ ...edition, cohorts: cohortRows.filter((cohort) => cohort.editionId === edition.id) }))
    return all
      .map(({ sortKey: _, ...programme }) => ({ ...programme, editions: editionsSeen.filter((edition) => edition.programmeId === programme.id) }))
      .filter((programme) => {
        const words = searchKey([programme.name, programme.shortName ?? '', ...programme.editions.flatMap((edition) => [edition.name, edition.title ?? '', String(edition.year), ...edition.cohorts.map((cohort) => cohort.name)])].join(' '))
        return pieces.every((piece) => words.includes(piece))
      })
  },
  create: async ({ db }, fields) => {
    return { id: await addProgramme(db, fields), act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    await programmeOf(db, id)
    await db.change('programmes', id, fields.name === undefined ? fields : { ...fields, sortKey: textSortKey(fields.name) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await programmeOf(db, id)
    const held = await db.selectFrom('editions').select(rowCount().as('n')).where('programmeId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (held.n > 0) refuse('programmes.hasEditions', { n: held.n })
    await db.remove('programmes', id)
    return { id, act: db.act }
  },
}
