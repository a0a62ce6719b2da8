import { searchKey } from './names.ts'

/**
 * Labour regimes of the public sector: codes of Tabla 33 of the Planilla Electrónica (SUNAT/MTPE), and two of ours: L for
 * who is hired without labour link (locador; D.Leg. 1682, 3a DCF), N for whom none applies (leaders, councillors, citizens).
 */
export const regimes = ['01', '02', '14', '15', '22', '23', '99', 'L', 'N'] as const

export type Regime = (typeof regimes)[number]

export interface ReadRegime {
  /** Null where there is nothing to read, or it is not recognised. */
  readonly regime: Regime | null
  /** What else the cell says of the link ("276 NOMBRADO"); kept, because the regime alone would lose it. */
  readonly detail: 'nombrado' | 'contratado' | 'confianza' | 'plazo-fijo' | 'indeterminado' | null
  /** True where there is a text that no rule recognises. */
  readonly unknown: boolean
}

const WORDS: readonly (readonly [RegExp, Regime])[] = [
  [/\blocad|\blocacion|\borden(es)? (de )?servicio|\bos\b|\bo s\b|\bterceros?\b|\brecibos? por honorarios|\brxh\b|\brhe?\b|\bserv(icio)?s? (no personales|de terceros)|\bsnp\b|\bconsultor|\bfag\b|\bpac\b/, 'L'],
  [/\bno aplica\b|\bregidor|\bconsejer|\blider|\bciudadan|\bsociedad civil\b|\bdirigente|^n ?a$|\bsin (vinculo|regimen)\b/, 'N'],
  [/\b30057\b|^servir$|\bservicio civil\b|\blsc\b|^22$/, '22'],
  [/\b1057\b|\bcas\b|\bcontrat\w* administrativ\w* (de )?servicios?\b|^15$/, '15'],
  [/\b1024\b|\bgerentes? publicos?\b|^14$/, '14'],
  [/\b29944\b|\bmagisterio\b|\breforma magisterial\b|\b24029\b|\bdocente|^23$/, '23'],
  [/\b276\b|\bcarrera administrativa\b|^nombrad[oa]s?$|^0?2$/, '02'],
  [/\b728\b|\bregimen (laboral )?(privado|de la actividad privada)\b|\bactividad privada\b|^cap$|^0?1$/, '01'],
  [/^otr[oa]s?$|\bcarreras? especial|\b23733\b|\b30220\b|\b28359\b|\bserums\b|\bpracticante|^99$/, '99'],
]

const DETAILS: readonly (readonly [RegExp, NonNullable<ReadRegime['detail']>])[] = [
  [/\bnombrad/, 'nombrado'], [/\bconfianza\b/, 'confianza'], [/\bindeterminad|\bindeterm\b/, 'indeterminado'],
  [/\bplazo fijo\b|\btransitori|\btemporal|\bsuplencia\b|\bdeterminad/, 'plazo-fijo'], [/\bcontratad/, 'contratado'],
]

/** Reads a regime as offices write it: '728', 'CAS', '276 NOMBRADO', 'D.Leg. 1057', 'DL 1057', 'Ley 30057', 'LOCADOR', 'SERVIR'. */
export function readRegime(text: string | number | null): ReadRegime {
  // "D.L. N° 1057" and "Ley N°30057": the sign must not stick to the figures.
  const raw = String(text ?? '').replace(/n\s*[°º.]+\s*/gi, ' ')
  const words = searchKey(raw)
  if (words === '' || /^(s ?d|s ?n|x+|no (indica|precisa))$/.test(words)) return { regime: null, detail: null, unknown: false }
  // The codes themselves, as the app writes them.
  const own = regimes.find((code) => code === String(text).trim().toUpperCase())
  const regime = own ?? WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null
  const detail = DETAILS.find(([pattern]) => pattern.test(words))?.[1] ?? null
  return { regime, detail, unknown: regime === null }
}

/** Groups of servers that a regime knows: Ley 30057 art. 2, D.Leg. 276 art. 9; where neither rules, Ley 28175 art. 4. */
export const serverGroups = {
  '22': ['funcionario-publico', 'directivo-publico', 'servidor-carrera', 'actividades-complementarias'],
  '02': ['funcionario', 'profesional', 'tecnico', 'auxiliar'],
  other: ['funcionario-publico', 'empleado-confianza', 'directivo-superior', 'ejecutivo', 'especialista', 'apoyo'],
} as const

/** The groups to offer for a regime; none where there is no labour link. */
export function groupsOf(regime: Regime): readonly string[] {
  if (regime === 'L' || regime === 'N') return []
  return regime === '22' || regime === '02' ? serverGroups[regime] : serverGroups.other
}

/** The class of participant that a regime implies, when it implies one. */
export function personClassOf(regime: Regime | null): 'servidor' | 'locador' | null {
  return regime === null || regime === 'N' ? null : regime === 'L' ? 'locador' : 'servidor'
}
