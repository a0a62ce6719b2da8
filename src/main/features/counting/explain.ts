import type { Language } from '../../../shared/messages/messages.ts'
import type { Asked } from './count.ts'
import type { Exclusions, Facts } from './model.ts'

/** How each condition narrows what there is, in the order of the sentence. */
export function explainFigure(_facts: Facts, _asked: Asked, _language: Language): Exclusions {
  return { all: 0, steps: [], value: 0, sentence: '' }
}
