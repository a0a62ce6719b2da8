import { describe, expect, test } from 'vitest'
import { groupsOf, personClassOf, readRegime, regimes } from '../../src/shared/domain/regimes.ts'
import { guessMMeaning, readSex } from '../../src/shared/domain/sex.ts'

describe('a labour regime as offices write it', () => {
  test.each([
    ['728', '01', null], [728, '01', null], ['D.Leg. 728', '01', null], ['CAS', '15', null], ['DL 1057', '15', null], ['D.L. N° 1057', '15', null], ['D.Leg. 1057', '15', null],
    ['CAS indeterminado', '15', 'indeterminado'], ['276', '02', null], ['276 NOMBRADO', '02', 'nombrado'], ['276 CONTRATADO', '02', 'contratado'], ['Nombrado', '02', 'nombrado'],
    ['Ley 30057', '22', null], ['LEY N°30057', '22', null], ['SERVIR', '22', null], ['LOCADOR', 'L', null], ['Locación de servicios', 'L', null], ['Orden de servicio', 'L', null],
    ['Gerente público', '14', null], ['Ley 29944', '23', null], ['No aplica', 'N', null], ['Regidor', 'N', null], ['Otros', '99', null], ['15', '15', null], ['02', '02', null],
  ] as const)('%j is %s', (text, regime, detail) => expect(readRegime(text)).toEqual({ regime, detail, unknown: false }))

  test('a blank is nothing, and what is not recognised is said', () => {
    expect(readRegime('')).toEqual({ regime: null, detail: null, unknown: false })
    expect(readRegime(null).unknown).toBe(false)
    expect(readRegime('Quincenal')).toEqual({ regime: null, detail: null, unknown: true })
  })

  test('every code reads as itself, and offers its groups', () => {
    for (const code of regimes) expect(readRegime(code).regime).toBe(code)
    expect(groupsOf('02')).toContain('profesional')
    expect(groupsOf('L')).toEqual([])
    expect([personClassOf('15'), personClassOf('L'), personClassOf('N')]).toEqual(['servidor', 'locador', null])
  })
})

describe('a sex as offices write it', () => {
  test.each([
    ['MASCULINO', 'M'], ['Varón', 'M'], ['H', 'M'], ['hombre', 'M'], ['1', 'M'], ['FEMENINO', 'F'], ['f', 'F'], ['Mujer', 'F'], [2, 'F'], ['', null], [null, null], ['Prefiero no decir', null],
  ] as const)('%j is %s', (text, sex) => expect(readSex(text)).toEqual({ sex, problem: null }))

  test('M alone is asked about, unless the column tells', () => {
    expect(readSex('M')).toEqual({ sex: null, problem: 'ambiguous' })
    expect(readSex('M', { mMeans: 'mujer' })).toEqual({ sex: 'F', problem: null })
    expect(readSex('m', { mMeans: 'masculino' })).toEqual({ sex: 'M', problem: null })
    expect(readSex('?!x9')).toEqual({ sex: null, problem: 'unknown' })
  })

  test.each([
    [['H', 'M'], 'mujer'], [['F', 'M', ''], 'masculino'], [['M', 'm', null], null], [['H', 'F', 'M'], null], [['F', 'H'], null],
    [['MASCULINO', 'M', 'm', 'Varón', 'FEMENINO', 'f', 'Mujer', 'F'], 'masculino'], [['Hombre', 'M'], 'mujer'], [['Mujer', 'M'], 'masculino'],
  ] as const)('in a column with %j, M is %s', (samples, meaning) => expect(guessMMeaning(samples)).toBe(meaning))
})
