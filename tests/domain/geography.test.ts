import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { departmentOf, departments, districtLabel, indexDistricts, isMetropolitanLima, parseDistricts } from '../../src/shared/domain/geography.ts'

const districts = parseDistricts(readFileSync(new URL('../../resources/catalogues/districts.csv', import.meta.url), 'utf8'))
const index = indexDistricts(districts)

describe('the catalogue of districts', () => {
  // INEI's directory of 2025: provinces and districts per department.
  test.each([
    ['01', 7, 84], ['02', 20, 166], ['03', 7, 85], ['04', 8, 109], ['05', 11, 124], ['06', 13, 127], ['07', 1, 7], ['08', 13, 116], ['09', 7, 102],
    ['10', 11, 84], ['11', 5, 43], ['12', 9, 124], ['13', 12, 84], ['14', 3, 38], ['15', 10, 171], ['16', 8, 53], ['17', 3, 11], ['18', 3, 21],
    ['19', 3, 29], ['20', 8, 65], ['21', 13, 110], ['22', 10, 78], ['23', 4, 28], ['24', 3, 13], ['25', 4, 19],
  ])('department %s has %i provinces and %i districts', (code, provinces, count) => {
    const own = districts.filter((row) => row.code?.startsWith(code))
    expect([new Set(own.map((row) => row.code?.slice(0, 4))).size, own.length]).toEqual([provinces, count])
    expect(new Set(own.map((row) => row.department))).toEqual(new Set([departments.find((one) => one.code === code)?.name]))
  })

  test('holds 1,891 districts with a code, and the one that INEI has not coded', () => {
    expect(districts.filter((row) => row.code !== null)).toHaveLength(1891)
    expect(districts.filter((row) => row.code === null).map(districtLabel)).toEqual(['Santa Rosa de Loreto, Mariscal Ramón Castilla, Loreto'])
    expect(new Set(districts.map(districtLabel)).size).toBe(1892)
  })

  test('a line that is no district is named', () => {
    expect(() => parseDistricts('ubigeo;distrito;provincia;departamento;nota\n010101;Chachapoyas;Chachapoyas;Amazonas;\nx;y;;;')).toThrow('line 3')
  })

  test('departments have the codes of INEI, RENIEC and ISO', () => {
    expect(departments).toHaveLength(25)
    expect(departmentOf('080101')).toEqual({ code: '08', reniec: '07', iso: 'PE-CUS', name: 'Cusco' })
    expect(departmentOf('990101')).toBeNull()
    expect([isMetropolitanLima('150101'), isMetropolitanLima('150201')]).toEqual([true, false])
  })
})

describe('a UBIGEO cell', () => {
  test.each([
    [10205, '010205', 'Imaza', true, null], ['010205', '010205', 'Imaza', false, null], [160704, '160704', 'Morona', false, null], ["'060101", '060101', 'Cajamarca', false, null],
    ['999999', null, undefined, false, 'unknown'], ['abc', null, undefined, false, 'not-six-digits'], [null, null, undefined, false, null],
  ] as const)('%j is %s %s', (raw, code, name, lostZero, problem) => {
    const read = index.readCode(raw)
    expect([read.code, read.district?.name, read.lostZero, read.problem]).toEqual([code, name, lostZero, problem])
  })
})

describe('a district in words', () => {
  test.each([
    ['Celendín, Celendín, Cajamarca', {}, '060301'], ['CAJAMARCA / CELENDIN / SOROCHUCO', {}, '060309'], ['Sorochuco', {}, '060309'], ['distrito de sorochuco', {}, '060309'],
    ['Los Baños del Inca', { province: 'Cajamarca' }, '060108'], ['Wanchaq, Cuzco', {}, '080108'], ['Lima - Lima - Miraflores', {}, '150122'], ['Miraflores', { department: 'Arequipa' }, '040110'],
    ['San José de Lourdes', { province: 'SAN IGNACIO', department: 'Dpto. de Cajamarca' }, '060906'], ['Jaen', { province: 'Jaén' }, '060801'], ['Callao', { province: 'Callao' }, '070101'],
  ])('%s %j is %s', (text, within, code) => expect(index.find(text, within).district?.code).toBe(code))

  test('a name that repeats gives its candidates and none of them', () => {
    const { district, candidates } = index.find('Santa Rosa')
    expect(district).toBeNull()
    expect(candidates.length).toBeGreaterThan(5)
    expect(index.find('Ningún Lugar')).toEqual({ district: null, candidates: [] })
  })

  test('a search finds by the beginnings of words, own names first', () => {
    expect(index.search('cajamarca', 3)[0]?.code).toBe('060101')
    expect(index.search('imaz', 1).map((row) => row.name)).toEqual(['Imaza'])
    expect(index.search('naupari', 5)).toEqual([])
    expect(index.search('mirafl areq', 5).map(districtLabel)).toEqual(['Miraflores, Arequipa, Arequipa'])
    expect(index.search('010205', 5).map((row) => row.name)).toEqual(['Imaza'])
  })
})

test('a group called after a provincial capital meets there; after another place, or several, nobody can tell', () => {
  expect(['Tarapoto', 'CUZCO', 'Lima', 'Iquitos', 'Conchán', 'Sede central'].map((name) => index.capital(name)?.code ?? null)).toEqual(['220901', '080101', '150101', '160101', null, null])
})
