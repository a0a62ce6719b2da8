import { searchKey } from './names.ts'

/**
 * Kinds of organisation that people are sent by. The first ones are the State's, then companies, academy and politics,
 * then the organisations of community leaders as regional norms name them.
 */
export const organisationKinds = [
  'gobierno-central', 'congreso', 'poder-judicial', 'organismo-autonomo', 'gobierno-regional', 'municipalidad-provincial', 'municipalidad-distrital',
  'municipalidad-centro-poblado', 'mancomunidad', 'empresa-publica', 'empresa-privada', 'camara-gremio', 'universidad', 'instituto', 'institucion-educativa', 'ong', 'partido-politico',
  'colegio-profesional', 'medio', 'cooperacion-internacional', 'comunidad-campesina', 'comunidad-nativa', 'federacion-indigena', 'asentamiento-humano', 'junta-vecinal', 'organizacion-social',
  'comite-vaso-leche', 'ronda-campesina', 'ronda-urbana', 'comite-autodefensa', 'comedor-popular', 'club-madres', 'jass', 'apafa', 'asociacion-productores', 'mesa-concertacion', 'red-jovenes',
  'sindicato', 'asociacion', 'otro',
] as const

export type OrganisationKind = (typeof organisationKinds)[number]

/** Short forms as offices write them, on folded text, in this order; each gives the words they stand for. */
const EXPANSIONS: readonly (readonly [RegExp, string])[] = [
  [/\bmunic?i?p?(alidad)?\b(?= (prov|dist|metrop|de|del|c p|cp|centro)\b| prov| dist| metrop)/g, 'municipalidad'],
  [/\bmuni(c|cip|cipal|cipalid)?\b/g, 'municipalidad'],
  [/\bm(?= ?(prov|dist)\b)/g, 'municipalidad'],
  [/\bprov(i|inc|inci)?\b/g, 'provincial'],
  [/\bdist(r|rit|ri)?\b/g, 'distrital'],
  [/\bmetrop\b/g, 'metropolitana'],
  [/\b(gob|gbno|gobno|gno|gobier)\b/g, 'gobierno'],
  [/\bgore\b/g, 'gobierno regional'],
  [/\b(reg|regio)\b/g, 'regional'],
  [/\bmin(?= (de|del)\b)/g, 'ministerio'],
  [/\bminist\b/g, 'ministerio'],
  [/\b(univ|universid)\b/g, 'universidad'],
  [/\b(nac|nacion)\b/g, 'nacional'],
  [/\b(inst)\b/g, 'instituto'],
  [/\b(dir|direc|direcc)\b/g, 'direccion'],
  [/\b(ger)\b/g, 'gerencia'],
  [/\b(of|ofic)\b(?= )/g, 'oficina'],
  [/\b(asoc)\b/g, 'asociacion'],
  [/\b(fed)\b/g, 'federacion'],
  [/\b(com)(?= (nat|nativa|camp|campesina)\b)/g, 'comunidad'],
  [/\bnat\b/g, 'nativa'],
  [/\bcamp\b/g, 'campesina'],
  [/\b(c n|cn|cc nn|ccnn)\b(?= )/g, 'comunidad nativa'],
  [/\b(c c|cc cc|cccc)\b(?= )/g, 'comunidad campesina'],
  [/\b(aa hh|aahh|a h|ah|asent humano|asent h)\b(?= )/g, 'asentamiento humano'],
  [/\b(c p|cp|c poblado|ccpp)\b(?= )/g, 'centro poblado'],
  [/\b(i e|ie)\b(?= )/g, 'institucion educativa'],
  [/\b(presid|pres)\b(?= (del|de) )/g, 'presidencia'],
  [/\bpcm\b/g, 'presidencia del consejo de ministros'],
  [/\bmef\b/g, 'ministerio de economia y finanzas'],
  [/\bminedu\b/g, 'ministerio de educacion'],
  [/\bminsa\b/g, 'ministerio de salud'],
  [/\bminam\b/g, 'ministerio del ambiente'],
  [/\bmidis\b/g, 'ministerio de desarrollo e inclusion social'],
  [/\bmincul\b/g, 'ministerio de cultura'],
  [/\bmincetur\b/g, 'ministerio de comercio exterior y turismo'],
  [/\b(autoridad nacional del servicio civil)\b/g, 'servir'],
]
const GLUE = new Set(['de', 'del', 'la', 'las', 'los', 'el', 'y', 'e', 'en'])
/** Legal forms that one list writes and another leaves out. */
const LEGAL = /\b(s a c|sac|s a a|saa|s a|e i r l|eirl|s r l|srl|s c r l|scrl)$/

/**
 * Key by which two writings of one organisation meet: short forms written out, accents, particles, legal forms and signs
 * set aside. "Munic. Prov. Arequipa" and "MUNICIPALIDAD PROVINCIAL DE AREQUIPA" have the same; siglas alone ("MPA") do
 * not, because they are not unique in Peru: see proposedName.
 */
export function organisationKey(name: string): string {
  const written = EXPANSIONS.reduce((text, [short, whole]) => text.replace(short, whole), searchKey(proposedWords(name)))
  const words = written.replace(LEGAL, '').split(' ').filter((word) => word !== '' && !GLUE.has(word))
  return words.length > 0 ? words.join(' ') : searchKey(name)
}

/** "Municipalidad Provincial de Cusco (MPC)": siglas between brackets at the end say nothing more. */
function proposedWords(name: string): string {
  return name.replace(/\s*\([^()]{1,12}\)\s*$/, '')
}

/** Siglas of municipalities and regions, followed by the place that tells which: "MPC - Cusco", "MD Imaza", "GR Cusco". */
const SIGLAS: readonly (readonly [RegExp, string])[] = [
  [/^(mp|m p)(\p{L})?$/u, 'municipalidad provincial'],
  [/^(md|m d)(\p{L}{1,3})?$/u, 'municipalidad distrital'],
  [/^(gr|g r|gore)(\p{L}{0,3})$/u, 'gobierno regional'],
]

/**
 * What siglas with a place may stand for, as a key: "MPC - Cusco" proposes that of the Municipalidad Provincial de Cusco.
 * A proposal for a person to accept: the same siglas serve several (GRA is four regions), and the place may be the sede
 * of something else. Null where there is nothing to propose; siglas without a place propose nothing.
 */
export function proposedOrganisationKey(name: string): string | null {
  const match = /^\s*([\p{L}.]{2,8})\s*(?:[-–—/:]|\s)\s*(?:de\s+)?(\p{L}[\p{L}\s]{2,})$/u.exec(name)
  if (!match) return null
  const siglas = searchKey(match[1] ?? '').replaceAll(' ', '')
  const whole = SIGLAS.find(([short]) => short.test(siglas))?.[1]
  return whole === undefined ? null : organisationKey(`${whole} ${match[2]}`)
}

/** Words (folded, short forms written out) that tell the kind; the first that fits decides. */
const KIND_WORDS: readonly (readonly [RegExp, OrganisationKind])[] = [
  [/\bvaso (de )?leche\b/, 'comite-vaso-leche'],
  [/\bcomedor(es)?\b/, 'comedor-popular'],
  [/\bclub(es)? (de )?madres\b/, 'club-madres'],
  [/\bronda(s)? urbana/, 'ronda-urbana'],
  [/\bronda(s)?( campesina| nativa)?\b|\bcentral (unica )?(de )?rondas\b/, 'ronda-campesina'],
  [/\bjass\b|\bjunta administradora (de )?(servicios|agua)/, 'jass'],
  [/\bapafa\b|\bpadres (de )?familia\b/, 'apafa'],
  [/\b(comite|cad)( de)? autodefensa\b/, 'comite-autodefensa'],
  [/\bjunta(s)? vecinal|\bvecinal(es)?\b|\bjunta (de )?vecinos\b|\bjuveco\b/, 'junta-vecinal'],
  [/\bmesa (de )?concertacion\b|\bmclcp\b/, 'mesa-concertacion'],
  [/\b(red|consejo|organizacion) (regional |provincial |distrital )?(de |de la )?(jovenes|juventud|juvenil)/, 'red-jovenes'],
  [/\bfederacion\b.*\b(indigena|nativa|awajun|wampis|kukama|achuar|quechua|comunidades|pueblos)|\b(aidesep|conap|orpio|orpian|codepisam|acodecospat|fediquep|fenap|feconacor|opikafpe|coica|cecosami|aconakku)\b/, 'federacion-indigena'],
  [/\bcomunidad nativa\b/, 'comunidad-nativa'],
  [/\bcomunidad campesina\b/, 'comunidad-campesina'],
  [/\basentamiento humano\b|\bpueblo joven\b/, 'asentamiento-humano'],
  [/\bmancomunidad\b/, 'mancomunidad'],
  [/\bmunicipalidad\b.*\bcentro poblado\b/, 'municipalidad-centro-poblado'],
  [/\bmunicipalidad (provincial|metropolitana)\b|\bmml\b/, 'municipalidad-provincial'],
  [/\bmunicipalidad\b/, 'municipalidad-distrital'],
  [/\buniversidad\b|\bpucp\b|\bunmsm\b|\buniversity\b|\bescuela (de )?posgrado\b/, 'universidad'],
  [/\bgobierno regional\b|\b(direccion|gerencia) regional\b|\b(dre|ugel|diresa|geresa|drtc)\b/, 'gobierno-regional'],
  [/\binstitucion educativa\b|\bcolegio (nacional|particular|estatal)\b|\bescuela primaria\b/, 'institucion-educativa'],
  [/\bcolegio (de )?(\w+ )?(abogados|ingenieros|economistas|contadores|medicos|arquitectos|periodistas|enfermeros|profesores|administradores)/, 'colegio-profesional'],
  [/\binstituto (de educacion )?superior\b|\b(iestp|iesp|senati|cenfotec)\b|\binstituto (pedagogico|tecnologico)\b/, 'instituto'],
  [/\bcongreso (de )?(la )?republica\b|^congreso$/, 'congreso'],
  [/\bpoder judicial\b|\bcorte superior\b|\bcorte suprema\b|\bjuzgado\b/, 'poder-judicial'],
  [/\bdefensoria\b|\bcontraloria\b|\bministerio publico\b|\bfiscalia\b|\bjurado nacional\b|\b(jne|onpe|reniec|bcrp|sbs|tribunal constitucional|junta nacional (de )?justicia)\b|\bbanco central\b/, 'organismo-autonomo'],
  [/\bministerio\b|\bpresidencia (del )?consejo\b|\b(servir|sunat|essalud|sunarp|indecopi|osinergmin|sunass|ositran|ceplan|senamhi|sernanp|inei|inia|devida|pronabec|cofopri|sunafil|osiptel|oefa|inpe|policia nacional|ejercito|marina de guerra|concytec|cenepred|indeci)\b|\bautoridad nacional\b|\bsuperintendencia\b|\bprograma nacional\b|\bprefectura\b/, 'gobierno-central'],
  [/\bpartido\b|\bmovimiento (regional|politico|independiente)\b|\balianza electoral\b/, 'partido-politico'],
  [/\bcamara (de )?comercio\b|\bgremio\b|\bconfiep\b|\bsociedad nacional\b|\bcamara\b/, 'camara-gremio'],
  [/\bsindicato\b|\bsute\b|\bsutep\b|\bcgtp\b/, 'sindicato'],
  [/\b(petroperu|sedapal|electro\w*|seda\w*|eps|corpac|enapu|adinelsa|egesur|egasa|san gaban|banco (de la )?nacion|cofide|fonafe|serpost)\b|\bempresa (publica|municipal|del estado)\b|\bemapa\w*\b|\bbeneficencia\b/, 'empresa-publica'],
  [/\b(koica|usaid|aecid|giz|pnud|undp|unicef|caf|bid|banco mundial|cooperacion (alemana|suiza|espanola|coreana)|naciones unidas|union europea|embajada)\b/, 'cooperacion-internacional'],
  [/\b(ong|organizacion no gubernamental|ongd|fundacion|caritas|sociedad civil)\b/, 'ong'],
  [/\b(radio|television|diario|periodico|prensa)\b/, 'medio'],
  [/\basociacion\b.*\b(productores|ganaderos|agricultores|agropecuaria|artesanos|cafetaleros|agraria)|\bcooperativa agraria\b|\bcomite (de )?productores\b/, 'asociacion-productores'],
  [/\borganizacion social\b|\bosb\b|\borganizacion (de )?mujeres\b/, 'organizacion-social'],
  [/\bcomunidad\b/, 'comunidad-campesina'],
  [/\bfederacion\b/, 'asociacion'],
  [/\b(asociacion|comite|frente|red|colectivo|cooperativa|junta)\b/, 'asociacion'],
  [/\b(empresa|compania|consultora|consorcio|corporacion|minera|constructora|banco|caja)\b|\b(s a c|sac|s a a|saa|s a|e i r l|eirl|s r l|srl|s c r l|scrl)$/, 'empresa-privada'],
]

/** The kind that a name tells; null when it tells none, so that a person chooses. */
export function guessOrganisationKind(name: string): OrganisationKind | null {
  const written = EXPANSIONS.reduce((text, [short, whole]) => text.replace(short, whole), searchKey(name))
  const kind = KIND_WORDS.find(([words]) => words.test(written))?.[1]
  if (kind !== undefined) return kind
  const proposed = proposedOrganisationKey(name)
  return proposed === null ? null : guessOrganisationKind(proposed)
}
