import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certificateName, cleanText, displayName, nameKey, nameKeyOf, nameProblem, searchKey, searchPieces, sortKey, textSortKey, titleCase, upperCase,
} from '../../src/shared/domain/names.ts'

const person = (firstSurname: string, secondSurname: string | null, givenNames: string) => ({ firstSurname, secondSurname, givenNames })

describe('a text as it is kept', () => {
  test.each([
    ['  QUISPE   VILCA,  RUTH ', 'QUISPE VILCA, RUTH'],
    ['Saavedra\u00a0Tito,\u00a0Pedro', 'Saavedra Tito, Pedro'],
    ['Mari\u0301a', 'María'],
    ['Tsamaje\u0303in', 'Tsamajẽin'],
    ['Ana\u200b Mar\u00adía\ufeff', 'Ana María'],
    ['ROSA\tELENA\r\nQUISPE', 'ROSA ELENA QUISPE'],
    ['O’Higgins', 'O’Higgins'],
    ['Chʼoque', 'Chʼoque'],
    ['a\u0331 e\u0331 ɨ ʉ ʔ', 'a\u0331 e\u0331 ɨ ʉ ʔ'],
  ])('%j is kept as %j', (raw, kept) => expect(cleanText(raw)).toBe(kept))

  test('cleaning twice is cleaning once, and what comes out is NFC', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = cleanText(text)
        expect(cleanText(once)).toBe(once)
        expect(once.normalize('NFC')).toBe(once)
      }),
    )
  })
})

describe('the key for searching', () => {
  test.each([
    ['ÑAHUI ÑAUPARI', 'nahui naupari'],
    ['María de los Ángeles', 'maria de los angeles'],
    ['CH’OQUE', 'choque'],
    ['Chʼoque', 'choque'],
    ["Ch'oque", 'choque'],
    ['ĨWÃ TSAMAJẼIN', 'iwa tsamajein'],
    ['TUMI DËMASH', 'tumi demash'],
    ['Ɨba\u0331 ʉrǫ', 'iba uro'],
    ['De la Torre-Ugarte', 'de la torre ugarte'],
    ['N° 001-2026-MPC/GRH', 'n 001 2026 mpc grh'],
  ])('%s is found as %s', (text, key) => expect(searchKey(text)).toBe(key))

  test('the words to look for are given once each, the longest first', () => expect(searchPieces('  Ñaña de  QUISPE de ')).toEqual(['quispe', 'nana', 'de']))

  test('does not depend on how the accents are composed, nor on being folded already', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(searchKey(text.normalize('NFD'))).toBe(searchKey(text.normalize('NFC')))
        expect(searchKey(searchKey(text))).toBe(searchKey(text))
      }),
    )
  })
})

describe('the key for order', () => {
  test('puts ñ after every n, ignores accents, and a lone surname first', () => {
    const inOrder = [
      person('ALVA', null, 'Zoila'),
      person('Alva', 'ALVA', 'Ana'),
      person('Álva', 'Ñahui', 'Ana'),
      person('CRUZ', 'ZÚÑIGA', 'Ana'),
      person('CRUZ LEÓN', 'ALVA', 'Ana'),
      person('NUÑEZ', 'ALVA', 'Ana'),
      person('NZAMBA', 'ALVA', 'Ana'),
      person('ÑAHUI', 'ALVA', 'Ana'),
      person('OCHOA', 'ALVA', 'Ana'),
    ]
    const keys = inOrder.map(sortKey)
    expect([...keys].sort()).toEqual(keys)
    for (const key of keys) expect(key).toMatch(/^[ -~]*$/)
  })

  test('puts Grupo 2 before Grupo 10', () => {
    expect(textSortKey('Grupo 2') < textSortKey('Grupo 10')).toBe(true)
  })
})

describe('the key for duplicates', () => {
  test.each([
    ['swapped', person('QUISPE', 'MAMANI', 'José Luis'), person('José Luis', null, 'Quispe Mamani')],
    ['without accents', person('ZÚÑIGA', 'PÉREZ', 'María'), person('ZUNIGA', 'PEREZ', 'MARIA')],
    ['without particles', person('DE LA CRUZ', 'QUISPE', 'Flor de María'), person('CRUZ', 'QUISPE', 'FLOR MARIA')],
    ['with a married name left out', person('QUISPE', 'MAMANI VDA. DE', 'Rosa'), person('QUISPE', 'MAMANI', 'Rosa')],
  ])('two writings of one name meet: %s', (_, one, other) => expect(nameKey(one)).toBe(nameKey(other)))

  test('a name of particles only still has a key', () => expect(nameKeyOf('De La')).toBe('de la'))
})

describe('capital letters', () => {
  test.each([
    ['MARÍA DE LOS ÁNGELES CHUQUIHUANCA ZÚÑIGA', 'María de los Ángeles Chuquihuanca Zúñiga'],
    ['Flor De María', 'Flor de María'],
    ['GLADYS LA TORRE CABRERA', 'Gladys La Torre Cabrera'],
    ['DE LA CRUZ QUISPE', 'De la Cruz Quispe'],
    ['O’HIGGINS D’ANGELO', 'O’Higgins D’Angelo'],
    ['T’ITO CH’OQUE', 'T’ito Ch’oque'],
    ['TITO CHʼOQUE', 'Tito Chʼoque'],
    ['ĨWÃ TSAMAJẼIN', 'Ĩwã Tsamajẽin'],
    ['ɨBA̱ ʉRǪ', 'Ɨba̱ Ʉrǫ'],
    ['MARÍA GUADALUPE DE LA TORRE-UGARTE VIUDA DE HUAMANCHUMO', 'María Guadalupe de la Torre-Ugarte viuda de Huamanchumo'],
    ['ORTEGA Y GASSET', 'Ortega y Gasset'],
    ['Ian McKay', 'Ian McKay'],
    ['ñahui', 'Ñahui'],
  ])('%s becomes %s', (text, titled) => expect(titleCase(text)).toBe(titled))

  test('every letter of a name survives being made capital', () => {
    expect(upperCase('Ĩwã Tsamajẽin Dëmash a̱')).toBe('ĨWÃ TSAMAJẼIN DËMASH A̱')
  })

  test('a list shows surnames first, a certificate given names first', () => {
    const one = person('DE LA CRUZ', 'ZÚÑIGA', 'MARÍA DE LOS ÁNGELES')
    expect(displayName(one)).toBe('DE LA CRUZ ZÚÑIGA, María de los Ángeles')
    expect(certificateName(one)).toBe('María de los Ángeles de la Cruz Zúñiga')
    expect(certificateName({ ...one, certificateName: 'Mary DE LA CRUZ' })).toBe('Mary DE LA CRUZ')
    expect(certificateName(person('QUISPE', null, 'JOSÉ'))).toBe('José Quispe')
  })
})

describe('what is no name', () => {
  test.each([
    ['TSAMAJẼIN', null], ["Ch'oque", null], ['Mª Elena', null], ['J. Carlos', null], ['ÃBÃ', null], ['Торрес', null],
    ['', 'empty'], [' - ', 'empty'], ['944023214', 'digits'], ['JUAN 2', 'digits'], ['=A1&B1', 'formula'], ['#N/D', 'formula'],
    ['ana@example.pe', 'email'], ['NÃºÃ±ez', 'damaged'], ['NU?EZ', 'damaged'], ['N\ufffdez', 'damaged'], ['JUAN <b>', 'symbols'],
  ])('%j: %s', (text, problem) => expect(nameProblem(text)).toBe(problem))
})
