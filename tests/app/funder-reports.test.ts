import { execFileSync } from 'node:child_process'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aCourse, anOffice, aPerson, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'
import { aFrame, added } from './indicators-support.ts'

const span = { periodId: null, from: '2026-01-01', until: '2026-06-30' }

/** A course that ended in February with so many people of each language, a frame with one target, and its report. */
async function aReport(languages: Readonly<Record<string, number>> = { quechua: 6, spanish: 8 }) {
  const opened = await openApp()
  const { api } = opened
  await anOffice(opened)
  await api.traits.saveSettings({ kept: ['language'], purpose: 'Informe al financiador', languages: Object.keys(languages).map((code) => ({ code, name: code })) })
  const { cohortId } = await aCourse(api, { startsOn: '2026-02-02', endsOn: '2026-02-28' })
  const personIds = await somePeople(api, Object.values(languages).reduce((sum, n) => sum + n, 0))
  let at = 0
  for (const [language, n] of Object.entries(languages)) for (let i = 0; i < n; i += 1) await api.traits.save({ personId: personIds[at++] ?? '', fields: { language, consentOn: '2026-02-02', consentMeans: 'Ficha firmada' } })
  await api.enrolments.add({ cohortId, personIds })
  const { frameId, periodIds } = await aFrame(api, 'ACCD', { startsOn: '2026-01-01', months: 6, count: 2 })
  const indicatorId = await added(api, frameId, { code: '1.1' })
  await api.indicators.setTarget({ indicatorId, fields: { periodId: periodIds[0] ?? '', dimension: null, category: null, value: 80 } })
  const { id: reportId } = await api.funderReports.create({ name: 'Informe del primer semestre', frameId })
  return { ...opened, cohortId, personIds, frameId, periodIds, indicatorId, reportId }
}

async function pdfText({ path }: Pick<OpenApp, 'path'>, file: Parameters<OpenApp['path']>[0]): Promise<string> {
  return execFileSync('pdftotext', ['-layout', path(file), '-'], { encoding: 'utf8' })
}

describe("a funder's report", () => {
  it('says the same a year later, in the same bytes, while what it stands on changed; and tells then and now apart', async () => {
    const opened = await aReport()
    const { api, bytes, reportId, personIds, cohortId, indicatorId, periodIds } = opened
    const { id: issuedId, number } = await api.funderReports.issue({ reportId, periodId: periodIds[0] ?? '' })
    expect(number).toBe(1)
    const files = await Promise.all((['pdf', 'xlsx', 'docx'] as const).map(async (format) => Buffer.from(await bytes(await api.funderReports.draw({ issuedId, format })))))
    const list = await api.funderReports.issuedList({ issuedId, key: `indicator ${indicatorId}` })
    expect(list.rows).toHaveLength(14)
    await api.people.update({ id: personIds[0] ?? '', fields: { firstSurname: 'CAMBIADO' } })
    const late = [(await api.people.create(aPerson({ documentType: '01', documentNumber: '70000003' }))).id]
    await api.enrolments.add({ cohortId, personIds: late })
    const again = await Promise.all((['pdf', 'docx'] as const).map(async (format) => Buffer.from(await bytes(await api.funderReports.draw({ issuedId, format })))))
    expect(again[0]?.equals(files[0] ?? Buffer.alloc(0))).toBe(true)
    expect(again[1]?.equals(files[2] ?? Buffer.alloc(0))).toBe(true)
    expect(await api.funderReports.issuedList({ issuedId, key: `indicator ${indicatorId}` })).toEqual(list)
    const seen = await api.funderReports.issued({ issuedId })
    expect(seen.figures.map(({ said, now }) => [said, now])).toEqual([[14, 15], [14, 15]])
    const text = await pdfText(opened, await api.funderReports.draw({ issuedId, format: 'pdf' }))
    for (const words of ['Informe del primer semestre', 'Contenido', 'Marco lógico', '1.1 Personas capacitadas', '17.5', 'Informe N.º 1']) expect(text).toContain(words)
    expect(text).not.toContain('Borrador')
    await expect(api.funderReports.remove({ id: reportId })).rejects.toMatchObject({ code: 'refused' })
    expect(opened.bugs).toEqual([])
  })

  it('marks a draft, says what to look at, and goes out as one archive with its annexes numbered', async () => {
    const opened = await aReport()
    const { api, bytes, reportId } = opened
    const draft = await pdfText(opened, await api.funderReports.draft({ reportId, ...span, format: 'pdf' }))
    expect(draft).toContain('Borrador del')
    const { problems } = await api.funderReports.check({ reportId, ...span })
    expect(problems.map((one) => one.sentence)).toEqual([expect.stringContaining('se logró el 17.5 % de la meta')])
    const { id: issuedId } = await api.funderReports.issue({ reportId, ...span })
    const names = Object.keys(unzipSync(new Uint8Array(await bytes(await api.funderReports.package({ issuedId, formats: ['pdf', 'xlsx', 'docx'] }))))).sort()
    expect(names).toEqual(['Anexos/A-1 Personas del informe.xlsx', 'Anexos/A-2 1.1 Personas capacitadas.xlsx', 'Anexos/E-1 Registro de certificados.xlsx', 'Informe del primer semestre - Informe 1.docx', 'Informe del primer semestre - Informe 1.pdf', 'Informe del primer semestre - Informe 1.xlsx', 'Índice de anexos.pdf'])
    await expect(api.funderReports.issue({ reportId, periodId: null, from: '2026-06-30', until: '2026-01-01' })).rejects.toMatchObject({ code: 'refused' })
    expect(opened.bugs).toEqual([])
  })

  it('tells of a language only what no second report lets anybody subtract', async () => {
    const opened = await aReport({ quechua: 6, spanish: 8, matses: 3 })
    const { api, reportId, cohortId, frameId } = opened
    const languageRows = async (issuedId: string): Promise<string> => {
      const text = await pdfText(opened, await api.funderReports.draw({ issuedId, format: 'pdf' }))
      return text.slice(text.indexOf('Personas por lengua'))
    }
    const draft = await pdfText(opened, await api.funderReports.draft({ reportId, ...span, format: 'pdf' }))
    expect(draft).toContain('se cuenta al emitir')
    const first = await api.funderReports.issue({ reportId, ...span })
    const told = await languageRows(first.id)
    expect(told).toContain('spanish')
    expect(told).toMatch(/Otros, y los que son pocos\s+9\b/)
    expect(told).not.toContain('matses')
    // Two more of one language, told of in a second report: the difference would tell who they are.
    const more = [await api.people.create(aPerson({ documentType: '01', documentNumber: '70000001' })), await api.people.create(aPerson({ documentType: '01', documentNumber: '70000002' }))].map((one) => one.id)
    for (const personId of more) await api.traits.save({ personId, fields: { language: 'quechua', consentOn: '2026-02-02', consentMeans: 'Ficha firmada' } })
    await api.enrolments.add({ cohortId, personIds: more })
    const second = await languageRows((await api.funderReports.issue({ reportId, ...span })).id)
    expect(second).toMatch(/Otros, y los que son pocos\s+9\b/)
    expect(second).toMatch(/Sin detallar\s+2\b/)
    // A figure that counts one language alone goes out only where it gives nobody away, and its list never.
    const few = await added(api, frameId, { name: 'Hablantes de matsés' }, { languages: ['matses'] })
    const third = await api.funderReports.issue({ reportId, ...span })
    expect(await pdfText(opened, await api.funderReports.draw({ issuedId: third.id, format: 'pdf' }))).toMatch(/Hablantes de matsés.*Protegido/)
    const seen = await api.funderReports.issued({ issuedId: third.id })
    expect(seen.lists.find((list) => list.key === `indicator ${few}`)?.title).toContain('solo para la oficina')
    expect(seen.annexes.some((annex) => annex.title.includes('matsés'))).toBe(false)
    expect(opened.bugs).toEqual([])
  })
})
