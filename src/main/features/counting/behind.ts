import type { Language } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { BehindRef, BehindRow } from './model.ts'

/** What stands behind a figure as people read it, in the order given. */
export async function describeBehind(_db: Reader, _refs: readonly BehindRef[], _language: Language): Promise<BehindRow[]> {
  return []
}
