import { folded } from './roster/cells.ts'

/**
 * Worded scales of one to five, as forms in Peru word them. Each step holds what is said for it, folded, masculine.
 * "Bueno" is the fourth of one scale and the third of another: which one a column uses shows in its other words.
 */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [['muy insatisfecho', 'nada satisfecho', 'totalmente insatisfecho'], ['insatisfecho', 'poco satisfecho'], ['ni satisfecho ni insatisfecho', 'neutral', 'neutro', 'indiferente', 'regular', 'medianamente satisfecho', 'algo satisfecho', 'regularmente satisfecho', 'ni satisfecho ni insatisfecho neutral'], ['satisfecho', 'bastante satisfecho'], ['muy satisfecho', 'totalmente satisfecho', 'completamente satisfecho']],
  [['totalmente en desacuerdo', 'muy en desacuerdo', 'completamente en desacuerdo'], ['en desacuerdo', 'desacuerdo', 'parcialmente en desacuerdo'], ['ni de acuerdo ni en desacuerdo', 'ni acuerdo ni desacuerdo', 'neutral', 'neutro', 'indiferente', 'indeciso', 'regular'], ['de acuerdo', 'acuerdo', 'parcialmente de acuerdo'], ['totalmente de acuerdo', 'muy de acuerdo', 'completamente de acuerdo']],
  [['muy malo', 'pesimo', 'muy deficiente'], ['malo', 'deficiente'], ['regular', 'aceptable', 'normal', 'ni bueno ni malo', 'neutral'], ['bueno'], ['muy bueno', 'excelente']],
  [['malo', 'deficiente', 'muy malo', 'insuficiente'], ['regular', 'aceptable'], ['bueno'], ['muy bueno'], ['excelente']],
  [['nunca'], ['casi nunca', 'rara vez', 'raras veces'], ['a veces', 'algunas veces', 'ocasionalmente'], ['casi siempre', 'frecuentemente', 'con frecuencia'], ['siempre']],
  [['nada'], ['poco', 'muy poco'], ['algo', 'regular', 'regularmente', 'medianamente', 'moderadamente', 'mas o menos'], ['bastante'], ['mucho', 'totalmente', 'completamente', 'muchisimo']],
  [['muy bajo'], ['bajo'], ['medio', 'regular', 'intermedio'], ['alto'], ['muy alto']],
  [['very dissatisfied'], ['dissatisfied'], ['neutral', 'neither satisfied nor dissatisfied'], ['satisfied'], ['very satisfied']],
  [['strongly disagree'], ['disagree'], ['neutral', 'neither agree nor disagree'], ['agree'], ['strongly agree']],
  [['very poor', 'very bad'], ['poor', 'bad'], ['fair', 'average'], ['good'], ['very good', 'excellent']],
  [['poor'], ['fair'], ['good'], ['very good'], ['excellent']],
]

/** What is praised in "nada útil, poco útil, útil, muy útil". */
const PRAISED = new Set(['util', 'claro', 'adecuado', 'importante', 'relevante', 'interesante', 'apropiado', 'pertinente', 'organizado', 'oportuno', 'aplicable', 'provechoso', 'comodo', 'suficiente', 'probable', 'conveniente'])
/** Before the word of praise, and before its contrary ("muy inadecuado"). */
const PRAISES: Readonly<Record<string, number>> = { nada: 1, poco: 2, 'muy poco': 2, algo: 3, medianamente: 3, regularmente: 3, moderadamente: 3, 'mas o menos': 3, '': 4, bastante: 4, muy: 5, totalmente: 5, completamente: 5, extremadamente: 5, sumamente: 5 }
const BLAMES: Readonly<Record<string, number>> = { '': 2, poco: 3, muy: 1, totalmente: 1, completamente: 1 }

const FEMININE = /^(.*(?:satisfech|buen|mal|pesim|adecuad|apropiad|clar|organizad|oportun|neutr|provechos|comod|baj|alt))(?:a|as|os)$/

/** The words of a cell as the scales know them: folded, and where they end in a feminine or a plural, masculine and one. */
function scaleWords(text: string): string {
  return folded(text)
    .split(' ')
    .map((word) => word.replace(FEMININE, '$1o').replace(/^(util|excelente|regular|deficiente|importante|relevante|interesante|suficiente)(?:e?s)$/, '$1'))
    .join(' ')
}

/** The step that stands as a figure: "5", "5 - Excelente", "4/5", "Muy bueno (5)", "★★★★☆"; undefined where no figure stands. */
function figureIn(text: string): number | null | undefined {
  const stars = /^(?:★|⭐|\ufe0f)+☆*$/u.exec(text.trim())
  if (stars !== null) {
    const n = [...text].filter((sign) => sign === '★' || sign === '⭐').length
    return n <= 5 ? n : null
  }
  const figures = text.replace(/(\bde|\/|\bof|\bout of)\s*5\b/i, ' ').match(/\d+(?:[.,]\d+)?/g)
  if (figures === null) return undefined
  const [only] = figures
  return figures.length === 1 && only !== undefined && /^[1-5]$/.test(only) ? Number(only) : null
}

function wordedStep(words: string, scale: readonly (readonly string[])[]): number | undefined {
  const at = scale.findIndex((step) => step.includes(words))
  return at < 0 ? undefined : at + 1
}

function praisedStep(words: string): number | undefined {
  const parts = words.split(' ')
  const last = parts.pop() ?? ''
  const before = parts.join(' ')
  if (PRAISED.has(last)) return PRAISES[before]
  return /^i[mn]/.test(last) && PRAISED.has(last.slice(2)) ? BLAMES[before] : undefined
}

/** How the marks of one form are worded: the scale that explains most of what stands in its columns. */
export interface ScaleWords {
  readonly scale: readonly (readonly string[])[]
}

/** Finds the scale of a column by all that is written in it; `others` are the words of the form's other columns, which tell where it alone does not. */
export function scaleOf(cells: readonly string[], others: readonly string[]): ScaleWords {
  const words = [...new Set(cells.map(scaleWords))]
  const more = [...new Set(others.map(scaleWords))]
  const explained = (scale: readonly (readonly string[])[], of: readonly string[]): number => of.filter((word) => wordedStep(word, scale) !== undefined).length
  // Two different words on one step of a scale are two steps of another: "muy bueno" beside "excelente".
  const steps = (scale: readonly (readonly string[])[], of: readonly string[]): number => new Set(of.flatMap((word) => wordedStep(word, scale) ?? [])).size
  const rank = SCALES.map((scale) => ({ scale, score: explained(scale, words) * 1000 + steps(scale, words) * 100 + explained(scale, more) + steps(scale, more) }))
  return rank.reduce((best, one) => (one.score > best.score ? one : best), rank[0] ?? { scale: [], score: -1 })
}

/** The step from 1 to 5 that a cell says in that scale; null when it says none. */
export function readStep(text: string, { scale }: ScaleWords): number | null {
  const figure = figureIn(text)
  if (figure !== undefined) return figure
  const words = scaleWords(text)
  return wordedStep(words, scale) ?? SCALES.map((one) => wordedStep(words, one)).find((step) => step !== undefined) ?? praisedStep(words) ?? null
}
