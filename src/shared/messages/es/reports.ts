import type { Catalogue } from '../messages.ts'

export const reports = {
  'reports.page': (p: { n: number | string; of: number | string }) => `Página ${p.n} de ${p.of}`,
  'reports.generatedOn': (p: { day: string }) => `Generado el ${p.day}`,
  'reports.summary': 'Resumen',
  'reports.total': 'Total',
  'reports.share': '%',
  'reports.count': (p: { n: string; one: boolean }) => (p.one ? '1 registro' : `${p.n} registros`),
  'reports.nothing': 'No hay registros que mostrar.',
  'reports.yes': 'Sí',
  'reports.no': 'No',
  'reports.motive': 'Motivo',
  'reports.rejected': 'Filas rechazadas',
} as const satisfies Catalogue
