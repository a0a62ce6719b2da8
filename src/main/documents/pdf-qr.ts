import { create } from 'qrcode'

/** A QR symbol as the inside of one PDF path, a module one unit wide, y upwards, without its quiet zone. */
export interface QrPath {
  /** Modules a side. */
  readonly size: number
  readonly path: string
}

/** Error correction M, as design/SEAL.md asks. Neighbouring modules of a row are one rectangle. */
export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  let path = ''
  for (let row = 0; row < size; row += 1) {
    const start = row * size
    for (let column = 0; column < size; column += 1) {
      if (data[start + column] === 0) continue
      let end = column + 1
      while (end < size && data[start + end] !== 0) end += 1
      path += `${column} ${size - 1 - row} ${end - column} 1 re\n`
      column = end
    }
  }
  return { size, path }
}
