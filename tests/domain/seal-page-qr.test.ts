import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { greyOf, readQr } from '../../src/renderer/verifier/qr.ts'
import type { Grey } from '../../src/renderer/verifier/qr.ts'

// Pictures as they come from desks and telephones: pages rasterised, turned, out of focus, in bad light.

/** Digits of a seal of the usual size: 278 bytes, version 12 at level M. */
const digits = Array.from({ length: 684 }, (_, at) => (at * at * 7 + at * 3 + 1) % 10).join('')
const isWanted = (text: string) => text === digits

interface Scene {
  readonly width: number
  readonly height: number
  /** Pixels a module. */
  readonly module: number
  /** Middle of the code. */
  readonly x: number
  readonly y: number
  readonly degrees?: number
  /** Radius in pixels. */
  readonly blur?: number
  /** Spread of the sensor's noise, in levels of 255. */
  readonly noise?: number
  /** Light at the left and right edge of the picture, 0 to 1. */
  readonly light?: readonly [number, number]
}

/** The code on a page of paper, each pixel the mean of sixteen points of it. */
function photograph(scene: Scene): Grey {
  const { modules } = create([{ data: digits, mode: 'numeric' }], { errorCorrectionLevel: 'M' })
  const angle = ((scene.degrees ?? 0) * Math.PI) / 180
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const isInk = (x: number, y: number) => {
    const column = Math.floor((cos * (x - scene.x) + sin * (y - scene.y)) / scene.module + modules.size / 2)
    const row = Math.floor((cos * (y - scene.y) - sin * (x - scene.x)) / scene.module + modules.size / 2)
    return column >= 0 && row >= 0 && column < modules.size && row < modules.size && modules.get(row, column) === 1
  }
  const [left, right] = scene.light ?? [1, 1]
  const reach = scene.blur ?? 0
  const random = generator()
  const data = new Uint8Array(scene.width * scene.height)
  for (let y = 0; y < scene.height; y += 1) {
    for (let x = 0; x < scene.width; x += 1) {
      let ink = 0
      for (let point = 0; point < 16; point += 1) {
        const [dx, dy] = [((point % 4) + 0.5) / 4, (Math.floor(point / 4) + 0.5) / 4]
        if (isInk(x + dx + (dx - 0.5) * 2 * reach, y + dy + (dy - 0.5) * 2 * reach)) ink += 1
      }
      const light = (235 - (ink / 16) * 190) * (left + ((right - left) * x) / scene.width)
      data[y * scene.width + x] = Math.max(0, Math.min(255, light + (random() - 0.5) * 2 * (scene.noise ?? 0)))
    }
  }
  return { width: scene.width, height: scene.height, data }
}

/** Numbers between 0 and 1, the same in each run. */
function generator(): () => number {
  let state = 20261122
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const read = (scene: Scene) => readQr(photograph(scene), isWanted, async () => {})

describe('the verifier page reading a photographed code', () => {
  const dpi = 200 / 25.4
  const onA4 = { width: Math.round(297 * dpi), height: Math.round(210 * dpi), module: (35 / 73) * dpi, x: 270 * dpi, y: 180 * dpi }
  it.each<readonly [string, Scene]>([
    ['a whole page at 200 dpi, the code 35 mm', onA4],
    ['the same page put askew on the glass, and grainy', { ...onA4, degrees: 3.5, noise: 30 }],
    ['a photo turned by 37 degrees', { width: 900, height: 700, module: 5, x: 450, y: 340, degrees: 37, noise: 12 }],
    ['upside down', { width: 600, height: 600, module: 5, x: 300, y: 300, degrees: 180 }],
    ['out of focus', { width: 800, height: 700, module: 7, x: 400, y: 350, degrees: 8, blur: 3.5, noise: 8 }],
    ['in bad light, half in shadow', { width: 800, height: 700, module: 6, x: 400, y: 350, degrees: -12, light: [1, 0.22], noise: 8 }],
    ['faint, as after many copies', { width: 700, height: 700, module: 5, x: 350, y: 350, light: [0.25, 0.3], noise: 6 }],
    ['small, three pixels a module', { width: 500, height: 500, module: 3, x: 250, y: 250, noise: 10 }],
  ])('reads %s', async (_, scene) => {
    expect(await read(scene)).toEqual([digits])
  })

  it('finds nothing in a blank page, and takes clear pixels for paper', async () => {
    const blank = greyOf({ width: 60, height: 40, data: new Uint8Array(60 * 40 * 4) })
    expect(new Set(blank.data)).toEqual(new Set([255]))
    expect(await readQr(blank, isWanted, async () => {})).toEqual([])
  })
})
