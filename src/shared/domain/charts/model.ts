/**
 * What a chart shows, as plain data; `chartOption` makes the one picture of it, for screen and paper. Every chart reads without
 * colour (a photocopy keeps it) and stands beside the table of the same figures.
 */
export type ChartData = Bars | Columns | Lines | ProgressChart | PeruMap

/** Bars by category, each with its words beside it: no legend to look up. */
export type Bars = {
  readonly kind: 'bars'
  readonly bars: readonly Bar[]
  /** The value at the full length; the largest when not given. Charts of one scale can be compared. */
  readonly full?: number
}

/** `words` stand at the end of the bar: "182 · 56.9 %". */
export type Bar = { readonly label: string; readonly value: number; readonly words: string }

/** Upright columns by year or period; of two series the first is what was planned, hollow, and the second what came, filled. */
export type Columns = { readonly kind: 'columns'; readonly categories: readonly string[]; readonly series: readonly Series[] }

/** Lines over years or periods, each named at its end, told apart by dashes and dots. Four at most. */
export type Lines = { readonly kind: 'lines'; readonly categories: readonly string[]; readonly series: readonly Series[] }

/** One value a category; null where there is none. `decimals` of the figures written beside them. */
export type Series = { readonly name: string; readonly values: readonly (number | null)[]; readonly decimals?: number }

/** What was reached of each target, as a filled part of a hollow bar, with an upright mark where the time stands. */
export type ProgressChart = {
  readonly kind: 'progress'
  readonly rows: readonly ProgressRow[]
}

/** In percent of the target and of the time; null: not known, or no mark. `words` stand at the right: "46 de 80". */
export type ProgressRow = { readonly label: string; readonly percent: number | null; readonly timePercent: number | null; readonly words: string }

/** Peru's departments shaded by value, darker the more, each that has something with its figure written on it. */
export type PeruMap = { readonly kind: 'map'; readonly regions: readonly Region[] }

/** By INEI's two digits. `words` are the figure as it is written on the map. */
export type Region = { readonly code: string; readonly name: string; readonly value: number; readonly words: string }

/** In points on paper, in pixels on screen. */
export type ChartSize = { readonly width: number; readonly height: number }

/** Where the picture will stand: its size, how wide a text is there, and how things look. */
export type ChartRoom = ChartSize & {
  /** Width of a text of that size, in the same unit. */
  readonly measure: (text: string, size: number) => number
  readonly look: ChartLook
}

/** Colours as `#rrggbb`, sizes in the unit of the room. */
export type ChartLook = {
  readonly family: string
  readonly size: number
  readonly ink: string
  /** What is filled. */
  readonly fill: string
  readonly axis: string
  /** Hairlines and hollow bars. */
  readonly line: string
  /** What lies under it all, and inside what is hollow. */
  readonly ground: string
  /** From the least to the most of the map; told apart in grey. */
  readonly shades: readonly string[]
  /** The mark of the time. */
  readonly mark: string
}

/** Ink that a photocopy keeps. */
export const paperLook: ChartLook = {
  family: 'sans',
  size: 7.5,
  ink: '#1b2433',
  fill: '#4a5568',
  axis: '#8d8779',
  line: '#b9b2a2',
  ground: '#ffffff',
  shades: ['#e4e3df', '#c3c4c6', '#9a9fa8', '#6c7484', '#3d4759'],
  mark: '#a8251f',
}

/** What echarts draws: a plain object. Not frozen, as echarts keeps its own notes in it. */
export type ChartOption = { [part: string]: unknown }
