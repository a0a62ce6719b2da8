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
  'results.tooPrecise': (p: { person: string; item: string; value: string }) => `${p.person}: ${p.value} en «${p.item}» tiene más de dos decimales. Escríbala con dos a lo más. No se escribió ninguna nota.`,
  'results.otherEdition': (p: { person: string; name: string }) => `${p.person} no lleva «${p.name}»: es de otra edición. No se escribió nada.`,
  'results.noParticipant': (p: { person: string }) => `${p.person} no es participante: solo los participantes llevan notas y requisitos. No se escribió nada.`,
  'results.attemptBefore': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: escriba antes el intento ${p.attempt - 1} de «${p.item}» (NP si no se presentó). No se escribió ninguna nota.`,
  'results.attemptAfter': (p: { person: string; item: string; attempt: number }) =>
    `${p.person}: el intento ${p.attempt} de «${p.item}» no se borra mientras haya uno posterior. No se cambió ninguna nota.`,
  'results.actaStands': (p: { number: string; group: string }) =>
    `Este curso ya no puede dar certificados ni constancias sin acta: el grupo «${p.group}» tiene cerrada el acta ${p.number}, y de ella salen. Para corregirla, cierre una que la reemplace. Nada cambió.`,
  'results.paperNotGiven': (p: { paperKind: 'certificado' | 'constancia' }) => `No se otorgó la excepción: este curso no da ${p.paperKind === 'certificado' ? 'certificados' : 'constancias'}.`,
  'results.grantedInFuture': (p: { day: string }) => `No se otorgó la excepción: su fecha, ${p.day}, todavía no llega.`,
  'results.onlyParticipants': (p: { person: string }) => `${p.person} no es participante: solo los participantes tienen asistencia, notas y resultado.`,
  'results.listed': (p: { first: string; last: string }) => `${p.first} y ${p.last}`,
  'results.quoted': (p: { name: string }) => `«${p.name}»`,
  'results.noSessions': 'El grupo aún no tiene sesiones.',
  'results.exemptOfAll': 'Ninguna sesión le pide asistencia.',
  'results.shareMet': (p: { attended: string; planned: string; share: string; least: string }) => `Asistió ${p.attended} de ${p.planned} h (${p.share} %); se pide ${p.least} %`,
  'results.shareShort': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean }) =>
    `Asistió ${p.attended} de ${p.planned} h (${p.share} %): le ${p.isOne ? 'falta' : 'faltan'} ${p.missing} para llegar al ${p.least} %`,
  'results.shareOutOfReach': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean; open: string }) =>
    `Asistió ${p.attended} de ${p.planned} h (${p.share} %): le ${p.isOne ? 'falta' : 'faltan'} ${p.missing} para llegar al ${p.least} % y solo hay ${p.open} por anotar`,
  'results.shareOpen': (p: { attended: string; planned: string; share: string; least: string; missing: string; isOne: boolean; open: string }) =>
    `Asistió ${p.attended} de ${p.planned} h (${p.share} %): le ${p.isOne ? 'falta' : 'faltan'} ${p.missing} para llegar al ${p.least} %; hay ${p.open} por anotar`,
  'results.enoughSessions': (p: { few: number; all: number }) =>
    p.few < p.all ? `asistir a ${p.few} de las ${p.all} sesiones que quedan` : p.all === 1 ? 'asistir a la sesión que queda' : `asistir a las ${p.all} sesiones que quedan`,
  'results.sessionNamed': (p: { subject: string; day: string }) => `«${p.subject}» del ${p.day}`,
  'results.requiredMet': (p: { n: number }) =>
    p.n === 0 ? 'Ninguna sesión es obligatoria' : p.n === 1 ? 'Asistió a la sesión obligatoria' : `Asistió a las ${p.n} sesiones obligatorias`,
  'results.requiredMissed': (p: { n: number; names: string }) => (p.n === 1 ? `Faltó a la sesión obligatoria ${p.names}` : `Faltó a ${p.n} sesiones obligatorias: ${p.names}`),
  'results.requiredOpen': (p: { n: number; names: string }) =>
    p.n === 1 ? `Está por anotar la sesión obligatoria ${p.names}` : `Están por anotar ${p.n} sesiones obligatorias: ${p.names}`,
  'results.enoughRequired': (p: { n: number; names: string }) => (p.n === 1 ? `asistir a la sesión obligatoria ${p.names}` : `asistir a las sesiones obligatorias ${p.names}`),
  'results.noItems': 'El curso aún no dice qué notas cuentan.',
  'results.markMet': (p: { mark: string; least: string }) => `Nota ${p.mark}; se pide ${p.least}`,
  'results.markShort': (p: { mark: string; least: string }) => `Nota ${p.mark} de ${p.least} como mínimo`,
  'results.markEnough': (p: { n: number; names: string; least: string }) => `Llega a ${p.least} de nota aun sin ${p.names}, por calificar`,
  'results.markOutOfReach': (p: { n: number; names: string; least: string }) =>
    `${p.n === 1 ? 'Falta la nota' : 'Faltan las notas'} de ${p.names}: ni con la más alta llega a ${p.least}`,
  'results.markOpenOne': (p: { names: string; mark: string }) => `Falta la nota de ${p.names}: necesita al menos ${p.mark}`,
  'results.markOpenMany': (p: { names: string; needs: string; least: string }) => `Faltan las notas de ${p.names}: llega a ${p.least} con ${p.needs}`,
  'results.markNeeded': (p: { mark: string; name: string }) => `${p.mark} o más en «${p.name}»`,
  'results.enoughMark': (p: { needs: string }) => `obtener ${p.needs}`,
  'results.requirementMet': (p: { name: string }) => `Cumplió con «${p.name}»`,
  'results.requirementNotMet': (p: { name: string }) => `No cumplió con «${p.name}»`,
  'results.requirementOpen': (p: { name: string; due: string | null }) => `Falta anotar si cumplió con «${p.name}»${p.due === null ? '' : `, que se pide hasta el ${p.due}`}`,
  'results.enoughRequirement': (p: { name: string; due: string | null }) => `cumplir con «${p.name}»${p.due === null ? '' : ` hasta el ${p.due}`}`,
} as const satisfies Catalogue
