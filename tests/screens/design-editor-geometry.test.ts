import { describe, expect, test } from 'vitest'
import type { Box } from '../../src/renderer/screens/designs/editor/geometry.ts'
import { aligned, boundsOf, boundsOfAll, distributed, HANDLES, middleOf, normalTurn, resized, turned, turnTowards } from '../../src/renderer/screens/designs/editor/geometry.ts'
import { lagOf } from '../../src/renderer/screens/designs/editor/lag.ts'
import { resizedPage, sizeNamed } from '../../src/renderer/screens/designs/editor/page-sizes.ts'
import { snapMoved, snapPulled, targetsOf } from '../../src/renderer/screens/designs/editor/snapping.ts'

const box = (x: number, y: number, width: number, height: number, turn = 0): Box => ({ x, y, width, height, turn })
const handle = (name: string) => HANDLES.find((one) => one.name === name) ?? HANDLES[0]!
/** The corner opposite a handle, where it is on the page. */
const opposite = (one: Box, way: { x: number; y: number }) => {
  const corner = turned({ x: (-way.x * one.width) / 2, y: (-way.y * one.height) / 2 }, one.turn)
  const middle = middleOf(one)
  return { x: middle.x + corner.x, y: middle.y + corner.y }
}

describe('a box', () => {
  test('turned by a quarter takes as much room across as it took down', () => {
    const seen = boundsOf(box(10, 20, 40, 20, 90))
    expect([seen.x, seen.y, seen.width, seen.height].map((one) => Math.round(one * 1000) / 1000)).toEqual([20, 10, 20, 40])
    expect(boundsOfAll([box(0, 0, 10, 10), box(30, 5, 10, 10)])).toEqual({ x: 0, y: 0, width: 40, height: 15 })
    expect(boundsOfAll([])).toBeUndefined()
  })

  test.each([0, 30, 90, -135, 180])('pulled at any handle and turned by %i degrees keeps what lies opposite in its place', (turn) => {
    const before = box(50, 60, 40, 20, turn)
    for (const one of HANDLES) {
      const after = resized(before, one, { x: 7, y: -4 })
      const was = opposite(before, one)
      const is = opposite(after, one)
      expect(Math.hypot(is.x - was.x, is.y - was.y)).toBeLessThan(0.02)
    }
  })

  test('is never smaller than half a millimetre, however far its handle is pulled over it', () => {
    expect(resized(box(10, 10, 20, 20), handle('se'), { x: -500, y: -500 })).toEqual(box(10, 10, 0.5, 0.5))
    const picture = resized(box(10, 10, 40, 20), handle('se'), { x: -500, y: -500 }, { keepsShape: true })
    expect(picture.width / picture.height).toBeCloseTo(2, 1)
  })

  test('keeps its shape when asked to, and grows both ways from its middle', () => {
    expect(resized(box(0, 0, 40, 20), handle('se'), { x: 20, y: 0 }, { keepsShape: true })).toEqual(box(0, 0, 60, 30))
    expect(resized(box(10, 10, 40, 20), handle('e'), { x: 5, y: 99 }, { fromMiddle: true })).toEqual(box(5, 10, 50, 20))
  })

  test('turns towards the pointer, holds at a quarter turn, and goes by steps', () => {
    const one = box(0, 0, 20, 20)
    expect(turnTowards(one, { x: 10, y: -50 })).toBe(0)
    expect(turnTowards(one, { x: 60, y: 10.5 })).toBe(90)
    expect(turnTowards(one, { x: 60, y: -40 }, 15)).toBe(45)
    expect([normalTurn(190), normalTurn(-180), normalTurn(720)]).toEqual([-170, 180, 0])
  })
})

describe('standing in line', () => {
  test('boxes are aligned by what is seen of them, also turned ones', () => {
    const frame = { x: 0, y: 0, width: 100, height: 50 }
    expect(aligned([box(10, 10, 20, 10), box(50, 30, 40, 20, 90)], 'left', frame)).toEqual([{ x: 0, y: 10 }, { x: -10, y: 30 }])
    expect(aligned([box(10, 10, 20, 10)], 'center', frame)).toEqual([{ x: 40, y: 10 }])
    expect(aligned([box(10, 10, 20, 10)], 'bottom', frame)).toEqual([{ x: 10, y: 40 }])
  })

  test('three are distributed with equal gaps whatever their order, two stay', () => {
    expect(distributed([box(80, 0, 20, 5), box(0, 0, 10, 5), box(12, 0, 30, 5)], 'x')).toEqual([{ x: 80, y: 0 }, { x: 0, y: 0 }, { x: 30, y: 0 }])
    expect(distributed([box(0, 0, 10, 5), box(50, 0, 10, 5)], 'x')).toEqual([{ x: 0, y: 0 }, { x: 50, y: 0 }])
  })
})

describe('holding on', () => {
  const targets = targetsOf({ width: 297, height: 210 }, [{ x: 100, y: 50, width: 40, height: 10 }])

  test('the middle of the page holds what is moved near it, and shows a guide', () => {
    const snap = snapMoved({ x: 129, y: 150, width: 40, height: 7 }, targets, 2)
    expect(snap.x).toBeCloseTo(-0.5)
    expect(snap.y).toBe(0)
    expect(snap.guides).toEqual([{ axis: 'x', at: 148.5, from: 0, to: 210 }])
  })

  test('margins and other elements hold too; the nearest wins; out of reach nothing does', () => {
    expect(snapMoved({ x: 16.4, y: 81, width: 5, height: 5 }, targets, 2).x).toBeCloseTo(-1.4)
    expect(snapMoved({ x: 101, y: 81, width: 5, height: 5 }, targets, 2)).toMatchObject({ x: -1, y: 0 })
    expect(snapMoved({ x: 60, y: 81, width: 5, height: 5 }, targets, 2)).toEqual({ x: 0, y: 0, guides: [] })
  })

  test('only the side that is pulled holds on', () => {
    const pulled = { x: 30, y: 30, width: 109, height: 19.2 }
    expect(snapPulled(pulled, { x: 1, y: 0 }, targets, 2)).toMatchObject({ x: 1, y: 0 })
    expect(snapPulled(pulled, { x: 0, y: 1 }, targets, 2).y).toBeCloseTo(0.8)
  })

  test('a carné has no room for margins', () => {
    expect(targetsOf({ width: 54, height: 85.6 }, []).x.map((one) => one.at)).toEqual([0, 27, 54])
  })
})

describe('until the page is laid out anew', () => {
  test('what was moved is shifted, what was turned is turned about its middle, what was stretched is stretched', () => {
    const was = box(0, 0, 25.4, 25.4)
    expect(lagOf(was, { ...was })).toBeUndefined()
    expect(lagOf(was, { ...was, x: 25.4 })).toBe('translate(108 36) translate(-36 -36)')
    expect(lagOf(was, { ...was, turn: 45 })).toBe('translate(36 36) rotate(45) translate(-36 -36)')
    expect(lagOf(was, { ...was, width: 50.8 })).toBe('translate(72 36) rotate(0) scale(2 1) rotate(0) translate(-36 -36)')
  })
})

describe('a page', () => {
  const page = {
    id: 'p', name: '', width: 297, height: 210, background: null, backgroundImage: null, when: 'always' as const,
    elements: [
      { id: 'frame', name: null, ...box(8, 8, 281, 194), locked: true, kind: 'qr' as const },
      { id: 'qr', name: null, ...box(267, 180, 30, 30), locked: false, kind: 'qr' as const },
    ],
  }
  test('in another size keeps the margins of what spans it and the corners of what stands there', () => {
    const [frame, qr] = resizedPage(page, 210, 297).elements
    expect(frame).toMatchObject(box(8, 8, 194, 281))
    expect(qr).toMatchObject(box(180, 267, 30, 30))
  })

  test('is known by its size, either way round', () => {
    expect([sizeNamed({ width: 210, height: 297 }), sizeNamed({ width: 85.6, height: 54 }), sizeNamed({ width: 100, height: 100 })]).toEqual(['a4', 'card', 'free'])
  })
})
