import type { MessageKey } from '../../shared/messages/messages.ts'
import type { Place } from '../router.ts'

/** What each place is called. */
export const PLACE_WORDS = {
  home: 'frame.home',
  people: 'frame.people',
  programmes: 'frame.programmes',
  certificates: 'frame.certificates',
  settings: 'frame.settings',
} as const satisfies Readonly<Record<Place, MessageKey>>
