import { spawn, spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sayAny } from '../../src/main/app.ts'
import { toWireError } from '../../src/main/core/failures.ts'
import { dropBytes } from '../support/dropped-files.ts'
import { aCourse, anOffice, aPerson, somePeople } from '../support/builders.ts'
import { openApp } from '../support/open-app.ts'

const diskFull = { code: 'unavailable', message: 'No se pudo guardar porque el disco está lleno. Nada de lo guardado antes se perdió: libere espacio e intente de nuevo.' }

/** A disk of so many megabytes, which only root can mount; null where it cannot be had. */
async function smallDisk(megabytes: number): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-disk-'))
  const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]).status === 0
  onTestFinished(() => {
    if (mounted) spawnSync('umount', ['--lazy', folder])
    rmSync(folder, { recursive: true, force: true })
  })
  return mounted ? folder : null
}

/** Fills what is left of the disk; `free` gives it back. */
async function fill(folder: string): Promise<{ free: () => Promise<void> }> {
  const path = join(folder, 'relleno')
  const handle = await open(path, 'a')
  for (let size = 1 << 20; size >= 1; size = size >> 1) {
    try {
      for (;;) if ((await handle.write(Buffer.alloc(size))).bytesWritten < size) break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    }
  }
  await handle.close()
  return { free: () => rm(path) }
}

async function officeOnSmallDisk() {
  const folder = await smallDisk(24)
  if (folder === null) return null
  const opened = await openApp({ folder })
  const office = await anOffice(opened)
  const course = await aCourse(opened.api)
  await opened.api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(opened.api, 20) })
  const enrolmentIds = (await opened.api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  const choice = { enrolmentIds, paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  const { issued } = await opened.api.certificates.issue(choice)
  return { opened, folder, issued, ...course }
}

const noDisk = 'a small disk can only be mounted by root on Linux'
const session = { who: 'Prueba', language: 'es' } as const

describe('a full disk is told in a sentence, loses nothing, and leaves no half file', () => {
  test('writing the database', async ({ skip }) => {
    const office = (await officeOnSmallDisk()) ?? skip(noDisk)
    const { opened, folder } = office
    const list = `DNI;Apellidos y nombres\n${Array.from({ length: 2000 }, (_, at) => `${41_000_000 + at};MAMANI ROJAS, ANA`).join('\n')}\n`
    const file = await dropBytes(opened, 'lista.csv', list)
    const before = await opened.tables()
    const { free } = await fill(folder)
    await expect(opened.api.imports.write({ file, target: { kind: 'people' }, decisions: { acceptProposals: true } })).rejects.toMatchObject(diskFull)
    // Small changes may still fit in space that the database has already; sooner or later none does.
    const small = async (): Promise<void> => {
      for (;;) await opened.api.people.create(aPerson({ notes: 'x'.repeat(500) }))
    }
    await expect(small()).rejects.toMatchObject(diskFull)
    await free()
    const after = await opened.tables()
    for (const table of ['certificates', 'programmes', 'enrolments', 'imports']) expect([table, after[table]]).toEqual([table, before[table]])
    expect((await opened.api.imports.write({ file, target: { kind: 'people' }, decisions: { acceptProposals: true } })).numbers.read).toBe(2000)
    const again = await opened.reopen()
    expect(await again.api.people.counts({})).toBeDefined()
    expect(opened.bugs).toEqual([])
  })

  test('opening the office', async ({ skip }) => {
    const { opened, folder } = (await officeOnSmallDisk()) ?? skip(noDisk)
    const before = await opened.tables()
    await opened.app.close()
    const { free } = await fill(folder)
    const error: unknown = await openApp({ folder }).then(() => 'it opened', (thrown: unknown) => thrown)
    expect(toWireError(error, 'es', sayAny, { error: () => undefined })).toEqual(diskFull)
    await free()
    expect(await (await openApp({ folder })).tables()).toEqual(before)
  })

  test('drawing certificates, a report and its sheet, and receiving a file', async ({ skip }) => {
    const office = (await officeOnSmallDisk()) ?? skip(noDisk)
    const { opened, folder, issued, cohortId } = office
    const { api } = opened
    const work: Record<string, () => Promise<unknown>> = {
      one: () => api.certificates.draw({ ids: issued, as: 'one' }),
      separate: () => api.certificates.draw({ ids: issued, as: 'separate' }),
      zip: () => api.certificates.draw({ ids: issued, as: 'zip' }),
      look: () => api.certificates.draw({ ids: issued, as: 'look' }),
      participants: () => api.reports.participants({ cohortId, format: 'pdf' }),
      register: () => api.reports.register({ format: 'xlsx' }),
    }
    const before = { tables: await opened.tables(), files: await opened.written() }
    const { free } = await fill(folder)
    for (const [name, run] of Object.entries(work)) {
      await expect(run(), name).rejects.toMatchObject(diskFull)
      expect([name, await opened.written()]).toEqual([name, before.files])
    }
    expect(await opened.app.receive('lista.csv', new Uint8Array(200_000), session)).toEqual({ ok: false, error: diskFull })
    expect(await opened.written()).toEqual(before.files)
    await free()
    expect(await opened.tables()).toEqual(before.tables)
    for (const [name, run] of Object.entries(work)) expect([name, await run()]).toEqual([name, expect.objectContaining({ id: expect.any(String) })])
    expect(await opened.app.receive('lista.csv', new Uint8Array(200_000), session)).toMatchObject({ ok: true })
    expect(opened.bugs).toEqual([])
  })
})

describe('a file that another program holds', () => {
  const busy = (name: string): object => ({ code: 'unavailable', message: `No se pudo escribir «${name}» porque otro programa lo tiene abierto (¿Excel?). Ciérrelo e intente de nuevo: nada se perdió.` })

  // Linux lets every program write what another has open, but for a program that runs: that is its real ETXTBSY.
  test('is told by its name, and the file is written once it is free', async ({ skip }) => {
    if (process.platform !== 'linux') skip('made with a program that runs, on Linux')
    const opened = await openApp()
    const name = 'Registro de certificados y constancias 2026-11-22.xlsx'
    const path = join(opened.folder, 'salidas', `${name}.part`)
    await mkdir(join(opened.folder, 'salidas'))
    await copyFile('/bin/sleep', path)
    await chmod(path, 0o755)
    const holder = spawn(path, ['600'])
    onTestFinished(() => void holder.kill())
    await new Promise((resolve) => holder.once('spawn', resolve))
    await expect(opened.api.reports.register({ format: 'xlsx' })).rejects.toMatchObject(busy(name))
    expect(existsSync(path.replace(/\.part$/, ''))).toBe(false)
    holder.kill()
    await new Promise((resolve) => holder.once('exit', resolve))
    expect((await opened.api.reports.register({ format: 'xlsx' })).name).toBe(name)
    expect(opened.bugs).toEqual([])
  })

  // What Windows answers when Excel has the file open cannot be had on Linux: the error is made by hand, as libuv makes it.
  test('as Windows says it, when the half file takes its place', () => {
    const errno = Object.assign(new Error("EBUSY: resource busy or locked, rename 'C:\\c\\lista.xlsx.part' -> 'C:\\c\\lista.xlsx'"), {
      code: 'EBUSY', errno: -4082, syscall: 'rename', path: 'C:\\c\\lista.xlsx.part', dest: 'C:\\c\\lista.xlsx',
    })
    const logged: unknown[] = []
    expect(toWireError(errno, 'es', sayAny, { error: (_ref, error) => logged.push(error) })).toEqual(busy('lista.xlsx'))
    expect(logged).toEqual([])
  })
})
