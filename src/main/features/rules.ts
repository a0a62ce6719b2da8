import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { missing, refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { closedActaOf } from './actas/records.ts'
import { live } from './live.ts'
import { editionOf } from './programmes/records.ts'
import { courseSettingsOf, paperRulesOf, requirementsOf } from './results/course.ts'
import { addRequirement, refuseSameName } from './results/marks.ts'

export const rules: Handlers<typeof contract.rules> = {
  get: async ({ db }, { editionId }) => {
    await editionOf(db, editionId)
    const papers = await paperRulesOf(db, editionId)
    return {
      ...(await courseSettingsOf(db, editionId)),
      requirements: await requirementsOf(db, editionId),
      papers: papers.map(({ id: _, ...paper }) => ({ ...paper, requirementIds: [...paper.requirementIds] })),
    }
  },
  configure: async ({ db }, { editionId, ...given }) => {
    await editionOf(db, editionId)
    const { withoutActa, ...usual } = { ...(await courseSettingsOf(db, editionId)), ...givenOnly(given) }
    if (withoutActa) await refuseClosed(db, editionId)
    const fields = { ...usual, withoutActa: withoutActa ? (1 as const) : (0 as const) }
    const known = await db.selectFrom('courseSettings').select('id').where('editionId', '=', editionId).where('removedAt', 'is', null).executeTakeFirst()
    if (known === undefined) await db.add('courseSettings', [{ editionId, ...fields }])
    else await db.change('courseSettings', known.id, fields)
    return { id: editionId, act: db.act }
  },
  setPaper: async ({ db }, { editionId, paperKind, rule, requirementIds }) => {
    await editionOf(db, editionId)
    const wanted = [...new Set(requirementIds)]
    const there = new Set((await requirementsOf(db, editionId)).map((one) => one.id))
    if (wanted.some((id) => !there.has(id))) missing('results.requirementMissing')
    const fields = { ...rule, requirementIds: JSON.stringify(wanted) }
    const known = (await paperRulesOf(db, editionId)).find((one) => one.paperKind === paperKind)
    if (known === undefined) await db.add('courseRules', [{ editionId, paperKind, ...fields }])
    else await db.change('courseRules', known.id, fields)
    return { id: editionId, act: db.act }
  },
  removePaper: async ({ db }, { editionId, paperKind }) => {
    await editionOf(db, editionId)
    const known = (await paperRulesOf(db, editionId)).find((one) => one.paperKind === paperKind)
    if (known === undefined) missing('results.paperMissing')
    await db.remove('courseRules', known.id)
    return { id: editionId, act: db.act }
  },
  saveRequirement: async ({ db }, { editionId, id, fields }) => {
    await editionOf(db, editionId)
    if (id === null) return { id: await addRequirement(db, editionId, fields), act: db.act }
    const requirement = await live(db, 'requirements', id, 'results.requirementMissing')
    if (requirement.editionId !== editionId) missing('results.requirementMissing')
    refuseSameName((await requirementsOf(db, editionId)).filter((one) => one.id !== id), fields.name, 'results.sameRequirement')
    await db.change('requirements', id, fields)
    return { id, act: db.act }
  },
  removeRequirement: async ({ db }, { id }) => {
    const requirement = await live(db, 'requirements', id, 'results.requirementMissing')
    const { n } = await db.selectFrom('requirementChecks').select(rowCount().as('n')).where('requirementId', '=', id).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    if (n > 0) refuse('results.requirementChecked', { name: requirement.name, n })
    await leaveRules(db, requirement.editionId, id)
    await db.remove('requirements', id)
    return { id, act: db.act }
  },
}

/** Throws `refused` when a group of the edition has a record of results: from then on its papers come from it, and from nowhere else. */
async function refuseClosed(db: Reader, editionId: string): Promise<void> {
  const acta = await closedActaOf(db, editionId)
  if (acta !== null) refuse('results.actaStands', { number: acta.number, group: acta.cohortName })
}

async function leaveRules(db: Writer, editionId: string, requirementId: string): Promise<void> {
  const asking = (await paperRulesOf(db, editionId)).filter((paper) => paper.requirementIds.includes(requirementId))
  await db.changeMany('courseRules', asking.map(({ id, requirementIds }) => ({ id, patch: { requirementIds: JSON.stringify(requirementIds.filter((one) => one !== requirementId)) } })))
}

/** The fields that were given: one left out does not set the others' value aside. */
function givenOnly<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
