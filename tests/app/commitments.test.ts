import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it } from 'vitest'
import { run } from '../documents/second-programs.ts'
import { aClass, anOffice, anOrganisation } from '../support/builders.ts'
import { aCommitment, anItem, anOgpCommitment, enterSample, pecja0001 } from '../support/commitments.ts'
import type { OpenApp } from '../support/open-app.ts'
import { engineName, openApp } from '../support/open-app.ts'
import { aFrame, added } from './indicators-support.ts'

// The day of the office is 22 November 2026.

const reason = 'Las lluvias cerraron las carreteras'
const kept = { reason, decidedOn: '2026-10-02', document: 'Oficio 512-2026' }

let api: OpenApp['api']
let opened: OpenApp

describe('commitments', () => {
  beforeEach(async () => {
    opened = await openApp()
    api = opened.api
  })

  const rowOf = async (id: string) => (await api.commitments.list({})).flatMap((plan) => plan.commitments).find((row) => row.id === id)
  const itemOf = async (id: string, itemId: string) => (await api.commitments.get({ id })).items.find((item) => item.id === itemId)

  describe('what began', () => {
    it('changes its title and dates only with a reason, and says so', async () => {
      const { id } = await anOgpCommitment(api)
      const why = 'El compromiso empezó el 01/01/2026: lo prometido (fechas, título y nombres) solo se cambia con «Reprogramar», que guarda el motivo. Nada cambió.'
      for (const fields of [{ title: 'Otro' }, { startsOn: '2026-02-01' }, { endsOn: '2027-01-31' }, { endsOn: null }]) await expect(api.commitments.update({ id, fields })).rejects.toMatchObject({ code: 'refused', message: why })
      await api.commitments.update({ id, fields: { title: 'Publicar el presupuesto', problem: 'Nadie lo conoce' } })
      expect((await api.commitments.get({ id })).commitment).toMatchObject({ title: 'Publicar el presupuesto', endsOn: '2026-12-31', problem: 'Nadie lo conoce' })
    })

    it('lets be said at any time what was never said', async () => {
      const { id, add } = await anOgpCommitment(api, { endsOn: null })
      await api.commitments.update({ id, fields: { endsOn: '2026-11-30' } })
      const item = await add({ name: 'Portal' })
      await api.commitments.saveItem({ commitmentId: id, id: item, fields: anItem({ name: 'Portal', endsOn: '2026-10-31' }) })
      await expect(api.commitments.saveItem({ commitmentId: id, id: item, fields: anItem({ name: 'Portal', endsOn: '2026-11-30' }) })).rejects.toMatchObject({ code: 'refused' })
      await expect(api.commitments.saveItem({ commitmentId: id, id: item, fields: anItem({ name: 'Portal nuevo', endsOn: '2026-10-31' }) })).rejects.toMatchObject({ code: 'refused' })
      await expect(api.commitments.removeItem({ id: item })).rejects.toMatchObject({ message: expect.stringContaining('se retira con «Reprogramar»') })
    })

    it('begins on its first day and not before', async () => {
      const tomorrow = await anOgpCommitment(api, { startsOn: '2026-11-23' })
      await api.commitments.update({ id: tomorrow.id, fields: { startsOn: '2026-11-24', title: 'Otro título' } })
      const item = await tomorrow.add()
      await api.commitments.removeItem({ id: item })
      const today = await anOgpCommitment(api, { startsOn: '2026-11-22' })
      await expect(api.commitments.update({ id: today.id, fields: { title: 'Otro' } })).rejects.toMatchObject({ code: 'refused' })
    })
  })

  describe('a re-planning', () => {
    it('keeps what was, what is, why, since when, by which document and by whom; undoing takes all of it back', async () => {
      const { id, add } = await anOgpCommitment(api)
      const item = await add({ name: 'Portal', endsOn: '2026-06-30' })
      const { act } = await api.commitments.replan({ commitmentId: id, itemId: item, changes: [{ field: 'endsOn', after: '2026-12-15' }, { field: 'name', after: 'Portal de datos' }], ...kept })
      await api.commitments.replan({ commitmentId: id, itemId: null, changes: [{ field: 'title', after: 'Publicar presupuesto y gasto' }, { field: 'endsOn', after: '2026-12-31' }], ...kept, decidedOn: '2026-11-01' })
      const seen = await api.commitments.get({ id })
      expect(seen.commitment).toMatchObject({ title: 'Publicar presupuesto y gasto', endsOn: '2026-12-31' })
      expect(seen.items[0]).toMatchObject({ name: 'Portal de datos', endsOn: '2026-12-15', isOverdue: false })
      expect(seen.replannings.map(({ itemName, field, before, after, decidedOn, document, who }) => [itemName, field, before, after, decidedOn, document, who])).toEqual([
        ['Portal de datos', 'endsOn', '2026-06-30', '2026-12-15', '2026-10-02', 'Oficio 512-2026', 'Prueba'],
        ['Portal de datos', 'name', 'Portal', 'Portal de datos', '2026-10-02', 'Oficio 512-2026', 'Prueba'],
        [null, 'title', 'Publicar el presupuesto', 'Publicar presupuesto y gasto', '2026-11-01', 'Oficio 512-2026', 'Prueba'],
      ])
      await api.history.undo({ act })
      expect(await itemOf(id, item)).toMatchObject({ name: 'Portal', endsOn: '2026-06-30', isOverdue: true })
      expect((await api.commitments.get({ id })).replannings).toHaveLength(1)
    })

    it('drops a product with its milestones that were not done; what is dropped stays in sight and is not promised any more', async () => {
      const { id, add } = await anOgpCommitment(api)
      const product = await add({ endsOn: '2026-03-31' })
      const done = await add({ kind: 'milestone', parentId: product, name: 'Licencia', state: 'done', doneOn: '2026-02-01' })
      const open = await add({ kind: 'milestone', parentId: product, name: 'Servidor', endsOn: '2026-02-28' })
      expect(await rowOf(id)).toMatchObject({ products: 1, productsDone: 0, overdue: 2 })
      await api.commitments.replan({ commitmentId: id, itemId: product, changes: [{ field: 'dropped', after: null }], ...kept })
      const states = new Map((await api.commitments.get({ id })).items.map((item) => [item.id, item.state]))
      expect([product, done, open].map((one) => states.get(one))).toEqual(['dropped', 'done', 'dropped'])
      expect(await rowOf(id)).toMatchObject({ products: 0, productsDone: 0, overdue: 0, replannings: 2 })
      await expect(api.commitments.replan({ commitmentId: id, itemId: product, changes: [{ field: 'endsOn', after: '2026-12-01' }], ...kept })).rejects.toMatchObject({ code: 'refused' })
      await expect(api.commitments.saveItem({ commitmentId: id, id: product, fields: anItem({ endsOn: '2026-03-31' }) })).rejects.toMatchObject({ message: expect.stringContaining('retirado del plan') })
    })

    it('is refused when it says nothing, nothing new or what cannot be, and nothing changes', async () => {
      const { id } = await anOgpCommitment(api)
      const endsOn = (after: string) => [{ field: 'endsOn' as const, after }]
      const wrong: readonly (readonly [Parameters<typeof api.commitments.replan>[0]['changes'], Partial<typeof kept>, string])[] = [
        [endsOn('2026-12-31'), {}, 'es igual a lo que ya decía'],
        [endsOn('2025-12-31'), {}, 'anterior a la de inicio'],
        [endsOn('2027-01-31'), { decidedOn: '2026-11-23' }, 'aún no llega'],
        [endsOn('mañana'), {}, '«mañana» no es una fecha'],
        [[{ field: 'dropped', after: null }], {}, 'no se retira del plan'],
        [[{ field: 'name', after: 'x' }], {}, 'se reprograma el título'],
        [[{ field: 'title', after: ' ' }], {}, 'está vacío'],
        [[{ field: 'title', after: 'a' }, { field: 'title', after: 'b' }], {}, 'dos veces'],
      ]
      for (const [changes, more, sentence] of wrong) await expect(api.commitments.replan({ commitmentId: id, itemId: null, changes, ...kept, ...more }), sentence).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(sentence) })
      await expect(api.commitments.replan({ commitmentId: id, itemId: null, changes: [{ field: 'title', after: 'Otro' }], ...kept, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' })
      expect(await api.commitments.get({ id })).toMatchObject({ commitment: { title: 'Publicar el presupuesto', endsOn: '2026-12-31' }, replannings: [] })
    })
  })

  describe('products and milestones', () => {
    it('are overdue the day after their last, until they are done', async () => {
      const { id, add } = await anOgpCommitment(api)
      const late = await add({ name: 'Ayer', endsOn: '2026-11-21', state: 'inProgress' })
      await add({ name: 'Hoy', endsOn: '2026-11-22' })
      await add({ kind: 'outcome', name: 'Resultado', endsOn: '2026-01-31' })
      expect((await api.commitments.get({ id })).items.map((item) => [item.name, item.isOverdue])).toEqual([['Ayer', true], ['Hoy', false], ['Resultado', false]])
      await api.commitments.saveItem({ commitmentId: id, id: late, fields: anItem({ name: 'Ayer', endsOn: '2026-11-21', state: 'done', doneOn: '2026-11-22' }) })
      expect(await rowOf(id)).toMatchObject({ products: 2, productsDone: 1, overdue: 0 })
    })

    it('are refused when they do not hold together', async () => {
      const { id, add } = await anOgpCommitment(api)
      const product = await add()
      const other = await anOgpCommitment(api)
      const save = (fields: Parameters<typeof anItem>[0]) => api.commitments.saveItem({ commitmentId: id, id: null, fields: anItem(fields) })
      const wrong: readonly (readonly [Parameters<typeof anItem>[0], string])[] = [
        [{ state: 'done' }, 'Diga qué día se terminó'],
        [{ state: 'done', doneOn: '2026-11-23' }, 'aún no llega'],
        [{ doneOn: '2026-11-20' }, 'no está terminado'],
        [{ state: 'dropped' }, 'use «Reprogramar»'],
        [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }, 'anterior a la de inicio'],
        [{ kind: 'milestone' }, 'debe estar bajo un producto'],
        [{ kind: 'milestone', parentId: await other.add() }, 'debe estar bajo un producto'],
        [{ parentId: product }, 'Solo un hito'],
      ]
      for (const [fields, sentence] of wrong) await expect(save(fields), sentence).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining(sentence) })
      await expect(api.commitments.saveItem({ commitmentId: id, id: product, fields: anItem({ kind: 'outcome' }) })).rejects.toMatchObject({ message: expect.stringContaining('no cambia de clase') })
      await expect(api.commitments.saveItem({ commitmentId: other.id, id: product, fields: anItem() })).rejects.toMatchObject({ code: 'refused' })
      expect((await api.commitments.get({ id })).items).toHaveLength(1)
    })

    it('stand in the order that they are given', async () => {
      const { id, add } = await anOgpCommitment(api)
      const [one, two, three] = [await add({ name: '1' }), await add({ name: '2' }), await add({ name: '3' })]
      await api.commitments.orderItems({ commitmentId: id, ids: [three, one] })
      expect((await api.commitments.get({ id })).items.map((item) => item.id)).toEqual([three, one, two])
    })

    it('carry their evidence', async () => {
      const { id, add } = await anOgpCommitment(api)
      const item = await add()
      await api.attachments.add({ file: await opened.drop(new URL('../../samples/README.md', import.meta.url).pathname), owner: 'commitmentItems', ownerId: item })
      expect(await itemOf(id, item)).toMatchObject({ attachments: 1 })
    })
  })

  it('is judged by a level with its day, never one without the other', async () => {
    const { id } = await anOgpCommitment(api)
    await expect(api.commitments.update({ id, fields: { completion: 'limited' } })).rejects.toMatchObject({ message: expect.stringContaining('de qué día') })
    await expect(api.commitments.update({ id, fields: { completionOn: '2026-11-01' } })).rejects.toMatchObject({ message: expect.stringContaining('Elija el nivel') })
    await expect(api.commitments.update({ id, fields: { completion: 'limited', completionOn: '2026-11-23' } })).rejects.toMatchObject({ message: expect.stringContaining('aún no llega') })
    await api.commitments.update({ id, fields: { completion: 'limited', completionOn: '2026-11-01' } })
    expect(await rowOf(id)).toMatchObject({ completion: 'limited' })
  })

  it('keeps one code once in a plan', async () => {
    const { planId, id } = await anOgpCommitment(api, { code: 'PE0001' })
    await expect(api.commitments.create(aCommitment({ planId, code: ' pe0001 ' }))).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('ya es del compromiso «Publicar el presupuesto»') })
    await expect(api.commitments.removePlan({ id: planId })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('quítelos primero') })
    const { act } = await api.commitments.remove({ id })
    await expect(api.commitments.get({ id })).rejects.toMatchObject({ code: 'missing' })
    await api.history.undo({ act })
    expect(await rowOf(id)).toMatchObject({ code: 'PE0001' })
  })

  it('keeps actors, values and links as lists: who stays keeps its place, and a value stands once', async () => {
    const { id } = await anOgpCommitment(api)
    const organisation = await api.organisations.create(anOrganisation({ name: 'Mesa de Concertación', kind: 'otro' }))
    const blank = { organisationId: null, name: null, unit: null, personId: null, personName: null, personPost: null }
    await api.commitments.setActors({ id, actors: [{ ...blank, kind: 'civil', organisationId: organisation.id }, { ...blank, kind: 'private', name: 'Cámara de Comercio' }] })
    const before = (await api.commitments.get({ id })).actors
    expect(before.map((actor) => actor.organisationName ?? actor.name)).toEqual(['Mesa de Concertación', 'Cámara de Comercio'])
    await api.commitments.setActors({ id, actors: [{ ...blank, kind: 'private', name: 'Cámara de Comercio', personName: 'Luz Ramos' }] })
    expect((await api.commitments.get({ id })).actors).toMatchObject([{ id: before[1]?.id, personName: 'Luz Ramos' }])
    await expect(api.commitments.setActors({ id, actors: [{ ...blank, kind: 'civil' }] })).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('sin nombre') })
    const participation = { value: 'participation' as const, explanation: 'Se abre', degree: null }
    await expect(api.commitments.setValues({ id, values: [participation, participation] })).rejects.toMatchObject({ code: 'refused' })
    await api.commitments.setValues({ id, values: [participation, { ...participation, value: 'transparency' }] })
    await api.commitments.setValues({ id, values: [{ ...participation, degree: 'major' }] })
    expect((await api.commitments.get({ id })).values).toMatchObject([{ value: 'participation', degree: 'major' }])
    const course = await aClass(api, 3)
    await api.commitments.setLinks({ id, editionIds: [course.editionId], initiativeIds: [] })
    await api.enrolments.update({ ids: [course.enrolmentIds[0] ?? ''], state: 'withdrawn' })
    expect((await api.commitments.get({ id })).editions).toEqual([{ editionId: course.editionId, programmeName: 'Gestión pública', editionName: 'I edición', participants: 2 }])
  })
})

describe('the sheet that citizens read', () => {
  const text = (path: string): string => run('pdftotext', '-layout', path, '-').toString('utf8').replace(/\s+/g, ' ')
  const htmlOf = async (app: OpenApp, id: string): Promise<string> => readFile(app.path(await app.api.commitments.sheet({ id, format: 'html' })), 'utf8')

  it('tells PECJA0001 as it stands, on paper and as a page', async () => {
    const app = await openApp()
    await anOffice(app)
    const sample = await pecja0001()
    const { id } = await enterSample(app.api, sample)
    const [, implementation] = (await app.api.commitments.get({ id })).items
    await app.api.commitments.replan({ commitmentId: id, itemId: implementation?.id ?? '', changes: [{ field: 'endsOn', after: '2026-03-31' }], ...kept })
    await app.api.commitments.update({ id, fields: { completion: 'substantial', completionOn: '2026-02-15' } })
    const pdf = await app.api.commitments.sheet({ id, format: 'pdf' })
    expect(pdf.name).toBe('Ficha del compromiso PECJA0001 2026-11-22.pdf')
    const words = [
      sample.plan.name, sample.commitment.title, 'PECJA0001', '01/04/2025', '31/12/2025', sample.commitment.policyArea, 'Sustancial, según la evaluación del 15 de febrero de 2026',
      'PATRIA C', 'Mesa de Concertación para la Lucha Contra la Pobreza', 'Red de Jóvenes', 'Dirección de Comunicaciones y Relaciones Públicas', 'Participación ciudadana', 'Transparencia y acceso a la información',
      sample.commitment.action, sample.commitment.problem, sample.commitment.statusQuo, sample.commitment.longTermGoal, ...sample.items.filter((item) => item.kind === 'outcome').map((item) => item.name), '0 de 3 productos terminados',
      reason, '22 de noviembre de 2026', 'Municipalidad Provincial de Cajamarca',
    ]
    const paper = text(app.path(pdf))
    const page = await htmlOf(app, id)
    const read = page.replace(/<(style|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
    for (const word of words) expect([word, paper.includes(word ?? ''), read.includes(word ?? '')]).toEqual([word, true, true])
    expect(run('pdffonts', app.path(pdf)).toString()).not.toMatch(/ no +(yes|no) +(yes|no) +\d/)
    expect(run('qpdf', '--json', '--json-key=qpdf', app.path(pdf)).toString()).toMatch(/"\/S": "\/H1"/)
    expect(page).toMatch(/^<!doctype html>\n<html lang="es-PE">/)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('data:image/png;base64,')
    expect(page.replace(/data:[^"]*/g, '')).not.toMatch(/https?:|\/\/[a-z]|<script|<link|@import|url\(|srcset|<iframe|\son[a-z]+=/i)
  })

  it('tells outcomes by the live figures of the register, those enrolled and those trained, against their targets', async () => {
    const app = await openApp()
    const { id, add } = await anOgpCommitment(app.api, { code: 'PECJA0001' })
    const linked = await aClass(app.api, 5)
    await app.api.commitments.setLinks({ id, editionIds: [linked.editionId], initiativeIds: [] })
    await app.api.enrolments.update({ ids: linked.enrolmentIds.slice(0, 3), state: 'approved' })
    await app.api.enrolments.update({ ids: linked.enrolmentIds.slice(4), state: 'withdrawn' })
    const { frameId, periodIds } = await aFrame(app.api, 'Gobierno abierto', { startsOn: '2026-01-01', months: 6, count: 2 })
    const enrolled = await added(app.api, frameId, { name: 'Inscritos' }, { commitmentIds: [id], states: ['enrolled', 'completed', 'approved'] })
    const trained = await added(app.api, frameId, { name: 'Formados' }, { commitmentIds: [id], states: ['completed', 'approved'] })
    await app.api.indicators.setTarget({ indicatorId: trained, fields: { periodId: null, dimension: null, category: null, value: 4 } })
    for (const [at, value] of [1, 4].entries()) await app.api.indicators.setTarget({ indicatorId: enrolled, fields: { periodId: periodIds[at] ?? '', dimension: null, category: null, value } })
    await add({ kind: 'outcome', name: 'Miembros de la sociedad civil inscritos', indicatorId: enrolled })
    await add({ kind: 'outcome', name: 'Miembros de la sociedad civil formados', indicatorId: trained })
    const outcomes = (await app.api.commitments.get({ id })).items.map((item) => [item.indicator?.value, item.indicator?.target])
    expect(outcomes).toEqual([[4, 5], [3, 4]])
    const pdf = text(app.path(await app.api.commitments.sheet({ id, format: 'pdf' })))
    for (const words of ['4 personas de una meta de 5 (80 %)', '3 personas de una meta de 4 (75 %)', 'I edición: 4 participantes', 'Indicador: Formados']) expect(pdf).toContain(words)
    await app.api.enrolments.update({ ids: linked.enrolmentIds.slice(3, 4), state: 'approved' })
    expect(await htmlOf(app, id)).toContain('<b>4</b> personas de una meta de 4 (100 %)')
    expect(app.bugs).toEqual([])
  })

  it.runIf(engineName === 'sqlite')('runs nothing that somebody wrote into it', async () => {
    const app = await openApp()
    const attack = `<script>alert(1)</script>"><img src=x onerror=alert(2)>' & </title></style>`
    await app.api.entity.save({ name: attack, unit: attack })
    const { id, add } = await anOgpCommitment(app.api, { title: attack, code: '<b>1</b>', problem: `${attack}\n${attack}`, policyArea: attack, leadName: attack, leadEmail: 'javascript:alert(1)', additional: attack, completion: 'complete', completionOn: '2026-11-01', completionNote: attack })
    const product = await add({ name: attack, responsible: attack, verification: attack, note: attack })
    await add({ kind: 'milestone', parentId: product, name: attack })
    await add({ kind: 'outcome', name: attack, note: attack })
    await app.api.commitments.setActors({ id, actors: [{ kind: 'civil', organisationId: null, name: attack, unit: attack, personId: null, personName: attack, personPost: attack }] })
    await app.api.commitments.setValues({ id, values: [{ value: 'inclusion', explanation: attack, degree: 'major' }] })
    await app.api.commitments.replan({ commitmentId: id, itemId: product, changes: [{ field: 'name', after: `${attack}!` }], reason: attack, decidedOn: '2026-11-01', document: attack })
    const page = await htmlOf(app, id)
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9!]+)/gi)].map((match) => match[1]?.toLowerCase()))
    for (const tag of ['script', 'img', 'b', 'iframe', 'a']) expect([tag, tags.has(tag)]).toEqual([tag, false])
    expect(page.match(/<\/title>/g)).toHaveLength(1)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).toContain(`default-src &#39;none&#39;`)
    expect(page.split('&#60;script&#62;').length - 1).toBeGreaterThan(15)
    expect(text(app.path(await app.api.commitments.sheet({ id, format: 'pdf' })))).toContain('<script>alert(1)</script>')
  })
})
