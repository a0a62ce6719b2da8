import { describe, expect, it } from 'vitest'
import { aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

const consent = { consentOn: '2026-11-02', consentMeans: 'Ficha de inscripción firmada' }

describe('what people tell of themselves', () => {
  it('is kept only where the office turned it on, and the sensitive only with consent in writing', async () => {
    const { api } = await openApp()
    const { id: personId } = await api.people.create(aPerson({ birthDate: '1980-05-01' }))
    const saved = (fields: object): Promise<unknown> => api.traits.save({ personId, fields })
    await expect(saved({ ethnicity: 'quechua', ...consent })).rejects.toThrow('La oficina no guarda la autoidentificación étnica.')
    await api.traits.saveSettings({ kept: ['ethnicity', 'language', 'area'], purpose: 'Informe al financiador' })
    await expect(saved({ ethnicity: 'quechua' })).rejects.toThrow('son datos sensibles (Ley 29733, art. 2.5)')
    await expect(saved({ ethnicity: 'quechua', consentOn: '2026-11-23', consentMeans: 'Ficha' })).rejects.toThrow('posterior a hoy')
    await expect(saved({ ethnicity: 'marciano', ...consent })).rejects.toThrow('«marciano» no está en la lista')
    await expect(saved({ disability: 'no', ...consent })).rejects.toThrow('La oficina no guarda la discapacidad.')
    // Where somebody comes from needs no consent.
    await api.traits.save({ personId, fields: { area: 'rural' } })
    await api.traits.save({ personId, fields: { ethnicity: 'quechua', language: 'quechua', ...consent } })
    expect(await api.traits.get({ personId })).toMatchObject({ area: 'rural', ethnicity: 'quechua', language: 'quechua', ...consent })
    expect(await api.traits.coverage({})).toEqual({ people: 1, known: [{ kind: 'ethnicity', count: 1 }, { kind: 'language', count: 1 }, { kind: 'disability', count: 0 }, { kind: 'area', count: 1 }] })
    const child = await api.people.create(aPerson({ birthDate: '2016-01-01' }))
    await expect(api.traits.save({ personId: child.id, fields: { ethnicity: 'quechua', ...consent } })).rejects.toThrow('desde los 12 años')
  })

  it('goes when the consent is withdrawn, and what is not sensitive stays', async () => {
    const { api } = await openApp()
    const { id: personId } = await api.people.create(aPerson())
    await api.traits.saveSettings({ kept: ['ethnicity', 'area'] })
    await api.traits.save({ personId, fields: { ethnicity: 'aimara', area: 'urban', ...consent } })
    await api.traits.withdraw({ personId })
    expect(await api.traits.get({ personId })).toMatchObject({ ethnicity: null, area: 'urban', consentOn: null })
    await expect(api.traits.withdraw({ personId })).rejects.toThrow('no hay nada que retirar')
  })

  it('has lists and age groups of the office over the usual ones, and no code in use goes', async () => {
    const { api } = await openApp()
    const usual = await api.traits.settings({})
    expect(usual.kept).toEqual([])
    expect(usual.ethnicities[0]).toEqual({ code: 'quechua', name: 'Quechua' })
    expect(usual.ageBounds).toEqual([0, 18, 30, 45, 60])
    const { id: personId } = await api.people.create(aPerson())
    await api.traits.saveSettings({ kept: ['ethnicity'], ethnicities: [...usual.ethnicities, { code: 'kukama', name: 'Kukama' }], ageBounds: [0, 15, 30, 65] })
    await api.traits.save({ personId, fields: { ethnicity: 'kukama', ...consent } })
    await expect(api.traits.saveSettings({ ethnicities: usual.ethnicities })).rejects.toThrow('«Kukama» no puede salir de la lista: una persona lo tiene')
    await expect(api.traits.saveSettings({ ageBounds: [5, 15] })).rejects.toThrow('Los grupos de edad empiezan en 0')
    expect((await api.traits.settings({})).ageBounds).toEqual([0, 15, 30, 65])
    // Turned off it is not asked any more; what was told is there when it is turned on again.
    await api.traits.saveSettings({ kept: [] })
    expect(await api.traits.get({ personId })).toMatchObject({ ethnicity: 'kukama' })
  })
})
