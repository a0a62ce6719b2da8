/** UTF-8 of a text. Throws RangeError for a lone surrogate: it has none. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    if (point >= 0xd800 && point <= 0xdfff) throw new RangeError('half a character has no UTF-8')
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  }
  return Uint8Array.from(bytes)
}

/** The text of strict UTF-8 (RFC 3629: no long forms, no surrogates, nothing above U+10FFFF), or null. */
export function utf8Text(bytes: Uint8Array): string | null {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const more = first < 0x80 ? 0 : first >= 0xc2 && first < 0xe0 ? 1 : first >= 0xe0 && first < 0xf0 ? 2 : first >= 0xf0 && first < 0xf5 ? 3 : -1
    if (more < 0 || at + more >= bytes.length) return null
    let point = more === 0 ? first : first & (0x3f >> more)
    for (let i = 1; i <= more; i += 1) {
      const next = bytes[at + i] ?? 0
      if ((next & 0xc0) !== 0x80) return null
      point = (point << 6) | (next & 0x3f)
    }
    if ((more === 2 && (point < 0x800 || (point >= 0xd800 && point <= 0xdfff))) || (more === 3 && (point < 0x10000 || point > 0x10ffff))) return null
    text += String.fromCodePoint(point)
    at += more + 1
  }
  return text
}
