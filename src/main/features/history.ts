import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Writer } from '../db/doors.ts'
import { isForbidden, isTaken } from '../db/queries.ts'
import type { Undone } from '../db/undo.ts'
import { PermanentAct } from '../db/undo.ts'
import { refuseBroken } from './history/broken.ts'
import { refreshKeys } from './keys.ts'

/** As many changes of one record as a person can read. */
const MOST = 500

export const history: Handlers<typeof contract.history> = {
  of: ({ db }, { entity, id }) =>
    db
      .selectFrom('changes')
      .select(['at', 'who', 'act', 'entity', 'entityId', 'field', 'before', 'after'])
      .where('entityId', '=', id)
      .where('entity', '=', entity)
      .orderBy('at', 'desc')
      .orderBy('number', 'desc')
      .limit(MOST)
      .execute(),
  undo: async ({ db }, { act }) => {
    const known = await db.selectFrom('changes').select('act').where('act', '=', act).limit(1).executeTakeFirst()
    if (known === undefined) missing('history.missing')
    const { undone, kept } = await takeBack(db, act)
    return { act: db.act, undone, kept: [...kept] }
  },
}

/** Takes an act back and computes again the keys of what was put back. Throws `refused` when it cannot be, or what was built on it since would hold no more. */
export async function takeBack(db: Writer, act: string): Promise<Pick<Undone, 'undone' | 'kept'>> {
  const { undone, kept, touched } = await taken(db.undo(act))
  await refreshKeys(db, touched)
  await refuseBroken(db, act)
  return { undone, kept }
}

/** What the database itself forbids, in a sentence. The transaction is given up: nothing of it stays. */
async function taken(undoing: Promise<Undone>): Promise<Undone> {
  try {
    return await undoing
  } catch (error) {
    if (error instanceof PermanentAct) refuse(whyPermanent(error.entities))
    if (isTaken(error)) refuse('history.clash')
    if (isForbidden(error)) refuse('history.impossible')
    throw error
  }
}

/** What cannot be taken back, in the words of what was done; the first that fits. */
function whyPermanent(entities: ReadonlySet<string>) {
  if (entities.has('corrections') || entities.has('annulments')) return 'history.permanentCorrection'
  if (entities.has('certificates') || entities.has('actas')) return 'history.permanent'
  if (entities.has('numberBlocks')) return 'history.permanentBlock'
  if (entities.has('sealKeys') || entities.has('sealLists')) return 'history.permanentSeal'
  if (entities.has('papers')) return 'history.permanentPaper'
  return entities.has('designs') || entities.has('designVersions') ? 'history.permanentDesign' : 'history.permanent'
}
