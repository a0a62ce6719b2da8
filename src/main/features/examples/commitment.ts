import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Api } from './programme-file.ts'
import { asFields } from './programme-file.ts'
import { known } from './frame.ts'
import type { ResultsFile } from './results-file.ts'
import { organisationOf } from './training.ts'

/** A commitment as data: the contract's fields, with organisations by their names. */
const commitmentFile = z.object({
  plan: z.looseObject({ name: z.string() }),
  commitment: z.looseObject({ leadOrganisationName: z.string().nullable() }),
  actors: z.array(z.looseObject({ kind: z.enum(['government', 'civil', 'private']), organisationName: z.string().nullable() })),
  values: z.array(z.looseObject({})),
  items: z.array(z.looseObject({ name: z.string(), parent: z.null().default(null) })),
})

type Plan = NonNullable<ResultsFile['commitment']>

const kindOf = { government: 'gobierno-regional', civil: 'ong', private: 'empresa-privada' } as const

/** The commitment of an example, whole. Gives its id. */
export async function makeCommitment(api: Api, samples: string, plan: Plan, editions: ReadonlyMap<string, string>): Promise<string> {
  const file = commitmentFile.parse(JSON.parse(await readFile(join(samples, 'programas', plan.file), 'utf8')))
  const { id: planId } = await api.commitments.savePlan({ id: null, fields: asFields<Parameters<Api['commitments']['savePlan']>[0]['fields']>(file.plan) })
  const { leadOrganisationName, ...fields } = file.commitment
  const leadOrganisationId = leadOrganisationName === null ? null : await organisationOf(api, leadOrganisationName, 'gobierno-regional')
  const { id } = await api.commitments.create(asFields<Parameters<Api['commitments']['create']>[0]>({ ...fields, planId, leadOrganisationId }))
  const actors: object[] = []
  for (const { organisationName, ...actor } of file.actors) {
    actors.push({ ...actor, personId: null, organisationId: organisationName === null ? null : await organisationOf(api, organisationName, kindOf[actor.kind]) })
  }
  await api.commitments.setActors({ id, actors: asFields<Parameters<Api['commitments']['setActors']>[0]['actors']>(actors) })
  await api.commitments.setValues({ id, values: asFields<Parameters<Api['commitments']['setValues']>[0]['values']>(file.values) })
  for (const { parent: _, ...item } of file.items) await api.commitments.saveItem({ commitmentId: id, id: null, fields: asFields<Parameters<Api['commitments']['saveItem']>[0]['fields']>({ parentId: null, indicatorId: null, ...item }) })
  await api.commitments.setLinks({ id, editionIds: plan.editions.map((key) => known(editions, key)), initiativeIds: [] })
  return id
}

/** Lets indicators tell the outcomes of the commitment, and says how far it has come. */
export async function tellOutcomes(api: Api, commitmentId: string, plan: Plan, indicators: ReadonlyMap<string, string>): Promise<void> {
  const { items } = await api.commitments.get({ id: commitmentId })
  for (const { item, indicator } of plan.outcomes) {
    const found = items.find((one) => one.name === item)
    if (found === undefined) throw new Error(`the commitment has no outcome «${item}»`)
    const { id, isOverdue: _, attachments: __, indicator: ___, position: ____, ...fields } = found
    await api.commitments.saveItem({ commitmentId, id, fields: { ...fields, indicatorId: known(indicators, indicator) } })
  }
  if (plan.completion !== null) await api.commitments.update({ id: commitmentId, fields: asFields<Parameters<Api['commitments']['update']>[0]['fields']>(plan.completion) })
}
