import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessNameOrder, nameGroups, splitFullName, splitSurnames } from '../../src/shared/domain/name-parts.ts'
import { isOneLetterAway, nameLikeness } from '../../src/shared/domain/name-likeness.ts'

describe('two surnames written together', () => {
  test.each([
    ['DE LA CRUZ QUISPE', 'DE LA CRUZ', 'QUISPE', false],
    ['QUISPE DE LA CRUZ', 'QUISPE', 'DE LA CRUZ', false],
    ['DEL ÁGUILA TERRONES', 'DEL ÁGUILA', 'TERRONES', false],
    ['San Martín De La Cruz', 'San Martín', 'De La Cruz', false],
    ['Ccallo La Torre', 'Ccallo', 'La Torre', false],
    ['DE LA TORRE-UGARTE VILLAVICENCIO', 'DE LA TORRE-UGARTE', 'VILLAVICENCIO', false],
    ['QUISPE', 'QUISPE', null, false],
    ['QUISPE MAMANI VDA. DE HUAMÁN', 'QUISPE', 'MAMANI VDA. DE HUAMÁN', false],
    ['QUISPE VIUDA DE HUAMÁN', 'QUISPE', 'VIUDA DE HUAMÁN', true],
    ['QUISPE MAMANI DE HUAMÁN', 'QUISPE', 'MAMANI DE HUAMÁN', true],
    ['MC CUBBIN ROJAS', 'MC CUBBIN', 'ROJAS', false],
    ['O’HIGGINS D’ANGELO', 'O’HIGGINS', 'D’ANGELO', false],
    ['ORTEGA Y GASSET PÉREZ', 'ORTEGA Y GASSET', 'PÉREZ', false],
    ['RIVA AGÜERO OSMA', 'RIVA', 'AGÜERO OSMA', true],
    ['WAJAI TSAMAJẼIN', 'WAJAI', 'TSAMAJẼIN', false],
    ['von der Heyde Rojas', 'von der Heyde', 'Rojas', false],
  ])('%s', (text, first, second, guess) => {
    expect(splitSurnames(text)).toMatchObject({ firstSurname: first, secondSurname: second, guess })
  })

  test('a doubtful division offers the other one', () => {
    expect(splitSurnames('RIVA AGÜERO OSMA').alternatives).toEqual([{ firstSurname: 'RIVA AGÜERO', secondSurname: 'OSMA' }])
  })

  test('no letter is lost or added, whatever the words', () => {
    const words = fc.array(fc.constantFrom('DE', 'LA', 'Y', 'SAN', 'QUISPE', 'ÑAHUI', 'VDA.', 'O’', 'X'), { minLength: 1, maxLength: 7 })
    fc.assert(fc.property(words, (list) => nameGroups(list.join(' ')).join(' ') === list.join(' ')))
  })
})

describe('a full name in one column', () => {
  test.each([
    ['Chuquihuanca Zúñiga, María De Los Ángeles ', 'surnames-first', 'Chuquihuanca', 'Zúñiga', 'María De Los Ángeles', false],
    ['Saavedra\u00a0Tito,\u00a0Pedro', 'surnames-first', 'Saavedra', 'Tito', 'Pedro', false],
    ['San Martín De La Cruz, Carlos Alberto', 'given-first', 'San Martín', 'De La Cruz', 'Carlos Alberto', false],
    ['Tito,Rosa', 'surnames-first', 'Tito', null, 'Rosa', false],
    ['QUISPE MAMANI JOSÉ LUIS', 'surnames-first', 'QUISPE', 'MAMANI', 'JOSÉ LUIS', false],
    ['QUISPE JUAN CARLOS', 'surnames-first', 'QUISPE', null, 'JUAN CARLOS', true],
    ['DE LA CRUZ DEL ÁGUILA MARÍA DE LOS ÁNGELES', 'surnames-first', 'DE LA CRUZ', 'DEL ÁGUILA', 'MARÍA DE LOS ÁNGELES', false],
    ['QUISPE MAMANI DE HUAMÁN ROSA', 'surnames-first', 'QUISPE', 'MAMANI DE HUAMÁN', 'ROSA', true],
    ['Flor De María Baldeón Núñez', 'given-first', 'Baldeón', 'Núñez', 'Flor De María', false],
    ['Jhon Culqui Del Águila', 'given-first', 'Culqui', 'Del Águila', 'Jhon', false],
    ['Óscar La Torre', 'given-first', 'La Torre', null, 'Óscar', true],
    ['Víctor Raúl Chuquihuanca', 'given-first', 'Chuquihuanca', null, 'Víctor Raúl', true],
    ['Carlos Alberto Vásquez San Martín', 'given-first', 'Vásquez', 'San Martín', 'Carlos Alberto', false],
    ['Tsakim', 'given-first', 'Tsakim', null, '', true],
  ] as const)('%s (%s)', (text, order, firstSurname, secondSurname, givenNames, guess) => {
    expect(splitFullName(text, order)).toMatchObject({ firstSurname, secondSurname, givenNames, guess })
  })

  test('a guess offers how else it could be read', () => {
    expect(splitFullName('Víctor Raúl Chuquihuanca', 'given-first').alternatives).toEqual([
      { firstSurname: 'Raúl', secondSurname: 'Chuquihuanca', givenNames: 'Víctor' },
    ])
  })
})

describe('the order of a column of names', () => {
  test.each([
    [['Chuquihuanca Zúñiga, María', 'Tito, Rosa'], 'surnames-first'],
    [['QUISPE MAMANI JOSE LUIS', 'HUAMAN ROJAS ROSA', 'TSAMAJEIN KUJI IPAK'], 'surnames-first'],
    [['José Luis Quispe Mamani', 'Rosa Huamán Rojas'], 'given-first'],
    [['Segundo Ñaupari Valdivia', 'Ruth Del Águila', 'Flor De María Baldeón Núñez', 'Nicanor Alva Pérez', 'Óscar La Torre'], 'given-first'],
    [['Tsamajein Kuji', 'Yampis Petsa'], null],
    [[], null],
  ])('%j: %s', (texts, order) => expect(guessNameOrder(texts).order).toBe(order))
})

describe('two names that may be one person', () => {
  test.each([
    ['QUISPE MAMANI, José Luis', 'Quispe Mamani Jose Luis', 'same'],
    ['José Luis Quispe Mamani', 'QUISPE MAMANI JOSE LUIS', 'other-order'],
    ['Vásquez Ibáñez Ronald', 'VAZQUEZ IBAÑEZ RONALD', 'one-letter'],
    ['Rojas Apaza Óscar', 'ROJAS APZAA OSCAR', 'one-letter'],
    ['Quispe Mamani José Luis', 'Quispe José', 'words-missing'],
    ['Quispe Mamani José', 'Quispe M. José', 'initials'],
    ['Quispe Mamani José', 'Quispe Huamán José', null],
    ['Quispe Mamani Rosa', 'Quispe Mamani Elmer', null],
    ['Alva Ana', 'Alba Ena', null],
    ['', 'Ana', null],
  ])('%s / %s: %s', (one, other, reason) => {
    expect(nameLikeness(one, other).reason).toBe(reason)
    expect(nameLikeness(other, one)).toEqual(nameLikeness(one, other))
  })

  test.each([['vasquez', 'vazquez', true], ['jhon', 'john', true], ['ana', 'ena', false], ['rojas', 'roja', true], ['rojas', 'rosas', true], ['quispe', 'quisqe', true], ['mamani', 'huaman', false]])(
    '%s and %s are a letter apart: %s',
    (one, other, near) => expect(isOneLetterAway(one, other)).toBe(near),
  )
})
