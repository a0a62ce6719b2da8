import { emptyDefinition } from '../../src/shared/domain/counting/definition.ts'
import type { OpenApp } from '../support/open-app.ts'

type Api = OpenApp['api']
export type IndicatorFields = Parameters<Api['indicators']['create']>[0]['fields']
export type Definition = IndicatorFields['definition']

/** Participants who finished, counted as unique people in the period in which they first finished. */
export function anIndicator(fields: Partial<IndicatorFields> = {}, definition: Partial<Definition> = {}): IndicatorFields {
  return {
    resultId: null, code: null, name: 'Personas capacitadas', unit: 'personas', counts: 'people', once: 'ever', definition: { ...emptyDefinition, roles: ['participant'], ...definition }, parts: [], over: [], hourMinutes: 60,
    baseline: null, baselineOn: null, baselineNote: null, verification: 'Listas de asistencia', dimensions: ['sex'], notes: null, ...fields,
  }
}

/** A frame of one funder with periods of so many months from a day on. Gives their ids in order. */
export async function aFrame(api: Api, name: string, periods: { readonly startsOn: string; readonly months: number; readonly count: number }): Promise<{ frameId: string; periodIds: string[] }> {
  const { id: frameId } = await api.frames.create({ name, organisationId: null, agreementId: null, commitmentId: null, notes: null })
  const { ids: periodIds } = await api.frames.makePeriods({ frameId, ...periods })
  return { frameId, periodIds }
}

export async function added(api: Api, frameId: string, fields: Partial<IndicatorFields> = {}, definition: Partial<Definition> = {}): Promise<string> {
  return (await api.indicators.create({ frameId, fields: anIndicator(fields, definition) })).id
}

export const typed = (periodId: string, value: number, more: { readonly dimension?: string; readonly category?: string } = {}) => ({ periodId, dimension: null, category: null, value, on: null, verification: 'Acta de acreditación', note: null, ...more })

/** What each indicator of a frame says, period by period, then over all. */
export async function actuals(api: Api, frameId: string): Promise<(number | null)[][]> {
  return (await api.indicators.figures({ frameId })).rows.map((row) => row.figures.map((figure) => figure.actual))
}
