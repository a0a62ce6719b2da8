import { expect, test } from 'vitest'
import { aCourse, anOffice, aPerson } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

test('who holds a paper shows it in her record, is found by its number, and is not removed', async () => {
  const opened = await openApp()
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  const { id } = await api.people.create(aPerson({ firstSurname: 'ÑAUPARI', secondSurname: null, givenNames: 'Rosa' }))
  await api.enrolments.add({ cohortId: course.cohortId, personIds: [id] })
  const before = await api.home.overview({})
  const enrolmentIds = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const { issued, firstNumber } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [office.signatoryId] })
  const after = await api.home.overview({})
  const { certificates } = await api.people.get({ id })

  expect(certificates).toEqual([{ id: issued[0], number: firstNumber, paperKind: 'certificado', issuedOn: '2026-11-20', title: expect.any(String), version: 1, state: 'valid' }])
  expect((await api.search.everywhere({ text: 'naupari 001' })).certificates).toEqual([{ id: issued[0], number: firstNumber, name: 'Rosa Ñaupari' }])
  expect([before.cohortsToCertify.length, after.cohortsToCertify.length, after.certificates]).toEqual([1, 0, 1])
  expect(after.lastIssues).toEqual([{ cohortId: course.cohortId, name: 'Cusco', edition: 'Gestión pública · I edición', at: '2026-11-22T15:00:00.000Z', certificates: 1 }])
  await expect(api.people.remove({ id })).rejects.toMatchObject({ code: 'refused', message: 'No se puede quitar: tiene un documento emitido, y el registro de lo emitido no se borra.' })
})

test('giving numbers is not undone', async () => {
  const opened = await openApp()
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  const { id } = await api.people.create(aPerson())
  await api.enrolments.add({ cohortId: course.cohortId, personIds: [id] })
  const enrolmentIds = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const { issued } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [office.signatoryId] })
  const [entry] = await api.history.of({ entity: 'certificates', id: issued[0] ?? '' })
  await expect(api.history.undo({ act: entry?.act ?? '' })).rejects.toMatchObject({
    code: 'refused',
    message: 'Esto no se deshace: se dieron números a documentos, y un número dado no vuelve a usarse. Puede anular el documento.',
  })
})
