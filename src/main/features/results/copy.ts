import type { Writer } from '../../db/doors.ts'
import { itemsOf, paperRulesOf, requirementsOf } from './course.ts'

/** Gives an edition what another one asks: settings, what is marked, requirements and rules. Neither marks nor exceptions. */
export async function copyCourse(db: Writer, from: string, to: string): Promise<void> {
  const settings = await db.selectFrom('courseSettings').select(['withoutActa', 'markRounding', 'retakes']).where('editionId', '=', from).where('removedAt', 'is', null).executeTakeFirst()
  if (settings !== undefined) await db.add('courseSettings', [{ ...settings, editionId: to }])
  await db.add('markItems', (await itemsOf(db, from)).map(({ id: _, ...item }, position) => ({ ...item, editionId: to, position })))
  const requirements = await requirementsOf(db, from)
  // A day by which something was asked belongs to the edition it was asked in.
  const copies = await db.add('requirements', requirements.map(({ name }, position) => ({ name, dueOn: null, editionId: to, position })))
  const copyOf = new Map(requirements.map(({ id }, index) => [id, copies[index] ?? '']))
  const rules = await paperRulesOf(db, from)
  await db.add('courseRules', rules.map(({ id: _, requirementIds, ...rule }) => ({ ...rule, editionId: to, requirementIds: JSON.stringify(requirementIds.flatMap((id) => copyOf.get(id) ?? [])) })))
}
