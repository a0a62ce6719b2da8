/**
 * The upper halves (bytes 128 to 255) of the one-byte encodings that offices here still save: Windows' own, the one of
 * DOS and of `chcp 850` consoles, and Excel's on a Mac. Written out because `TextDecoder` knows no cp850,
 * and Node has had releases whose windows-1252 was latin1.
 */
const UPPER = {
  'windows-1252':
    '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
    '\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß' +
    'àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ',
  'cp850':
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
    'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
    '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
    'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  'macintosh':
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü' +
    '†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
    '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›\ufb01\ufb02' +
    '‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
} as const

export type ByteEncoding = keyof typeof UPPER

/** In order of likelihood: a tie goes to the first. */
export const BYTE_ENCODINGS = Object.keys(UPPER) as readonly ByteEncoding[]

export function decodeBytes(bytes: Buffer, encoding: ByteEncoding): string {
  const upper = UPPER[encoding]
  return bytes.toString('latin1').replace(/[\u0080-\u00ff]/g, (char) => upper[char.charCodeAt(0) - 128] ?? char)
}
