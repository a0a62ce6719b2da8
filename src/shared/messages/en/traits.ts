import type { Catalogue } from '../messages.ts'

const ethnicities: Readonly<Record<string, string>> = {
  quechua: 'Quechua', aimara: 'Aymara', amazonia: 'Native or indigenous of the Amazon', 'otro-pueblo': 'Part of another indigenous people', afroperuano: 'Black, Afro-Peruvian or of African descent',
  blanco: 'White', mestizo: 'Mestizo', nikkei: 'Nikkei', tusan: 'Tusán', otro: 'Other', 'no-responde': 'Does not know / no answer',
}
const languages: Readonly<Record<string, string>> = {
  castellano: 'Spanish', quechua: 'Quechua', aimara: 'Aymara', awajun: 'Awajún', ashaninka: 'Asháninka', wampis: 'Wampis', 'shipibo-konibo': 'Shipibo-Konibo', 'otra-indigena': 'Another indigenous language',
  senas: 'Peruvian sign language', extranjera: 'Foreign language',
}
const kinds = { ethnicity: 'ethnic self-identification', language: 'mother tongue', disability: 'disability', area: 'area of origin' } as const

/** What people tell of themselves: ethnicity, mother tongue, disability, area. */
export const traits = {
  'traits.ethnicityName': (p: { code: string }) => ethnicities[p.code] ?? p.code,
  'traits.languageName': (p: { code: string }) => languages[p.code] ?? p.code,
  'traits.noConsent': 'This person has no consent on record: there is nothing to withdraw.',
  'traits.notKept': (p: { kind: keyof typeof kinds }) => `The office does not keep ${kinds[p.kind]}. If a report needs it, turn it on first in Settings, “Data for breakdowns”. Nothing was changed.`,
  'traits.needsConsent': 'Ethnicity, mother tongue and disability are sensitive data (Ley 29733, art. 2.5): write down first the date and the means of the written consent. Nothing was changed.',
  'traits.consentAhead': 'The date of the consent is after today. Nothing was changed.',
  'traits.underTwelve': 'Ethnic self-identification is asked from 12 years on (DS 009-2019-MC). Nothing was changed.',
  'traits.unknownCode': (p: { kind: keyof typeof kinds; code: string }) => `“${p.code}” is not in the office’s list for ${kinds[p.kind]}. Nothing was changed.`,
  'traits.codeTwice': 'One code stands twice in the list. Nothing was changed.',
  'traits.codeInUse': (p: { name: string; n: number }) => `“${p.name}” cannot leave the list: ${p.n === 1 ? 'one person has it' : `${p.n} people have it`}. Nothing was changed.`,
  'traits.badBounds': 'Age groups begin at 0 and each one begins after the one before. Nothing was changed.',
} as const satisfies Catalogue
