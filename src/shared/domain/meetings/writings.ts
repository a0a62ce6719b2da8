import { cleanText, searchKey } from '../names.ts'

/** Words of the name of a device or of nobody: "iPhone de María" is not a María. */
const DEVICE = new Set([
  'iphone', 'ipad', 'ipod', 'galaxy', 'samsung', 'huawei', 'xiaomi', 'redmi', 'poco', 'motorola', 'moto', 'oppo', 'realme', 'nokia', 'android', 'laptop', 'desktop', 'notebook', 'lenovo', 'thinkpad', 'dell', 'asus', 'acer',
  'macbook', 'imac', 'celular', 'movil', 'telefono', 'tablet', 'phone', 'pc', 'computadora', 'windows', 'usuario', 'user', 'zoom', 'invitado', 'invitada', 'guest', 'anonimo', 'anonymous', 'desconocido', 'unknown', 'admin', 'administrador',
])
const DEVICE_CODE = /^(desktop|laptop|sm|pc)[ -]?[a-z0-9]*\d[a-z0-9]*$/

export function isDeviceName(text: string): boolean {
  const words = searchKey(nameWithoutExtras(text)).split(' ')
  return words.some((word) => DEVICE.has(word)) || DEVICE_CODE.test(words.join(''))
}

/** What is left of a device's name without the words of the device. */
export function withoutDevice(text: string): string {
  return searchKey(text).split(' ').filter((word) => !DEVICE.has(word) && !/\d/.test(word) && !['de', 'del', 'of', 's'].includes(word)).join(' ')
}

/** "Ana Flores (ella)", "Ana Flores (Guest)" without what stands beside the name. */
export function nameWithoutExtras(text: string): string {
  return cleanText(text.replace(/\((guest|invitad[oa]|host|anfitri[oó]na?|co-?host|unverified|no verificad[oa]|externo|external|yo|me|ella|él|el|elle|she\/her|he\/him)\)/giu, ' '))
}

/**
 * The names that a writing may hold: itself; what stands before and in brackets, as Zoom writes a name and the one before it;
 * the pieces between dashes and bars, where people put their office beside their name.
 */
export function namesIn(text: string): readonly string[] {
  const clean = nameWithoutExtras(text)
  const brackets = /^(.*?)\s*\(([^()]+)\)\s*(.*)$/u.exec(clean)
  const parts = brackets === null ? [clean] : [`${brackets[1]} ${brackets[3]}`, brackets[2] ?? '']
  const pieces = parts.flatMap((part) => [part, ...part.split(/\s+[-–—]\s+|\s*[|/_;:·•]\s*|\s+-|-\s+/u)])
  return [...new Set([clean, ...pieces].map((piece) => cleanText(piece.replace(/^\s*\d{1,3}[.)\s-]+(?=\p{L})/u, '').replace(/\b\d{8}\b/g, ' ').replace(/\b(dni|nro|n°)\b\.?/giu, ' '))).filter((piece) => /\p{L}/u.test(piece)))]
}

/** A number of eight digits in a writing: people put their DNI beside their name. */
export function documentIn(text: string): string | null {
  return /(?<!\d)(\d{8})(?!\d)/.exec(text)?.[1] ?? null
}
