import { init, registerLocale, setPlatformAPI, use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import spanish from 'echarts/i18n/langES-obj.js'
// These kinds of chart and nothing else: the whole library takes half as much memory again.
import 'echarts/lib/chart/bar.js'
import 'echarts/lib/chart/custom.js'
import 'echarts/lib/chart/line.js'
import 'echarts/lib/chart/scatter.js'
import 'echarts/lib/component/gridSimple.js'
import 'echarts/lib/component/legendPlain.js'
import { SVGRenderer } from 'echarts/renderers'
import type { ChartData, ChartSize } from '../../shared/domain/charts/model.ts'
import { paperLook } from '../../shared/domain/charts/model.ts'
import { chartHeight, chartOption } from '../../shared/domain/charts/option.ts'
import { textWidth } from './report-text.ts'

const measure = (text: string, size: number) => textWidth(text, 'sans', size)

use(SVGRenderer)
registerLocale('ES', spanish)
// Without a DOM echarts guesses how wide a text is; the face that paper uses knows.
setPlatformAPI({
  measureText: (text, font) => ({ width: measure(text, Number(/([\d.]+)px/.exec(font ?? '')?.[1] ?? paperLook.size)) }),
})

/** The picture of a chart for paper, in points: what `chartSvg` draws. */
export function paperChart(chart: ChartData, size: ChartSize): EChartsCoreOption {
  return chartOption(chart, { ...size, measure, look: paperLook })
}

/** The height in points that a chart wants in a width, at paper's size of letters. */
export function paperChartHeight(chart: ChartData, width: number): number {
  return chartHeight(chart, { width, measure, look: paperLook })
}

/** The chart as SVG text, drawn without a DOM. */
export function chartSvg(option: EChartsCoreOption, size: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, locale: 'ES', ...size })
  try {
    chart.setOption(option)
    // Its style is for a pointer, which paper has not.
    return chart.renderToSVGString().replace(/<style[^]*<\/style>/, '')
  } finally {
    // An instance that is not disposed of keeps its thread alive.
    chart.dispose()
  }
}
