import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvLine, escapeCsvCell, unescapeCsvCell } from '../../src/shared/domain/csv.ts'

describe('a cell of a CSV', () => {
  test.each(['=CMD()', '+51 999', '@SUM(A1)', '-2+3', '\t=1', '\r=1', "'=1"])('%j cannot run as a formula', (text) => {
    expect(escapeCsvCell(text)).toBe(`'${text}`)
  })

  test.each(['QUISPE', '012', '-5', '-5.25', "'Ocopa", 'a=b', ''])('%j stays as it is', (text) => {
    expect(escapeCsvCell(text)).toBe(text)
  })

  test('always comes back exactly, apostrophes included', () => {
    const start = fc.stringMatching(/^'{0,3}[=+\-@\t\r]?/)
    fc.assert(
      fc.property(start, fc.string(), (head, tail) => {
        const text = head + tail
        expect(unescapeCsvCell(escapeCsvCell(text))).toBe(text)
      }),
    )
  })

  test('is quoted where a delimiter, a quote, a line break or an outer space is in it', () => {
    expect(csvLine(['a;b', 'say "sí"', 'two\nlines', ' x', 'plain', '=1'], ';')).toBe(
      `"a;b";"say ""sí""";"two\nlines";" x";plain;'=1`,
    )
  })
})
