import type { Catalogue } from '../messages.ts'

/** The five programmes that come as examples. */
export const examples = {
  'examples.notHere': 'Example programmes are loaded only into the example office, so that invented people never mix with yours. Open the example first.',
  'examples.alreadyThere': (p: { title: string }) => `“${p.title}” is loaded already. Nothing was changed.`,
  'examples.title': 'Example programmes',
  'examples.about': 'Each one is complete: roster, attendance, record of results, papers, agreement, indicators and report. All people are invented.',
  'examples.load': 'Load',
  'examples.loadOne': (p: { title: string }) => `Load “${p.title}”`,
  'examples.loading': (p: { title: string }) => `Loading “${p.title}”`,
  'examples.loaded': 'Loaded',
} as const satisfies Catalogue
