import type { RosterCell } from './roster/cells.ts'
import { cellLine, cellText, folded, isBlank } from './roster/cells.ts'
import type { Answer, Question } from './survey-questions.ts'
import type { ScaleWords } from './survey-scales.ts'
import { readStep } from './survey-scales.ts'

/** Why a column of a form's export is a question, or is left out. */
export type ColumnReason = 'same' | 'alike' | 'chosen' | 'leftOut' | 'personal' | 'moment' | 'otherAnswers' | 'noQuestion' | 'empty'

export interface FormColumn {
  /** From 0. */
  readonly column: number
  readonly label: string
  readonly questionId: string | null
  readonly reason: ColumnReason
}

/** Labels of columns that say who answered, as Google, Microsoft and offices write them; folded. */
const WHO = /^(nombres?|apellidos?|nombres? y apellidos?|apellidos? y nombres?|nombre completo|nombre de usuario|usuario|su nombre|name|full name|first name|last name|surname|username|correo|correo electronico|direccion de correo electronico|direccion de correo|e ?mail|email address|dni|n ?(?:o|ro|um)? ?(?:de )?(?:dni|documento)|numero de (?:dni|documento|celular|telefono).*|documento(?: de identidad)?|celular|telefono|phone|firma|id|id de respuesta|response id|ip|ip address|direccion ip|edad|fecha de nacimiento|cargo|puesto|post|job title)( (del? |de la |del o la )?(participante|alumno|alumna|estudiante|servidor|servidora|asistente|encuestado|institucional|personal|completos?)\b.*)?$/
const WHEN = /^(marca temporal|timestamp|hora de (inicio|finalizacion|la ultima modificacion).*|start time|completion time|last modified time|fecha( y hora)?( de (envio|respuesta|registro))?|submitted at|date)$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const DOCUMENT = /^\d{8}$|^9\d{8}$/

/** How alike two texts must be (shared words over all words) to be taken for the same question. */
const ALIKE = 0.6

/** Whether a column says who answered: by its label, or because what stands in it are addresses, documents or telephones. */
export function tellsWho(label: string, cells: readonly RosterCell[]): boolean {
  if (WHO.test(folded(label))) return true
  const filled = cells.filter((cell) => !isBlank(cell)).map((cell) => cellLine(cell).replace(/\s/g, ''))
  return filled.length > 0 && filled.filter((cell) => EMAIL.test(cell) || DOCUMENT.test(cell)).length * 2 >= filled.length
}

export function tellsWhen(label: string, cells: readonly RosterCell[]): boolean {
  if (WHEN.test(folded(label))) return true
  const filled = cells.filter((cell) => !isBlank(cell))
  return filled.length > 0 && filled.every((cell) => cell !== null && typeof cell === 'object' && cell.time !== null)
}

/**
 * Which column answers which question. `chosen` is what the office decided (null: leave it out); it wins over everything but
 * a column that says who answered, or at what hour, which never becomes a question.
 */
export function matchColumns(labels: readonly string[], rows: readonly (readonly RosterCell[])[], questions: readonly Question[], chosen: ReadonlyMap<number, string | null>): FormColumn[] {
  const facts = labels.map((label, column) => {
    const cells = rows.map((row): RosterCell => row[column] ?? null)
    return { column, label, isEmpty: label === '' && cells.every((cell) => isBlank(cell)), who: tellsWho(label, cells), when: tellsWhen(label, cells) }
  })
  const taken = new Set([...chosen.values()].filter((id) => id !== null))
  const scores = facts
    .filter((fact) => !fact.who && !fact.when && !chosen.has(fact.column))
    .flatMap((fact) => questions.map((question) => ({ column: fact.column, id: question.id, score: likeness(fact.label, question) })))
    .filter((one) => one.score >= ALIKE)
    .toSorted((one, other) => other.score - one.score || one.column - other.column)
  const matched = new Map<number, { readonly id: string; readonly score: number }>()
  const second = new Set<number>()
  for (const { column, id, score } of scores) {
    if (matched.has(column)) continue
    if (taken.has(id)) second.add(column)
    else matched.set(column, { id, score })
    if (matched.get(column)?.id === id) taken.add(id)
  }
  return facts.map(({ column, label, isEmpty, who, when }): FormColumn => {
    const left = (reason: ColumnReason): FormColumn => ({ column, label, questionId: null, reason })
    if (isEmpty) return left('empty')
    if (who) return left('personal')
    if (when) return left('moment')
    const choice = chosen.get(column)
    if (choice !== undefined) return choice === null ? left('leftOut') : { column, label, questionId: choice, reason: 'chosen' }
    const match = matched.get(column)
    if (match !== undefined) return { column, label, questionId: match.id, reason: match.score === 1 ? 'same' : 'alike' }
    return left(second.has(column) ? 'otherAnswers' : 'noQuestion')
  })
}

/** 1 for the same words; else the share of words in common. A grid of Google says the question in brackets after the grid's own title. */
function likeness(label: string, question: Question): number {
  const asked = bare(question.text)
  const bracket = /\[([^\]]+)\]\s*$/.exec(label)?.[1]
  return Math.max(...[label, ...(bracket === undefined ? [] : [bracket])].map((text) => share(bare(text), asked)))
}

/** Folded, without the number in front. */
function bare(text: string): string {
  return folded(text).replace(/^(?:p|pregunta)? ?\d{1,2} (?=\p{L})/u, '')
}

function share(one: string, other: string): number {
  if (one === other) return one === '' ? 0 : 1
  const [a, b] = [new Set(one.split(' ').filter(heavy)), new Set(other.split(' ').filter(heavy))]
  if (a.size === 0 || b.size === 0) return 0
  const common = [...a].filter((word) => b.has(word)).length
  return Math.min(0.99, common / (a.size + b.size - common))
}

const LIGHT = new Set('a al con de del el en es la las lo los no o para por que se si su sus un una y the of to and is in'.split(' '))
const heavy = (word: string): boolean => !LIGHT.has(word)

const NOTHING = new Set(['', 'n a', 'na', 'no aplica', 'ns', 'ns nr', 'no opina', 'sin respuesta', 'no sabe', 'no sabe no opina', 'not applicable'])

/** Reads one cell as the answer to a question. `undefined`: something stands there that is no answer to it. */
export function readAnswer(question: Question, cell: RosterCell | undefined, words: ScaleWords): Answer | undefined {
  if (isBlank(cell)) return null
  const text = cellText(cell).replace(/\s+/gu, ' ').trim()
  if (question.kind === 'text') return cellText(cell).normalize('NFC').trim().slice(0, 2000)
  if (NOTHING.has(folded(text)) && !question.options.includes(text)) return null
  if (question.kind === 'scale') return (typeof cell === 'object' ? null : readStep(text, words)) ?? undefined
  if (question.kind === 'yesno') return yesOrNo(typeof cell === 'boolean' ? (cell ? 'si' : 'no') : text)
  const pieces = [text, text.replace(/[;,]\s*$/, '')]
  return question.options.find((option) => pieces.some((piece) => folded(piece) === folded(option)))
}

function yesOrNo(text: string): boolean | undefined {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase()
  if (/^(si|yes|s|x|1|verdadero|true|claro( que si)?|por supuesto|definitivamente( si)?)[.!]?$/.test(plain)) return true
  if (/^(no|n|0|falso|false|nunca|definitivamente no)[.!]?$/.test(plain)) return false
  if (/^(si|yes)(\s*[,;.:(-]|\s+(lo|la|los|recomend\S*|totalmente|definitivamente|claro|por supuesto)\b)/.test(plain)) return true
  return /^no(\s*[,;.:(-]|\s+(lo|la|los|recomend\S*)\b)/.test(plain) ? false : undefined
}
