import type { contract } from '../../../shared/contract/index.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { definitionWords } from '../counting/words.ts'
import { calledBy } from './parts.ts'
import type { Indicator } from './records.ts'
import { everyIndicator } from './records.ts'

type Seen = OutputOf<typeof contract.indicators.get>['indicator']

/** Indicators with what they count as a sentence. */
export async function indicatorsSeen(db: Reader, indicators: readonly Indicator[], language: Language): Promise<Seen[]> {
  const all = indicators.some(({ counts }) => counts === 'sum' || counts === 'share') ? await everyIndicator(db) : new Map<string, Indicator>()
  const seen: Seen[] = []
  for (const indicator of indicators) seen.push({ ...indicator, sentence: await sentenceOf(db, indicator, all, language) })
  return seen
}

/** What an indicator counts, in words. What was removed since is said, not left out. `all`: those that sums and shares may be made of. */
export async function sentenceOf(db: Reader, indicator: Pick<Indicator, 'counts' | 'once' | 'definition' | 'parts' | 'over'>, all: ReadonlyMap<string, Indicator>, language: Language): Promise<string> {
  const { counts, once, definition, parts, over } = indicator
  if (counts === 'manual') return say(language, 'indicators.isTyped')
  if (counts !== 'sum' && counts !== 'share') return definitionWords(db, definition, counts, once, language)
  const named = (ids: readonly string[]): string => {
    const names = ids.map((id) => {
      const part = all.get(id)
      return part === undefined ? say(language, 'indicators.partGone') : `“${calledBy(part)}”`
    })
    return names.length === 0 ? say(language, 'indicators.nothingYet') : new Intl.ListFormat(language).format(names)
  }
  return counts === 'sum' ? say(language, 'indicators.isSum', { parts: named(parts) }) : say(language, 'indicators.isShare', { parts: named(parts), over: named(over) })
}
