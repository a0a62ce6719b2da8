import type { contract } from '../../../shared/contract/index.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import { explainFigure } from '../counting/explain.ts'
import { factsOf } from '../counting/facts.ts'
import type { FiguresContext } from './figures.ts'
import { sentenceOf } from './seen.ts'

/** How each condition narrows what there is. What is typed or made of others has no conditions. */
export async function explained(context: FiguresContext, asked: ParsedInputOf<typeof contract.indicators.explain>): Promise<OutputOf<typeof contract.indicators.explain>> {
  const { language } = context
  const { counts } = asked
  if (counts === 'sum' || counts === 'share') return { all: 0, steps: [], value: 0, sentence: say(language, 'indicators.noConditions'), words: say(language, 'indicators.noConditions') }
  const words = await sentenceOf(context, { ...asked, parts: [], over: [] }, new Map())
  if (counts === 'manual') return { all: 0, steps: [], value: 0, sentence: say(language, 'indicators.noConditions'), words }
  return { ...explainFigure(await factsOf(context), asked, language), words }
}
