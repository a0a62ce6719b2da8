import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import { aClass, aCourse } from '../support/builders.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { aLine, anAgreement, anExpense, parties, spent } from './agreements-support.ts'

/** ACCD's grant to FUNIBER with FONCHIP and CAPRODES, in euros, with one edition that it pays whole. */
async function accd({ rates = true } = {}) {
  const opened = await openApp({ today: '2009-06-30' })
  const { api } = opened
  const grant = await api.agreements.create(anAgreement({ kind: 'subvencion', number: 'ACCD 2008', title: 'Fortalecimiento de capacidades en cooperación', signedOn: '2008-03-01', startsOn: '2008-04-01', endsOn: '2009-12-31', amountCents: 90_000_00, currency: 'EUR' }))
  await parties(api, grant.id, [['Agència Catalana de Cooperació al Desenvolupament', 'funder'], ['FUNIBER', 'executor'], ['FONCHIP', 'localPartner'], ['CAPRODES', 'localPartner']])
  const course = await aClass(api, 4, { edition: { name: 'Agentes de cooperación', year: 2008, startsOn: '2008-04-01', endsOn: '2008-12-31' } })
  await api.agreements.setEdition({ agreementId: grant.id, editionId: course.editionId, sharePercent: 100 })
  if (rates) {
    await api.budget.saveRate({ id: null, fields: { currency: 'EUR', since: '2008-01-01', soles: '4.3755', source: 'SBS' } })
    await api.budget.saveRate({ id: null, fields: { currency: 'EUR', since: '2008-09-01', soles: '4.1', source: null } })
  }
  return { opened, api, grant, ...course }
}

describe('a budget', () => {
  it('sums in soles and in the currency of who pays, each expense at the rate of its day, and tells what a person costs', async () => {
    const { opened, api, grant, editionId, enrolmentIds } = await accd()
    await api.enrolments.update({ ids: [enrolmentIds[0] ?? ''], state: 'withdrawn' })
    const fees = await spent(api, { agreementId: grant.id, editionId, category: 'Honorarios', concept: 'Docentes', plannedCents: 10_000_00, currency: 'EUR' }, [
      { spentOn: '2008-08-31', amountCents: 1_000_01, currency: 'EUR', supplier: 'Ana Quispe', document: 'RH E001-5' },
      { spentOn: '2008-09-01', amountCents: 820_00, currency: 'PEN' },
    ])
    await spent(api, { agreementId: grant.id, editionId, category: 'Materiales', concept: 'Carpetas', plannedCents: 4_375_50, currency: 'PEN' }, [{ spentOn: '2009-01-10', amountCents: 2_000_00 }])
    // Money of the office itself is not the grant's.
    await spent(api, { editionId, concept: 'Local', plannedCents: 500_00 }, [{ spentOn: '2009-01-10', amountCents: 500_00 }])
    const seen = await api.budget.list({ agreementId: grant.id })
    // By hand: 1,000.01 × 4.3755 = 4,375.543755 → 4,375.54; 820.00; 2,000.00. In euros: 1,000.01; 820 / 4.1 = 200.00; 2,000 / 4.1 = 487.80…
    // Planned at the rate of the day it was signed: 10,000 × 4.3755 + 4,375.50; 10,000 + 4,375.50 / 4.3755.
    expect(seen.sums).toEqual([
      { currency: 'PEN', plannedCents: 43_755_00 + 4_375_50, spentCents: 4_375_54 + 820_00 + 2_000_00, percent: 14.95, people: 3, costPerPersonCents: 2_398_51 },
      { currency: 'EUR', plannedCents: 11_000_00, spentCents: 1_000_01 + 200_00 + 487_80, percent: 15.34, people: 3, costPerPersonCents: 562_60 },
    ])
    expect(seen.missing).toEqual([])
    expect(seen.lines.map((line) => [line.concept, line.spentCents, line.percent])).toEqual([['Docentes', 1_200_01, 12], ['Carpetas', 2_000_00, 45.71]])
    expect((await api.budget.list({ editionId })).lines.map((line) => line.concept)).toEqual(['Docentes', 'Carpetas', 'Local'])
    const { money } = await api.agreements.get({ id: grant.id })
    expect(money).toEqual({ plannedCents: 11_000_00, spentCents: 1_687_81, balanceCents: 90_000_00 - 1_687_81, currency: 'EUR', withoutRate: [] })
    await expect(api.budget.removeLine({ id: fees })).rejects.toThrow('«Docentes» tiene 2 gastos')
    await expect(api.agreements.remove({ id: grant.id })).rejects.toThrow('paga una edición')
    expect(opened.bugs).toEqual([])
  })

  it('guesses no rate: what has none stays out of the sums and is said, with the day that needs one', async () => {
    const { api, grant, editionId } = await accd({ rates: false })
    const line = await spent(api, { agreementId: grant.id, editionId, concept: 'Docentes', plannedCents: 10_000_00, currency: 'EUR' }, [{ spentOn: '2008-05-02', amountCents: 300_00, currency: 'EUR' }, { spentOn: '2008-06-02', amountCents: 100_00, currency: 'USD' }])
    const seen = await api.budget.list({ agreementId: grant.id })
    expect(seen.sums.map(({ currency, plannedCents, spentCents }) => [currency, plannedCents, spentCents])).toEqual([['PEN', 0, 0], ['EUR', 10_000_00, 300_00]])
    expect(seen.missing).toHaveLength(2)
    expect(seen.missing[0]).toContain('Falta el tipo de cambio de euros para 3 días, del 01/03/2008 al 02/06/2008')
    expect(seen.missing[1]).toContain('Falta el tipo de cambio de dólares de Estados Unidos al 02/06/2008: US$ 100.00 no se pudo convertir')
    expect((await api.agreements.get({ id: grant.id })).money.withoutRate).toEqual(['EUR', 'USD'])
    // One that begins later changes nothing; one from the day on does.
    await api.budget.saveRate({ id: null, fields: { currency: 'USD', since: '2008-06-03', soles: '2.8', source: null } })
    expect((await api.budget.list({ agreementId: grant.id })).missing).toHaveLength(2)
    await api.budget.saveRate({ id: null, fields: { currency: 'USD', since: '2008-06-02', soles: '2.850', source: null } })
    const { act } = await api.budget.saveRate({ id: null, fields: { currency: 'EUR', since: '2008-03-01', soles: '4.50', source: null } })
    const whole = await api.budget.list({ agreementId: grant.id })
    expect(whole.missing).toEqual([])
    expect(whole.sums.map(({ currency, plannedCents, spentCents }) => [currency, plannedCents, spentCents])).toEqual([['PEN', 45_000_00, 1_350_00 + 285_00], ['EUR', 10_000_00, 300_00 + 63_33]])
    await api.history.undo({ act })
    expect((await api.budget.list({ agreementId: grant.id })).missing).toHaveLength(1)
    expect(line).not.toBe('')
  })

  it('refuses rates that are none, lines of nothing and expenses of days to come, and keeps what there was', async () => {
    const { opened, api, grant, editionId } = await accd()
    const other = await aCourse(api)
    const line = await spent(api, { agreementId: grant.id, currency: 'EUR' }, [])
    const before = await opened.tables()
    const rate = { currency: 'EUR', since: '2008-01-01', soles: '4.2', source: null }
    await expect(api.budget.saveRate({ id: null, fields: rate })).rejects.toThrow('Ya hay un tipo de cambio de euros desde el 01/01/2008: 4.3755')
    await expect(api.budget.saveRate({ id: null, fields: { ...rate, currency: 'PEN' } })).rejects.toThrow('El sol no tiene tipo de cambio')
    await expect(api.budget.saveRate({ id: null, fields: { ...rate, since: '2008-02-01', soles: '0.000' } })).rejects.toThrow('no puede ser cero')
    await expect(api.budget.saveRate({ id: null, fields: { ...rate, since: '2008-02-01', soles: '43755' } })).rejects.toThrow('¿Falta el punto decimal?')
    await expect(api.budget.saveRate({ id: null, fields: { ...rate, soles: '4,2' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(api.budget.saveExpense({ budgetLineId: line, id: null, fields: anExpense({ spentOn: '2009-07-01' }) })).rejects.toThrow('aún no llega')
    await expect(api.budget.saveLine({ id: null, fields: aLine({ agreementId: grant.id, editionId: other.editionId }) })).rejects.toThrow('no paga esa edición')
    await expect(api.budget.saveLine({ id: null, fields: aLine({ editionId, plannedCents: -1 }) })).rejects.toMatchObject({ code: 'invalid' })
    expect(await opened.tables()).toEqual(before)
  })

  it('says below zero what was spent beyond the amount and beyond an item', async () => {
    const { api, grant } = await accd()
    const item = await api.agreements.saveItem({ agreementId: grant.id, id: null, fields: { kind: 'item', name: 'Publicación', quantity: null, unit: null, amountCents: 1_000_00 } })
    const line = await spent(api, { agreementId: grant.id, agreementItemId: item.id, plannedCents: 0, currency: 'EUR' }, [{ spentOn: '2009-01-01', amountCents: 90_500_00, currency: 'EUR' }])
    const seen = await api.agreements.get({ id: grant.id })
    expect(seen.items[0]).toMatchObject({ used: null, balance: null, usedCents: 90_500_00, balanceCents: -89_500_00 })
    expect(seen.money.balanceCents).toBe(-500_00)
    expect((await api.budget.list({ agreementId: grant.id })).lines[0]).toMatchObject({ id: line, percent: null })
  })

  it.skipIf(engineName === 'postgres')('goes out as a sheet and as paper', async () => {
    const { opened, api, grant, editionId } = await accd()
    await spent(api, { agreementId: grant.id, editionId, category: 'Honorarios', concept: 'Docentes', plannedCents: 10_000_00, currency: 'EUR' }, [{ spentOn: '2008-08-31', amountCents: 1_000_01, currency: 'EUR', supplier: 'Ana Quispe', document: 'RH E001-5' }])
    const sheet = await api.budget.report({ agreementId: grant.id, format: 'xlsx' })
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await opened.bytes(sheet)) as unknown as ArrayBuffer)
    const cells = book.worksheets.flatMap((one) => one.getSheetValues().flatMap((row) => (Array.isArray(row) ? row : [])))
    // Numbers that a sheet can add, and the day, paper and payee of each expense.
    expect(cells).toContain(4375.54)
    expect(cells).toContain(1000.01)
    expect(cells).toContain('31/08/2008 · RH E001-5 · Ana Quispe · € 1,000.01')
    const paper = await api.budget.report({ agreementId: grant.id, editionId, format: 'pdf' })
    const text = run('pdftotext', '-layout', opened.path(paper), '-').toString().normalize('NFC')
    for (const words of ['S/ 4,375.54', '€ 1,000.01', 'Presupuestado (EUR)', 'ACCD 2008 · Fortalecimiento']) expect(text).toContain(words)
    expect(opened.bugs).toEqual([])
  })
})
