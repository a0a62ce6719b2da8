import type { Catalogue } from '../messages.ts'

/** The grid whose cells are written. It knows no subject. */
export const cellGrid = {
  'grid.wentBack': 'Estas celdas vuelven a como estaban',
  'grid.leftOut': (p: { n: number; which: string; more: number }) =>
    `${p.n === 1 ? 'Una celda de lo pegado no se entiende y no se tocó' : `${p.n} celdas de lo pegado no se entienden y no se tocaron`}: ${p.which}${p.more === 0 ? '.' : `; y ${p.more} más.`} Lo demás se pegó.`,
  'grid.leftOutCell': (p: { written: string; place: string }) => `«${p.written}» (${p.place})`,
  'grid.beyond': (p: { n: number }) => (p.n === 1 ? 'Una celda de lo pegado cae fuera de la lista y no se tomó.' : `${p.n} celdas de lo pegado caen fuera de la lista y no se tomaron.`),
  'grid.takenBack': (p: { n: number }) => (p.n === 0 ? 'Nada que deshacer aquí' : p.n === 1 ? 'Se deshizo una celda' : `Se deshicieron ${p.n} celdas`),
  'grid.doneAgain': (p: { n: number }) => (p.n === 0 ? 'Nada que rehacer' : p.n === 1 ? 'Se rehízo una celda' : `Se rehicieron ${p.n} celdas`),
} as const satisfies Catalogue
