import { searchKey } from './names.ts'

/** Sex as the DNI states it. */
export type Sex = 'F' | 'M'

export interface ReadSex {
  /** Null for a blank, a lone M whose meaning is not known, and what is not recognised. */
  readonly sex: Sex | null
  /** A lone M, and nothing said what it means: mujer or masculino. */
  readonly problem: 'ambiguous' | 'unknown' | null
}

export type MMeaning = 'mujer' | 'masculino'

const FEMALE = /^(f|fem|femenin[oa]|femenina|mujer|mujeres|muj|dama|female|woman|w|sra|srta|senora|senorita)$/
const MALE = /^(h|hombre|hombres|hom|homb|varon|varones|v|masc|masculin[oa]|male|man|caballero|sr|senor)$/

/**
 * Reads a sex as offices write it. M alone depends on the column: with H it is mujer, with F it is masculino
 * (`guessMMeaning`). 1 masculino and 2 femenino are the codes of the Planilla Electrónica.
 */
export function readSex(text: string | number | null, options: { readonly mMeans?: MMeaning | null } = {}): ReadSex {
  const word = searchKey(String(text ?? ''))
  if (word === '' || /^(s ?d|n ?a|no (indica|responde|precisa)|prefier[oe] no (decir|decirlo|responder)|x)$/.test(word)) return { sex: null, problem: null }
  if (word === 'm') {
    const sex = options.mMeans === 'mujer' ? 'F' : options.mMeans === 'masculino' ? 'M' : null
    return { sex, problem: sex === null ? 'ambiguous' : null }
  }
  if (FEMALE.test(word) || word === '2') return { sex: 'F', problem: null }
  if (MALE.test(word) || word === '1') return { sex: 'M', problem: null }
  return { sex: null, problem: 'unknown' }
}

/**
 * What M means in a column, from its other words: beside H (hombre) or V (varón) it is mujer; beside F or FEM it is
 * masculino. Null when only M stands there, when the column mixes both habits, or when no lone M needs a meaning.
 */
export function guessMMeaning(samples: readonly (string | number | null)[]): MMeaning | null {
  const words = new Set(samples.map((sample) => searchKey(String(sample ?? ''))))
  if (!words.has('m')) return null
  const hombre = words.has('h') || words.has('v')
  const femenino = words.has('f') || words.has('fem')
  if (hombre !== femenino) return hombre ? 'mujer' : 'masculino'
  if (hombre) return null
  // Whole words tell too: VARÓN and MASCULINO leave M to itself, so only words for women speak for masculino.
  const woman = [...words].some((word) => FEMALE.test(word))
  const man = [...words].some((word) => MALE.test(word))
  return woman && !man ? 'masculino' : man && !woman ? 'mujer' : null
}
