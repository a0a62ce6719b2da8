import type { Catalogue } from '../messages.ts'

/** A person's training record on paper. */
export const trainingRecord = {
  'trainingRecord.title': 'Training record',
  'trainingRecord.fileName': (p: { name: string }) => `Training record - ${p.name}`,
  'trainingRecord.document': 'Identity document',
  'trainingRecord.post': 'Present post',
  'trainingRecord.organisation': 'Entity',
  'trainingRecord.asOf': 'As of',
  'trainingRecord.course': 'Training',
  'trainingRecord.role': 'Took part as',
  'trainingRecord.dates': 'Dates',
  'trainingRecord.courseHours': 'Hours of the course',
  'trainingRecord.attendedHours': 'Hours done',
  'trainingRecord.documents': 'Records and papers',
  'trainingRecord.minutes': (p: { minutes: number }) => `hours of ${p.minutes} min`,
  'trainingRecord.acta': (p: { number: string }) => `Record ${p.number}`,
  'trainingRecord.paper': (p: { kind: string; number: string; day: string; version: number; state: 'valid' | 'replaced' | 'annulled' }) =>
    `${p.kind === 'certificado' ? 'Certificate' : 'Attendance certificate'} ${p.number}, of ${p.day}${p.version === 1 ? '' : `, version ${p.version}`}${{ valid: '', replaced: ' (replaced)', annulled: ' (annulled)' }[p.state]}`,
  'trainingRecord.nothing': 'No training of this person has been recorded yet.',
  'trainingRecord.courses': (p: { n: number }) => (p.n === 1 ? 'training as a participant' : 'trainings as a participant'),
  'trainingRecord.hours': 'hours of 60 minutes attended',
  'trainingRecord.asSpeaker': 'as speaker or facilitator',
  'trainingRecord.papers': 'certificates',
  'trainingRecord.closing': (p: { entity: string; day: string }) => `This record shows what stands in the registers of ${p.entity === '' ? 'this entity' : p.entity} as of ${p.day}.`,
} as const satisfies Catalogue
