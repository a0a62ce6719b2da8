import type { Catalogue } from '../messages.ts'

/** A person's training record on paper. */
export const trainingRecord = {
  'trainingRecord.title': 'Historial de capacitación',
  'trainingRecord.fileName': (p: { name: string }) => `Historial de capacitación - ${p.name}`,
  'trainingRecord.document': 'Documento de identidad',
  'trainingRecord.post': 'Cargo actual',
  'trainingRecord.organisation': 'Entidad',
  'trainingRecord.asOf': 'A la fecha',
  'trainingRecord.course': 'Capacitación',
  'trainingRecord.role': 'Participó como',
  'trainingRecord.dates': 'Fechas',
  'trainingRecord.courseHours': 'Horas del curso',
  'trainingRecord.attendedHours': 'Horas cumplidas',
  'trainingRecord.documents': 'Actas y documentos',
  'trainingRecord.minutes': (p: { minutes: number }) => `horas de ${p.minutes} min`,
  'trainingRecord.acta': (p: { number: string }) => `Acta ${p.number}`,
  'trainingRecord.paper': (p: { kind: string; number: string; day: string; version: number; state: 'valid' | 'replaced' | 'annulled' }) =>
    `${p.kind === 'certificado' ? 'Certificado' : 'Constancia'} ${p.number}, del ${p.day}${p.version === 1 ? '' : `, versión ${p.version}`}${{ valid: '', replaced: ' (reemplazado)', annulled: ' (anulado)' }[p.state]}`,
  'trainingRecord.nothing': 'Todavía no se registró ninguna capacitación de esta persona.',
  'trainingRecord.courses': (p: { n: number }) => (p.n === 1 ? 'capacitación como participante' : 'capacitaciones como participante'),
  'trainingRecord.hours': 'horas asistidas, de 60 minutos',
  'trainingRecord.asSpeaker': 'como ponente o facilitador',
  'trainingRecord.papers': 'certificados y constancias',
  'trainingRecord.closing': (p: { entity: string; day: string }) => `Este historial muestra lo que consta en los registros de ${p.entity === '' ? 'esta entidad' : p.entity} a la fecha ${p.day}.`,
} as const satisfies Catalogue
