import { barsHeight, barsOption } from './bars.ts'
import { columnsOption, linesOption } from './columns.ts'
import { mapOption, mapSize } from './map.ts'
import type { ChartData, ChartOption, ChartRoom } from './model.ts'
import { progressHeight, progressOption } from './progress.ts'

/** The picture of a chart in that room, as echarts takes it. */
export function chartOption(chart: ChartData, room: ChartRoom): ChartOption {
  const drawn = pictured(chart, room)
  return { animation: false, ...drawn }
}

function pictured(chart: ChartData, room: ChartRoom): ChartOption {
  switch (chart.kind) {
    case 'bars':
      return barsOption(chart, room)
    case 'columns':
      return columnsOption(chart, room)
    case 'lines':
      return linesOption(chart, room)
    case 'progress':
      return progressOption(chart, room)
    case 'map':
      return mapOption(chart, room)
  }
}

/** The height that a chart wants in a width: as many lines as its labels take, or the usual proportion. */
export function chartHeight(chart: ChartData, room: Omit<ChartRoom, 'height'>): number {
  switch (chart.kind) {
    case 'bars':
      return barsHeight(chart, room)
    case 'progress':
      return progressHeight(chart, room)
    case 'map':
      return mapSize(room.width).height
    case 'columns':
    case 'lines':
      return Math.round(Math.min(room.width * 0.5, room.look.size * 18))
  }
}
