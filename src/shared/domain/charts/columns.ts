import { groupedNumber } from '../numbers.ts'
import type { ChartLook, ChartOption, ChartRoom, Columns, Lines, Series } from './model.ts'

/** Upright columns; no scale at the side, as each carries its figure. */
export function columnsOption(chart: Columns, room: ChartRoom): ChartOption {
  const { look } = room
  const several = chart.series.length > 1
  return {
    ...frame(chart, room, { top: look.size * (several ? 4 : 2), right: look.size * 0.5 }),
    ...(several && { legend: legend(chart.series, look) }),
    series: chart.series.map((series, i) => ({
      type: 'bar',
      name: series.name,
      cursor: 'default',
      emphasis: { disabled: true },
      data: series.values.map((value) => value ?? '-'),
      itemStyle: several && i === 0 ? { color: look.ground, borderColor: look.fill, borderWidth: look.size / 10 } : { color: look.fill },
      barMaxWidth: look.size * 4,
      barGap: '8%',
      barCategoryGap: '32%',
      label: { show: true, position: 'top', distance: look.size * 0.3, ...text(look), textBorderWidth: 0, formatter: figures(series) },
    })),
  }
}

/** Lines with a figure at every point where they are few, each named at its end. */
export function linesOption(chart: Lines, room: ChartRoom): ChartOption {
  const { look } = room
  const names = Math.max(0, ...chart.series.map((series) => room.measure(series.name, look.size)))
  return {
    ...frame(chart, room, { top: look.size * 2, right: Math.min(room.width * 0.35, names + look.size * 1.4) }),
    series: chart.series.map((series, i) => ({
      type: 'line',
      name: series.name,
      cursor: 'default',
      emphasis: { disabled: true },
      data: series.values.map((value) => value ?? '-'),
      color: look.fill,
      lineStyle: { color: look.fill, width: look.size / 6, type: DASHES[i % DASHES.length] },
      itemStyle: { color: i % 2 === 0 ? look.fill : look.ground, borderColor: look.fill, borderWidth: look.size / 8 },
      symbol: DOTS[i % DOTS.length],
      symbolSize: look.size * 0.7,
      showAllSymbol: true,
      label: { show: chart.series.length < 3, position: i === 0 ? 'top' : 'bottom', ...text(look), textBorderWidth: 0, formatter: figures(series) },
      endLabel: { show: true, formatter: series.name, distance: look.size * 0.7, ...text(look) },
    })),
  }
}

const DASHES = ['solid', 'dashed', 'dotted', [8, 3, 2, 3]] as const
const DOTS = ['circle', 'rect', 'triangle', 'diamond'] as const

function frame(chart: Columns | Lines, room: ChartRoom, margin: { readonly top: number; readonly right: number }): ChartOption {
  const { look } = room
  return {
    grid: { left: look.size * 0.5, right: margin.right, top: margin.top, bottom: look.size * 2.2, outerBoundsMode: 'none' },
    xAxis: {
      type: 'category',
      data: [...chart.categories],
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: look.axis, width: look.size / 15 } },
      axisLabel: { ...text(look), margin: look.size * 0.7, hideOverlap: true, width: (room.width / Math.max(1, chart.categories.length)) * 0.96, overflow: 'truncate' },
    },
    yAxis: { type: 'value', show: false, min: 0 },
  }
}

function legend(series: readonly Series[], look: ChartLook): ChartOption {
  return {
    show: true,
    top: 0,
    left: 0,
    padding: 0,
    itemWidth: look.size * 1.2,
    itemHeight: look.size * 0.9,
    itemGap: look.size * 1.4,
    icon: 'rect',
    selectedMode: false,
    textStyle: text(look),
    data: series.map(({ name }, i) => ({
      name,
      itemStyle: i === 0 ? { color: look.ground, borderColor: look.fill, borderWidth: look.size / 10 } : { color: look.fill },
    })),
  }
}

function figures(series: Series) {
  return ({ dataIndex }: { dataIndex: number }) => {
    const value = series.values[dataIndex]
    return value == null ? '' : groupedNumber(value, series.decimals ?? 0)
  }
}

function text(look: ChartLook) {
  return { fontFamily: look.family, fontSize: look.size, color: look.ink }
}
