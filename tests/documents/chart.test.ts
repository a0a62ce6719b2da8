import { describe, expect, it } from 'vitest'
import { chartSvg, paperChart, paperChartHeight } from '../../src/main/documents/chart.ts'
import { departmentShapes, peruSize } from '../../src/shared/domain/charts/departments.ts'
import { shadeOf } from '../../src/shared/domain/charts/map.ts'
import type { ChartData } from '../../src/shared/domain/charts/model.ts'
import { departments } from '../../src/shared/domain/geography.ts'

/** The words of the picture, in the order in which they are drawn. */
function wordsOf(chart: ChartData, width = 300): string[] {
  const size = { width, height: paperChartHeight(chart, width) }
  return [...chartSvg(paperChart(chart, size), size).matchAll(/<text[^>]*>([^<]*)</g)].map(([, word = '']) => word.trim())
}

describe('a chart on paper', () => {
  it('writes every figure beside what it measures, whatever its kind', () => {
    expect(wordsOf({ kind: 'bars', bars: [{ label: 'Mujeres', value: 182, words: '182 · 57 %' }] })).toEqual(['Mujeres', '182 · 57 %'])
    const series = [{ name: 'Planificado', values: [1200, 90] }, { name: 'Real', values: [1000, null] }]
    expect(wordsOf({ kind: 'columns', categories: ['2025', '2026'], series }).toSorted()).toEqual(['1,000', '1,200', '2025', '2026', '90', 'Planificado', 'Real'])
    expect(wordsOf({ kind: 'lines', categories: ['2025', '2026'], series })).toEqual(expect.arrayContaining(['1,200', '90', 'Planificado', 'Real']))
    expect(wordsOf({ kind: 'progress', rows: [{ label: 'Personas', percent: 57.5, timePercent: 80, words: '46 de 80' }] })).toEqual(expect.arrayContaining(['Personas', '46 de 80']))
    const regions = [{ code: '06', name: 'Cajamarca', value: 140, words: '140' }, { code: '07', name: 'Callao', value: 3, words: '3' }, { code: '16', name: 'Loreto', value: 0, words: '0' }, { code: '', name: 'Sin lugar', value: 900, words: '900' }]
    expect(wordsOf({ kind: 'map', regions })).toEqual(['140', '3'])
  })

  it('shades the map darker the more there is, and leaves white what has nothing', () => {
    expect([0, 1, 25, 60, 100].map((value) => shadeOf(value, 100, 5))).toEqual([null, 0, 2, 3, 4])
  })
})

describe('the outlines of the departments', () => {
  const corners = new Map(departmentShapes.map(({ code, outline }) => [code, new Set(outline.match(/\d+ \d+/g))]))
  const touch = (one: string, other: string): boolean => [...(corners.get(one) ?? [])].filter((corner) => corners.get(other)?.has(corner)).length > 1

  it('are all twenty-five, inside the map', () => {
    expect(departmentShapes.map(({ code }) => code)).toEqual(departments.map(({ code }) => code))
    for (const [x = 0, y = 0] of [...corners.values()].flatMap((all) => [...all].map((corner) => corner.split(' ').map(Number)))) {
      expect([x >= 0, x <= peruSize.width, y >= 0, y <= peruSize.height]).toEqual([true, true, true, true])
    }
  })

  it('touch their neighbours along a common line, and nobody else', () => {
    const neighbours = [['21', '08'], ['21', '17'], ['21', '18'], ['07', '15'], ['15', '11'], ['24', '20'], ['16', '22'], ['23', '18'], ['03', '05']] as const
    const strangers = [['21', '15'], ['07', '21'], ['24', '16'], ['06', '16'], ['23', '04'], ['25', '15']] as const
    expect(neighbours.filter(([one, other]) => !touch(one, other))).toEqual([])
    expect(strangers.filter(([one, other]) => touch(one, other))).toEqual([])
  })
})
