import { go } from '../../router.ts'

const KEY = 'constancia.corrections.papers'

/** Goes to correcting or annulling with just these papers: for a selection made in a list. One of them stands in the address by itself. */
export function actOnPapers(act: 'corregir' | 'anular', ids: readonly string[]): void {
  const [only] = ids
  if (ids.length === 1 && only !== undefined) return go('certificates', ['correcciones', act], { certificado: only })
  sessionStorage.setItem(KEY, JSON.stringify(ids))
  go('certificates', ['correcciones', act], { certificado: 'elegidos' })
}

/** The papers that the address asks for; undefined when it asks for none, or what was chosen is not kept any more. */
export function askedPapers(params: Readonly<Record<string, string>>): readonly string[] | undefined {
  const { certificado } = params
  if (certificado === undefined) return undefined
  if (certificado !== 'elegidos') return [certificado]
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : undefined
  } catch {
    return undefined
  }
}
