import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SignatorySettings } from '../../src/renderer/screens/settings/signatory-settings.tsx'
import type { Gives } from '../../src/renderer/api.ts'
import type { FakeAnswers, FakeCore } from './support/fake-client.ts'
import { idOf } from './support/fake-client.ts'
import { renderScreen } from './support/render-screen.tsx'

type Signatory = Gives<'entity.get'>['signatories'][number]

const signatory = (fields: Partial<Signatory>): Signatory => ({ id: idOf(1), name: 'Rosa Ñaupari', post: 'Gerente', entityName: null, imageAssetId: null, act: 'Resolución N° 1', papers: null, since: '2026-01-01', until: '2026-12-31', position: 0, ...fields })
const saved = { id: idOf(90), act: idOf(91) }

const show = (signatories: readonly Signatory[], answers: FakeAnswers = {}): FakeCore =>
  renderScreen(<SignatorySettings signatories={signatories} />, {
    'app.about': { version: '1', engine: 'sqlite', folder: '/', example: false, today: '2026-11-22', who: 'Ana' } as Gives<'app.about'>,
    'entity.updateSignatory': saved,
    ...answers,
  })
const changesOf = (core: FakeCore): unknown[] => core.asked.filter((call) => call.name === 'entity.updateSignatory').map((call) => call.input)

describe('signatories in the settings', () => {
  it('tell their mandate in words: in force, ended, to come', async () => {
    show([
      signatory({}),
      signatory({ id: idOf(2), name: 'Wilmer Atauchi', until: '2026-10-31', position: 1 }),
      signatory({ id: idOf(3), name: 'Luz Chuquimango', since: '2027-01-01', until: null, position: 2 }),
      signatory({ id: idOf(4), name: 'Iris Cachi', until: null, position: 3 }),
    ])
    expect(await screen.findByText('Vigente hasta el 31/12/2026')).toBeTruthy()
    expect(screen.getByText('Su encargo terminó el 31/10/2026: firma solo documentos con fecha dentro de él')).toBeTruthy()
    expect(screen.getByText('Su encargo empieza el 01/01/2027')).toBeTruthy()
    expect(screen.getByText('Vigente, sin fecha de término')).toBeTruthy()
  })

  it('say what is missing, and never call the image a signature', async () => {
    show([signatory({ act: null, since: null })])
    expect(await screen.findByText('Falta: el documento que lo designa, desde cuándo firma, la imagen (el documento saldrá con la línea para firmar a mano).')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/imagen de la firma|firma digital(?! ni)/i)
  })

  it('sign all papers, or those that are chosen, and one at least', async () => {
    const core = show([signatory({})])
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Actas' }))
    await waitFor(() => expect(changesOf(core)).toEqual([{ id: idOf(1), fields: { papers: '["certificado","constancia"]' } }]))
  })

  it('of one paper only keep it; with the last of the others they sign all again', async () => {
    const core = show([signatory({ papers: '["certificado"]' }), signatory({ id: idOf(2), name: 'Wilmer Atauchi', papers: '["certificado","acta"]', position: 1 })])
    const cards = await screen.findAllByRole('group', { name: 'Firma' })
    expect(within(cards[0] ?? document.body).getByRole('checkbox', { name: 'Certificados' }).hasAttribute('disabled')).toBe(true)
    fireEvent.click(within(cards[1] ?? document.body).getByRole('checkbox', { name: 'Constancias' }))
    await waitFor(() => expect(changesOf(core)).toEqual([{ id: idOf(2), fields: { papers: null } }]))
  })

  it('change places with a neighbour, also where two had the same place', async () => {
    const core = show([signatory({}), signatory({ id: idOf(2), name: 'Wilmer Atauchi', position: 0 }), signatory({ id: idOf(3), name: 'Luz Chuquimango', position: 2 })])
    fireEvent.click(await screen.findByRole('button', { name: 'Poner antes a Luz Chuquimango' }))
    await waitFor(() => expect(changesOf(core)).toEqual([{ id: idOf(3), fields: { position: 1 } }, { id: idOf(2), fields: { position: 2 } }]))
    expect(screen.getByRole('button', { name: 'Poner antes a Rosa Ñaupari' }).hasAttribute('disabled')).toBe(true)
  })
})
