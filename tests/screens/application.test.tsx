import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ApplicationTab } from '../../src/renderer/screens/application/application-tab.tsx'
import type { Gives } from '../../src/renderer/api.ts'
import { AppError } from '../../src/shared/rpc/errors.ts'
import type { FakeAnswers } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

const cohort = { id: idOf(1), editionId: idOf(2), name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 2, others: 0, certificates: 0 }
const edition = { id: idOf(2), programmeId: idOf(3), name: 'I edición', title: null, actionType: 'curso', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 24, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null }
const seen = { cohort, edition, programme: { id: idOf(3), name: 'Gestión pública', shortName: null, description: null } } as unknown as Gives<'cohorts.get'>
const saved = { id: idOf(20), act: idOf(21) }

const check = (n: number, more: object) => ({ id: idOf(30 + n), level: 'application' as const, months: 3, dueOn: '2026-08-21', state: 'pending' as const, checkedOn: null, checkedBy: null, finding: null, measured: null, isOverdue: true, evidence: [], ...more })
const plan = { id: idOf(10), enrolmentId: idOf(11), personId: idOf(12), name: 'QUISPE HUAMÁN, Ana', cohortId: idOf(1), cohortName: 'Cusco', isWithdrawn: false, promise: 'Atender los reclamos en siete días', indicator: 'Días', baseline: '15', target: '7', promisedOn: '2026-05-21', checker: 'Rosa, gerenta', checks: [check(1, {}), check(2, { months: 6, dueOn: '2026-11-30', isOverdue: false })] }
const listed: Gives<'application.list'> = { plans: [plan], without: [{ enrolmentId: idOf(13), name: 'QUISPE HUAMÁN, Beatriz' }], counts: { participants: 2, plans: 1, pending: 2, overdue: 1, done: 0, partly: 0, notDone: 0 } }
const about: Gives<'app.about'> = { version: '0', engine: 'sqlite', folder: '/x', example: false, today: '2026-11-22', who: 'Prueba' }

const show = (answers: FakeAnswers = {}) => renderScreen(<ApplicationTab seen={seen} path={[]} />, { 'application.list': listed, 'app.about': about, 'application.savePlan': saved, 'application.saveCheck': saved, ...answers })
const last = (core: ReturnType<typeof show>, name: string): unknown => core.asked.findLast((call) => call.name === name)?.input

describe('what the participants promised to apply', () => {
  it('an empty place says what belongs there and opens the first promise', async () => {
    const core = show({ 'application.list': { ...listed, plans: [], without: listed.without } })
    fireEvent.click(await screen.findByRole('button', { name: 'Escribir el de QUISPE HUAMÁN, Beatriz' }))
    fireEvent.change(await screen.findByLabelText(/^Compromiso \*/), { target: { value: 'Ordenar el archivo' } })
    fireEvent.click(screen.getByLabelText(/12 meses/))
    fireEvent.keyDown(screen.getByLabelText(/^Compromiso \*/), { key: 'Enter', ctrlKey: true })
    await waitFor(() => expect(last(core, 'application.savePlan')).toBeTruthy())
    expect(last(core, 'application.savePlan')).toEqual({
      id: null, enrolmentId: idOf(13),
      fields: { promise: 'Ordenar el archivo', indicator: '', baseline: '', target: '', promisedOn: '2026-11-22', checker: '' },
      months: [{ level: 'application', months: 3 }, { level: 'application', months: 6 }],
    })
  })

  it('filters are words with their counts', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'vencidos · 1' }))
    expect(screen.getByText('QUISPE HUAMÁN, Ana')).toBeTruthy()
    expect(screen.queryByText('QUISPE HUAMÁN, Beatriz')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'sin compromiso · 1' }))
    expect(screen.getByText('QUISPE HUAMÁN, Beatriz')).toBeTruthy()
    expect(screen.queryByText('QUISPE HUAMÁN, Ana')).toBeNull()
  })

  it('a check opens at what waits first; what was found saves by itself, and a refusal stands at its field', async () => {
    const core = show()
    fireEvent.click(await screen.findByText('QUISPE HUAMÁN, Ana'))
    expect(await screen.findByText('tocaba 21/08/2026')).toBeTruthy()
    const measured = screen.getByLabelText('Medido')
    fireEvent.change(measured, { target: { value: '9 días' } })
    fireEvent.blur(measured)
    await waitFor(() => expect(last(core, 'application.saveCheck')).toEqual({ id: idOf(31), fields: { measured: '9 días' } }))
    core.answer({ 'application.saveCheck': () => { throw new AppError({ code: 'refused', message: 'El día de la verificación aún no llega.' }) } })
    const day = screen.getByLabelText('Verificado el')
    fireEvent.change(day, { target: { value: '30/11/2026' } })
    fireEvent.blur(day)
    expect(await screen.findByText('El día de la verificación aún no llega.')).toBeTruthy()
  })

  it('the promise is corrected whole, with one field changed', async () => {
    const core = show()
    fireEvent.click(await screen.findByText('QUISPE HUAMÁN, Ana'))
    fireEvent.click(await screen.findByRole('button', { name: 'Corregir' }))
    const target = screen.getByLabelText('Meta')
    fireEvent.change(target, { target: { value: '5' } })
    fireEvent.blur(target)
    await waitFor(() => expect(last(core, 'application.savePlan')).toMatchObject({ id: idOf(10), fields: { promise: plan.promise, target: '5', promisedOn: '2026-05-21' } }))
  })
})
