import { deliveryWait } from '../../../shared/contract/delivery.ts'
import type { Takes } from '../../api.ts'
import { replace } from '../../router.ts'
import type { Route } from '../../router.ts'

/** What the list shows, as the call takes it; the address keeps it. */
export type DeliveryFilter = Omit<Takes<'delivery.list'>, 'offset' | 'limit'>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The filter of an address; what is not of its shape is left out. */
export function filterOf(params: Route['params']): DeliveryFilter {
  const { falta = '', grupo = '', entidad = '', buscar = '' } = params
  const pending = deliveryWait.safeParse(falta)
  return {
    search: buscar.slice(0, 120),
    ...(pending.success ? { pending: pending.data } : {}),
    ...(UUID.test(grupo) ? { cohortId: grupo } : {}),
    ...(UUID.test(entidad) ? { organisationId: entidad } : {}),
  }
}

export function paramsOf(filter: DeliveryFilter): Record<string, string> {
  return {
    ...(filter.pending === undefined ? {} : { falta: filter.pending }),
    ...(filter.cohortId === undefined ? {} : { grupo: filter.cohortId }),
    ...(filter.organisationId === undefined ? {} : { entidad: filter.organisationId }),
    ...(filter.search === undefined || filter.search === '' ? {} : { buscar: filter.search }),
  }
}

/** Shows the list so; a paper that is open stays open. */
export function showFiltered(filter: DeliveryFilter, openId?: string): void {
  replace('certificates', openId === undefined ? ['entrega'] : ['entrega', openId], paramsOf(filter))
}
