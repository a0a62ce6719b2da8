import { fieldCounts } from './quotes.ts'

export const DELIMITERS = [';', ',', '\t', '|'] as const

/** Records looked at: enough for a title, a header and a habit. */
const LOOKED_AT = 300

/**
 * The delimiters that split the text into a table, the likeliest first; empty where the text has a single column.
 * A good one gives most records the same number of fields, and more than one. A comma between digits is a decimal, and one
 * before a space stands in "PÉREZ ROJAS, JUAN": neither separates unless nothing else does.
 */
export function likelyDelimiters(text: string): string[] {
  const sample = text.slice(0, 512 * 1024)
  return DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(sample, delimiter) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ delimiter }) => delimiter)
}

function scoreOf(text: string, delimiter: string): number {
  const counts = fieldCounts(text, delimiter, LOOKED_AT)
  const often = new Map<number, number>()
  for (const count of counts) often.set(count, (often.get(count) ?? 0) + 1)
  const [fields, records] = [...often].toSorted((a, b) => b[1] * Math.min(b[0], 3) - a[1] * Math.min(a[0], 3))[0] ?? [1, 0]
  if (fields < 2) return 0
  return (records / counts.length) * Math.log2(1 + fields) * (delimiter === ',' ? realCommas(text) : 1)
}

/** The share of commas that can separate at all; 0 where none follows the rule of a separator. */
function realCommas(text: string): number {
  const commas = text.split(',').length - 1
  const decimals = text.match(/(?<![\d,])\d+,\d{1,2}(?![\d,])/g)?.length ?? 0
  const spaced = text.match(/, /g)?.length ?? 0
  const real = (commas - decimals - spaced) / commas
  return real > 0.05 ? real : 0
}
