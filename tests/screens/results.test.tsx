import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Gives } from '../../src/renderer/api.ts'
import { ResultsTab } from '../../src/renderer/screens/results/results-tab.tsx'
import { idOf } from './support/fake-client.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Result = Gives<'eligibility.list'>['people'][number]

const COHORT = idOf(1)
const EDITION = idOf(2)

const SEEN: Gives<'cohorts.get'> = {
  programme: { id: idOf(3), name: 'Gestión pública', shortName: null, description: null },
  edition: { id: EDITION, programmeId: idOf(3), name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null },
  cohort: { id: COHORT, editionId: EDITION, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 3, others: 0, certificates: 0 },
}

const SHORT = 'Asistió 18 de 24 h (75 %): le faltan 1 h 12 min para llegar al 80 %'

function result(n: number, name: string, verdict: Result['verdict']): Result {
  return {
    enrolmentId: idOf(n), personId: idOf(n + 100), cohortId: COHORT, name, documentNumber: `2000000${n - 10}`, isWithdrawn: false, plannedMinutes: 1080, attendedMinutes: verdict === 'notEarned' ? 810 : 1080, openMinutes: 0,
    share: verdict === 'notEarned' ? 75 : 100, mark: 15, entry: null, exit: null, gain: null, earns: verdict === 'earned' ? 'constancia' : null, verdict, exceptions: [],
    papers: [{ paperKind: 'constancia', verdict, reasons: [{ rule: 'share', verdict, sentence: verdict === 'notEarned' ? SHORT : 'Asistió 24 de 24 h (100 %)', enough: verdict === 'undecided' ? 'asistir a la sesión que queda' : null, excepted: false }] }],
  }
}

const PEOPLE = [result(11, 'ACHO LUNA, Ana', 'earned'), result(12, 'BOZA RUIZ, Beto', 'notEarned'), result(13, 'CCOA TITO, Carla', 'undecided')]

const LIST: Gives<'eligibility.list'> = { people: PEOPLE, hasRules: true, minutesPerHour: 45, counts: { certificado: 0, constancia: 1, none: 1, undecided: 1, withdrawn: 0 } }

const DRAFT: Gives<'actas.draft'> = {
  fields: { drawnUpOn: '2026-11-22', place: null, observations: null, signers: [], replaceReason: null }, isSaved: false, withoutActa: false, nextNumber: 'ACTA N° 001-2026-MPC/GRH', inForce: null, lines: [],
  rules: [], counts: LIST.counts, blockers: ['CCOA TITO, Carla queda por decidir: falta su asistencia del 14/10.'], warnings: [], differences: [],
}

const ANSWERS: FakeAnswers = {
  'eligibility.list': LIST,
  'eligibility.person': {
    result: PEOPLE[1] as Result, cohortName: 'Cusco', editionId: EDITION, minutesPerHour: 45, marks: [], requirements: [], acta: null, certificates: [],
    sessions: [{ id: idOf(50), day: '2026-10-12', startsAt: '09:00', endsAt: '12:00', subject: 'Ética pública', plannedMinutes: 180, status: 'absent', statusName: 'Faltó', countedMinutes: 0, note: null, source: 'paper', pages: [{ evidenceId: idOf(60), page: 2, fileName: 'escaneo.pdf' }] }],
  },
  'rules.get': { withoutActa: false, markRounding: 'hundredth', retakes: 'best', requirements: [], papers: [] },
  'rules.setPaper': { id: idOf(70), act: idOf(71) },
  'actas.draft': DRAFT,
  'actas.list': [],
  'actas.close': { id: idOf(80), number: 'ACTA N° 001-2026-MPC/GRH' },
  'actas.saveDraft': { id: idOf(81), act: idOf(82) },
  'entity.get': { entity: { name: null, siglas: null, unit: null, unitSiglas: null, ruc: null, districtCode: null, city: null, address: null, logoAssetId: null, verifyUrl: null }, yearNames: [], signatories: [] },
  'app.about': { version: '0', engine: 'sqlite', folder: '/', today: '2026-11-22', example: false, who: 'Rosa' },
}

const show = (path: readonly string[] = [], answers: FakeAnswers = ANSWERS) => renderScreen(<ResultsTab seen={SEEN} path={path} />, answers, `#/programas/grupo/${COHORT}/resultados`)

test('who earned the certificate is told nothing of the lesser paper, and an exception is said', async () => {
  const short = { rule: 'share' as const, verdict: 'notEarned' as const, sentence: SHORT, enough: null }
  const excepted: Result = {
    ...result(11, 'ACHO LUNA, Ana', 'earned'),
    earns: 'certificado',
    papers: [
      { paperKind: 'certificado', verdict: 'earned', reasons: [{ ...short, excepted: true }] },
      { paperKind: 'constancia', verdict: 'notEarned', reasons: [{ ...short, excepted: false }] },
    ],
  }
  show([], { ...ANSWERS, 'eligibility.list': { ...LIST, people: [excepted] } })
  expect(await screen.findByText('Lo obtiene con una excepción')).toBeTruthy()
  expect(screen.queryByText(SHORT)).toBeNull()
})

test('each person stands with what she earned and why, and filters say how many they would show', async () => {
  show()
  expect(await screen.findByText(SHORT)).toBeTruthy()
  const words = within(screen.getByRole('group', { name: 'Filtros' })).getAllByRole('button').map((one) => one.textContent)
  expect(words).toEqual(['todos · 3', 'solo constancia · 1', 'no cumplió · 1', 'por decidir · 1'])
  fireEvent.click(screen.getByRole('button', { name: 'no cumplió · 1' }))
  await waitFor(() => expect(screen.queryByText('ACHO LUNA, Ana')).toBeNull())
  expect(screen.getByText('BOZA RUIZ, Beto')).toBeTruthy()
})

test('a person’s account shows each session with its minutes and its scanned page', async () => {
  show()
  fireEvent.click(await screen.findByText('BOZA RUIZ, Beto'))
  const panel = await screen.findByRole('complementary')
  expect(await within(panel).findByText('Ética pública')).toBeTruthy()
  expect(within(panel).getByText('0 de 180 min')).toBeTruthy()
  expect(within(panel).getByRole('button', { name: 'Hoja escaneada, página 2' })).toBeTruthy()
})

test('a course without rules starts with the usual ones by one press', async () => {
  const core = show(['reglas'])
  fireEvent.click(await screen.findByRole('button', { name: 'Empezar con lo usual' }))
  await waitFor(() => expect(core.asked.filter((one) => one.name === 'rules.setPaper').length).toBe(2))
  expect(core.asked.filter((one) => one.name === 'rules.setPaper').map((one) => one.input)).toEqual([
    { editionId: EDITION, paperKind: 'certificado', rule: { leastShare: 80, needsRequired: 0, leastMark: 11 } },
    { editionId: EDITION, paperKind: 'constancia', rule: { leastShare: 80, needsRequired: 0, leastMark: null } },
  ])
})

test('a record with somebody undecided cannot be closed, and says who', async () => {
  show(['acta'])
  expect(await screen.findByText(/CCOA TITO, Carla queda por decidir/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Cerrar el acta' }).hasAttribute('disabled')).toBe(true)
})

test('closing is for good: it asks to type the word first', async () => {
  const core = show(['acta'], { ...ANSWERS, 'actas.draft': { ...DRAFT, blockers: [] } })
  fireEvent.click(await screen.findByRole('button', { name: 'Cerrar el acta' }))
  const dialog = await screen.findByRole('dialog')
  const close = within(dialog).getByRole('button', { name: 'Cerrar el acta' })
  expect(close.hasAttribute('disabled')).toBe(true)
  fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: 'cerrar' } })
  fireEvent.click(close)
  await waitFor(() => expect(core.asked.find((one) => one.name === 'actas.close')?.input).toEqual({ cohortId: COHORT }))
})

test('an exception names the rule, the reason and who granted it', async () => {
  const core = show([], { ...ANSWERS, 'eligibility.grant': { granted: 1, act: idOf(90) } })
  fireEvent.click(await screen.findByText('BOZA RUIZ, Beto'))
  fireEvent.click(await screen.findByRole('button', { name: 'Conceder una excepción' }))
  fireEvent.change(await screen.findByLabelText(/^Motivo/), { target: { value: 'Descanso médico' } })
  fireEvent.change(screen.getByLabelText(/^Quién la concede/), { target: { value: 'Rosa Ñaupari, gerente' } })
  fireEvent.click(screen.getByRole('button', { name: 'Conceder' }))
  await waitFor(() =>
    expect(core.asked.find((one) => one.name === 'eligibility.grant')?.input).toEqual({
      enrolmentIds: [idOf(12)],
      fields: { paperKind: 'constancia', rule: 'share', reason: 'Descanso médico', grantedBy: 'Rosa Ñaupari, gerente', document: '', grantedOn: '2026-11-22' },
    }),
  )
})
