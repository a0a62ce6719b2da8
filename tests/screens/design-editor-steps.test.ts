import { describe, expect, test } from 'vitest'
import { designDocument } from '../../src/shared/contract/designs.ts'
import { addElements, addPage, alignChosen, changeElement, changePage, copyPage, moveChosen, movePage, placeElements, removeChosen, removePage, restack, typing } from '../../src/renderer/screens/designs/editor/changes.ts'
import { copiedFrom, paste } from '../../src/renderer/screens/designs/editor/copied.ts'
import type { Act, Change, Editing } from '../../src/renderer/screens/designs/editor/editing.ts'
import { begun, chosenOf, edited, pageOf, STEPS } from '../../src/renderer/screens/designs/editor/editing.ts'
import { newElement } from '../../src/renderer/screens/designs/editor/new-elements.ts'
import type { Addition } from '../../src/renderer/screens/designs/editor/new-elements.ts'
import { readColour } from '../../src/renderer/screens/designs/editor/colour-field.tsx'
import { readNumber } from '../../src/renderer/screens/designs/editor/number-field.tsx'
import { laidPages, withKept } from '../../src/renderer/screens/designs/editor/page-drawing.tsx'
import { changeLooks, changeStyle, clearOwn, looksOf, styleFrom, usesOf } from '../../src/renderer/screens/designs/editor/styles.ts'
import { sampleDesign, textElement } from './design-editor-sample.ts'

const start = (...selected: string[]): Editing => ({ ...begun(sampleDesign()), selected })
const after = (now: Editing, ...acts: (Act | Change)[]): Editing => acts.reduce((state, act) => edited(state, typeof act === 'function' ? { kind: 'change', change: act } : act), now)
const ids = (now: Editing) => pageOf(now).elements.map((one) => one.id)
const textOf = (now: Editing, id: string) => {
  const found = now.document.pages.flatMap((page) => page.elements).find((one) => one.id === id)
  if (found?.kind !== 'text') throw new Error(`no text ${id}`)
  return found
}

describe('steps', () => {
  test('a change is taken back and made again, with what was chosen', () => {
    const moved = after(start('qr'), moveChosen({ x: 5, y: 0 }))
    expect(chosenOf(moved)[0]).toMatchObject({ id: 'qr', x: 255 })
    const undone = after(moved, { kind: 'select', ids: [] }, { kind: 'undo' })
    expect(chosenOf(undone)[0]).toMatchObject({ id: 'qr', x: 250 })
    expect(chosenOf(after(undone, { kind: 'redo' }))).toEqual([])
    expect(after(undone, { kind: 'redo' }).document).toEqual(moved.document)
  })

  test('what is typed, and an arrow that is held, are one step; after a rest another begins', () => {
    const type = (text: string): Act => typing('body', 'text', (one) => (one.kind === 'text' ? { ...one, text } : one))
    const typed = after(start(), type('p'), type('po'), type('por'), { kind: 'settle' }, type('por s'))
    expect(typed.past).toHaveLength(2)
    expect(textOf(after(typed, { kind: 'undo' }), 'body').text).toBe('por')
    expect(after(typed, { kind: 'undo' }, { kind: 'undo' }).document).toEqual(sampleDesign())
  })

  test('what is put back while it is pulled leaves no step behind', () => {
    const now = start('qr')
    const pulled = after(now, { kind: 'change', change: moveChosen({ x: 1, y: 1 }), joins: 'pull' }, { kind: 'change', change: moveChosen({ x: 1, y: 1 }), joins: 'pull' })
    const put = after(pulled, { kind: 'revert' })
    expect([put.document, put.past, put.future]).toEqual([now.document, [], []])
    expect(after(now, { kind: 'revert' })).toBe(now)
  })

  test('a change that changes nothing is no step, and a new one forgets what was taken back', () => {
    expect(after(start('qr'), moveChosen({ x: 0, y: 0 })).past).toEqual([])
    const undone = after(start('qr'), moveChosen({ x: 5, y: 0 }), { kind: 'undo' })
    expect(undone.future).toHaveLength(1)
    expect(after(undone, removeChosen()).future).toEqual([])
  })

  test('only so many steps are remembered', () => {
    let now = start('qr')
    for (let n = 0; n < STEPS + 20; n += 1) now = after(now, moveChosen({ x: n % 2 === 0 ? 1 : -1, y: 0 }))
    expect(now.past).toHaveLength(STEPS)
  })
})

describe('elements', () => {
  test('what is locked is neither moved nor removed', () => {
    const locked = after(start('qr'), changeElement('qr', (one) => ({ ...one, locked: true })))
    expect(after(locked, moveChosen({ x: 5, y: 5 }), removeChosen(), placeElements(new Map([['qr', { width: 5 }]]))).document).toBe(locked.document)
  })

  test('they come nearer and go further, and keep their order among themselves', () => {
    expect(ids(after(start('name', 'body'), restack('front')))).toEqual(['qr', 'name', 'body'])
    expect(ids(after(start('name'), restack('forward')))).toEqual(['body', 'name', 'qr'])
    expect(ids(after(start('body', 'qr'), restack('backward')))).toEqual(['body', 'qr', 'name'])
    expect(ids(after(start('qr'), restack('back')))).toEqual(['qr', 'name', 'body'])
    expect(after(start('qr'), restack('front')).past).toEqual([])
  })

  test('one alone is aligned to the page, several to one another', () => {
    expect(chosenOf(after(start('qr'), alignChosen('center')))[0]).toMatchObject({ x: 133.5, y: 160 })
    expect(chosenOf(after(start('name', 'qr'), alignChosen('right'))).map((one) => one.x)).toEqual([180, 250])
  })

  test('a copy stands beside its original, and in the same place on another page', () => {
    const now = start('qr')
    const copied = copiedFrom(now.document, 'p1', chosenOf(now))
    expect(chosenOf(after(now, paste(copied)))).toMatchObject([{ kind: 'qr', x: 255, y: 165 }])
    const other = after(now, { kind: 'page', page: 1 }, paste(copied))
    expect(chosenOf(other)).toMatchObject([{ kind: 'qr', x: 250, y: 160 }])
    expect(new Set(other.document.pages.flatMap((page) => page.elements.map((one) => one.id))).size).toBe(5)
  })

  test('pasted into another design they bring the styles that it lacks', () => {
    const now = start('name')
    const copied = copiedFrom(now.document, 'p1', chosenOf(now))
    const other = begun({ ...sampleDesign(), styles: sampleDesign().styles.filter((one) => one.id !== 'title') })
    const pasted = after(other, paste({ ...copied, from: 'elsewhere' }))
    const [element] = chosenOf(pasted)
    expect(pasted.document.styles.map((one) => one.name)).toEqual(['Texto', 'Letra menuda', 'Título'])
    expect(element?.kind === 'text' && looksOf(pasted.document, element).size).toBe(30)
  })

  test('whatever can be added makes a design that the core takes', () => {
    const additions: Addition[] = [
      { kind: 'title', words: 'Título' }, { kind: 'text', words: 'Texto' }, { kind: 'field', field: 'nombre' }, { kind: 'field', field: 'horas' },
      { kind: 'image', hash: 'a'.repeat(64), width: 4000, height: 30, alt: '' }, { kind: 'qr' }, { kind: 'logos' }, { kind: 'signatures' },
      ...(['rectangle', 'ellipse', 'line', 'diamond'] as const).map((shape) => ({ kind: 'shape' as const, shape })),
      ...(['guillocheFrame', 'guillocheField', 'rosette', 'festiveFrame', 'textileBand'] as const).map((ornament) => ({ kind: 'ornament' as const, ornament })),
      ...(['syllabus', 'marks', 'sessions', 'own'] as const).map((source) => ({ kind: 'table' as const, source, titles: ['A', 'B', 'C'] })),
    ]
    for (const size of [{ width: 297, height: 210 }, { width: 54, height: 85.6 }, { width: 30, height: 30 }]) {
      const made = after(start(), changePage((page) => ({ ...page, ...size })), ...additions.map((what): Change => (now) => addElements([newElement(now.document, pageOf(now), what)])(now)))
      expect(pageOf(made).elements).toHaveLength(3 + additions.length)
      expect(designDocument.safeParse(made.document).error).toBeUndefined()
    }
  })
})

describe('pages', () => {
  test('are added, copied with ids of their own, moved and removed; the last one stays', () => {
    const copied = after(start('qr'), copyPage())
    expect(copied).toMatchObject({ page: 1, selected: [] })
    expect(new Set(copied.document.pages.flatMap((page) => [page.id, ...page.elements.map((one) => one.id)])).size).toBe(3 + 7)
    const added = after(start(), addPage())
    expect(pageOf(added)).toMatchObject({ width: 297, height: 210, elements: [] })
    expect(after(added, movePage(1)).document.pages.map((page) => page.name)).toEqual(['', 'Reverso', ''])
    const one = after(start(), removePage(), removePage(), removePage())
    expect(one.document.pages).toHaveLength(1)
    expect(one.page).toBe(0)
  })

  test('no more than ten are made', () => {
    expect(after(start(), ...Array.from({ length: 20 }, () => addPage())).document.pages).toHaveLength(10)
  })
})

describe('styles', () => {
  test('a changed style reaches every element; what an element has of its own stays', () => {
    const own = after(start(), changeElement('body', (one) => (one.kind === 'text' ? changeLooks(sampleDesign(), one, { size: 14 }) : one)))
    const bigger = after(own, addElements([textElement('more', 'Más')]), changeStyle('body', { size: 20, face: 'sans' }))
    expect(looksOf(bigger.document, textOf(bigger, 'body'))).toMatchObject({ size: 14, face: 'sans' })
    const more = chosenOf(bigger)[0]
    expect(more?.kind === 'text' && looksOf(bigger.document, more)).toMatchObject({ size: 20, face: 'sans' })
    expect(textOf(after(bigger, clearOwn('body', 'size')), 'body').own).toEqual({})
  })

  test('what is the same as the style is no difference', () => {
    const now = start()
    expect(changeLooks(now.document, textOf(now, 'body'), { size: 12, colour: '#000000' }).own).toEqual({ colour: '#000000' })
    const own = after(now, changeElement('body', (one) => (one.kind === 'text' ? { ...one, own: { size: 15 } } : one)), changeStyle('body', { size: 15 }))
    expect(textOf(own, 'body').own).toEqual({})
  })

  test('the looks of a text become a style', () => {
    const now = after(start(), changeElement('body', (one) => (one.kind === 'text' ? { ...one, own: { size: 15 } } : one)), styleFrom('body', 'Texto 2'))
    expect(textOf(now, 'body').own).toEqual({})
    expect(looksOf(now.document, textOf(now, 'body')).size).toBe(15)
    expect(usesOf(now.document, 'body')).toBe(0)
    expect(now.document.styles.map((one) => one.name)).toContain('Texto 2')
  })
})

describe('what was laid out', () => {
  const item = (element: string, path = 'M0 0') => ({ kind: 'path' as const, element, path, fill: null, stroke: null, strokeWidth: 1 })
  const page = (...elements: string[]) => ({ width: 100, height: 100, items: elements.map((one) => item(one)) })

  test('each page of the design finds its own, also when a list goes on or nothing stands on it', () => {
    const pages = [page('p1', 'name'), page('name'), page('back')]
    expect(laidPages(sampleDesign(), pages)).toEqual([pages[0], pages[2]])
    const blank = [page('qr'), page()]
    expect(laidPages(sampleDesign(), blank)).toEqual(blank)
  })

  test('what is the same as before stays the very same', () => {
    const old = [{ width: 1, height: 1, items: [item('a', 'M1 1'), item('b', 'M2 2')] }]
    const next = withKept(old, [{ width: 1, height: 1, items: [item('a', 'M1 1'), item('b', 'M9 9')] }])
    expect(next[0]?.items[0]).toBe(old[0]?.items[0])
    expect(next[0]?.items[1]).toEqual(item('b', 'M9 9'))
  })
})

test('figures and colours are read as they are typed', () => {
  expect(['12,5', ' 12.5 ', '-3', '.5', '', '1.2.3', '12 mm'].map(readNumber)).toEqual([12.5, 12.5, -3, 0.5, undefined, undefined, undefined])
  expect(['#A8251F', 'a8251f', '#fff', 'rojo', '#12345'].map(readColour)).toEqual(['#a8251f', '#a8251f', '#ffffff', undefined, undefined])
})
