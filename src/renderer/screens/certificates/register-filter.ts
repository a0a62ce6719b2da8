import { go, replace } from '../../router.ts'
import type { Route } from '../../router.ts'
import type { Takes } from '../../api.ts'

/** What the register shows, as the call takes it. The address keeps it, so that "back" and a reload find it again. */
export type RegisterFilter = Omit<Takes<'certificates.list'>, 'offset' | 'limit'>

export const STATES = ['valid', 'replaced', 'annulled'] as const
/** As they stand in the address. */
const STATE_WORDS = { valid: 'vigentes', replaced: 'reemplazados', annulled: 'anulados' } as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The filter of an address; what is not of its shape is left out. */
export function filterOf(params: Route['params']): RegisterFilter {
  const { anio = '', serie = '', grupo = '', edicion = '', estado = '', buscar = '' } = params
  const state = STATES.find((one) => STATE_WORDS[one] === estado)
  return {
    search: buscar.slice(0, 120),
    ...(/^\d{4}$/.test(anio) ? { year: Number(anio) } : {}),
    ...(UUID.test(serie) ? { seriesId: serie } : {}),
    ...(UUID.test(grupo) ? { cohortId: grupo } : {}),
    ...(UUID.test(edicion) ? { editionId: edicion } : {}),
    ...(state === undefined ? {} : { state }),
  }
}

export function paramsOf(filter: RegisterFilter): Record<string, string> {
  return {
    ...(filter.year === undefined ? {} : { anio: String(filter.year) }),
    ...(filter.seriesId === undefined ? {} : { serie: filter.seriesId }),
    ...(filter.cohortId === undefined ? {} : { grupo: filter.cohortId }),
    ...(filter.editionId === undefined ? {} : { edicion: filter.editionId }),
    ...(filter.state === undefined ? {} : { estado: STATE_WORDS[filter.state] }),
    ...(filter.search === undefined || filter.search === '' ? {} : { buscar: filter.search }),
  }
}

export function isFiltered(filter: RegisterFilter): boolean {
  return Object.keys(paramsOf(filter)).length > 0
}

/** Shows the register so; a record that is open stays open. */
export function showFiltered(filter: RegisterFilter, openId: string | undefined): void {
  replace('certificates', openId === undefined ? [] : [openId], paramsOf(filter))
}

export function openPaper(id: string | undefined, filter: RegisterFilter): void {
  if (id === undefined) replace('certificates', [], paramsOf(filter))
  else go('certificates', [id], paramsOf(filter))
}
