import type { Catalogue } from '../messages.ts'

/** Printing, signing, handing over. */
export const delivery = {
  'delivery.sheetTitle': 'Hoja de entrega',
  'delivery.paperNumber': 'N.º de documento entregado',
  'delivery.day': 'Fecha',
  'delivery.papers': 'Documentos',
  'delivery.numbers': 'Números',
  'delivery.printedOn': 'Fecha de la hoja',
  'delivery.declaration': 'Constancia de recepción',
  'delivery.declarationText': 'Quienes firman recibieron el original de su certificado o constancia en la fecha que anotan.',
  'delivery.andOthers': (p: { shown: string; n: number }) => `${p.shown} y ${p.n} más`,
  'delivery.forAll': 'Todas las organizaciones',
  'delivery.withoutOrganisation': 'Sin organización',
  'delivery.sheetHint': 'Firme en su fila y anote la fecha. Si recibe otra persona, escriba junto a su firma su nombre y su DNI. No escriba sobre los códigos.',
  'delivery.handedBy': 'Entregado por (nombre y firma)',
  'delivery.runMissing': 'Esa impresión ya no está en el registro.',
  'delivery.sheetMissing': 'Esa hoja de entrega ya no está en el registro.',
  'delivery.handoverMissing': 'Esa entrega ya no está anotada.',
  'delivery.reprintWhy': (p: { n: number }) =>
    p.n === 1 ? 'Uno de estos documentos ya se imprimió antes: escriba por qué se imprime otra vez. No se imprimió nada.' : `${p.n} de estos documentos ya se imprimieron antes: escriba por qué se imprimen otra vez. No se imprimió nada.`,
  'delivery.notInForce': (p: { n: number; number: string }) =>
    p.n === 1 ? `El documento ${p.number} fue reemplazado o anulado y ya no se imprime ni se entrega. No se hizo nada.` : `${p.n} de estos documentos fueron reemplazados o anulados (el primero, ${p.number}) y ya no se imprimen ni se entregan. No se hizo nada.`,
  'delivery.rangeBackwards': (p: { from: number; to: number }) => `El rango ${p.from}-${p.to} está al revés: escriba primero el número menor. No se anotó nada.`,
  'delivery.rangeBeyond': (p: { to: number; n: number }) => `El montón tiene ${p.n} documentos y el rango llega al ${p.to}. No se anotó nada.`,
  'delivery.rangeTwice': (p: { position: number }) => `El ${p.position} figura en dos rangos. Diga una sola vez cómo salió. No se anotó nada.`,
  'delivery.nothingToSign': 'Todos los documentos elegidos ya figuran firmados, o fueron reemplazados o anulados. No se anotó nada.',
  'delivery.nothingToHand': 'Todos los documentos elegidos ya figuran entregados, o fueron reemplazados o anulados. No se anotó nada.',
  'delivery.later': (p: { day: string }) => `El ${p.day} todavía no llega: revise la fecha. No se anotó nada.`,
  'delivery.rowBeyond': (p: { row: number; n: number; code: string }) => `La hoja ${p.code} tiene ${p.n} filas y se indicó la ${p.row}. No se anotó nada.`,
  'delivery.rowTwice': (p: { row: number }) => `La fila ${p.row} figura dos veces. No se anotó nada.`,
  'delivery.rowHanded': (p: { row: number; number: string }) => `La fila ${p.row} (${p.number}) ya figura entregada. No se anotó nada: quítela e intente de nuevo.`,
} as const satisfies Catalogue
