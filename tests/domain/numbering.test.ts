import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPattern, formatNumber, groupedCode, readVerificationCode, verificationCode } from '../../src/shared/domain/numbering.ts'

const values = { correlative: 4, year: 2023, entitySiglas: 'GRA', unitSiglas: 'CR', kind: 'certificado' }

describe('the number of a certificate', () => {
  // Formats of norms, PERU.md D.
  test.each([
    ['N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', {}, 'N° 004-2023-GRA/CR'],
    ['N° {corr:2}-{año}-{siglas_entidad}/{siglas_unidad}', { correlative: 8, year: 2025, entitySiglas: 'GRP' }, 'N° 08-2025-GRP/CR'],
    ['N° {corr:3}-{año}-{siglas_entidad}-{siglas_unidad}', { correlative: 10, year: 2026, entitySiglas: 'GRU' }, 'N° 010-2026-GRU-CR'],
    ['N° {corr:5}-{año}-{siglas_entidad}-{siglas_unidad}', { correlative: 3, year: 2026, entitySiglas: 'GRLL' }, 'N° 00003-2026-GRLL-CR'],
    ['N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', { correlative: 59, year: 2024, entitySiglas: 'GRA-DRA', unitSiglas: 'DTPRCC' }, 'N° 059-2024-GRA-DRA/DTPRCC'],
    ['{tipo} N.° {corr:3}-{año}-{siglas_entidad}', { entitySiglas: 'MPC' }, 'CERTIFICADO N.° 004-2023-MPC'],
    ['N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', { unitSiglas: null }, 'N° 004-2023-GRA'],
    ['N° {corr:3}-{año}-{siglas_entidad}/{siglas_unidad}', { entitySiglas: null, unitSiglas: '' }, 'N° 004-2023'],
    ['{siglas_entidad}-{corr:4}-{año:2}', { entitySiglas: null }, '0004-23'],
    ['{corr:3}-{anio}', { correlative: 12345 }, '12345-2023'],
    ['{ CORR : 3 }-{An\u0303o}', {}, '004-2023'],
  ])('%s', (pattern, changes, number) => expect(formatNumber(pattern, { ...values, ...changes })).toBe(number))

  test.each([
    ['N° {corr:3}-{año}', null],
    ['N° {año}', { problem: 'no-correlative' }],
    ['{corr}-{corr:3}', { problem: 'two-correlatives' }],
    ['{corr:3}-{sigla}', { problem: 'unknown-token', token: '{sigla}' }],
    ['{corr:0}', { problem: 'bad-width', token: '{corr:0}' }],
    ['{corr:3}-{tipo:2}', { problem: 'bad-width', token: '{tipo:2}' }],
    ['{corr:3}-{año', { problem: 'unclosed' }],
  ])('%s: %j', (pattern, problem) => expect(checkPattern(pattern).problems).toEqual(problem === null ? [] : [problem]))

  test('a pattern without the year is told apart', () => {
    expect([checkPattern('{corr:3}-{año}').warnings, checkPattern('{corr:3}').warnings]).toEqual([[], ['no-year']])
  })

  test('a wrong pattern or correlative gives no number', () => {
    expect(() => formatNumber('{año}', values)).toThrow(RangeError)
    expect(() => formatNumber('{corr}', { ...values, correlative: 0 })).toThrow(RangeError)
  })

  test('two correlatives never give one number', () => {
    const corr = fc.integer({ min: 1, max: 999_999 })
    fc.assert(
      fc.property(corr, corr, (one, other) => {
        const of = (correlative: number) => formatNumber('N° {corr:3}-{año}', { ...values, correlative })
        expect(of(one) === of(other)).toBe(one === other)
      }),
    )
  })
})

describe('the verification code', () => {
  const hash = fc.uint8Array({ minLength: 6, maxLength: 32 })

  test('is the same for the same hash, and is printed in two groups', () => {
    expect(verificationCode(new Uint8Array(32))).toBe('0000000000')
    expect(groupedCode(verificationCode(Uint8Array.from([255, 254, 253, 252, 251, 250])))).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(() => verificationCode(new Uint8Array(5))).toThrow(RangeError)
  })

  test('is read as people type it', () => {
    fc.assert(
      fc.property(hash, (bytes) => {
        const code = verificationCode(bytes)
        const typed = ` ${groupedCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(readVerificationCode(typed)).toEqual({ code, problem: null })
      }),
    )
  })

  test('shows every single wrong character and every exchange of two', () => {
    fc.assert(
      fc.property(hash, fc.nat(9), fc.nat(9), fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')), (bytes, at, to, letter) => {
        const code = [...verificationCode(bytes)]
        const wrong = code.with(at, letter).join('')
        if (wrong !== code.join('')) expect(readVerificationCode(wrong).problem).toBe('check')
        const exchanged = code.with(at, code[to] ?? '').with(to, code[at] ?? '').join('')
        if (exchanged !== code.join('')) expect(readVerificationCode(exchanged).problem).toBe('check')
      }),
      { numRuns: 2000 },
    )
  })

  test.each([['', 'length'], ['ABCDE-FGHJ', 'length'], ['ABCDE-FGHJU', 'characters'], ['00000-00001', 'check']])('%j: %s', (text, problem) => {
    expect(readVerificationCode(text)).toEqual({ code: null, problem })
  })
})
