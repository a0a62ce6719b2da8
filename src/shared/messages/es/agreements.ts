import type { Catalogue } from '../messages.ts'

/** Agreements with who pays: what is refused, and why. */
export const agreements = {
  'agreements.missing': 'Ese convenio ya no existe.',
  'agreements.itemMissing': 'Ese concepto del convenio ya no existe.',
  'agreements.addendumMissing': 'Esa adenda ya no existe.',
  'agreements.partyMissing': 'Una de las partes ya no está entre las organizaciones. No se guardó nada.',
  'agreements.partyTwice': (p: { name: string }) => `«${p.name}» ya está entre las partes con ese papel. No se guardó nada.`,
  'agreements.endsBeforeStart': 'El convenio terminaría antes de empezar. Corrija las fechas; no se guardó nada.',
  'agreements.noCurrency': 'Diga primero en qué moneda está el convenio. No se guardó nada.',
  'agreements.followsItself': (p: { title: string }) => `«${p.title}» ya es continuación de este convenio: no puede ser también el anterior. No se guardó nada.`,
  'agreements.addendumBefore': 'La adenda tendría fecha anterior a la firma del convenio. No se guardó nada.',
  'agreements.addendumEndsBefore': (p: { end: string; start: string }) => `Con esa adenda el convenio terminaría el ${p.end}, antes de empezar (${p.start}). No se guardó nada.`,
  'agreements.addsToNothing': 'Hay una adenda que cambia el monto, pero el convenio no tiene monto. Escríbalo primero; no se guardó nada.',
  'agreements.belowNothing': (p: { day: string; amount: string }) => `Con la adenda del ${p.day} el monto del convenio quedaría en ${p.amount}. No se guardó nada.`,
  'agreements.sharesTooMuch': (p: { edition: string; asked: string; left: string; others: readonly { title: string; share: string }[] }) =>
    `No puede pagar el ${p.asked} % de «${p.edition}»: ${p.others.length === 0 ? 'el todo es 100 %' : `${p.others.map((one) => `«${one.title}» paga el ${one.share} %`).join(', ')} y queda el ${p.left} %`}. No se guardó nada.`,
  'agreements.editionNotThere': 'Este convenio ya no paga esa edición.',
  'agreements.editionHasBudget': (p: { concept: string }) => `El presupuesto de este convenio tiene líneas para esa edición («${p.concept}»). Quítelas primero; no se cambió nada.`,
  'agreements.itemHasBudget': (p: { concept: string }) => `La línea «${p.concept}» del presupuesto va con este concepto. Desvincúlela primero; no se quitó nada.`,
  'agreements.hasEditions': (p: { n: number }) => `No se quitó: el convenio paga ${p.n === 1 ? 'una edición' : `${p.n} ediciones`}. Quítelas primero del convenio.`,
  'agreements.hasBudget': (p: { n: number }) => `No se quitó: el convenio tiene presupuesto (${p.n === 1 ? 'una línea' : `${p.n} líneas`}). Quítelo primero.`,
  'agreements.hasFrames': (p: { n: number }) => `No se quitó: ${p.n === 1 ? 'un marco de indicadores o un informe se apoya' : `${p.n} marcos de indicadores o informes se apoyan`} en este convenio.`,
  'agreements.hasResults': (p: { n: number }) => `No se quitó: ${p.n === 1 ? 'una iniciativa o un resultado se registró' : `${p.n} iniciativas o resultados se registraron`} con este convenio.`,
  'agreements.hasSuccessor': (p: { title: string }) => `No se quitó: «${p.title}» es su continuación.`,
  'agreements.ofOrganisation': (p: { n: number }) => `No se quitó: es parte de ${p.n === 1 ? 'un convenio' : `${p.n} convenios`}. Retírela primero de ahí.`,
  'agreements.ofEdition': (p: { title: string }) => `No se quitó: el convenio «${p.title}» paga esta edición. Quítela primero del convenio.`,
  'agreements.budgetOfEdition': (p: { n: number }) => `No se quitó: la edición tiene presupuesto (${p.n === 1 ? 'una línea' : `${p.n} líneas`}). Quítelo primero.`,
} as const satisfies Catalogue
