/** A number with comma for thousands and point for decimals, as Peru writes it: 1,250. `decimals` is how many are shown. */
export function groupedNumber(value: number, decimals = 0): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text
}

/** A figure as people read it: 1,250; 37.5; 4.25. Two decimals at most, and none that say nothing. */
export function figureWords(value: number): string {
  return trimmed(value, 2)
}

/** A share as people read it, out of a hundred and with its sign: "100 %", "87.9 %". One decimal at most. */
export function percentWords(percent: number): string {
  return `${trimmed(percent, 1)} %`
}

function trimmed(value: number, decimals: number): string {
  const text = groupedNumber(value, decimals)
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

/**
 * A number as Peru's sheets and people write it: `1,250`, `1 250.5`, `16`, `85 %` without its sign. Null for what is no number.
 * A lone comma before one or two digits is a decimal comma ("15,5"): grades are written so.
 */
export function parseNumber(text: string | number | null): number | null {
  if (typeof text === 'number') return Number.isFinite(text) ? text : null
  const clean = (text ?? '').normalize('NFKC').replace(/[\s']/g, '').replace(/%$/, '')
  if (/^-?\d+,\d{1,2}$/.test(clean)) return Number(clean.replace(',', '.'))
  return /^-?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(clean) ? Number(clean.replaceAll(',', '')) : null
}

const SMALL = [
  'cero', 'uno', 'dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce', 'trece', 'catorce', 'quince',
  'dieciséis', 'diecisiete', 'dieciocho', 'diecinueve', 'veinte', 'veintiuno', 'veintidós', 'veintitrés', 'veinticuatro', 'veinticinco', 'veintiséis',
  'veintisiete', 'veintiocho', 'veintinueve',
]
const TENS = ['', '', '', 'treinta', 'cuarenta', 'cincuenta', 'sesenta', 'setenta', 'ochenta', 'noventa']
const HUNDREDS = ['', 'ciento', 'doscientos', 'trescientos', 'cuatrocientos', 'quinientos', 'seiscientos', 'setecientos', 'ochocientos', 'novecientos']

/**
 * A whole number in Spanish words, for grades and hours: 16 is "dieciséis". `before` gives the form that stands before a
 * noun: "veintiún días" (masculine), "veintiuna horas", "doscientas horas" (feminine). From 0 to 999,999; else RangeError.
 */
export function numberWords(value: number, before?: 'masculine' | 'feminine'): string {
  if (!Number.isInteger(value) || value < 0 || value > 999_999) throw new RangeError(`no words for ${value}`)
  const thousands = Math.floor(value / 1000)
  const rest = value % 1000
  // Before "mil" the number takes the noun's gender only in hundreds: "doscientas mil horas", "veintiún mil horas".
  const head = thousands === 0 ? '' : thousands === 1 ? 'mil' : `${hundredWords(thousands, before === 'feminine' ? 'thousands-feminine' : 'masculine')} mil`
  const tail = rest === 0 && thousands > 0 ? '' : hundredWords(rest, before)
  return [head, tail].filter((part) => part !== '').join(' ')
}

type Form = 'masculine' | 'feminine' | 'thousands-feminine' | undefined

function hundredWords(value: number, form: Form): string {
  if (value === 100) return 'cien'
  const hundreds = HUNDREDS[Math.floor(value / 100)] ?? ''
  const gendered = form === 'feminine' || form === 'thousands-feminine' ? hundreds.replace(/os$/, 'as') : hundreds
  const rest = value % 100
  const tail = rest === 0 && value >= 100 ? '' : unitsForm(tensWords(rest), form)
  return [gendered, tail].filter((part) => part !== '').join(' ')
}

function tensWords(value: number): string {
  if (value < 30) return SMALL[value] ?? ''
  const unit = value % 10
  return unit === 0 ? (TENS[value / 10] ?? '') : `${TENS[Math.floor(value / 10)] ?? ''} y ${SMALL[unit] ?? ''}`
}

function unitsForm(words: string, form: Form): string {
  if (form === undefined || !words.endsWith('uno')) return words
  if (form === 'feminine') return words.replace(/uno$/, 'una')
  return words === 'veintiuno' ? 'veintiún' : words.replace(/uno$/, 'un')
}

/** A grade of the vigesimal scale in words: 16 "dieciséis", 15.5 "quince y medio", 15.25 "quince con veinticinco centésimos". */
export function gradeWords(grade: number): string {
  const hundredths = Math.round(grade * 100)
  const [whole, rest] = [Math.floor(hundredths / 100), hundredths % 100]
  if (rest === 0) return numberWords(whole)
  return rest === 50 ? `${numberWords(whole)} y medio` : `${numberWords(whole)} con ${numberWords(rest, 'masculine')} centésimos`
}
