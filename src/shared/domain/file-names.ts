/** Names of files that Windows, Linux and macOS all can write, and that no two files share. */

/** UTF-16 units of a name: a folder and a file of this length still fit in the 260 that Windows shows. */
const MOST_UNITS = 120
/** Bytes in UTF-8: Linux takes 255, and room stays for a number and an ending. */
const MOST_BYTES = 180

/** Control characters, the signs that Windows refuses, and marks that turn the direction of what follows. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const REFUSED = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
/** Names that Windows keeps for devices, whatever ending follows them ("Naming Files, Paths, and Namespaces"). */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)\s*(\.|$)/i

/** One name without folders: a slash in it becomes a hyphen (`N° 001-2026-MPC/GRH` is one name). Never empty, in NFC. */
export function safeName(name: string): string {
  const clean = name.toWellFormed().normalize('NFC').replace(/[\r\n\t]+/g, ' ').replace(REFUSED, '-').replace(/\s+/g, ' ')
  const { stem, extension } = split(clean.replace(/[. ]+$/, ''))
  const plain = stem.replace(/^[. ]+|[. ]+$/g, '')
  const named = plain === '' ? '_' : RESERVED.test(`${plain}${extension}`) ? `_${plain}` : plain
  return shortened(named, extension) + extension
}

/** Folders and a name with `/` between, each made safe; what would climb out is left away. */
export function safePath(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').filter((part) => part.replace(/[. ]+/g, '') !== '')
  return parts.length === 0 ? '_' : parts.map(safeName).join('/')
}

/**
 * Gives each name or path once: `acta.pdf`, `acta (2).pdf`. Compared as Windows does, without case and in NFC, because
 * there two that differ only so overwrite each other.
 */
export function uniqueNames(): (path: string) => string {
  const given = new Set<string>()
  return (path) => {
    const safe = safePath(path)
    let candidate = safe
    for (let count = 2; given.has(candidate.toLowerCase()); count += 1) candidate = numberedName(safe, count)
    given.add(candidate.toLowerCase())
    return candidate
  }
}

/** `acta.pdf` as the second of its name: `acta (2).pdf`. */
export function numberedName(name: string, count: number): string {
  const { stem, extension } = split(name)
  return `${stem} (${count})${extension}`
}

function split(name: string): { stem: string; extension: string } {
  const match = /^(.*)(\.[A-Za-z0-9]{1,5})$/.exec(name)
  return { stem: match?.[1] ?? name, extension: match?.[2] ?? '' }
}

/** As many whole letters as fit beside the ending; a mark is not parted from its letter. */
function shortened(stem: string, extension: string): string {
  const fits = (text: string): boolean => text.length + extension.length <= MOST_UNITS && bytesOf(text) + extension.length <= MOST_BYTES
  if (fits(stem)) return stem
  let kept = ''
  for (const letter of stem.match(/\P{M}(?:\p{M}|\u200d|\ufe0f)*/gu) ?? []) {
    if (!fits(kept + letter)) break
    kept += letter
  }
  return kept.replace(/[. ]+$/, '')
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4
  }
  return bytes
}
