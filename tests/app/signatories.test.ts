import { describe, expect, it } from 'vitest'
import { openApp } from '../support/open-app.ts'
import { aGroupWithResults } from './actas-support.ts'

const fields = { name: 'Wilmer Atauchi', post: 'Alcalde', entityName: null, imageAssetId: null, since: null, until: null, position: 1 }

describe('signatories', () => {
  it('keep the act that appoints them and the papers they sign; a list of papers that is none is refused', async () => {
    const { api } = await openApp()
    const { id } = await api.entity.addSignatory({ ...fields, act: 'Credencial del JNE', papers: '["acta","certificado"]' })
    expect((await api.entity.get({})).signatories).toMatchObject([{ id, act: 'Credencial del JNE', papers: '["acta","certificado"]' }])
    for (const papers of ['', '[]', '{}', '["diploma"]', '["acta"', '"acta"', 'null']) await expect(api.entity.updateSignatory({ id, fields: { papers } })).rejects.toMatchObject({ code: 'refused' })
    await expect(api.entity.addSignatory({ ...fields, papers: '[]' })).rejects.toMatchObject({ code: 'refused' })
    await api.entity.updateSignatory({ id, fields: { papers: null } })
    expect((await api.entity.get({})).signatories).toMatchObject([{ papers: null }])
  })

  it('who signs certificates only is not proposed for a record of results', async () => {
    const opened = await openApp()
    const { cohortId, office } = await aGroupWithResults(opened)
    await opened.api.entity.addSignatory({ ...fields, papers: '["certificado"]' })
    expect((await opened.api.actas.draft({ cohortId })).fields.signers.map((signer) => signer.name)).toEqual(['Rosa Ñaupari'])
    await opened.api.entity.updateSignatory({ id: office.signatoryId, fields: { papers: '["constancia"]' } })
    expect((await opened.api.actas.draft({ cohortId })).fields.signers).toEqual([])
  })

  it('a record of results is not closed with one whose mandate ended before its date, and is with one whose mandate holds then', async () => {
    const opened = await openApp()
    const { api } = opened
    const { cohortId, office } = await aGroupWithResults(opened)
    await api.actas.saveDraft({ cohortId, fields: { signers: [{ name: 'Rosa Ñaupari', post: 'Gerente' }], drawnUpOn: '2026-11-20' } })
    await api.entity.updateSignatory({ id: office.signatoryId, fields: { until: '2026-11-19' } })
    const { blockers } = await api.actas.draft({ cohortId })
    expect(blockers).toEqual(expect.arrayContaining([expect.stringContaining('Rosa Ñaupari no puede firmar un acta del 20/11/2026') as string]))
    await expect(api.actas.close({ cohortId })).rejects.toMatchObject({ code: 'refused' })
    // Ended today, but the record is dated inside the mandate.
    await api.entity.updateSignatory({ id: office.signatoryId, fields: { until: '2026-11-20' } })
    expect((await api.actas.draft({ cohortId })).blockers.filter((one) => one.includes('Rosa'))).toEqual([])
  })
})
