import { describe, expect, it } from 'vitest'
import { anotherComputer } from '../support/another-computer.ts'
import { openApp } from '../support/open-app.ts'
import { procedure, wordsOf } from './corrections-support.ts'
import { anOfficeWith, codeOf } from './numbering-support.ts'

describe('the libro de registro of a series', () => {
  it('holds what was replaced and annulled in its place, explains the gaps, and prints the folio that the papers print', async () => {
    const opened = await openApp()
    const { api } = opened
    const { seriesId, issue } = await anOfficeWith(opened, 6)
    await api.numbering.update({ id: seriesId, fields: { book: '{año}', rowsPerFolio: 5 } })
    await api.numbering.startAfter({ id: seriesId, year: 2026, last: 2 })
    await issue(2)
    await api.numbering.reserve({ seriesId, year: 2026, count: 4, holder: await codeOf(await anotherComputer()), holderName: 'Sede Chota' })
    await issue(3)
    const { rows } = await api.certificates.list({ seriesId })
    const idOf = (correlative: number): string => rows.find((row) => row.correlative === correlative)?.id ?? ''
    await api.corrections.annul({ certificateIds: [idOf(4)], reason: 'No asistió', resolution: 'Resolución N° 118-2026-MPC', annulledOn: '2026-11-21' })
    const person = (await api.certificates.get({ id: idOf(9) })).personId
    await api.people.update({ id: person, fields: { secondSurname: 'ÑAHUI' } })
    await api.corrections.reissue({ certificateIds: [idOf(9)], ...procedure })
    const words = wordsOf(opened.path(await api.numbering.book({ seriesId, year: 2026 })))
    for (const said of ['Libro 2026', 'Folio 1', 'Folio 2', 'Folio 3', 'Del N° 1 al N° 2: dados antes de usar Constancia.', 'N° 5: reservados para Sede Chota.', 'Del N° 6 al N° 8: reservados para Sede Chota.']) expect(words).toContain(said)
    expect(words).toContain('Documentos vigentes: 4. Reemplazados por una corrección: 1. Anulados: 1.')
    expect(words).toContain('Anulado el 21/11/2026')
    expect(words).toMatch(/Versión 1 · Reemplazado/)
    expect(words).toContain('Versión 2 · Vigente')
    expect(words).toContain('Números que ningún documento de este registro lleva: 6, todos explicados en su lugar.')
    // Number 11 stands on the third folio of five numbers, and its paper says so.
    const paper = wordsOf(opened.path(await api.certificates.draw({ ids: [idOf(11)] })))
    expect(paper).toContain('Libro 2026 · Folio 3 · Registro 11')
  })

  it('is the same file for the same register, and can be asked for before anything was given', async () => {
    const opened = await openApp()
    const { seriesId, issue } = await anOfficeWith(opened, 2)
    const book = async (): Promise<Buffer> => opened.bytes(await opened.api.numbering.book({ seriesId, year: 2026 }))
    expect(wordsOf(opened.path(await opened.api.numbering.book({ seriesId, year: 2026 })))).toContain('no se había dado ningún número del año 2026')
    await issue(2)
    const once = await book()
    const again = await opened.reopen()
    expect((await again.bytes(await again.api.numbering.book({ seriesId, year: 2026 }))).equals(once)).toBe(true)
  })
})
