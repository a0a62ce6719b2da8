// The seals of the example vectors: what enters, what is known, what must be answered. Run by vectores.ts.
import type { Cbor } from '../../src/shared/domain/seal/cbor.ts'
import { encodeCbor } from '../../src/shared/domain/seal/cbor.ts'
import { toDigits } from '../../src/shared/domain/seal/digits.ts'
import { bundlesA, enveloped, joined, keys, listA, RUC_A, RUC_B, seal } from './office.ts'

export interface Case {
  readonly name: string
  readonly text: string
  readonly offices?: readonly string[]
  readonly now?: string
  readonly reason: string
}

const { a1, a2, a3, b1, stranger } = keys
const least = { document: null, action: null, from: null, to: null, hours: null, signer: null, grade: null }
const longest = {
  kind: 'CONSTANC', name: 'Ñ'.repeat(100), document: '04-AB1234567890X', action: 'ó'.repeat(120), from: '1970-01-01', to: '9999-12-31', hours: 99_999, number: 'N° '.padEnd(40, '9'),
  signer: 'á'.repeat(60), resolution: 'R'.repeat(80), grade: '20', textHash: new Uint8Array(16).fill(0xab),
} as const
const good = seal(a1, 1)
const digits = toDigits(good)

const read: Case[] = [
  { name: 'usual', text: digits, reason: 'authentic' },
  { name: 'el menor', text: toDigits(seal(a1, 2, { body: least })), reason: 'authentic' },
  { name: 'el mayor', text: toDigits(seal(a1, 4, { body: longest })), reason: 'authentic' },
  { name: 'con dirección delante', text: `https://sello.example.pe/#${digits}`, reason: 'authentic' },
  { name: 'como lo entrega un lector USB', text: `]Q1${digits}\r\n`, reason: 'authentic' },
  { name: 'cortado en líneas por el correo', text: `Sello:\r\n${digits.replace(/.{60}/g, '$&\r\n> ').replace(/> /g, '')}\r\nFin`, reason: 'authentic' },
  { name: 'en grupos de cinco', text: digits.replace(/.{5}/g, '$& '), reason: 'authentic' },
  { name: 'entre otros números', text: `DNI 45678912, cel. 987654321\n${digits}\nRUC 20123456789`, reason: 'authentic' },
  { name: 'posterior a la lista', text: toDigits(seal(a1, 1500, { issuedAt: '2026-11-20T15:00:00.000Z' })), reason: 'authentic' },
  { name: 'con vencimiento que no llegó', text: toDigits(seal(a1, 9, { body: { expiresAt: '2027-04-01T04:59:59.000Z' } })), reason: 'authentic' },
  { name: 'de una clave que ya venció, cuando valía', text: toDigits(seal(a2, 2, { issuedAt: '2025-06-01T15:00:00.000Z' })), reason: 'authentic' },
  { name: 'de otra oficina', text: toDigits(seal(b1, 1, { ruc: RUC_B })), offices: ['A', 'B'], reason: 'authentic' },
  { name: 'con otra oficina que tiene una clave del mismo kid, y la anula', text: toDigits(seal(a1, 2)), offices: ['B_mismo_kid', 'A'], reason: 'authentic' },
  { name: 'con la raíz anterior, que tiene una clave del mismo kid, y la anula', text: toDigits(seal(a1, 2)), offices: ['A_raiz_anterior', 'A'], reason: 'authentic' },
  { name: 'con una clave ajena entre las suyas', text: digits, offices: ['A_con_clave_ajena'], reason: 'authentic' },
  { name: 'robada sin que se sepa', text: toDigits(seal(a3, 9, { issuedAt: '2026-06-15T15:00:00.000Z' })), offices: ['A_sin_saber_del_robo'], reason: 'authentic' },
]

const known: Case[] = [
  { name: 'anulado', text: toDigits(seal(a1, 5)), reason: 'annulled' },
  { name: 'anulado, el último de la lista', text: toDigits(seal(a1, 1000)), reason: 'annulled' },
  { name: 'anulado en una lista vencida', text: toDigits(seal(a1, 5)), offices: ['A_lista_vencida'], reason: 'annulled' },
  { name: 'anulado de una clave que ya venció', text: toDigits(seal(a2, 3, { issuedAt: '2025-06-01T15:00:00.000Z' })), reason: 'annulled' },
  { name: 'anulado de una clave comprometida', text: toDigits(seal(a3, 7)), reason: 'annulled' },
  { name: 'una lista vieja después de la nueva no lo salva', text: toDigits(seal(a1, 8)), offices: ['A_lista_nueva_y_vieja'], reason: 'annulled' },
  { name: 'una lista futura no lo salva', text: toDigits(seal(a1, 8)), offices: ['A_lista_futura'], reason: 'annulled' },
  { name: 'vencido', text: toDigits(seal(a1, 10, { body: { expiresAt: '2026-10-01T04:59:59.000Z' } })), reason: 'expired' },
  { name: 'vencerá, comprobado después', text: toDigits(seal(a1, 11, { body: { expiresAt: '2026-12-01T04:59:59.000Z' } })), now: '2026-12-02T15:00:00.000Z', reason: 'expired' },
  { name: 'clave desconocida', text: toDigits(seal(stranger, 1)), reason: 'unknownKey' },
  { name: 'nadie conocido', text: digits, offices: [], reason: 'unknownKey' },
  { name: 'clave de A, con el RUC de B', text: toDigits(seal(a1, 1, { ruc: RUC_B })), offices: ['A', 'B'], reason: 'unknownKey' },
  { name: 'B certifica una clave para el RUC de A', text: toDigits(seal(b1, 1)), offices: ['A', 'B_se_hace_pasar'], reason: 'unknownKey' },
  { name: 'sin lista', text: digits, offices: ['A_sin_lista'], reason: 'noList' },
  { name: 'lista vencida', text: digits, offices: ['A_lista_vencida'], reason: 'staleList' },
  { name: 'la lista vence después', text: digits, now: '2026-12-15T15:00:00.000Z', reason: 'staleList' },
  { name: 'solo una lista futura', text: digits, offices: ['A_solo_lista_futura'], reason: 'noList' },
  { name: 'solo una lista que se infla', text: digits, offices: ['A_lista_bomba'], reason: 'noList' },
  { name: 'solo una lista de la clave comprometida', text: digits, offices: ['A_lista_de_clave_comprometida'], reason: 'noList' },
  { name: 'una serie que la lista no conoce, de antes de la lista', text: toDigits(seal(a1, 1001)), reason: 'unknownSerial' },
  { name: 'clave comprometida después', text: toDigits(seal(a3, 8)), reason: 'compromisedLater' },
  { name: 'clave comprometida antes', text: toDigits(seal(a3, 9, { issuedAt: '2026-06-15T15:00:00.000Z' })), reason: 'keyCompromised' },
  { name: 'en el momento en que se comprometió', text: toDigits(seal(a3, 9, { issuedAt: '2026-06-01T05:00:00.000Z' })), reason: 'keyCompromised' },
  { name: 'lo comprometido no se retira', text: toDigits(seal(a3, 9, { issuedAt: '2026-06-15T15:00:00.000Z' })), offices: ['A_el_robo_no_se_retira'], reason: 'keyCompromised' },
  { name: 'antes de que valiera la clave', text: toDigits(seal(a1, 9, { issuedAt: '2026-01-15T13:59:59.000Z' })), reason: 'keyNotValid' },
  { name: 'después de que venciera la clave', text: toDigits(seal(a2, 9, { issuedAt: '2026-01-01T05:00:00.000Z' })), reason: 'keyNotValid' },
  { name: 'con fecha de mañana', text: toDigits(seal(a1, 9, { issuedAt: '2026-11-23T15:00:00.000Z' })), reason: 'futureSeal' },
  { name: 'diez minutos adelantado', text: toDigits(seal(a1, 2000, { issuedAt: '2026-11-22T15:10:00.000Z' })), reason: 'authentic' },
]

const entries = (more: readonly (readonly [number, Cbor])[] = [], without: readonly number[] = []): Map<number, Cbor> => {
  const whole = new Map<number, Cbor>([[0, 1], [1, 'CERT'], [2, 'Ana Pérez'], [8, 'N° 1-2026'], [9, 1], ...more])
  for (const key of without) whole.delete(key)
  return whole
}
const payload = (body: Cbor, more: readonly (readonly [number, Cbor])[] = []): Uint8Array => encodeCbor(new Map<number, Cbor>([[1, Number(RUC_A)], [6, 1_775_060_430], [-65537, body], ...more]))
/** Signed by a key that counts: only its shape is wrong. */
const shaped = (name: string, bytes: Uint8Array, reason = 'malformed'): Case => ({ name, text: toDigits(enveloped(a1, bytes)), reason })
const raw = (body: string): Uint8Array => joined('a3011b00000004af73951506' + '1a69cd45ce' + '3a00010000', body)

const shapes: Case[] = [
  shaped('bien formado (para comparar)', payload(entries()), 'authentic'),
  shaped('formato posterior', payload(entries([[0, 2]])), 'newerFormat'),
  shaped('formato 0', payload(entries([[0, 0]]))),
  shaped('formato en texto', payload(entries([[0, '1']]))),
  ...[0, 1, 2, 8, 9].map((key) => shaped(`falta la llave ${key}`, payload(entries([], [key])))),
  shaped('una llave de más en el cuerpo', payload(entries([[14, 1]]))),
  shaped('una llave de más en el contenido', payload(entries(), [[7, 1]])),
  shaped('sin cuerpo', encodeCbor(new Map<number, Cbor>([[1, Number(RUC_A)], [6, 1_775_060_430]]))),
  shaped('cuerpo en arreglo', payload([1, 'CERT', 'Ana Pérez'])),
  shaped('contenido en arreglo', encodeCbor([1, 2])),
  shaped('RUC de diez cifras', encodeCbor(new Map<number, Cbor>([[1, 2_012_345_678], [6, 1_775_060_430], [-65537, entries()]]))),
  shaped('nombre en NFD', payload(entries([[2, 'Ana Pérez'.normalize('NFD')]]))),
  shaped('nombre vacío', payload(entries([[2, '']]))),
  shaped('nombre de 101 caracteres', payload(entries([[2, 'a'.repeat(101)]]))),
  shaped('nombre con un carácter de control', payload(entries([[2, 'Ana\nPérez']]))),
  shaped('nombre en bytes', payload(entries([[2, Buffer.from('Ana') as Uint8Array]]))),
  shaped('número de 41 caracteres', payload(entries([[8, '9'.repeat(41)]]))),
  shaped('clase de 9 caracteres', payload(entries([[1, 'CERTIFICA']]))),
  shaped('serie 0', payload(entries([[9, 0]]))),
  shaped('serie 8388608', payload(entries([[9, 8_388_608]]))),
  shaped('horas negativas', payload(entries([[7, -1]]))),
  shaped('día después del año 9999', payload(entries([[6, 2_932_897]]))),
  shaped('huella del texto de 15 bytes', payload(entries([[13, new Uint8Array(15)]]))),
  shaped('emitido en el año 10000', encodeCbor(new Map<number, Cbor>([[1, Number(RUC_A)], [6, 253_402_300_800], [-65537, entries()]]))),
  shaped('emitido en negativo', encodeCbor(new Map<number, Cbor>([[1, Number(RUC_A)], [6, -1], [-65537, entries()]]))),
  shaped('escrito byte por byte (para comparar)', raw('a5' + '0001' + '016443455254' + '0263416e61' + '0863312d32' + '0901'), 'authentic'),
  shaped('entero en más bytes de los necesarios', raw('a5' + '1800' + '01' + '016443455254' + '0263416e61' + '0863312d32' + '0901')),
  shaped('llave repetida', raw('a6' + '0001' + '016443455254' + '0263416e61' + '0263416e65' + '0863312d32' + '0901')),
  shaped('llaves en desorden', raw('a5' + '0001' + '0263416e61' + '016443455254' + '0863312d32' + '0901')),
  shaped('mapa de largo indefinido', raw('bf' + '0001' + '016443455254' + '0263416e61' + '0863312d32' + '0901' + 'ff')),
  shaped('texto de largo indefinido', raw('a5' + '0001' + '016443455254' + '027f63416e61ff' + '0863312d32' + '0901')),
  shaped('etiqueta delante de un valor', raw('a5' + '0001' + '016443455254' + '02c063416e61' + '0863312d32' + '0901')),
  shaped('coma flotante', raw('a5' + '00f93c00' + '016443455254' + '0263416e61' + '0863312d32' + '0901')),
  shaped('verdadero en vez de entero', raw('a5' + '00f5' + '016443455254' + '0263416e61' + '0863312d32' + '0901')),
  shaped('UTF-8 inválido', raw('a5' + '0001' + '016443455254' + '0263416eff' + '0863312d32' + '0901')),
  shaped('UTF-8 en forma larga', raw('a5' + '0001' + '016443455254' + '026341c081' + '0863312d32' + '0901')),
  shaped('bytes de sobra en el contenido', joined(payload(entries()), [0])),
  shaped('contenido vacío, de relleno', joined([0x40], new Uint8Array(100))),
  { name: 'un certificado de clave', text: toDigits(bundlesA[0] ?? new Uint8Array()), reason: 'notAPaper' },
  { name: 'una lista de anulados', text: toDigits(listA), reason: 'notAPaper' },
]

/** L of RFC 8032, little-endian, added to S: the same signature in another writing. */
function plusOrder(cose: Uint8Array): Uint8Array {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const changed = cose.slice()
  let s = changed.subarray(-32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n) + order
  for (let at = changed.length - 32; at < changed.length; at += 1, s >>= 8n) changed[at] = Number(s & 255n)
  return changed
}

const wrong = (name: string, bytes: Uint8Array, reason = 'malformed'): Case => ({ name, text: toDigits(bytes), reason })
const changed = (at: number, byte: number): Uint8Array => good.with(at, byte)
const unsigned = good.subarray(0, -66)

const envelopes: Case[] = [
  wrong('un bit del nombre', changed(80, (good[80] ?? 0) ^ 1), 'badSignature'),
  wrong('un bit de la firma', changed(good.length - 40, (good[good.length - 40] ?? 0) ^ 4), 'badSignature'),
  wrong('S + L', plusOrder(good), 'badSignature'),
  wrong('firma en ceros', joined(good.subarray(0, -64), new Uint8Array(64)), 'badSignature'),
  wrong('firmado por otra clave con este kid', seal(stranger, 1, { kid: a1.kid }), 'badSignature'),
  wrong('la firma de otro sello', joined(good.subarray(0, -64), seal(a1, 2).subarray(-64)), 'badSignature'),
  wrong('etiqueta de COSE_Sign1 delante', joined([0xd2], good)),
  wrong('arreglo de cinco', changed(0, 0x85)),
  wrong('otro algoritmo', changed(4, 0x26)),
  wrong('cabecera sin proteger con algo', joined(good.subarray(0, 15), 'a10401', good.subarray(16))),
  wrong('cabecera sin proteger de largo indefinido', joined(good.subarray(0, 15), 'bfff', good.subarray(16))),
  wrong('cabecera sin proteger nula', changed(15, 0xf6)),
  wrong('largo del contenido en más bytes', joined(good.subarray(0, 16), [0x59, 0], good.subarray(17))),
  wrong('largo de la firma en más bytes', joined(unsigned, '590040', good.subarray(-64))),
  wrong('firma de 63 bytes', joined(unsigned, '583f', good.subarray(-64, -1))),
  wrong('un byte de sobra', joined(good, [0])),
  wrong('un byte de menos', good.subarray(0, -1)),
  wrong('la mitad', good.subarray(0, good.length >> 1)),
  { name: 'una cifra de más', text: `${digits}0`, reason: 'malformed' },
  { name: 'una cifra de menos', text: digits.slice(0, -1), reason: 'malformed' },
  { name: 'un bloque que no cabe', text: `${'9'.repeat(32)}${digits.slice(32)}`, reason: 'malformed' },
  { name: 'dos sellos pegados', text: `${digits}${digits}`, reason: 'malformed' },
  { name: 'nada', text: '', reason: 'noSeal' },
  { name: 'un teléfono', text: 'Llame al 987654321', reason: 'noSeal' },
  { name: 'una dirección', text: 'https://sello.example.pe/#', reason: 'noSeal' },
  { name: 'pocas cifras', text: '1'.repeat(199), reason: 'noSeal' },
  { name: 'cifras cualesquiera', text: '7'.repeat(640), reason: 'malformed' },
]

export const cases: readonly Case[] = [...read, ...known, ...shapes, ...envelopes]
