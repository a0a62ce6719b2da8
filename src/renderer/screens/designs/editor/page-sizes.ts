import type { DesignPage } from '../../../../shared/contract/designs.ts'
import { rounded, SMALLEST } from './geometry.ts'

/** Pages that offices print on, millimetres. The carné is ISO/IEC 7810 ID-1. */
export const SIZES = {
  a4: { long: 297, short: 210 },
  a5: { long: 210, short: 148 },
  a3: { long: 420, short: 297 },
  letter: { long: 279.4, short: 215.9 },
  card: { long: 85.6, short: 54 },
} as const

export type SizeName = keyof typeof SIZES | 'free'

export function sizeNamed(page: { readonly width: number; readonly height: number }): SizeName {
  const long = Math.max(page.width, page.height)
  const short = Math.min(page.width, page.height)
  const found = Object.entries(SIZES).find(([, size]) => size.long === long && size.short === short)
  return found === undefined ? 'free' : (found[0] as SizeName)
}

/** The page in another size. What spans it keeps its margins; the rest its size and its share of the way across and down. */
export function resizedPage(page: DesignPage, width: number, height: number): DesignPage {
  if (width === page.width && height === page.height) return page
  const elements = page.elements.map((one) => {
    const [x, wide] = refitted(one.x, one.width, page.width, width)
    const [y, high] = refitted(one.y, one.height, page.height, height)
    return { ...one, x, y, width: wide, height: high }
  })
  return { ...page, width, height, elements }
}

/** Start and length of one side on a page whose side goes from `was` to `is`. */
function refitted(start: number, length: number, was: number, is: number): readonly [number, number] {
  const spans = length >= was * 0.8
  if (spans) return [start, rounded(Math.max(SMALLEST, length + is - was))]
  const fits = Math.min(length, is)
  return [rounded((start / (was - length)) * (is - fits)), rounded(fits)]
}
