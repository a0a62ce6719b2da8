import type { Catalogue } from '../messages.ts'

const ethnicities: Readonly<Record<string, string>> = {
  quechua: 'Quechua', aimara: 'Aimara', amazonia: 'Nativo o indígena de la Amazonía', 'otro-pueblo': 'Parte de otro pueblo indígena u originario', afroperuano: 'Negro, moreno, zambo, mulato / afroperuano o afrodescendiente',
  blanco: 'Blanco', mestizo: 'Mestizo', nikkei: 'Nikkei', tusan: 'Tusán', otro: 'Otro', 'no-responde': 'No sabe / no responde',
}
const languages: Readonly<Record<string, string>> = {
  castellano: 'Castellano', quechua: 'Quechua', aimara: 'Aimara', awajun: 'Awajún', ashaninka: 'Asháninka', wampis: 'Wampis', 'shipibo-konibo': 'Shipibo-konibo', 'otra-indigena': 'Otra lengua indígena u originaria',
  senas: 'Lengua de señas peruana', extranjera: 'Lengua extranjera',
}
const kinds = { ethnicity: 'la autoidentificación étnica', language: 'la lengua materna', disability: 'la discapacidad', area: 'el área de procedencia' } as const

/** What people tell of themselves: ethnicity, mother tongue, disability, area. */
export const traits = {
  'traits.ethnicityName': (p: { code: string }) => ethnicities[p.code] ?? p.code,
  'traits.languageName': (p: { code: string }) => languages[p.code] ?? p.code,
  'traits.noConsent': 'Esta persona no tiene un consentimiento anotado: no hay nada que retirar.',
  'traits.notKept': (p: { kind: keyof typeof kinds }) => `La oficina no guarda ${kinds[p.kind]}. Si hace falta para un informe, actívelo primero en Ajustes, «Datos para desagregar». No se cambió nada.`,
  'traits.needsConsent': 'Etnia, lengua materna y discapacidad son datos sensibles (Ley 29733, art. 2.5): anote primero la fecha y el medio del consentimiento por escrito. No se cambió nada.',
  'traits.consentAhead': 'La fecha del consentimiento es posterior a hoy. No se cambió nada.',
  'traits.underTwelve': 'La autoidentificación étnica se pregunta desde los 12 años (DS 009-2019-MC). No se cambió nada.',
  'traits.unknownCode': (p: { kind: keyof typeof kinds; code: string }) => `«${p.code}» no está en la lista de la oficina para ${kinds[p.kind]}. No se cambió nada.`,
  'traits.codeTwice': 'Un mismo código figura dos veces en la lista. No se cambió nada.',
  'traits.codeInUse': (p: { name: string; n: number }) => `«${p.name}» no puede salir de la lista: ${p.n === 1 ? 'una persona lo tiene' : `${p.n} personas lo tienen`}. No se cambió nada.`,
  'traits.badBounds': 'Los grupos de edad empiezan en 0 y cada uno comienza después del anterior. No se cambió nada.',
} as const satisfies Catalogue
