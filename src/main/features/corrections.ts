import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { affectedBy } from './corrections/affected.ts'
import { annul } from './corrections/annul.ts'
import { annulmentSeen, correctionLog, correctionSeen } from './corrections/log.ts'
import { printNotes } from './corrections/note.ts'
import { reissue } from './corrections/reissue.ts'

export const corrections: Handlers<typeof contract.corrections> = {
  affected: ({ db, language, now }, which) => affectedBy(db, which, { language, now: now() }),
  reissue: (context, input) => reissue(context, input),
  annul: (context, input) => annul(context, input),
  note: (context, { correctionId }) => printNotes(context, correctionId),
  list: ({ db }, window) => correctionLog(db, window),
  get: ({ db, language }, { correctionId }) => correctionSeen(db, correctionId, language),
  annulment: ({ db }, { annulmentId }) => annulmentSeen(db, annulmentId),
}
