import type { Catalogue } from '../messages.ts'

/** A person's training record on the screen. */
export const recordScreens = {
  'record.sum': (p: { courses: number; hours: string; certificates: number }) =>
    `${p.courses === 1 ? '1 capacitación' : `${p.courses} capacitaciones`} · ${p.hours} h asistidas · ${p.certificates === 1 ? '1 certificado o constancia' : `${p.certificates} certificados y constancias`}`,
  'record.asSpeaker': (p: { n: number }) => (p.n === 1 ? 'ponente o facilitador en 1' : `ponente o facilitador en ${p.n}`),
  'record.print': 'Imprimir el historial',
  'record.attended': (p: { attended: string; planned: string }) => `${p.attended} de ${p.planned} h asistidas`,
  'record.gave': (p: { hours: string }) => `dictó ${p.hours} h`,
  'record.mark': (p: { mark: string }) => `nota ${p.mark}`,
  'record.paperState': (p: { state: 'valid' | 'replaced' | 'annulled'; version: number }) => ({ valid: '', replaced: `versión ${p.version}, reemplazada`, annulled: 'anulado' })[p.state],
  'record.acta': (p: { number: string }) => `Acta: ${p.number}`,
} as const satisfies Catalogue
