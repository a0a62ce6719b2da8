import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { annul } from './corrections/annul.ts'
import { annulmentSeen, correctionLog, correctionSeen } from './corrections/log.ts'
import { printNotes } from './corrections/note.ts'

export const corrections: Handlers<typeof contract.corrections> = {
  affected: () => Promise.reject(new Error('not built yet')),
  reissue: () => Promise.reject(new Error('not built yet')),
  annul: (context, input) => annul(context, input),
  note: (context, { correctionId }) => printNotes(context, correctionId),
  list: ({ db }, window) => correctionLog(db, window),
  get: ({ db, language }, { correctionId }) => correctionSeen(db, correctionId, language),
  annulment: ({ db }, { annulmentId }) => annulmentSeen(db, annulmentId),
}
