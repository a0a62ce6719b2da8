import type { es } from '../es/index.ts'
import { core } from './core.ts'
import { fields } from './fields.ts'
import { reports } from './reports.ts'

/** The same sentences in English: the compiler names whichever is missing or takes other values. */
export const en: { readonly [K in keyof typeof es]: (typeof es)[K] extends string ? string : (typeof es)[K] } = {
  ...core,
  ...fields,
  ...reports,
}
