import type { OpenApp } from '../support/open-app.ts'
import { anOrganisation } from '../support/builders.ts'

type Api = OpenApp['api']
export type AgreementFields = Parameters<Api['agreements']['create']>[0]
export type LineFields = Parameters<Api['budget']['saveLine']>[0]['fields']
export type ExpenseFields = Parameters<Api['budget']['saveExpense']>[0]['fields']
type PartyRole = Parameters<Api['agreements']['setParties']>[0]['parties'][number]['role']

/** An agreement in soles with nothing more known than its title. */
export function anAgreement(fields: Partial<AgreementFields> = {}): AgreementFields {
  return { kind: 'convenio', number: null, title: 'Convenio de capacitación', signedOn: null, startsOn: null, endsOn: null, amountCents: null, currency: 'PEN', purpose: null, predecessorId: null, notes: null, ...fields }
}

export function aLine(fields: Partial<LineFields> = {}): LineFields {
  return { editionId: null, agreementId: null, agreementItemId: null, category: null, concept: 'Honorarios', plannedCents: 100_000, currency: 'PEN', ...fields }
}

export function anExpense(fields: Partial<ExpenseFields> = {}): ExpenseFields {
  return { spentOn: '2026-10-15', amountCents: 10_000, currency: 'PEN', supplier: null, document: null, note: null, ...fields }
}

/** Adds organisations by their names and makes them parties, in that order. */
export async function parties(api: Api, id: string, named: readonly (readonly [name: string, role: PartyRole])[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [name] of named) if (!ids.has(name)) ids.set(name, (await api.organisations.create(anOrganisation({ name, kind: 'otro' }))).id)
  await api.agreements.setParties({ id, parties: named.map(([name, role]) => ({ organisationId: ids.get(name) ?? '', role })) })
  return ids
}

/** A line with its expenses. */
export async function spent(api: Api, line: Partial<LineFields>, expenses: readonly Partial<ExpenseFields>[]): Promise<string> {
  const { id } = await api.budget.saveLine({ id: null, fields: aLine(line) })
  for (const one of expenses) await api.budget.saveExpense({ budgetLineId: id, id: null, fields: anExpense(one) })
  return id
}
