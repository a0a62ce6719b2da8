/** Where a text field's quotes stand by the rule of RFC 4180, and where they do not. */

/**
 * Takes the records of a text apart just enough to count their fields. A quote opens only at the start of a field and
 * closes only before a delimiter or the end of the line, so that `"Juan "el Chino" Ríos"` is one field.
 * Stops after `most` records.
 */
export function fieldCounts(text: string, delimiter: string, most: number): number[] {
  const counts: number[] = []
  walk(text, delimiter, {
    record(fields, isBlank) {
      if (!isBlank) counts.push(fields)
      return counts.length < most
    },
  })
  return counts
}

/**
 * The same text with every field that holds a quote quoted by the rule, for a strict parser.
 * Throws nothing; a quote that never closes is told by `openAt`: the record, from 1, where it opens.
 */
export function mendedQuotes(text: string, delimiter: string): { readonly text: string; readonly openAt: number | null } {
  const pieces: string[] = []
  let records = 0
  const openAt = walk(text, delimiter, {
    field(value, end) {
      pieces.push(value.includes('"') ? `"${value.replaceAll('"', '""')}"` : needsQuotes(value, delimiter) ? `"${value}"` : value, end)
      if (end !== delimiter) records += 1
    },
    record: () => true,
  })
  return { text: pieces.join(''), openAt: openAt ? records + 1 : null }
}

function needsQuotes(value: string, delimiter: string): boolean {
  return value.includes(delimiter) || value.includes('\n') || value.includes('\r')
}

interface Walker {
  /** A field's value, and what ended it: the delimiter, a line end, or nothing at the end of the text. */
  field?(value: string, end: string): void
  /** A record's number of fields; false stops. */
  record(fields: number, isBlank: boolean): boolean
}

/** Gives back whether the text ended inside a quoted field. */
function walk(text: string, delimiter: string, walker: Walker): boolean {
  let at = 0
  let fields = 0
  while (at < text.length) {
    const recordStart = fields === 0 ? at : -1
    const { value, next, open } = text[at] === '"' ? quotedField(text, at, delimiter) : plainField(text, at, delimiter)
    if (open) return true
    const end = endAt(text, next, delimiter)
    walker.field?.(value, end)
    fields += 1
    at = next + end.length
    if (end === delimiter && at < text.length) continue
    if (end === delimiter) walker.field?.('', '')
    if (!walker.record(end === delimiter ? fields + 1 : fields, recordStart === next)) return false
    fields = 0
  }
  return false
}

function endAt(text: string, at: number, delimiter: string): string {
  if (text.startsWith(delimiter, at)) return delimiter
  if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r'
  return text[at] === '\n' ? '\n' : ''
}

function plainField(text: string, from: number, delimiter: string) {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
  return { value: text.slice(from, at), next: at, open: false }
}

function quotedField(text: string, from: number, delimiter: string) {
  const parts: string[] = []
  let start = from + 1
  for (let quote = text.indexOf('"', start); quote >= 0; ) {
    const after = text[quote + 1]
    if (after === undefined || after === delimiter || after === '\n' || after === '\r') {
      parts.push(text.slice(start, quote))
      return { value: parts.join(''), next: quote + 1, open: false }
    }
    // Doubled, or a quote within that nobody doubled: both stand for one.
    parts.push(text.slice(start, quote + 1))
    start = after === '"' ? quote + 2 : quote + 1
    quote = text.indexOf('"', start)
  }
  return { value: '', next: text.length, open: true }
}
