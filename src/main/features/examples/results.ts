import { join } from 'node:path'
import { makeAgreements } from './agreements.ts'
import { makeCommitment, tellOutcomes } from './commitment.ts'
import type { Keys } from './frame.ts'
import { closePeriods, known, makeFrame } from './frame.ts'
import { makeActionPlans, makeInitiatives } from './initiatives.ts'
import type { Api, ExampleWork } from './programme-file.ts'
import { asFields } from './programme-file.ts'
import type { ResultsFile } from './results-file.ts'
import type { MadeEdition } from './training.ts'

/** What the results of an example go through, in order. */
export const resultSteps = ['agreements', 'registers', 'indicators', 'report'] as const
export type ResultStep = (typeof resultSteps)[number]

/** All that an example has after its training: agreements and budget, commitment, initiatives, registers, contacts, matrix and report. */
export async function makeResults(work: ExampleWork, file: ResultsFile, made: readonly MadeEdition[], begin: (step: ResultStep) => Promise<void>): Promise<{ frameId: string; reportId: string }> {
  const { api, samples } = work
  const editions = new Map(made.map((one) => [one.key, one.editionId]))
  await begin('agreements')
  const agreements = await makeAgreements(api, file, editions)
  const commitmentId = file.commitment === null ? null : await makeCommitment(api, samples, file.commitment, editions)
  await begin('registers')
  const registers = await makeRegisters(work, file)
  const keys: Keys = { editions, agreements, registers, commitmentId }
  if (file.initiatives !== null) await makeInitiatives(work, file.initiatives, keys)
  if (file.actionPlans !== null) await makeActionPlans(api, file.actionPlans, keys)
  if (file.contacts !== null) await makeContacts(api, file.contacts, made)
  await begin('indicators')
  const { frameId, indicators } = await makeFrame(api, file.frame, keys)
  if (file.commitment !== null && commitmentId !== null) await tellOutcomes(api, commitmentId, file.commitment, indicators)
  await closePeriods(api, frameId, file.frame.closed)
  await begin('report')
  const { id: reportId } = await api.funderReports.create({ name: file.report.name, frameId, agreementId: file.report.agreement === null ? null : known(agreements, file.report.agreement) })
  if (file.report.currency !== null) await api.funderReports.update({ id: reportId, fields: { currency: file.report.currency } })
  return { frameId, reportId }
}

async function makeRegisters({ api, samples, take }: ExampleWork, { registers }: ResultsFile): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { key, register, file } of registers) {
    const { id } = await api.resultRegisters.create(asFields<Parameters<Api['resultRegisters']['create']>[0]>(register))
    await api.resultRegisters.importSheet({ file: await take(join(samples, 'programas', file)), registerId: id })
    ids.set(key, id)
  }
  return ids
}

/** One in so many of those who finished was reached, and told where she is now. */
async function makeContacts(api: Api, plan: NonNullable<ResultsFile['contacts']>, made: readonly MadeEdition[]): Promise<void> {
  const editionId = made.find((one) => one.key === plan.edition)?.editionId
  if (editionId === undefined) throw new Error(`the example names «${plan.edition}», which it does not have`)
  const { rows } = await api.network.alumni({ editionId, limit: 500 })
  const told = ['samePost', 'sameOrganisation', 'samePost', 'elsewhere'] as const
  for (const [at, { personId }] of rows.entries()) {
    if (at % plan.every !== 0) continue
    const whereabouts = told[(at / plan.every) % told.length] ?? null
    await api.network.saveContact({ personId, id: null, fields: { on: plan.on, means: 'mail', contactedBy: null, subject: plan.subject, answer: null, whereabouts, nextOn: null } })
  }
}
