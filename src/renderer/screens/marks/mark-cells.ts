import { hasTwoDecimals, markCell, readMarkCell, shownMark } from '../../../shared/domain/marks.ts'
import type { MarkValue } from '../../../shared/domain/marks.ts'
import { searchKey } from '../../../shared/domain/names.ts'
import { parseNumber } from '../../../shared/domain/numbers.ts'
import type { Pressed } from '../../ui/cell-grid/cells.ts'

/** The attempts of a cell as they are shown and typed: "10/14", "NP/12.5". */
export function markText(cell: string): string {
  return readMarkCell(cell).map(shownMark).join('/')
}

/** A figure begins a mark, over the last attempt where there was a retake; "/" or "+" begins the retake; N writes that nobody came. */
export function pressedMark(key: string, cell: string): Pressed | undefined {
  const attempts = readMarkCell(cell)
  const earlier = attempts.slice(0, -1)
  const begun = earlier.length === 0 ? '' : `${earlier.map(shownMark).join('/')}/`
  if (/^[\d.,]$/.test(key)) return { kind: 'edit', text: `${begun}${key}` }
  if (/^[/+]$/.test(key)) return { kind: 'edit', text: attempts.length === 0 ? '' : `${markText(cell)}/` }
  if (/^n$/i.test(key)) return { kind: 'write', value: markCell([...earlier, 'NP']) }
  return undefined
}

const LARGEST = 1000

/** What was typed or pasted: attempts divided by "/", with comma or point and two decimals at most, NP for who did not come. Undefined when it cannot be read. */
export function readMarks(text: string): string | undefined {
  const written = text.trim()
  if (written === '') return ''
  const attempts = written.replace(/\/\s*$/, '').split('/').map(readMark)
  return attempts.length > 9 || attempts.includes(undefined) ? undefined : markCell(attempts.filter((one) => one !== undefined))
}

const ABSENT = new Set(['np', 'n p', 'n', 'no se presento', 'nsp', 'ausente', 'absent'])

function readMark(text: string): MarkValue | undefined {
  const written = text.trim()
  if (ABSENT.has(searchKey(written))) return 'NP'
  const value = parseNumber(written)
  return value === null || value < 0 || value > LARGEST || !hasTwoDecimals(value) ? undefined : value
}

/** S, X, 1 or the space bar: met; N, F or 0: not met. */
export function pressedCheck(key: string): Pressed | undefined {
  if (/^[sxy1v ]$/i.test(key)) return { kind: 'write', value: '1' }
  return /^[nf0]$/i.test(key) ? { kind: 'write', value: '0' } : undefined
}

const MET = new Set(['1', 's', 'si', 'x', 'v', 'y', 'yes', 'cumple', 'cumplio', 'entregado', 'entrego', 'presento', 'ok', 'verdadero', 'true'])
const UNMET = new Set(['0', 'n', 'no', 'f', 'no cumple', 'no cumplio', 'no entrego', 'falta', 'pendiente', 'falso', 'false'])

export function readCheck(text: string): string | undefined {
  const written = text.trim()
  if (written === '') return ''
  if (/^[✓✔☑√]$/u.test(written)) return '1'
  const folded = searchKey(written)
  return MET.has(folded) ? '1' : UNMET.has(folded) ? '0' : undefined
}
