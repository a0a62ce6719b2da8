import { searchKey } from './names.ts'
import type { OrganisationKind } from './organisations.ts'

/** Where a participant comes from, as funders count them (CAF: central, regional and local government, companies…). */
export const sectors = ['central', 'regional', 'local', 'empresa', 'sociedad-civil', 'partido', 'universidad', 'organizacion-social', 'otro'] as const

export type Sector = (typeof sectors)[number]

const WORDS: readonly (readonly [RegExp, Sector])[] = [
  [/\b(social(es)? de base|comunal(es)?|comunitari[oa]|comunidad(es)?|rondas?|vecinal(es)?|indigena)\b/, 'organizacion-social'],
  [/\b(universidad|univ|academi[ac]o?|acad)\b/, 'universidad'],
  [/\b(partido|partidos|politico|movimiento politico)\b/, 'partido'],
  [/\b(sociedad civil|soc civil|ong|ongs|sin fines de lucro|no gubernamental|no lucrativa|tercer sector)\b/, 'sociedad-civil'],
  [/\b(empresa|empresas|empresarial|privad[oa]s?|sector privado|emp)\b/, 'empresa'],
  [/\b(regional|gore|reg|region)\b/, 'regional'],
  [/\b(local|locales|municipal|municipalidad|munic|muni|distrital|provincial)\b/, 'local'],
  [/\b(central|nacional|ministerio|ejecutivo|poder ejecutivo|congreso|legislativo)\b/, 'central'],
  [/^otr[oa]s?$/, 'otro'],
]

/**
 * The sector that a roster's word means: 'Gob. Central', 'LOCAL', 'Gob. Regional', 'Partido político', 'Empresa privada'.
 * Null for a blank, and for what is not recognised.
 */
export function readSector(text: string | null): Sector | null {
  const words = searchKey(text ?? '')
  return words === '' ? null : (WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null)
}

const SECTOR_OF: Readonly<Record<OrganisationKind, Sector>> = {
  'gobierno-central': 'central', congreso: 'central', 'poder-judicial': 'central', 'organismo-autonomo': 'central',
  'gobierno-regional': 'regional',
  'municipalidad-provincial': 'local', 'municipalidad-distrital': 'local', 'municipalidad-centro-poblado': 'local', mancomunidad: 'local',
  'empresa-publica': 'empresa', 'empresa-privada': 'empresa', 'camara-gremio': 'empresa', medio: 'empresa',
  universidad: 'universidad', instituto: 'universidad', 'institucion-educativa': 'regional',
  ong: 'sociedad-civil', 'colegio-profesional': 'sociedad-civil', 'cooperacion-internacional': 'otro', sindicato: 'sociedad-civil', asociacion: 'sociedad-civil',
  'mesa-concertacion': 'sociedad-civil', 'red-jovenes': 'sociedad-civil', 'asociacion-productores': 'sociedad-civil',
  'partido-politico': 'partido',
  'comunidad-campesina': 'organizacion-social', 'comunidad-nativa': 'organizacion-social', 'federacion-indigena': 'organizacion-social',
  'asentamiento-humano': 'organizacion-social', 'junta-vecinal': 'organizacion-social', 'organizacion-social': 'organizacion-social',
  'comite-vaso-leche': 'organizacion-social', 'ronda-campesina': 'organizacion-social', 'ronda-urbana': 'organizacion-social',
  'comite-autodefensa': 'organizacion-social', 'comedor-popular': 'organizacion-social', 'club-madres': 'organizacion-social', jass: 'organizacion-social', apafa: 'organizacion-social',
  otro: 'otro',
}

/** The sector that an organisation of a kind belongs to, for rosters that state none. */
export function sectorOfKind(kind: OrganisationKind): Sector {
  return SECTOR_OF[kind]
}
