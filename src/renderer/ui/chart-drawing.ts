import { init, use as register } from 'echarts/core'
import 'echarts/lib/chart/bar.js'
import 'echarts/lib/chart/custom.js'
import 'echarts/lib/chart/line.js'
import 'echarts/lib/chart/scatter.js'
import 'echarts/lib/component/gridSimple.js'
import 'echarts/lib/component/legendPlain.js'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartData, ChartLook } from '../../shared/domain/charts/model.ts'
import { chartHeight, chartOption } from '../../shared/domain/charts/option.ts'

register(SVGRenderer)

const SIZE = 12
const shades = {
  light: ['#dcebe8', '#b3d3ce', '#7fb0aa', '#43857f', '#125450'],
  dark: ['#22403f', '#2f5c5a', '#458580', '#74b5ae', '#a5dbd6'],
} as const

/** Which element of the picture belongs to which datum: `data-index`. */
export const PICKED = 'data-index'

/**
 * The picture of a chart as an element of the page, of that width and, unless given, of the height it wants. Its styles are
 * set by script: the page's policy lets no markup carry any. What belongs to a datum has its place in `data-index`.
 */
export function drawChart(chart: ChartData, room: { readonly width: number; readonly height?: number | undefined; readonly isDark: boolean }): SVGSVGElement {
  const at = { width: room.width, measure, look: screenLook(room.isDark) }
  const size = { width: room.width, height: room.height ?? Math.ceil(chartHeight(chart, at)) }
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...size })
  try {
    drawing.setOption(chartOption(chart, { ...at, ...size }))
    return asElement(drawing.renderToSVGString())
  } finally {
    drawing.dispose()
  }
}

/** Even a parser that is not the page's complains of styles in markup: they are read under another name. Quotes in words are escaped. */
function asElement(text: string): SVGSVGElement {
  const bare = text.replace(/<style[^]*<\/style>/, '').replaceAll(' style="', ` ${STYLE}="`)
  return copied(new DOMParser().parseFromString(bare, 'image/svg+xml').documentElement) as SVGSVGElement
}

const STYLE = 'data-style'

function copied(source: Element): Element {
  const made = document.createElementNS('http://www.w3.org/2000/svg', source.localName) as SVGElement
  for (const { name, value } of source.attributes) {
    if (name === STYLE) made.style.cssText = value
    else if (name === 'ecmeta_data_index') made.setAttribute(PICKED, value)
    else if (!name.startsWith('ecmeta_') && name !== 'class' && !name.startsWith('xml')) made.setAttribute(name, value)
  }
  for (const child of source.childNodes) {
    made.append(child instanceof Element ? copied(child) : (child.textContent ?? ''))
  }
  return made
}

let ruler: CanvasRenderingContext2D | null = null

function measure(text: string, size: number): number {
  ruler ??= document.createElement('canvas').getContext('2d')
  if (ruler === null) return text.length * size * 0.55
  ruler.font = `${size}px ${family()}`
  return ruler.measureText(text).width
}

function family(): string {
  return getComputedStyle(document.body).fontFamily.replaceAll('"', "'")
}

/** The colours of paper.css as they stand now. */
function screenLook(isDark: boolean): ChartLook {
  const tokens = getComputedStyle(document.documentElement)
  const colour = (name: string, otherwise: string) => tokens.getPropertyValue(name).trim() || otherwise
  return {
    family: family(),
    size: SIZE,
    ink: colour('--ink', '#1b2436'),
    fill: colour('--teal', '#1a6663'),
    axis: colour('--line-strong', '#c9bfab'),
    line: colour('--line-strong', '#c9bfab'),
    ground: colour('--card', '#fffefb'),
    shades: isDark ? shades.dark : shades.light,
    mark: colour('--seal', '#a8251f'),
  }
}
