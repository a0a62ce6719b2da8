import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createFiles, removeLeftovers } from '../../src/main/core/files.ts'
import { anOffice, aCourse, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function* pieces(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield bytes(text)
}

test('a file gets a name that every system can write, whatever it was called', async () => {
  const { app } = await openApp()
  const files = app.files()
  const names: string[] = []
  for (const name of ['con.pdf', 'a/b\\c.pdf', '../../fuera.pdf', 'pregunta?.pdf', '.', `${'Ñ'.repeat(300)}.pdf`, '🌽🌽.pdf', 'fin. . .', 'x\u202efdp.exe']) {
    const file = await files.write(name, bytes('x'))
    names.push(file.name)
    expect((await readFile(files.path(file), 'utf8'))).toBe('x')
  }
  expect(names).toEqual(['_con.pdf', 'a-b-c.pdf', '-..-fuera.pdf', 'pregunta-.pdf', '_', `${'Ñ'.repeat(88)}.pdf`, '🌽🌽.pdf', 'fin', 'x-fdp.exe'])
})

test('what was written is never written over, not even by several at once', async () => {
  const { app, folder } = await openApp()
  const files = app.files()
  const all = await Promise.all(['uno', 'dos', 'tres'].map((text) => files.write('Lista.pdf', pieces(text, text))))
  expect(all.map((file) => file.name).sort()).toEqual(['Lista (2).pdf', 'Lista (3).pdf', 'Lista.pdf'])
  const contents = await Promise.all(all.map((file) => readFile(files.path(file), 'utf8')))
  expect(contents).toEqual(['unouno', 'dosdos', 'trestres'])
  const folders = await Promise.all([1, 2].map((n) => files.writeFolder('Carpeta', (async function* () {
    yield { name: 'Acta.pdf', bytes: bytes(`${n}`) }
    yield { name: 'ACTA.pdf', bytes: bytes(`${n}${n}`) }
  })())))
  expect(folders.map((file) => file.name).sort()).toEqual(['Carpeta', 'Carpeta (2)'])
  expect((await readdir(join(folder, 'salidas', 'Carpeta (2)'))).sort()).toEqual(['ACTA (2).pdf', 'Acta.pdf'])
})

test('a file whose making fails is not there, nor half of it', async () => {
  const { app, written } = await openApp()
  const failing = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes('la mitad')
    throw new Error('se fue la luz')
  }
  await expect(app.files().write('Lista.pdf', failing())).rejects.toThrow('se fue la luz')
  await expect(app.files().writeFolder('Carpeta', (async function* () {
    yield { name: 'uno.pdf', bytes: bytes('1') }
    throw new Error('se fue la luz')
  })())).rejects.toThrow('se fue la luz')
  expect(await written()).toEqual([])
  expect((await app.files().write('Lista.pdf', bytes('entera'))).name).toBe('Lista.pdf')
})

test('a file that somebody took away is told by its name', async () => {
  const opened = await openApp()
  const file = await opened.app.files().write('Lista.pdf', bytes('x'))
  await rm(opened.path(file))
  await expect(opened.api.files.open({ file })).rejects.toMatchObject({ code: 'unavailable', message: 'Ya no está el archivo «Lista.pdf». Vuelva a elegirlo o a generarlo.' })
})

test('a path made by hand opens nothing: only what the app took in or wrote has an id', async () => {
  const { api } = await openApp()
  const file = { id: '../../../etc/passwd', name: 'passwd', size: 1, type: 'other' as const }
  await expect(api.files.open({ file })).rejects.toMatchObject({ code: expect.stringMatching(/^(invalid|unavailable)$/) })
})

test('what came in goes when the app closes; what it made stays', async () => {
  const opened = await openApp()
  const { app, folder } = opened
  const came = opened.path(await app.files().receive('lista.xlsx', bytes('x')))
  const made = [await app.files().write('Lista.pdf', bytes('x')), await app.files().writePassing('Vista.pdf', bytes('x'))].map(opened.path)
  await app.close()
  expect([came, ...made].map((path) => existsSync(path))).toEqual([false, true, true])
  expect(await readdir(join(folder, 'entradas'))).toEqual([])
})

test('leftovers of a power cut go at the next start; what is whole, or may be somebody’s at work, stays', async () => {
  const { folder } = await openApp()
  const results = join(folder, 'salidas')
  const received = join(folder, 'entradas')
  await mkdir(join(results, 'Certificados.part'), { recursive: true })
  for (const name of ['Lista.pdf', 'Lista (2).pdf.part', 'Certificados.part/uno.pdf']) await writeFile(join(results, name), 'x')
  for (const name of ['hoy', 'ayer']) {
    await mkdir(join(received, name), { recursive: true })
    await writeFile(join(received, name, 'lista.xlsx'), 'x')
  }
  const yesterday = new Date(Date.now() - 25 * 3_600_000)
  await utimes(join(received, 'ayer'), yesterday, yesterday)
  await removeLeftovers(folder, false, Date.now())
  expect((await readdir(results)).sort()).toEqual(['Certificados.part', 'Lista (2).pdf.part', 'Lista.pdf'])
  await removeLeftovers(folder, true, Date.now())
  expect([await readdir(results), await readdir(received)]).toEqual([['Lista.pdf'], ['hoy']])
  expect((await createFiles(folder).write('Lista.pdf', bytes('y'))).name).toBe('Lista (2).pdf')
})

test('separate certificates have telling names, one each, though two people share a name', async () => {
  const opened = await openApp()
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  const personIds = await somePeople(api, 2)
  for (const id of personIds) await api.people.update({ id, fields: { givenNames: 'Ana', secondSurname: 'D’ONOFRIO/ PÉREZ' } })
  await api.enrolments.add({ cohortId: course.cohortId, personIds })
  const enrolmentIds = (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const { issued } = await api.certificates.issue({ enrolmentIds, paperKind: 'certificado', seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober', signatoryIds: [] })
  const made = await api.certificates.draw({ ids: issued, as: 'separate' })
  expect((await readdir(opened.path(made))).sort()).toEqual(['N° 001-2026-MPC-GRH Ana Quispe D’Onofrio- Pérez.pdf', 'N° 002-2026-MPC-GRH Ana Quispe D’Onofrio- Pérez.pdf'])
})
