/** Digits of a block of so many bytes: ceil(8 n log10 2). */
const WIDTHS = [0, 3, 5, 8, 10, 13, 15, 17, 20, 22, 25, 27, 29, 32] as const
const block = 13

/** Bytes as decimal digits: blocks of 13 bytes as 32 digits each, a shorter last block as fewer. docs/sello.md §1.1 */
export function toDigits(bytes: Uint8Array): string {
  let digits = ''
  for (let at = 0; at < bytes.length; at += block) {
    const part = bytes.subarray(at, at + block)
    let value = 0n
    for (const byte of part) value = (value << 8n) | BigInt(byte)
    digits += value.toString().padStart(WIDTHS[part.length] ?? 0, '0')
  }
  return digits
}

/** The bytes of digits that `toDigits` gave, or null for anything else: each bytes have one writing. docs/sello.md §1.2 */
export function fromDigits(digits: string): Uint8Array | null {
  if (!/^[0-9]*$/.test(digits)) return null
  const tail = (WIDTHS as readonly number[]).indexOf(digits.length % 32)
  if (tail < 0) return null
  const bytes = new Uint8Array(Math.floor(digits.length / 32) * block + tail)
  for (let at = 0, to = 0; at < digits.length; at += 32) {
    const length = Math.min(block, bytes.length - to)
    let value = BigInt(digits.slice(at, at + 32))
    if (value >> BigInt(8 * length) !== 0n) return null
    for (let i = length - 1; i >= 0; i -= 1) {
      bytes[to + i] = Number(value & 255n)
      value >>= 8n
    }
    to += length
  }
  return bytes
}

/** Fewer digits than this are a telephone number, not a seal. */
const fewest = 200
/** What readers of codes put before what they read: `]Q1`. */
const SYMBOLOGY = /\][A-Za-z][A-Za-z0-9]/g
const BLANKS = /[\u0009-\u000D\u0020\u00A0\u00AD\u2000-\u200F\u2028\u2029\u202F\u2060\u3000\uFEFF]/g

/**
 * The runs of digits in a text that may be a seal, the likelier first: as it stands, and with blanks and line breaks taken out
 * (mail wraps them). Empty when there is none. docs/sello.md §1.3
 */
export function digitRuns(text: string): readonly string[] {
  const bare = text.replace(SYMBOLOGY, '')
  const runs = [longestRun(bare), longestRun(bare.replace(BLANKS, ''))]
  return [...new Set(runs)].filter((run) => run.length >= fewest)
}

function longestRun(text: string): string {
  let longest = ''
  for (const [run] of text.matchAll(/[0-9]+/g)) if (run.length > longest.length) longest = run
  return longest
}
