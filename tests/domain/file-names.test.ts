import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberedName, safeName, safePath, uniqueNames } from '../../src/shared/domain/file-names.ts'

describe('the name of a file', () => {
  test.each([
    ['Lista final.xlsx', 'Lista final.xlsx'],
    ['N° 001-2026-MPC/GRH Ana Ñahui.pdf', 'N° 001-2026-MPC-GRH Ana Ñahui.pdf'],
    ['C:\\Users\\ana\\lista.xlsx', 'C--Users-ana-lista.xlsx'],
    ['¿Cuántos? «25» <30>.pdf', '¿Cuántos- «25» -30-.pdf'],
    ['con.pdf', '_con.pdf'],
    ['NUL', '_NUL'],
    ['com1.tar.gz', '_com1.tar.gz'],
    ['LPT¹.xlsx', '_LPT¹.xlsx'],
    ['constancia.pdf', 'constancia.pdf'],
    ['fin. ', 'fin'],
    ['..', '_'],
    ['.oculto', 'oculto'],
    ['.pdf', '_.pdf'],
    ['', '_'],
    ['a\tb\r\nc\u0000.pdf', 'a b c-.pdf'],
    ['informe\u202exslx.exe', 'informe-xslx.exe'],
    ['n\u0303.pdf', 'ñ.pdf'],
    ['👩‍🌾 líderes.pdf', '👩‍🌾 líderes.pdf'],
    ['mal\ud83d.pdf', 'mal\ufffd.pdf'],
  ])('%j is written %j', (given, expected) => {
    expect(safeName(given)).toBe(expected)
  })

  test.each([
    ['../../etc/passwd', 'etc/passwd'],
    ['C:\\x.pdf', 'C-/x.pdf'],
    ['Cusco/con.pdf', 'Cusco/_con.pdf'],
    ['/', '_'],
  ])('the path %j is written %j', (given, expected) => {
    expect(safePath(given)).toBe(expected)
  })

  test('of three hundred letters is shortened between letters and keeps its ending', () => {
    expect(safeName(`${'Ñ'.repeat(300)}.pdf`)).toBe(`${'Ñ'.repeat(88)}.pdf`)
    expect(safeName(`${'a'.repeat(300)}.xlsx`)).toBe(`${'a'.repeat(115)}.xlsx`)
    expect(safeName(`${'🌽'.repeat(300)}.zip`)).toBe(`${'🌽'.repeat(44)}.zip`)
    expect(safeName(`${'m\u0303'.repeat(200)}.pdf`)).toBe(`${'m\u0303'.repeat(58)}.pdf`)
  })

  test('whatever is given, every system can write it, and making it safe again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeName(given)
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+$/u)
        expect(name).not.toMatch(/[. ]$/)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181)
        expect(safeName(name)).toBe(name)
      }),
    )
  })

  test('is given once, as Windows compares them', () => {
    const nameOf = uniqueNames()
    const names = ['Acta.pdf', 'acta.PDF', 'Acta.pdf', 'ñ', 'n\u0303', 'a/Acta.pdf'].map((name) => nameOf(name))
    expect(names).toEqual(['Acta.pdf', 'acta (2).PDF', 'Acta (3).pdf', 'ñ', 'ñ (2)', 'a/Acta.pdf'])
    expect(numberedName('Lista 2026', 2)).toBe('Lista 2026 (2)')
  })
})
