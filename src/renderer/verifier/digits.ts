// A seal's bytes as decimal digits: thirteen bytes in 32 digits, the last block in as few as its bytes need.

const BLOCK = 13
const BLOCK_DIGITS = 32

/** Digits of a block of so many bytes, by their count: `ceil(8 n log10 2)`. */
const digitsOf = Array.from({ length: BLOCK + 1 }, (_, bytes) => Math.ceil(8 * bytes * Math.log10(2)))

/** The bytes that a run of digits says, or null when no bytes are written so. */
export function bytesOfDigits(digits: string): Uint8Array<ArrayBuffer> | null {
  const whole = Math.floor(digits.length / BLOCK_DIGITS)
  const rest = digitsOf.indexOf(digits.length % BLOCK_DIGITS)
  if (!/^\d*$/.test(digits) || rest === -1) return null
  const bytes = new Uint8Array(whole * BLOCK + rest)
  for (let block = 0; block * BLOCK < bytes.length; block += 1) {
    const part = digits.slice(block * BLOCK_DIGITS, (block + 1) * BLOCK_DIGITS)
    if (!writeNumber(BigInt(part), bytes.subarray(block * BLOCK, (block + 1) * BLOCK))) return null
  }
  return bytes
}

/** Writes a number big-endian over the whole of a place; false when it is larger than the place. */
function writeNumber(value: bigint, place: Uint8Array): boolean {
  let left = value
  for (let at = place.length - 1; at >= 0; at -= 1) {
    place[at] = Number(left & 255n)
    left >>= 8n
  }
  return left === 0n
}
