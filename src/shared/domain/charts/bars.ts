import type { Bars, ChartOption, ChartRoom } from './model.ts'

/** The part of the width that the categories' labels may take. */
const LABELS = 0.4
const LEADING = 1.25

/** Horizontal bars in the order given. */
export function barsOption(chart: Bars, room: ChartRoom): ChartOption {
  const { look } = room
  const gap = look.size * 0.8
  const labels = Math.round(room.width * LABELS)
  const full = chart.full ?? Math.max(1, ...chart.bars.map(({ value }) => value))
  const words = Math.max(0, ...chart.bars.map((each) => room.measure(each.words, look.size)))
  const text = { fontFamily: look.family, fontSize: look.size, color: look.ink }
  return {
    grid: { left: labels + gap, right: Math.ceil(words) + gap, top: 0, bottom: 0, outerBoundsMode: 'none' },
    xAxis: { type: 'value', show: false, min: 0, max: full },
    yAxis: {
      type: 'category',
      inverse: true,
      data: chart.bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: true, lineStyle: { color: look.axis, width: look.size / 15 } },
      axisLabel: { ...text, width: labels, overflow: 'break', margin: gap, interval: 0, lineHeight: look.size * LEADING },
    },
    series: [
      {
        type: 'bar',
        cursor: 'default',
        emphasis: { disabled: true },
        data: chart.bars.map(({ value }) => value),
        itemStyle: { color: look.fill },
        barWidth: '58%',
        barMaxWidth: look.size * 1.35,
        label: {
          show: true,
          position: 'right',
          distance: look.size * 0.55,
          ...text,
          textBorderWidth: 0,
          formatter: ({ dataIndex }: { dataIndex: number }) => chart.bars[dataIndex]?.words ?? '',
        },
      },
    ],
  }
}

/** The height at which every label of the chart has the lines it needs. */
export function barsHeight(chart: Bars, room: Omit<ChartRoom, 'height'>): number {
  const labels = Math.round(room.width * LABELS)
  const lines = chart.bars.map(({ label }) => linesIn(label, labels, room))
  return chart.bars.length * (Math.max(1, ...lines) * room.look.size * LEADING + room.look.size * 0.67)
}

/** How many lines a text takes in a width, broken between words. */
export function linesIn(text: string, width: number, room: Pick<ChartRoom, 'measure' | 'look'>): number {
  let [count, line] = [1, '']
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (room.measure(longer, room.look.size) <= width) {
      line = longer
    } else {
      // A word wider than the line is broken inside.
      count += (line === '' ? 0 : 1) + Math.max(0, Math.ceil(room.measure(word, room.look.size) / width) - 1)
      line = word
    }
  }
  return count
}
