import { isField } from './fields.ts'
import type { FieldName, FieldValue, FieldValues } from './fields.ts'

// The small language of a design's texts: `{nombre}` stands for a field, `**…**` stands out, `[… {nota} …]` goes whole when a
// field in it is empty, a backslash before one of these signs leaves it as it is. What makes no sense stays as it was typed:
// a design is never refused for its wording.

export interface Span {
  readonly text: string
  readonly strong: boolean
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string; readonly strong: boolean }
  | { readonly kind: 'field'; readonly field: FieldName; readonly strong: boolean }
  | { readonly kind: 'optional'; readonly parts: readonly TemplatePart[] }

export interface Template {
  readonly parts: readonly TemplatePart[]
  /** Every field it names, in its order, each once. */
  readonly fields: readonly FieldName[]
  /** Words between braces that are no field; they are printed as they were typed. */
  readonly unknown: readonly string[]
}

type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'unknown'; readonly word: string }
  | { readonly kind: 'strong' | 'open' | 'close' }

const signs = /\\([\\{}[\]*])|\*\*|\[|\]|\{\s*([\p{L}\p{N}_]{1,40})\s*\}/gu

/** Reads a text of a design. Reading never fails. */
export function parseTemplate(text: string): Template {
  const tokens = tokensOf(text)
  const strongPairs = tokens.filter((token) => token.kind === 'strong').length
  const reader = new Reader(tokens, strongPairs - (strongPairs % 2))
  const parts = reader.read()
  return {
    parts,
    fields: [...new Set(tokens.flatMap((token) => (token.kind === 'field' ? [token.field] : [])))],
    unknown: [...new Set(tokens.flatMap((token) => (token.kind === 'unknown' ? [token.word] : [])))],
  }
}

/** The words of a template with these values; a field without a value is empty. Neighbouring stretches alike are one. */
export function fillTemplate(template: Template, values: FieldValues): Span[] {
  const spans: Span[] = []
  fill(template.parts, values, spans)
  return spans
}

/** A field's value as one text. */
export function plainValue(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : value.map((span) => span.text).join('')
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const found of text.matchAll(signs)) {
    if (found.index > at) tokens.push({ kind: 'text', text: text.slice(at, found.index) })
    at = found.index + found[0].length
    const [sign, escaped, word] = found
    if (escaped !== undefined) tokens.push({ kind: 'text', text: escaped })
    else if (word !== undefined) tokens.push(isField(word) ? { kind: 'field', field: word } : { kind: 'unknown', word })
    else tokens.push({ kind: sign === '**' ? 'strong' : sign === '[' ? 'open' : 'close' })
  }
  if (at < text.length) tokens.push({ kind: 'text', text: text.slice(at) })
  return tokens
}

/** A stretch between brackets that is being read, and whether its opening bracket stood out. */
interface Open {
  readonly parts: TemplatePart[]
  readonly strong: boolean
}

class Reader {
  private readonly tokens: readonly Token[]
  private strong = false
  /** Signs of strength that have their pair; a last lone one is two asterisks. */
  private pairs: number
  /** The whole text first, then each open stretch within the one before it: a list, so that no text is too deep to be read. */
  private readonly open: Open[] = [{ parts: [], strong: false }]

  constructor(tokens: readonly Token[], pairs: number) {
    this.tokens = tokens
    this.pairs = pairs
  }

  read(): TemplatePart[] {
    for (const token of this.tokens) this.take(token)
    // What was never closed is brackets and the words behind them.
    return this.open.flatMap(({ parts, strong }, at) => (at === 0 ? parts : [{ kind: 'text' as const, text: '[', strong }, ...parts]))
  }

  private take(token: Token): void {
    const parts = this.open.at(-1)?.parts ?? []
    const say = (text: string) => parts.push({ kind: 'text', text, strong: this.strong })
    if (token.kind === 'text') say(token.text)
    else if (token.kind === 'unknown') say(`{${token.word}}`)
    else if (token.kind === 'field') parts.push({ kind: 'field', field: token.field, strong: this.strong })
    else if (token.kind === 'open') this.open.push({ parts: [], strong: this.strong })
    else if (token.kind === 'close') {
      if (this.open.length > 1) this.close()
      else say(']')
    } else {
      if (this.pairs > 0) this.strong = !this.strong
      else say('**')
      this.pairs -= 1
    }
  }

  /** A stretch that has no field within is its words in brackets. */
  private close(): void {
    const { parts: inner, strong } = this.open.pop() ?? { parts: [], strong: false }
    const parts = this.open.at(-1)?.parts ?? []
    if (inner.some((part) => part.kind !== 'text')) parts.push({ kind: 'optional', parts: inner })
    else parts.push({ kind: 'text', text: '[', strong }, ...inner, { kind: 'text', text: ']', strong: this.strong })
  }
}

function fill(parts: readonly TemplatePart[], values: FieldValues, spans: Span[]): void {
  for (const part of parts) {
    if (part.kind === 'text') add(spans, part)
    else if (part.kind === 'optional') {
      if (!lacks(part.parts, values)) fill(part.parts, values, spans)
    } else {
      const value = values[part.field] ?? ''
      if (typeof value === 'string') add(spans, { text: value, strong: part.strong })
      else for (const span of value) add(spans, { text: span.text, strong: part.strong || span.strong })
    }
  }
}

/** Whether a field of this stretch itself is empty; stretches within it decide for themselves. */
function lacks(parts: readonly TemplatePart[], values: FieldValues): boolean {
  return parts.some((part) => part.kind === 'field' && plainValue(values[part.field]).trim() === '')
}

function add(spans: Span[], { text, strong }: Span): void {
  if (text === '') return
  const last = spans.at(-1)
  if (last?.strong === strong) spans[spans.length - 1] = { text: last.text + text, strong }
  else spans.push({ text, strong })
}
