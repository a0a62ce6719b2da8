import type { Api } from './programme-file.ts'
import { asFields } from './programme-file.ts'
import { known } from './frame.ts'
import type { ResultsFile } from './results-file.ts'
import { organisationOf } from './training.ts'

type Plan = ResultsFile['agreements'][number]

/** The agreements of an example with their parties, items, addenda, shares and budget, after the rates of their currencies. Gives their ids by key. */
export async function makeAgreements(api: Api, file: ResultsFile, editions: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const rates = await api.budget.rates({})
  for (const fields of file.rates) if (!rates.some((one) => one.currency === fields.currency && one.since === fields.since)) await api.budget.saveRate({ id: null, fields })
  const agreements = new Map<string, string>()
  for (const plan of file.agreements) agreements.set(plan.key, await makeAgreement(api, plan, { editions, agreements }))
  return agreements
}

async function makeAgreement(api: Api, plan: Plan, { editions, agreements }: { readonly editions: ReadonlyMap<string, string>; readonly agreements: ReadonlyMap<string, string> }): Promise<string> {
  const { kind, number, title, signedOn, startsOn, endsOn, amountCents, currency, purpose } = plan
  const predecessorId = plan.predecessor === null ? null : known(agreements, plan.predecessor)
  const { id } = await api.agreements.create({ kind, number, title, signedOn, startsOn, endsOn, amountCents, currency, purpose, predecessorId, notes: null })
  const parties: { organisationId: string; role: Plan['parties'][number]['role'] }[] = []
  for (const party of plan.parties) parties.push({ organisationId: await organisationOf(api, party.name, party.kind), role: party.role })
  await api.agreements.setParties({ id, parties })
  for (const fields of plan.items) await api.agreements.saveItem({ agreementId: id, id: null, fields })
  for (const fields of plan.addenda) await api.agreements.saveAddendum({ agreementId: id, id: null, fields: asFields<Parameters<Api['agreements']['saveAddendum']>[0]['fields']>(fields) })
  for (const { edition, share } of plan.editions) await api.agreements.setEdition({ agreementId: id, editionId: known(editions, edition), sharePercent: share })
  for (const line of plan.budget) await makeLine(api, id, line, editions)
  return id
}

async function makeLine(api: Api, agreementId: string, line: Plan['budget'][number], editions: ReadonlyMap<string, string>): Promise<void> {
  const { category, concept, plannedCents, currency } = line
  const editionId = line.edition === null ? null : known(editions, line.edition)
  const { id: budgetLineId } = await api.budget.saveLine({ id: null, fields: { editionId, agreementId, agreementItemId: null, category, concept, plannedCents, currency } })
  const expense = { supplier: null, document: null, note: null }
  for (const fields of line.expenses) await api.budget.saveExpense({ budgetLineId, id: null, fields: asFields<Parameters<Api['budget']['saveExpense']>[0]['fields']>({ ...expense, ...fields }) })
}
