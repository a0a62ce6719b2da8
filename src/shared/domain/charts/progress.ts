import { linesIn } from './bars.ts'
import type { ChartOption, ChartRoom, ProgressChart } from './model.ts'

const LABELS = 0.42
const LEADING = 1.25
/** More than this part of a target is drawn as this much: the words tell the rest. */
const MOST = 120

/** A hollow bar up to the target, filled as far as was reached, and an upright mark where the time stands. */
export function progressOption(chart: ProgressChart, room: ChartRoom): ChartOption {
  const { look } = room
  const gap = look.size * 0.8
  const labels = Math.round(room.width * LABELS)
  const words = Math.max(0, ...chart.rows.map((row) => room.measure(row.words, look.size)))
  const text = { fontFamily: look.family, fontSize: look.size, color: look.ink }
  const thick = look.size * 1.1
  const axis = { type: 'category', inverse: true, axisTick: { show: false }, axisLine: { show: false } } as const
  const label = { ...text, margin: gap, interval: 0, lineHeight: look.size * LEADING }
  return {
    grid: { left: labels + gap, right: Math.ceil(words) + gap * 2, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(100, ...chart.rows.map((row) => Math.min(row.percent ?? 0, MOST))) },
    yAxis: [
      { ...axis, data: chart.rows.map((row) => row.label), axisLabel: { ...label, width: labels, overflow: 'break' } },
      { ...axis, position: 'right', data: chart.rows.map((row) => row.words), axisLabel: label },
    ],
    series: [
      { type: 'bar', cursor: 'default', emphasis: { disabled: true }, data: chart.rows.map((row) => Math.min(row.percent ?? 0, MOST)), barWidth: thick, barGap: '-100%', itemStyle: { color: look.fill } },
      { type: 'bar', silent: true, data: chart.rows.map(() => 100), barWidth: thick, itemStyle: { color: 'none', borderColor: look.line, borderWidth: look.size / 12 } },
      {
        type: 'scatter',
        silent: true,
        symbol: 'rect',
        symbolSize: [look.size / 5, thick * 1.8],
        itemStyle: { color: look.mark, opacity: 1 },
        data: chart.rows.flatMap((row, i) => (row.timePercent === null ? [] : [[row.timePercent, i]])),
      },
    ],
  }
}

/** The height at which every row has the lines it needs. */
export function progressHeight(chart: ProgressChart, room: Omit<ChartRoom, 'height'>): number {
  const labels = Math.round(room.width * LABELS)
  const lines = chart.rows.map(({ label }) => linesIn(label, labels, room))
  return chart.rows.length * (Math.max(1, ...lines) * room.look.size * LEADING + room.look.size * 1.3)
}
