import { en } from './en/index.ts'
import { es } from './es/index.ts'

export type Language = 'es' | 'en'

/** A sentence, or a function that composes one from named values. */
export type Catalogue = Readonly<Record<string, string | ((params: never) => string)>>

/** Spanish is the source: its keys are the keys. */
export type Messages = typeof es
export type MessageKey = keyof Messages & string

/** What a sentence needs to be composed; nothing for a fixed one. */
export type ParamsOf<K extends MessageKey> = Messages[K] extends (params: infer P extends object) => string ? [params: P] : []

const catalogues: Readonly<Record<Language, Readonly<Record<string, unknown>>>> = { es, en }

/** The sentence of that key, in that language. */
export function say<K extends MessageKey>(language: Language, key: K, ...params: ParamsOf<K>): string {
  const entry = catalogues[language][key]
  if (typeof entry === 'function') return String(entry(params[0]))
  return typeof entry === 'string' ? entry : key
}
