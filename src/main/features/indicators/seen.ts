import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { definitionWords } from '../counting/words.ts'
import type { FiguresContext } from './figures.ts'
import { calledBy } from './parts.ts'
import type { Indicator } from './records.ts'
import { everyIndicator } from './records.ts'

type SentenceContext = Pick<FiguresContext, 'db' | 'about' | 'language'>
type Seen = OutputOf<typeof contract.indicators.get>['indicator']

/** Indicators with what they count as a sentence. */
export async function indicatorsSeen(context: SentenceContext, indicators: readonly Indicator[]): Promise<Seen[]> {
  const all = indicators.some(({ counts }) => counts === 'sum' || counts === 'share') ? await everyIndicator(context.db) : new Map<string, Indicator>()
  const seen: Seen[] = []
  for (const indicator of indicators) seen.push({ ...indicator, sentence: await sentenceOf(context, indicator, all) })
  return seen
}

/** What an indicator counts, in words. What was removed since is said, not left out. `all`: those that sums and shares may be made of. */
export async function sentenceOf({ db, about, language }: SentenceContext, indicator: Pick<Indicator, 'counts' | 'once' | 'definition' | 'parts' | 'over'>, all: ReadonlyMap<string, Indicator>): Promise<string> {
  const { counts, once, definition, parts, over } = indicator
  if (counts === 'manual') return say(language, 'indicators.isTyped')
  if (counts !== 'sum' && counts !== 'share') return definitionWords(db, definition, counts, once, language, about)
  const named = (ids: readonly string[]): string => {
    const names = ids.map((id) => {
      const part = all.get(id)
      return part === undefined ? say(language, 'indicators.partGone') : `«${calledBy(part)}»`
    })
    return names.length === 0 ? say(language, 'indicators.nothingYet') : new Intl.ListFormat(language).format(names)
  }
  return counts === 'sum' ? say(language, 'indicators.isSum', { parts: named(parts) }) : say(language, 'indicators.isShare', { parts: named(parts), over: named(over) })
}
