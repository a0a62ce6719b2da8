// The parts of two chart libraries that come without types.
declare module 'svg-to-pdfkit' {
  type Options = {
    readonly width?: number
    readonly height?: number
    readonly assumePt?: boolean
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string
    readonly warningCallback?: (warning: string) => void
  }
  export default function SVGtoPDF(doc: unknown, svg: string, x: number, y: number, options?: Options): void
}

declare module 'echarts/lib/chart/bar.js'
declare module 'echarts/lib/component/gridSimple.js'
declare module 'echarts/i18n/langES-obj.js' {
  const words: Parameters<typeof import('echarts/core').registerLocale>[1] & object
  export default words
}
