import { init, registerLocale, setPlatformAPI, use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import spanish from 'echarts/i18n/langES-obj.js'
// One kind of chart and nothing else: the whole library takes half as much memory again.
import 'echarts/lib/chart/bar.js'
import 'echarts/lib/component/gridSimple.js'
import { SVGRenderer } from 'echarts/renderers'
import { textWidth, wrapped } from './report-text.ts'

/** Bars by category, each with its words beside it: no legend to look up, nothing that needs colour. */
export type Bars = {
  readonly bars: readonly Bar[]
  /** The value at the full length; the largest when not given. Charts of one scale can be compared. */
  readonly full?: number
}

/** `words` stand at the end of the bar: "182 · 56.9 %". */
export type Bar = { readonly label: string; readonly value: number; readonly words: string }

/** In points on paper, in pixels on screen. */
export type ChartSize = { readonly width: number; readonly height: number }

/** The part of the width that the categories' labels may take. */
const LABELS = 0.4
const TEXT = 7.5
const GAP = 6

const ink = '#1b2433'
const bar = '#4a5568'
const axis = '#8d8779'

use(SVGRenderer)
registerLocale('ES', spanish)
// Without a DOM echarts guesses how wide a text is; the face that paper uses knows.
setPlatformAPI({
  measureText: (text, font) => ({ width: textWidth(text, 'sans', Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? TEXT)) }),
})

/** The one shape of a bar chart, for screen and paper: horizontal, in the order given, ink that a photocopy keeps. */
export function barChart(chart: Bars, width: number): EChartsCoreOption {
  const labels = Math.round(width * LABELS)
  const full = chart.full ?? Math.max(1, ...chart.bars.map(({ value }) => value))
  const words = Math.max(0, ...chart.bars.map((each) => textWidth(each.words, 'sans', TEXT)))
  const text = { fontFamily: 'sans', fontSize: TEXT, color: ink }
  return {
    animation: false,
    grid: { left: labels + GAP, right: Math.ceil(words) + GAP, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: full },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: axis, width: 0.5 } },
      axisLabel: { ...text, width: labels, overflow: 'break', margin: GAP, interval: 0, lineHeight: TEXT * 1.25 },
    },
    series: [
      {
        type: 'bar',
        silent: true,
        data: chart.bars.map(({ value }) => value),
        itemStyle: { color: bar },
        barWidth: '58%',
        barMaxWidth: 10,
        label: {
          show: true,
          position: 'right',
          distance: 4,
          ...text,
          textBorderWidth: 0,
          formatter: ({ dataIndex }: { dataIndex: number }) => chart.bars[dataIndex]?.words ?? '',
        },
      },
    ],
  }
}

/** The height in points at which every label of the chart has the lines it needs. */
export function barChartHeight(chart: Bars, width: number): number {
  const room = Math.round(width * LABELS)
  const lines = chart.bars.map(({ label }) => wrapped(label, 'sans', TEXT, room).length)
  return chart.bars.length * (Math.max(1, ...lines) * TEXT * 1.25 + 5)
}

/** The chart as SVG text, drawn without a DOM. */
export function chartSvg(option: EChartsCoreOption, size: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, locale: 'ES', ...size })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    // An instance that is not disposed of keeps its thread alive.
    chart.dispose()
  }
}
