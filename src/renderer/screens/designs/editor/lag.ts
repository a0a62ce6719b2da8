import type { Box } from './geometry.ts'
import { middleOf } from './geometry.ts'

const POINTS = 72 / 25.4

/**
 * How what was laid out for `was` is shown at `is` until it is laid out anew, as an SVG transform in points: moved, turned and
 * stretched. Undefined when the place is the same.
 */
export function lagOf(was: Box, is: Box): string | undefined {
  const from = middleOf(was)
  const to = middleOf(is)
  const turn = is.turn - was.turn
  const wider = is.width / was.width
  const higher = is.height / was.height
  if (from.x === to.x && from.y === to.y && turn === 0 && wider === 1 && higher === 1) return undefined
  const steps = [`translate(${points(to.x)} ${points(to.y)})`]
  if (wider === 1 && higher === 1) {
    if (turn !== 0) steps.push(`rotate(${turn})`)
  } else {
    steps.push(`rotate(${is.turn})`, `scale(${wider} ${higher})`, `rotate(${-was.turn})`)
  }
  return [...steps, `translate(${points(-from.x)} ${points(-from.y)})`].join(' ')
}

function points(mm: number): number {
  return Math.round(mm * POINTS * 1000) / 1000
}
