import { expect, test } from 'vitest'
import { nextStep } from '../../src/renderer/screens/programmes/next-step.ts'
import { nextEditionName, periodText, readCohortNames, readHours, readYear } from '../../src/renderer/screens/programmes/words.ts'

test('the next edition is called as the last one, one further', () => {
  const names = ['XII edición', 'Primera ronda', 'primera ronda', 'IV Curso', 'Edición 9', 'Curso 2026', 'XLIX edición', 'Décima edición', 'Civil', 'Octubre']
  expect(names.map(nextEditionName)).toEqual(['XIII edición', 'Segunda ronda', 'segunda ronda', 'V Curso', 'Edición 10', 'Curso 2027', 'L edición', 'Décima edición', 'Civil', 'Octubre'])
})

test('groups are read one a line or divided by commas, each once', () => {
  expect(readCohortNames(' Arequipa, Cusco ;Huancayo\nSan  Juan de\tLurigancho,, arequipa\n')).toEqual(['Arequipa', 'Cusco', 'Huancayo', 'San Juan de Lurigancho'])
  expect(readCohortNames(' , \n')).toEqual([])
})

test('hours are whole or halved, with a point or a comma', () => {
  expect(['24', '24.5', '24,5', ' 120 ', '', '24.3', 'veinte', '-4', '20000'].map(readHours)).toEqual([24, 24.5, 24.5, 120, null, undefined, undefined, undefined, undefined])
  expect(['2026', '26', '1989', '2101', ''].map(readYear)).toEqual([2026, undefined, undefined, undefined, undefined])
})

test('a period of one day is one day', () => {
  expect([periodText({ startsOn: '2026-05-04', endsOn: '2026-09-25' }), periodText({ startsOn: '2026-05-04', endsOn: '2026-05-04' }), periodText({ startsOn: null, endsOn: null })]).toEqual(['04/05/2026 – 25/09/2026', '04/05/2026', ''])
})

test('a group waits for its marks, then for its papers, then for nothing', () => {
  const one = (state: 'enrolled' | 'completed' | 'approved' | 'withdrawn', certificates: string[] = [], role: 'participant' | 'speaker' = 'participant') => ({ role, state, certificates })
  expect(nextStep([])).toBe(null)
  expect(nextStep([one('enrolled'), one('approved'), one('withdrawn'), one('enrolled', [], 'speaker')])).toEqual({ kind: 'mark', pending: 1, enrolled: 2 })
  expect(nextStep([one('completed'), one('approved', ['N° 1']), one('withdrawn'), one('enrolled', [], 'speaker')])).toEqual({ kind: 'issue', missing: 2, done: 1 })
  expect(nextStep([one('approved', ['N° 1']), one('withdrawn')])).toEqual({ kind: 'done', done: 1 })
  expect(nextStep([one('withdrawn')])).toEqual({ kind: 'nobody' })
})
