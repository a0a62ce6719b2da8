import type { Catalogue } from '../messages.ts'

/** The grid whose cells are written. It knows no subject. */
export const cellGrid = {
  'grid.wentBack': 'These cells are back as they were',
  'grid.leftOut': (p: { n: number; which: string; more: number }) =>
    `${p.n === 1 ? 'One pasted cell cannot be read and was not touched' : `${p.n} pasted cells cannot be read and were not touched`}: ${p.which}${p.more === 0 ? '.' : `; and ${p.more} more.`} Everything else was pasted.`,
  'grid.leftOutCell': (p: { written: string; place: string }) => `“${p.written}” (${p.place})`,
  'grid.beyond': (p: { n: number }) => (p.n === 1 ? 'One pasted cell falls outside the list and was not taken.' : `${p.n} pasted cells fall outside the list and were not taken.`),
  'grid.takenBack': (p: { n: number }) => (p.n === 0 ? 'Nothing to undo here' : p.n === 1 ? 'One cell undone' : `${p.n} cells undone`),
  'grid.doneAgain': (p: { n: number }) => (p.n === 0 ? 'Nothing to redo' : p.n === 1 ? 'One cell done again' : `${p.n} cells done again`),
} as const satisfies Catalogue
