import type { Catalogue } from '../messages.ts'

/** Marks, rules and who earned what: the sentences that the core says. */
export const results = {
  'results.itemMissing': 'Esa nota ya no existe.',
  'results.requirementMissing': 'Ese requisito ya no existe.',
  'results.paperMissing': 'Este curso ya no otorga ese documento.',
  'results.exceptionMissing': 'Esa excepción ya no existe.',
  'results.sameItem': (p: { name: string }) => `Ya hay una nota llamada «${p.name}» en esta edición. Elija otro nombre.`,
  'results.sameRequirement': (p: { name: string }) => `Ya hay un requisito llamado «${p.name}» en esta edición. Elija otro nombre.`,
  'results.scaleTurned': (p: { min: string; max: string }) => `La escala va de ${p.min} a ${p.max}: la nota más alta debe ser mayor que la más baja.`,
  'results.strandsMarks': (p: { n: number; item: string; person: string; value: string; min: string; max: string }) =>
    `No se cambió la escala de «${p.item}»: ${p.n === 1 ? 'una nota ya escrita quedaría' : `${p.n} notas ya escritas quedarían`} fuera de ${p.min} a ${p.max} (${p.person}: ${p.value}).`,
  'results.itemMarked': (p: { name: string; n: number }) => `No se puede quitar «${p.name}»: ya tiene ${p.n === 1 ? 'una nota escrita' : `${p.n} notas escritas`}.`,
  'results.requirementChecked': (p: { name: string; n: number }) => `No se puede quitar «${p.name}»: ya está anotado para ${p.n === 1 ? 'una persona' : `${p.n} personas`}.`,
  'results.offScale': (p: { person: string; item: string; value: string; min: string; max: string }) =>
    `${p.person}: ${p.value} en «${p.item}» está fuera de la escala, que va de ${p.min} a ${p.max}. No se escribió ninguna nota.`,
  'results.otherEdition': (p: { person: string; name: string }) => `${p.person} no lleva «${p.name}»: es de otra edición. No se escribió nada.`,
  'results.noParticipant': (p: { person: string }) => `${p.person} no es participante: solo los participantes llevan notas y requisitos. No se escribió nada.`,
  'results.attemptBefore': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: escriba antes el intento ${p.attempt - 1} de «${p.item}» (NP si no se presentó). No se escribió ninguna nota.`,
  'results.attemptAfter': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: el intento ${p.attempt} de «${p.item}» no se borra mientras haya uno posterior. No se cambió ninguna nota.`,
} as const satisfies Catalogue
