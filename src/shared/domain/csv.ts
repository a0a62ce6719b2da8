/**
 * A cell of a CSV that a spreadsheet will not run as a formula, and the exact way back.
 *
 * Excel, LibreOffice and Google Sheets run a cell that begins with one of `= + - @`, a tab or a carriage return
 * (OWASP, "CSV Injection"). One apostrophe in front stops them. A cell that begins with apostrophes and then one of
 * those gets one more, so that taking one away always gives back what was there.
 * Only for CSV: in a workbook the cell's type already says that it is text.
 */
const RISKY = /^'*[=+\-@\t\r]/
const ESCAPED = /^'+[=+\-@\t\r]/
/** What a person types as a quantity: a minus in front of it runs nothing. */
const PLAIN_NUMBER = /^-\d+(\.\d+)?$/

export function escapeCsvCell(text: string): string {
  return RISKY.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

/** Gives back exactly what `escapeCsvCell` was given; leaves alone what it would never have written. */
export function unescapeCsvCell(text: string): string {
  return ESCAPED.test(text) ? text.slice(1) : text
}

/**
 * One line of a CSV (RFC 4180), without its line end: cells escaped against formulas, quoted where they must be.
 * The delimiter is `;` for Peru's Excel, whose list separator follows the regional settings, or `,`.
 */
export function csvLine(cells: readonly string[], delimiter: ',' | ';' | '\t'): string {
  return cells.map((cell) => quoted(escapeCsvCell(cell), delimiter)).join(delimiter)
}

function quoted(text: string, delimiter: string): string {
  const needsQuotes = text.includes(delimiter) || /["\r\n]/.test(text) || text !== text.trim()
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text
}
