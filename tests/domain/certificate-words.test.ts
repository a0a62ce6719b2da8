import { expect, test } from 'vitest'
import { composeCertificate, composeStatement } from '../../src/shared/domain/certificate-words.ts'
import type { CertificateFacts } from '../../src/shared/domain/certificate-words.ts'
import { paperWords } from '../../src/shared/messages/paper-words.ts'

const dates = { longDate: () => '22 de noviembre de 2026', dateRange: (from: string, to: string) => (from === to ? 'el 12 de setiembre de 2020' : 'del 12 al 21 de octubre de 2020') }
const words = paperWords('es', dates)
const facts: CertificateFacts = {
  paperKind: 'certificado',
  role: 'participant',
  approved: false,
  sex: 'F',
  action: { noun: 'curso', feminine: false },
  title: 'Gobierno digital',
  startsOn: '2020-10-12',
  endsOn: '2020-10-21',
  hours: 24,
  minutesPerHour: 45,
  modality: 'presencial',
  place: { kind: 'city', name: 'Arequipa' },
  grade: null,
  gradeInWords: null,
  document: { type: 'DNI', number: '12345678' },
  issuedOn: '2026-11-22',
  issuedIn: 'Lima',
}
const sentence = (changed: Partial<CertificateFacts>) => composeStatement({ ...facts, ...changed }, words).map((span) => span.text).join('')

test('the statement says role, action, place, dates, modality and hours with their kind', () => {
  expect(sentence({ role: 'speaker' })).toBe(
    'por haber participado en calidad de ponente en el curso «Gobierno digital», realizado en la ciudad de Arequipa del 12 al 21 de octubre de 2020, en modalidad presencial, con una duración de 24 horas lectivas de 45 minutos.',
  )
})

test('what is not known is left out and the sentence still reads', () => {
  expect(sentence({ place: null, startsOn: null, endsOn: null, hours: null })).toBe('por haber participado en el curso «Gobierno digital», en modalidad presencial.')
})

test('articles agree with the kind of action', () => {
  expect(sentence({ action: { noun: 'conferencia', feminine: true }, role: 'organiser', modality: 'virtual', endsOn: '2020-10-12', hours: 1, minutesPerHour: 60 })).toBe(
    'por haber participado en la organización de la conferencia «Gobierno digital», realizada el 12 de setiembre de 2020, en modalidad virtual, con una duración de 1 hora cronológica.',
  )
})

test('only a certificado says that the person passed, and the grade', () => {
  expect(sentence({ approved: true, grade: 17 })).toContain('por haber seguido y aprobado el curso')
  expect(sentence({ approved: true, grade: 17 })).toContain('con la nota de 17.')
  expect(sentence({ approved: true, grade: 15.5, gradeInWords: 'quince y medio' })).toContain('con la nota de 15.5 (quince y medio).')
  expect(sentence({ approved: true, grade: 17, paperKind: 'constancia' })).not.toMatch(/aprobado|nota/)
})

test('title and hours stand out', () => {
  expect(composeStatement(facts, words).filter((span) => span.strong).map((span) => span.text)).toEqual(['Gobierno digital', '24 horas lectivas de 45 minutos'])
})

test('the words around the statement follow kind, role and sex', () => {
  const { heading, headingNote, documentText, issuedLine } = composeCertificate({ ...facts, paperKind: 'constancia', role: 'speaker' }, words)
  expect({ heading, headingNote, documentText, issuedLine }).toEqual({
    heading: 'Constancia',
    headingNote: 'como ponente',
    documentText: 'identificada con DNI N° 12345678',
    issuedLine: 'Lima, 22 de noviembre de 2026',
  })
})

test('a constancia is given in the feminine, a certificado in the masculine', () => {
  expect(composeCertificate({ ...facts, paperKind: 'constancia' }, words).givenTo).toBe('Otorgada a')
  expect(composeCertificate({ ...facts, paperKind: 'certificado' }, words).givenTo).toBe('Otorgado a')
})

test('a certificado of who passed says so in its heading; a constancia never does', () => {
  const note = (given: Partial<typeof facts>) => composeCertificate({ ...facts, role: 'participant', ...given }, words).headingNote
  expect([note({ paperKind: 'certificado', approved: true }), note({ paperKind: 'certificado', approved: false }), note({ paperKind: 'constancia', approved: true })]).toEqual(['de aprobación', 'de participación', 'de participación'])
})
