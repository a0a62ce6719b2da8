import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anOrganisation } from './builders.ts'
import type { OpenApp } from './open-app.ts'

type Api = OpenApp['api']
export type CommitmentFields = Parameters<Api['commitments']['create']>[0]
export type ItemFields = Parameters<Api['commitments']['saveItem']>[0]['fields']
type PlanFields = Parameters<Api['commitments']['savePlan']>[0]['fields']
type ActorFields = Parameters<Api['commitments']['setActors']>[0]['actors'][number]

/** A commitment as it lies in `samples`: organisations by their names, products by theirs. */
interface Sample {
  readonly plan: PlanFields
  readonly commitment: Omit<CommitmentFields, 'planId' | 'leadOrganisationId'> & { readonly leadOrganisationName: string | null }
  readonly actors: readonly (Omit<ActorFields, 'organisationId' | 'personId'> & { readonly organisationName: string | null })[]
  readonly values: Parameters<Api['commitments']['setValues']>[0]['values']
  readonly items: readonly (Omit<ItemFields, 'parentId' | 'indicatorId'> & { readonly parent: string | null })[]
}

export const pecja0001 = async (): Promise<Sample> => JSON.parse(await readFile(join(import.meta.dirname, '../../samples/programas/pecja0001.json'), 'utf8')) as Sample

/** Enters it whole, as a person would. */
export async function enterSample(api: Api, sample: Sample): Promise<{ readonly planId: string; readonly id: string }> {
  const ids = new Map<string, string>()
  for (const name of new Set([sample.commitment.leadOrganisationName, ...sample.actors.map((actor) => actor.organisationName)])) {
    if (name !== null) ids.set(name, (await api.organisations.create(anOrganisation({ name, kind: 'otro' }))).id)
  }
  const idOf = (name: string | null): string | null => (name === null ? null : (ids.get(name) ?? null))
  const plan = await api.commitments.savePlan({ id: null, fields: sample.plan })
  const { leadOrganisationName, ...fields } = sample.commitment
  const { id } = await api.commitments.create({ ...fields, planId: plan.id, leadOrganisationId: idOf(leadOrganisationName) })
  await api.commitments.setActors({ id, actors: sample.actors.map(({ organisationName, ...actor }) => ({ ...actor, organisationId: idOf(organisationName), personId: null })) })
  await api.commitments.setValues({ id, values: sample.values })
  const items = new Map<string, string>()
  for (const { parent, ...item } of sample.items) {
    const saved = await api.commitments.saveItem({ commitmentId: id, id: null, fields: { ...item, parentId: parent === null ? null : (items.get(parent) ?? null), indicatorId: null } })
    items.set(item.name, saved.id)
  }
  return { planId: plan.id, id }
}

export function aCommitment(fields: Partial<CommitmentFields> & Pick<CommitmentFields, 'planId'>): CommitmentFields {
  return {
    code: null, title: 'Publicar el presupuesto', startsOn: null, endsOn: null, leadOrganisationId: null, leadUnit: null, leadName: null, leadPost: null, leadEmail: null, policyArea: null, sector: null,
    problem: null, statusQuo: null, action: null, contribution: null, outcomes: null, longTermGoal: null, additional: null, completion: null, completionOn: null, completionNote: null,
    ...fields,
  }
}

export function anItem(fields: Partial<ItemFields> = {}): ItemFields {
  return { kind: 'product', parentId: null, name: 'Portal de datos', startsOn: null, endsOn: null, verification: null, responsible: null, state: 'pending', doneOn: null, indicatorId: null, note: null, ...fields }
}

/** A plan and a commitment in it, running from January to December 2026 unless something else is said. */
export async function anOgpCommitment(api: Api, fields: Partial<CommitmentFields> = {}): Promise<{ readonly planId: string; readonly id: string; readonly add: (item?: Partial<ItemFields>) => Promise<string> }> {
  const plan = await api.commitments.savePlan({ id: null, fields: { name: 'Plan de gobierno abierto', kind: 'ogp', startsOn: '2026-01-01', endsOn: '2026-12-31', notes: null } })
  const { id } = await api.commitments.create(aCommitment({ planId: plan.id, startsOn: '2026-01-01', endsOn: '2026-12-31', ...fields }))
  return { planId: plan.id, id, add: async (item = {}) => (await api.commitments.saveItem({ commitmentId: id, id: null, fields: anItem(item) })).id }
}
