import { href } from '../../router.ts'

interface Behind {
  readonly kind: 'person' | 'participation' | 'organisation' | 'certificate' | 'session' | 'initiative' | 'row' | 'entry'
  readonly id: string
  readonly personId: string | null
  readonly cohortId: string | null
}

/** Where the record behind a figure is opened; undefined for a figure typed by hand, which has no other place. */
export function behindHref(row: Behind): string | undefined {
  if (row.kind === 'certificate') return href('certificates', [row.id])
  if (row.kind === 'organisation') return href('people', ['organizaciones', row.id])
  if (row.kind === 'initiative') return href('outcomes', ['iniciativas', row.id])
  if (row.kind === 'row') return href('outcomes', ['indicadores', 'fila', row.id])
  if (row.kind === 'session') return row.cohortId === null ? undefined : href('programmes', ['grupo', row.cohortId, 'sesiones'])
  if (row.kind === 'participation' && row.cohortId !== null) return href('programmes', ['grupo', row.cohortId, 'resultados'], { persona: row.id })
  return row.personId === null ? undefined : href('people', [row.personId])
}

/** The signed sheets of the group, which prove it. */
export function sheetsHref(row: Behind): string | undefined {
  return row.cohortId === null ? undefined : href('programmes', ['grupo', row.cohortId, 'sesiones', 'hojas'])
}
