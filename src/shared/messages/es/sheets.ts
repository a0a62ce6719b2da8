import type { Catalogue } from '../messages.ts'

/** Sign-in sheets on paper, and what comes back of them. */
export const sheets = {
  'sheets.title': 'Hoja de firmas',
  'sheets.number': 'N.º',
  'sheets.name': 'Apellidos y nombres',
  'sheets.organisation': 'Institución u organización',
  'sheets.document': 'Documento',
  'sheets.in': 'Hora de ingreso',
  'sheets.out': 'Hora de salida',
  'sheets.signature': 'Firma',
  'sheets.signatureOf': (p: { n: number; from: string; to: string }) => `Firma ${p.n}\n${p.from} a ${p.to}`,
  'sheets.nameByHand': 'Nombre y DNI',
  'sheets.codeOf': (p: { code: string }) => `Hoja ${p.code}`,
  'sheets.hint': 'Firme en su fila. Si no figura en la lista, escriba su nombre y su DNI en una fila en blanco. No escriba sobre los códigos.',
  'sheets.responsible': 'Responsable (nombre y firma)',
  'sheets.group': (p: { name: string }) => `Grupo ${p.name}`,
  'sheets.subject': 'Tema',
  'sheets.speakers': (p: { one: boolean }) => (p.one ? 'Expositor(a)' : 'Expositores'),
  'sheets.day': 'Fecha',
  'sheets.dayValue': (p: { weekday: string; day: string }) => `${p.weekday} ${p.day}`,
  'sheets.time': 'Hora',
  'sheets.timeValue': (p: { from: string; to: string }) => `${p.from} a ${p.to}`,
  'sheets.place': 'Lugar',
  'sheets.sessionOf': (p: { n: number; from: string; to: string }) => `Sesión ${p.n} · ${p.from} a ${p.to}`,
  'sheets.drawing': (p: { done: number; total: number }) => `Hojas dibujadas: ${p.done} de ${p.total}`,
  'sheets.missing': 'Esa hoja de firmas ya no está en el registro.',
  'sheets.otherGroup': 'Alguna de las sesiones elegidas no es de este grupo. No se imprimió nada: vuelva a elegirlas.',
  'sheets.nobody': 'El grupo todavía no tiene participantes. Inscríbalos primero, o pida filas en blanco para que escriban su nombre.',
  'sheets.hasPages': (p: { code: string; n: number }) =>
    p.n === 1 ? `No se puede quitar la hoja ${p.code}: ya volvió firmada una de sus páginas.` : `No se puede quitar la hoja ${p.code}: ya volvieron firmadas ${p.n} de sus páginas.`,
} as const satisfies Catalogue
