import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDocument, dniCheckDigit, documentTypeCodes, isRuc, maskDocument } from '../../src/shared/domain/documents.ts'
import { readDocument, readDocumentType } from '../../src/shared/domain/document-reading.ts'

describe('check digits', () => {
  // PERU.md B.1, the first one a published example.
  test.each([['17801146', '0', 'D'], ['12345678', '1', 'E'], ['00000001', '4', 'I'], ['70000000', '7', 'A']])(
    'DNI %s has the digit %s and had the letter %s',
    (dni, digit, letter) => expect(dniCheckDigit(dni)).toEqual({ digit, letter }),
  )
  test('what is not eight digits has none', () => expect(dniCheckDigit('1234567')).toBeNull())
  test.each([['20131257750', true], ['20545565359', true], ['20131257751', false], ['2013125775', false], ['00000000000', false]])(
    'RUC %s: %s',
    (ruc, valid) => expect(isRuc(ruc)).toBe(valid),
  )
  test('a DNI is eight digits and not only zeros', () => {
    expect(['01587496', '1587496', '00000000'].map((number) => checkDocument('01', number).ok)).toEqual([true, false, false])
  })
})

describe('a document to be kept', () => {
  test.each([
    ['01', '01587496', { ok: true, warning: null }],
    ['01', '1587496', { ok: false, problem: 'not-eight-digits' }],
    ['01', '11111111', { ok: true, warning: 'repeated' }],
    ['01', null, { ok: false, problem: 'missing' }],
    ['04', '001234567', { ok: true, warning: null }],
    ['04', '53883496', { ok: true, warning: 'unusual' }],
    ['07', 'AB123456', { ok: true, warning: null }],
    ['07', 'AB 123', { ok: false, problem: 'characters' }],
    ['06', '20131257751', { ok: false, problem: 'bad-ruc' }],
    ['00', null, { ok: true, warning: null }],
    ['00', '123', { ok: false, problem: 'number-without-type' }],
    ['01', '00000000', { ok: false, problem: 'placeholder' }],
  ] as const)('%s %s', (type, number, answer) => expect(checkDocument(type, number)).toEqual(answer))

  test('is masked but for its end', () => {
    expect([maskDocument('01587496'), maskDocument('AB123456'), maskDocument('1234')]).toEqual(['*****496', '*****456', '****'])
  })
})

describe('a document as an office writes it', () => {
  const read = (raw: string | number | null, hint?: Parameters<typeof readDocument>[1]) => {
    const { type, number, repairs, problem } = readDocument(raw, hint)
    return [type, number, repairs.map((repair) => repair.kind + (repair.needsConsent ? '?' : '')).join(' '), problem]
  }

  test.each([
    ['01587496', '01587496', ''],
    [1370008, '01370008', 'lost-zero?'],
    ['1370008', '01370008', 'lost-zero?'],
    [137000, '00137000', 'lost-zero?'],
    ["'01587496", '01587496', 'apostrophe'],
    ['01.623.738', '01623738', 'separators'],
    ['40 123 456', '40123456', 'separators'],
    ['\u00a040123456 ', '40123456', 'spaces'],
    ['DNI 10777616', '10777616', 'prefix'],
    ['DNI10777616', '10777616', 'prefix'],
    ['D.N.I. N° 10777616', '10777616', 'prefix'],
    ['DNI Nº 10777616', '10777616', 'spaces prefix'],
    ['N° 10777616', '10777616', 'prefix'],
    ['DNI: 1234-5679', '12345679', 'prefix separators'],
    ['12345679.0', '12345679', 'fraction'],
    ['1.2345679E+07', '12345679', 'scientific'],
    ['1.234567E+07', '12345670', 'scientific?'],
    ['="01587496"', '01587496', 'formula-text'],
    ['17801146-0', '17801146', 'check-digit'],
    ['17801146-D', '17801146', 'check-digit'],
    ['17.801.146-0', '17801146', 'check-digit'],
    ['178011460', '17801146', 'check-digit?'],
    ['O1587496', '01587496', 'letter-for-digit?'],
    ['0001587496', '01587496', 'separators?'],
  ])('%j in a column of DNI is %s (%s)', (raw, number, repairs) => expect(read(raw, '01')).toEqual(['01', number, repairs, null]))

  test.each([
    ['17801146-5', 'check-digit-mismatch'], ['12345678 / 87654321', 'several'], ['1.23E+07', 'digits-lost'], ['1234', 'too-short'],
    ['4012345678901', 'too-long'], ['AB123456', 'not-eight-digits'], [12.5, 'negative-or-fraction'], [-40123456, 'negative-or-fraction'],
  ])('%j in a column of DNI has a problem: %s', (raw, problem) => expect(readDocument(raw, '01').problem).toBe(problem))

  test.each([
    [null, 'blank'], ['', 'blank'], ['  ', 'blank'], ['-', 'none'], ['--', 'none'], ['S/D', 'none'], ['s/d', 'none'], ['S/DNI', 'none'],
    ['sin documento', 'none'], ['NO TIENE', 'none'], ['No tiene DNI', 'none'], ['N/A', 'none'], ['ninguno', 'none'], [0, 'none'],
    ['00000000', 'none'], ['XXX', 'none'], ['en trámite', 'in-process'], ['DNI EN TRAMITE', 'in-process'], ['pendiente', 'in-process'],
  ])('%j says there is none: %s', (raw, absence) => {
    expect(readDocument(raw, '01')).toEqual({ type: '00', number: null, guessedType: false, absence, repairs: [], problem: null })
  })

  test.each([
    ['001234567', '04', '04', '001234567', ''],
    ['53883496', '04', '04', '53883496', ''],
    [1234567, '04', '04', '001234567', 'lost-zero?'],
    ['CE 001234567', '01', '04', '001234567', 'prefix'],
    ['Pasaporte N° AB123456', null, '07', 'AB123456', 'prefix'],
    ['ab-123456', '07', '07', 'AB123456', 'separators'],
    ['CE123456', '07', '07', 'CE123456', ''],
    ['AB123456', null, '07', 'AB123456', ''],
    ['20131257750', null, '06', '20131257750', ''],
    ['001234567', null, '04', '001234567', ''],
  ] as const)('%j with the hint %s is %s %s (%s)', (raw, hint, type, number, repairs) => {
    expect(read(raw, hint)).toEqual([type, number, repairs, null])
  })

  test('every DNI comes back whole from the ways offices write it', () => {
    const dni = fc.integer({ min: 1, max: 99_999_999 }).map((value) => String(value).padStart(8, '0'))
    const ways = [
      (d: string) => d, (d: string) => `DNI ${d}`, (d: string) => `'${d}`, (d: string) => ` ${d} `,
      (d: string) => `${d.slice(0, 2)}.${d.slice(2, 5)}.${d.slice(5)}`, (d: string) => `${d}-${dniCheckDigit(d)?.digit}`,
    ]
    fc.assert(
      fc.property(dni, fc.constantFrom(...ways), (d, way) => {
        const seen = readDocument(way(d), '01')
        expect([seen.type, seen.number, seen.problem]).toEqual(['01', d, null])
      }),
    )
  })
})

describe('the word that names a document', () => {
  test.each([
    ['DNI', '01'], ['D.N.I.', '01'], ['DNI N°', '01'], ['L.E.', '01'], ['Libreta electoral', '01'], ['1', '01'],
    ['Carné de extranjería', '04'], ['CARNET DE EXTRANJERIA', '04'], ['Carnet Ext.', '04'], ['C.E.', '04'], ['CE', '04'],
    ['Pasaporte', '07'], ['RUC', '06'], ['PTP', '23'], ['CPP', '26'], ['Carné de solicitante de refugio', '09'],
    ['Cédula de identidad', '24'], ['Carné de identidad RREE', '22'], ['sin documento', '00'], ['', null], ['Celular', null],
  ])('%s is %s', (word, type) => expect(readDocumentType(word)).toBe(type))

  test('every code names itself', () => {
    for (const code of documentTypeCodes) expect(readDocumentType(code)).toBe(code)
  })
})
