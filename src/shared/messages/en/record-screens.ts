import type { Catalogue } from '../messages.ts'

/** A person's training record on the screen. */
export const recordScreens = {
  'record.sum': (p: { courses: number; hours: string; certificates: number }) =>
    `${p.courses === 1 ? '1 course' : `${p.courses} courses`} · ${p.hours} h attended · ${p.certificates === 1 ? '1 certificate' : `${p.certificates} certificates`}`,
  'record.asSpeaker': (p: { n: number }) => (p.n === 1 ? 'speaker or facilitator in 1' : `speaker or facilitator in ${p.n}`),
  'record.print': 'Print the record',
  'record.attended': (p: { attended: string; planned: string }) => `${p.attended} of ${p.planned} h attended`,
  'record.gave': (p: { hours: string }) => `gave ${p.hours} h`,
  'record.mark': (p: { mark: string }) => `mark ${p.mark}`,
  'record.paperState': (p: { state: 'valid' | 'replaced' | 'annulled'; version: number }) => ({ valid: '', replaced: `version ${p.version}, replaced`, annulled: 'annulled' })[p.state],
  'record.acta': (p: { number: string }) => `Record of results: ${p.number}`,
} as const satisfies Catalogue
