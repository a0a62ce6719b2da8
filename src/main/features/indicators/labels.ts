import { categoryLabel as engineCategory, dimensionLabel as engineDimension } from '../counting/categories.ts'
import type { Book } from './book.ts'

/** A dimension in the reader's words. */
export function dimensionLabel({ facts, context: { language } }: Book, dimension: string): string {
  return engineDimension(facts, dimension, null, language)
}

/** A category in the reader's words; what the register no longer knows is shown by its key. */
export function categoryLabel({ facts, context: { language } }: Book, dimension: string, key: string): string {
  return engineCategory(facts, dimension, key, language)
}
