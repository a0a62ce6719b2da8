import { say } from '../../../shared/messages/messages.ts'
import type { Book } from './book.ts'

/** A dimension in the reader's words. */
export function dimensionLabel(_book: Book, dimension: string): string {
  return dimension
}

/** A category in the reader's words; what the register no longer knows is shown by its key. */
export function categoryLabel(book: Book, _dimension: string, key: string): string {
  return key === '' ? say(book.context.language, 'indicators.unknown') : key
}
