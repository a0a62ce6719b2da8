import type { contract } from '../../../shared/contract/index.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { holds } from '../../db/queries.ts'

type Seen = OutputOf<typeof contract.evidence.list>[number]

/** Evidence of a session (the pages of its sheets too), of a sheet, of a check, or what waits in the tray; in the order of arrival. */
export async function evidenceSeen(db: Reader, which: ParsedInputOf<typeof contract.evidence.list>, language: Language): Promise<Seen[]> {
  const { sessionId, sheetId, checkId, tray } = which
  let ask = db
    .selectFrom('evidence')
    .innerJoin('assets', 'assets.id', 'evidence.assetId')
    .leftJoin('sheets', 'sheets.id', 'evidence.sheetId')
    .leftJoin('sessions', 'sessions.id', 'evidence.sessionId')
    .select(['evidence.id', 'evidence.fileName', 'evidence.filePage', 'evidence.kind', 'evidence.sheetId', 'evidence.page', 'evidence.sessionId', 'evidence.checkId'])
    .select(['evidence.placedBy', 'evidence.turns', 'evidence.note', 'evidence.addedAt', 'assets.type as fileType'])
    .select(['sheets.code', 'sheets.pages', 'sheets.day as sheetDay', 'sessions.day as sessionDay', 'sessions.subject'])
    .where('evidence.removedAt', 'is', null)
    .orderBy('evidence.page')
    .orderBy('evidence.addedAt')
    .orderBy('evidence.id')
  if (sessionId !== undefined) ask = ask.where((test) => test.or([test('evidence.sessionId', '=', sessionId), holds(test.fn.coalesce('sheets.sessionIds', test.val('')), sessionId)]))
  if (sheetId !== undefined) ask = ask.where('evidence.sheetId', '=', sheetId)
  if (checkId !== undefined) ask = ask.where('evidence.checkId', '=', checkId)
  if (tray) ask = ask.where('evidence.sheetId', 'is', null).where('evidence.sessionId', 'is', null).where('evidence.checkId', 'is', null)
  const rows = await ask.execute()
  return rows.map(({ code, pages, sheetDay, sessionDay, subject, ...row }) => ({ ...row, place: placeOf({ ...row, code, pages, sheetDay, sessionDay, subject }, language) }))
}

interface Placed {
  readonly page: number | null
  readonly code: string | null
  readonly pages: number | null
  readonly sheetDay: string | null
  readonly sessionDay: string | null
  readonly subject: string | null
}

function placeOf({ page, code, pages, sheetDay, sessionDay, subject }: Placed, language: Language): string | null {
  if (page !== null && code !== null && pages !== null) return say(language, 'evidence.pagePlace', { page, pages, code, day: formatDate(sheetDay) })
  if (sessionDay !== null && subject !== null) return say(language, 'evidence.sessionPlace', { day: formatDate(sessionDay), subject })
  return null
}
