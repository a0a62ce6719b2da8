import type { Definition } from '../../../shared/contract/counting.ts'
import type { CountedThing } from '../../../shared/domain/counting/dimensions.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'

/** A definition as a sentence that the office reads, with the names of what it points at. */
export async function definitionWords(_db: Reader, _definition: Definition, _counts: CountedThing, _once: 'ever' | 'period', _language: Language): Promise<string> {
  return ''
}
