// The ten characters printed below the QR: nine of a hash's first 45 bits, and a check character.

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The code of a seal, of the SHA-256 of its bytes, as it is printed: `XXXXX-XXXXX`. */
export function codeOfHash(hash: Uint8Array): string {
  let bits = 0n
  for (const byte of hash.subarray(0, 6)) bits = bits * 256n + BigInt(byte)
  // Six bytes are 48 bits; the last three are left over.
  const values = Array.from({ length: 9 }, (_, at) => Number((bits >> BigInt(48 - 5 * (at + 1))) % 32n))
  const code = [...values, timesX(remainder(values))].map((value) => LETTERS.charAt(value)).join('')
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

/**
 * Whether a code as somebody typed it holds together: small letters, blanks and hyphens pass, O is 0, I and L are 1.
 * `length` and `letters` say what it lacks, `check` that a character was mistaken.
 */
export function checkTypedCode(typed: string): 'good' | 'length' | 'letters' | 'check' {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s\-–—_.]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  if (code.length !== 10) return 'length'
  const values = Array.from(code, (letter) => LETTERS.indexOf(letter))
  if (values.includes(-1)) return 'letters'
  return remainder(values) === 0 ? 'good' : 'check'
}

/** Value at x of the polynomial whose coefficients are the characters, in GF(32). */
function remainder(values: readonly number[]): number {
  return values.reduce((sum, value) => timesX(sum) ^ value, 0)
}

/** Times x, modulo x⁵ + x² + 1. */
function timesX(value: number): number {
  return value < 16 ? value * 2 : (value * 2 - 32) ^ 5
}
