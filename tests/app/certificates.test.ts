import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

/** A group of so many, and what is needed to issue its certificates. */
async function aGroup(opened: OpenApp, count: number) {
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  await api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(api, count) })
  const enrolmentIds = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const choice = { enrolmentIds, paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  return { ...office, ...course, enrolmentIds, choice }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

describe('certificates', () => {
  it('numbers follow each other in alphabetical order and are never given twice', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 5)
    const first = await opened.api.certificates.issue({ ...choice, enrolmentIds: choice.enrolmentIds.slice(0, 3) })
    expect(first).toMatchObject({ leftOut: 0, firstNumber: 'N° 001-2026-MPC/GRH', lastNumber: 'N° 003-2026-MPC/GRH' })
    const again = await opened.api.certificates.issue(choice)
    expect(again).toMatchObject({ leftOut: 3, firstNumber: 'N° 004-2026-MPC/GRH', lastNumber: 'N° 005-2026-MPC/GRH' })
    const { rows } = await opened.api.certificates.list({})
    expect(rows.map((row) => [row.number, row.personName])).toEqual([
      ['N° 001-2026-MPC/GRH', 'Ana Quispe Huamán'],
      ['N° 002-2026-MPC/GRH', 'Beatriz Quispe Huamán'],
      ['N° 003-2026-MPC/GRH', 'Carla Quispe Huamán'],
      ['N° 004-2026-MPC/GRH', 'Dina Quispe Huamán'],
      ['N° 005-2026-MPC/GRH', 'Elmer Quispe Huamán'],
    ])
  })

  it('each kind of paper and each year has its own numbers', async () => {
    const opened = await openApp()
    const { choice, constanciaSeriesId } = await aGroup(opened, 1)
    const numbers: (string | null)[] = []
    numbers.push((await opened.api.certificates.issue(choice)).firstNumber)
    numbers.push((await opened.api.certificates.issue({ ...choice, paperKind: 'constancia', seriesId: constanciaSeriesId })).firstNumber)
    const other = await aCourse(opened.api)
    await opened.api.enrolments.add({ cohortId: other.cohortId, personIds: (await opened.api.people.list({})).rows.map((row) => row.id) })
    const enrolmentIds = (await opened.api.enrolments.list({ cohortId: other.cohortId })).map((one) => one.id)
    numbers.push((await opened.api.certificates.issue({ ...choice, enrolmentIds, issuedOn: '2027-01-05', signatoryIds: [] })).firstNumber)
    expect(numbers).toEqual(['N° 001-2026-MPC/GRH', 'N° 001-2026-MPC/GRH', 'N° 001-2027-MPC/GRH'])
  })

  it('numbers given by two issues at once do not clash', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 12)
    const halves = [choice.enrolmentIds.slice(0, 6), choice.enrolmentIds.slice(6)]
    await Promise.all(halves.map((enrolmentIds) => opened.api.certificates.issue({ ...choice, enrolmentIds })))
    const { rows } = await opened.api.certificates.list({})
    expect(rows.map((row) => row.correlative)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('what was issued does not change when the person, the course or the entity does', async () => {
    const opened = await openApp()
    const { api } = opened
    const { choice, editionId } = await aGroup(opened, 2)
    const { issued } = await api.certificates.issue(choice)
    const before = digest(await opened.bytes(await api.certificates.draw({ ids: issued })))
    const { rows } = await api.people.list({})
    await api.people.update({ id: rows[0]?.id ?? '', fields: { firstSurname: 'OTRO' } })
    await api.editions.update({ id: editionId, fields: { hours: 99, title: 'Otro título' } })
    await api.entity.save({ name: 'Otra entidad', logoAssetId: null })
    const after = digest(await opened.bytes(await api.certificates.draw({ ids: issued })))
    expect(after).toBe(before)
  })

  it('a certificate cannot be taken back by undo: its number was given', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    const { issued } = await opened.api.certificates.issue(choice)
    const act = (await opened.api.history.of({ entity: 'certificates', id: issued[0] ?? '' }))[0]?.act ?? ''
    await expect(opened.api.history.undo({ act })).rejects.toMatchObject({ code: 'refused' })
    expect((await opened.api.certificates.list({})).total).toBe(1)
  })

  it('the plan says the numbers to come, who is left out and what the paper would lack', async () => {
    const opened = await openApp()
    const { api } = opened
    const { choice, editionId } = await aGroup(opened, 3)
    await api.enrolments.update({ ids: choice.enrolmentIds.slice(0, 1), state: 'withdrawn' })
    await api.editions.update({ id: editionId, fields: { hours: null } })
    const plan = await api.certificates.plan({ ...choice, issuedOn: '2027-02-01' })
    expect(plan).toEqual({
      toIssue: 2,
      firstNumber: 'N° 001-2027-MPC/GRH',
      lastNumber: 'N° 002-2027-MPC/GRH',
      leftOut: [{ enrolmentId: choice.enrolmentIds[0], personName: 'QUISPE HUAMÁN, Ana', because: 'withdrew', reason: 'Se retiró' }],
      warnings: [
        'Falta el nombre oficial del año 2027 (Ajustes).',
        'Rosa Ñaupari no tiene encargo vigente en la fecha de emisión.',
        '«I edición» no tiene horas: un documento sin horas no sirve para postular al Estado.',
        '2 personas no figuran como aprobadas: ¿les corresponde constancia?',
        'Saldrán sin sello de autenticidad: falta el RUC de la entidad (Ajustes).',
      ],
    })
    expect((await api.certificates.list({})).total).toBe(0)
  })

  it('an office that comes from paper goes on after its last number, and never back', async () => {
    const opened = await openApp()
    const { choice, seriesId } = await aGroup(opened, 1)
    await opened.api.numbering.startAfter({ id: seriesId, year: 2026, last: 57 })
    expect((await opened.api.certificates.issue(choice)).firstNumber).toBe('N° 058-2026-MPC/GRH')
    await expect(opened.api.numbering.startAfter({ id: seriesId, year: 2026, last: 10 })).rejects.toMatchObject({ code: 'refused', message: 'En 2026 ya se dio hasta el número 58: la numeración no retrocede.' })
  })

  it('a pattern without its correlative is refused', async () => {
    const opened = await openApp()
    const { seriesId } = await aGroup(opened, 1)
    await expect(opened.api.numbering.update({ id: seriesId, fields: { pattern: 'N° {año}' } })).rejects.toMatchObject({ code: 'refused' })
  })

  it('separate files have telling names and appear together', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 3)
    const { issued } = await opened.api.certificates.issue(choice)
    const folder = await opened.api.certificates.draw({ ids: issued, as: 'separate' })
    expect((await readdir(opened.path(folder))).toSorted()).toEqual([
      'N° 001-2026-MPC-GRH Ana Quispe Huamán.pdf',
      'N° 002-2026-MPC-GRH Beatriz Quispe Huamán.pdf',
      'N° 003-2026-MPC-GRH Carla Quispe Huamán.pdf',
    ])
  })

  it('a preview writes nothing to the register', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    const file = await opened.api.certificates.preview({ ...choice, enrolmentId: choice.enrolmentIds[0] ?? '' })
    expect((await opened.bytes(file)).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await opened.api.certificates.list({})).total).toBe(0)
    expect((await opened.api.numbering.list({}))[0]?.nextNumber).toBe('N° 001-2026-MPC/GRH')
  })

  it('a cancelled drawing leaves no file, and the certificates stand', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 60)
    const { issued } = await opened.api.certificates.issue(choice)
    const drawing = opened.api.certificates.draw({ ids: issued, as: 'zip' }, { onStart: (cancel) => setTimeout(cancel, 5) })
    await expect(drawing).rejects.toMatchObject({ code: 'cancelled' })
    expect(await readdir(`${opened.folder}/salidas`).catch(() => [])).toEqual([])
    expect((await opened.api.certificates.list({})).total).toBe(60)
  })

  it('an enrolment with a certificate is neither removed nor given another role', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 1)
    await opened.api.certificates.issue(choice)
    const refusal = { code: 'refused', message: 'No se puede cambiar: esa inscripción ya tiene el documento N° 001-2026-MPC/GRH, que queda en el registro para siempre.' }
    await expect(opened.api.enrolments.remove({ ids: choice.enrolmentIds })).rejects.toMatchObject(refusal)
    await expect(opened.api.enrolments.update({ ids: choice.enrolmentIds, role: 'speaker' })).rejects.toMatchObject(refusal)
  })

  it('the register is searched by number, name, document and code', async () => {
    const opened = await openApp()
    const { choice } = await aGroup(opened, 3)
    await opened.api.certificates.issue(choice)
    const { rows } = await opened.api.certificates.list({})
    const found = async (search: string): Promise<string[]> => (await opened.api.certificates.list({ search })).rows.map((row) => row.number)
    expect(await found('002-2026')).toEqual(['N° 002-2026-MPC/GRH'])
    expect(await found('huaman carl')).toEqual(['N° 003-2026-MPC/GRH'])
    expect(await found('20000001')).toEqual(['N° 001-2026-MPC/GRH'])
    expect(await found(rows[1]?.code ?? '')).toEqual(['N° 002-2026-MPC/GRH'])
  })
})

describe('the language of the paper', () => {
  it('is the one chosen, Spanish when nobody says, whatever the screen speaks', async () => {
    const opened = await openApp({ session: { language: 'en' } })
    const { choice } = await aGroup(opened, 2)
    const [one = '', other = ''] = choice.enrolmentIds
    await opened.api.certificates.issue({ ...choice, enrolmentIds: [one] })
    await opened.api.certificates.issue({ ...choice, enrolmentIds: [other], language: 'en' })
    const { rows } = await opened.api.certificates.list({})
    const statements = await Promise.all(rows.map(async (row) => (await opened.api.certificates.get({ id: row.id })).paper.statement.slice(0, 12)))
    expect(statements).toEqual(['por haber pa', statements[1]])
    expect(statements[1]).toMatch(/^for /)
  })
})
