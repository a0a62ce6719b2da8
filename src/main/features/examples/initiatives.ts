import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Api, ExampleWork } from './programme-file.ts'
import { asFields } from './programme-file.ts'
import { known } from './frame.ts'
import type { Keys } from './frame.ts'
import type { ResultsFile } from './results-file.ts'

type Create = Parameters<Api['initiatives']['create']>[0]

/** Initiatives as data: the city's group, and what each is about. */
const initiativesFile = z.array(z.looseObject({ group: z.string(), title: z.string(), place: z.string().nullable(), districtCode: z.string().nullable() }))

/** The initiatives of an example: each of its city's group, with two authors of the group, a stage it has come to, and its follow-ups. */
export async function makeInitiatives({ api, samples }: ExampleWork, plan: NonNullable<ResultsFile['initiatives']>, keys: Keys): Promise<void> {
  const listed = initiativesFile.parse(JSON.parse(await readFile(join(samples, 'programas', plan.file), 'utf8')))
  const editionId = known(keys.editions, plan.edition)
  const { cohorts } = await api.editions.get({ id: editionId })
  const done = new Map<string, number>()
  for (const { group, title, ...rest } of listed) {
    const cohort = cohorts.find((one) => one.name === group)
    if (cohort === undefined) throw new Error(`the example has no group «${group}»`)
    const at = done.get(group) ?? 0
    done.set(group, at + 1)
    const participants = await api.enrolments.list({ cohortId: cohort.id, role: 'participant' })
    const authorIds = participants.slice(at * 2, at * 2 + 2).map((one) => one.personId)
    const { id } = await api.initiatives.create({
      stage: 'idea', on: plan.startedOn, authorIds,
      fields: asFields<Create['fields']>({
        kind: 'initiative', code: null, title, problem: null, proposal: null, amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null, ...rest,
        editionId, cohortId: cohort.id, agreementId: plan.agreement === null ? null : known(keys.agreements, plan.agreement),
      }),
    })
    await moveOn(api, id, plan.stages.slice(0, (at + done.size) % (plan.stages.length + 1)))
    await lookAt(api, id, at + done.size, plan.checked)
  }
}

/** One action plan for each participant, in different stages. */
export async function makeActionPlans(api: Api, plan: NonNullable<ResultsFile['actionPlans']>, keys: Keys): Promise<void> {
  const { cohorts } = await api.editions.get({ id: known(keys.editions, plan.edition) })
  for (const cohort of cohorts) {
    const { ids } = await api.initiatives.planForEach({ cohortId: cohort.id, on: plan.on, dueOn: plan.dueOn })
    for (const [at, id] of ids.entries()) {
      await moveOn(api, id, plan.stages.slice(0, at % (plan.stages.length + 1)))
      await lookAt(api, id, at, plan.checked)
    }
  }
}

/** Writes what the follow-ups found that were due until the day of the plan. */
async function lookAt(api: Api, id: string, place: number, { until, by, finding }: NonNullable<ResultsFile['actionPlans']>['checked']): Promise<void> {
  const { followUps } = await api.initiatives.get({ id })
  for (const [at, one] of followUps.entries()) {
    if (one.dueOn > until) continue
    const state = (place + at) % 5 === 3 ? ('notDone' as const) : (place + at) % 3 === 1 ? ('partly' as const) : ('done' as const)
    await api.initiatives.saveFollowUp({ id: one.id, fields: { state, checkedOn: one.dueOn, checkedBy: by, finding } })
  }
}

async function moveOn(api: Api, id: string, stages: readonly { readonly stage: string; readonly on: string }[]): Promise<void> {
  for (const { stage, on } of stages) await api.initiatives.moveTo({ id, stage: asFields<Create['stage'] & string>(stage), on, note: null })
}
