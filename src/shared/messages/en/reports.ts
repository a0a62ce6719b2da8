import type { Catalogue } from '../messages.ts'

export const reports = {
  'reports.page': (p: { n: number | string; of: number | string }) => `Page ${p.n} of ${p.of}`,
  'reports.generatedOn': (p: { day: string }) => `Made on ${p.day}`,
  'reports.summary': 'Summary',
  'reports.total': 'Total',
  'reports.share': '%',
  'reports.count': (p: { n: string; one: boolean }) => (p.one ? '1 record' : `${p.n} records`),
  'reports.nothing': 'There are no records to show.',
  'reports.yes': 'Yes',
  'reports.no': 'No',
  'reports.motive': 'Reason',
  'reports.rejected': 'Rejected rows',
} as const satisfies Catalogue
