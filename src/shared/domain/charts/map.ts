import { departmentShapes, peruSize } from './departments.ts'
import type { DepartmentShape } from './departments.ts'
import type { ChartLook, ChartOption, ChartRoom, ChartSize, PeruMap, Region } from './model.ts'

/** The height of the map in a width. */
export function mapSize(width: number): ChartSize {
  return { width, height: Math.round((width * peruSize.height) / peruSize.width) }
}

/**
 * The departments, each with its figure where it has one. The order of the data is that of `chart.regions`; a region that
 * the map does not know is not drawn, and a department that is not given stays white.
 */
export function mapOption(chart: PeruMap, room: ChartRoom): ChartOption {
  const scale = Math.min(room.width / peruSize.width, room.height / peruSize.height)
  const left = (room.width - peruSize.width * scale) / 2
  const top = (room.height - peruSize.height * scale) / 2
  const place = ([x, y]: readonly [number, number]) => [left + x * scale, top + y * scale] as const
  const given = new Map(chart.regions.map((region) => [region.code, region]))
  const bare = departmentShapes.filter(({ code }) => !given.has(code)).map(({ code }): Region => ({ code, name: '', value: 0, words: '' }))
  const regions = [...chart.regions, ...bare]
  const most = Math.max(0, ...departmentShapes.map(({ code }) => given.get(code)?.value ?? 0))
  return {
    series: [
      {
        type: 'custom',
        coordinateSystem: 'none',
        cursor: 'default',
        emphasis: { disabled: true },
        data: regions.map(({ value }) => value),
        renderItem: ({ dataIndex }: { dataIndex: number }) => {
          const region = regions[dataIndex]
          const shape = departmentShapes.find(({ code }) => code === region?.code)
          if (region === undefined || shape === undefined) return null
          return { type: 'group', children: drawn(region, shape, { place, most, look: room.look }) }
        },
      },
    ],
  }
}

type Drawing = { readonly place: (point: readonly [number, number]) => readonly [number, number]; readonly most: number; readonly look: ChartLook }

function drawn(region: Region, shape: DepartmentShape, { place, most, look }: Drawing): readonly ChartOption[] {
  const step = shadeOf(region.value, most, look.shades.length)
  const outline = shape.outline.replace(/(\d+) (\d+)/g, (_, x: string, y: string) => place([Number(x), Number(y)]).map((value) => value.toFixed(1)).join(' '))
  const land = {
    type: 'path',
    // Without a box of its own echarts leaves the path where its points say.
    shape: { pathData: outline },
    style: { fill: step === null ? look.ground : look.shades[step], stroke: look.axis, lineWidth: look.size / 14, lineJoin: 'round' },
  }
  if (region.words === '' || region.value === 0) return [land]
  const beside = shape.beside === null ? null : place(shape.beside)
  const [x, y] = place(shape.middle)
  // On the darker half of the shades ink would not be read.
  const isDark = beside === null && step !== null && step > (look.shades.length - 1) / 2
  const figure = {
    type: 'text',
    silent: true,
    style: {
      text: region.words,
      x: beside === null ? x : beside[0] - look.size * 0.25,
      y: beside === null ? y : beside[1],
      align: beside === null ? 'center' : 'right',
      verticalAlign: 'middle',
      fill: isDark ? look.ground : look.ink,
      font: `600 ${look.size}px ${look.family}`,
    },
  }
  if (beside === null) return [land, figure]
  const thread = { type: 'line', silent: true, shape: { x1: beside[0], y1: beside[1], x2: x, y2: y }, style: { stroke: look.axis, lineWidth: look.size / 14 } }
  return [land, thread, figure]
}

/** The shade of a value, 0 the lightest; null without anything. By square roots: one large department does not make all others pale. */
export function shadeOf(value: number, most: number, shades: number): number | null {
  if (value <= 0 || most <= 0) return null
  return Math.min(shades - 1, Math.floor(Math.sqrt(value / most) * shades))
}
