// Every sentence of the page. It is read by who has never seen the app: whole sentences, no computer words.

import type { Answer, Reason } from './verify.ts'

export const ANSWERS: Readonly<Record<Answer, string>> = {
  authentic: 'Auténtico',
  annulled: 'Anulado',
  notAuthentic: 'No auténtico',
  cannotCheck: 'No se puede comprobar',
}

export const REASONS: Readonly<Record<Reason, string>> = {
  authentic: 'El sello lo puso esta oficina y los datos no han cambiado. Falta lo que solo usted puede hacer: compare nombre y documento con el papel.',
  annulled: 'La oficina que lo emitió lo anuló o lo reemplazó por otro. Este papel ya no vale. Si la persona dice tener uno más nuevo, pídale ese.',
  expired: 'El plazo de este documento ya pasó. Pida uno vigente.',
  malformed: 'Lo que trae el código parece un sello, pero está alterado o incompleto. Vuelva a leerlo; si responde lo mismo, no lo acepte y consulte con la oficina.',
  badSignature: 'El sello no corresponde a la oficina que dice: alguien cambió los datos o lo fabricó. No lo acepte.',
  keyNotValid: 'El sello dice una fecha en la que esa clave no podía sellar. No lo acepte y consulte con la oficina.',
  keyCompromised: 'Se selló con una clave que la oficina declaró robada o copiada, desde ese momento o después. No lo acepte y consulte con la oficina.',
  noSeal: 'No se encontró un sello en lo que se leyó. Apunte al código QR del documento, completo y sin dobleces.',
  notAPaper: 'Este código es de una oficina (una clave o una lista de anulados que esta página no toma), no de un certificado o constancia.',
  newerFormat: 'El sello es de una versión más nueva que esta página. Pida a la oficina una página de verificación actual.',
  unknownKey: 'Esta página no conoce la clave que selló este papel. Puede ser de otra oficina, o más nueva que esta página: pida la página de verificación a la oficina que lo emitió.',
  futureSeal: 'El sello dice una fecha que todavía no llega. Revise la fecha y la hora de esta computadora.',
  compromisedLater: 'Después de este sello, la oficina declaró robada o copiada la clave. Solo su registro puede decir si el papel es suyo: consulte con ella.',
  noList: 'Esta página no trae la lista de anulados de esa clave. Pida a la oficina una página de verificación actual.',
  staleList: 'La lista de anulados de esta página está vencida: el papel pudo anularse después. Pida a la oficina una página de verificación actual.',
  unknownSerial: 'La lista de anulados de esta página no llega hasta este papel. Pida a la oficina una página de verificación actual.',
}

export const WORDS = {
  compare: 'Compare nombre y documento con el papel y con la persona',
  sealSays: 'Lo que dice el sello',
  unchecked: 'Lo que dice el código, sin comprobar',
  codeOnPaper: 'El papel debe llevar este código',
  name: 'Nombre',
  document: 'Documento',
  kind: 'Clase de documento',
  action: 'Por',
  dates: 'Fechas',
  hours: 'Horas',
  grade: 'Nota',
  number: 'Número',
  resolution: 'Resolución',
  signer: 'Quien firma',
  issuedAt: 'Emitido',
  expiresAt: 'Vence',
  office: 'Oficina',
  ruc: 'RUC',
  fingerprint: 'Huella de la oficina',
  fingerprintHelp: 'La huella de cada oficina son ocho palabras: las mismas que van impresas en sus papeles.',
  listDate: 'Lista de anulados del',
  listNext: 'la siguiente, a más tardar el',
  listStale: 'vencida',
  listLater: 'Lo que se anule después de esa fecha no se ve aquí.',
  noListYet: 'Sin lista de anulados',
  computer: 'Computadora que selló',
  noDocument: 'No lleva',
  reading: 'Leyendo la imagen…',
  notAnImage: 'No se pudo leer como imagen. Use una foto o una captura (JPG o PNG) donde el código QR salga completo.',
  pdf: 'Esta página no abre archivos PDF. Haga una captura o una foto de la hoja donde está el código QR y elija esa imagen; o lea el papel con la cámara.',
  tooLarge: 'La imagen es demasiado grande. Use una de menos de 60 megapíxeles, o recorte la parte del código QR.',
  noQr: 'No se encontró un código QR en la imagen. Tome la foto de más cerca, con luz pareja, sin que el papel se doble.',
  cameraRefused: 'El navegador no dio permiso para usar la cámara, o no hay una. Elija una foto, o use el lector.',
  cameraOn: 'Ponga el código QR frente a la cámara, a un palmo.',
  typedGood: 'El código está bien escrito: su carácter de control concuerda.',
  typedAsk: 'Con solo el número y el código no se puede saber si el papel es auténtico: esta página no tiene el registro de la oficina. Lea el código QR, o pregunte a la oficina con estos datos:',
  typedLength: 'El código lleva diez caracteres, como XXXXX-XXXXX.',
  typedLetters: 'Hay un carácter que los códigos no usan. Llevan cifras y letras, sin la U.',
  typedCheck: 'El código no concuerda consigo mismo: hay un carácter mal escrito o cambiado. Revíselo en el papel.',
  typedRuc: 'El RUC tiene once cifras y su última cifra no concuerda. Revíselo en el papel.',
  noData: 'Esta página no trae los datos de ninguna oficina, así que no puede comprobar ningún sello. Pida a la oficina que emitió el papel su página de verificación: la guarda desde Constancia, en Ajustes › Sello.',
  unsound: (name: string) => `Los datos de «${name}» que trae esta página no concuerdan entre sí. No se usan: pida otra página a esa oficina.`,
  refused: (count: number) => (count === 1 ? 'Una clave o lista de esta página no se pudo aceptar.' : `${count} claves o listas de esta página no se pudieron aceptar.`),
  slowClock: (made: string) => `El reloj de esta computadora está atrasado: esta página se guardó el ${made}. Corríjalo antes de confiar en las fechas.`,
  made: (when: string) => `Página guardada el ${when}.`,
  staleNow: 'La lista de anulados ya venció. Pida a la oficina una página actual: con esta, un papel en regla responderá «No se puede comprobar».',
  listTaken: (name: string, when: string) => `Se tomó la lista de anulados de ${name} del ${when}. Vale mientras esta página siga abierta.`,
  keysKnown: (count: number) => (count === 1 ? '1 clave' : `${count} claves`),
} as const

/** Kinds of paper that the app writes; another is shown as it comes. */
export const KINDS: Readonly<Record<string, string>> = { CERT: 'Certificado', CONST: 'Constancia' }

const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'setiembre', 'octubre', 'noviembre', 'diciembre']

/** Lima has kept five hours behind UTC since 1994, so that no table of zones is needed. */
const LIMA = -5 * 3600

/** `22 de noviembre de 2026`. */
export function dayText(days: number): string {
  const date = new Date(days * 86_400_000)
  return `${date.getUTCDate()} de ${MONTHS[date.getUTCMonth()] ?? ''} de ${date.getUTCFullYear()}`
}

/** The day in Lima of a moment in seconds. */
export function dayOf(seconds: number): string {
  return dayText(Math.floor((seconds + LIMA) / 86_400))
}

/** The day and hour in Lima of a moment in seconds. */
export function momentText(seconds: number): string {
  const date = new Date((seconds + LIMA) * 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${dayOf(seconds)}, ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`
}

/** From one day to another, without saying twice what they share. */
export function spanText(from: number | null, to: number | null): string | null {
  if (from === null && to === null) return null
  if (from === null || to === null || from === to) return dayText(from ?? to ?? 0)
  const [first, last] = [dayText(from).split(' de '), dayText(to)]
  const shared = last.split(' de ')
  const apart = first[2] !== shared[2] ? 3 : first[1] !== shared[1] ? 2 : 1
  return `Del ${first.slice(0, apart).join(' de ')} al ${last}`
}
