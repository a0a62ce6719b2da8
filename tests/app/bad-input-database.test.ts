import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { sayAny } from '../../src/main/app.ts'
import { latestVersion } from '../../src/main/db/migrations/index.ts'
import { aCourse, anOffice, somePeople } from '../support/builders.ts'
import type { ProcessOrder } from '../support/office-process.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'constancia-bad-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** An office with people and a group, closed in order. */
async function closedOffice(): Promise<{ folder: string; file: string }> {
  const folder = await newFolder()
  const opened = await openApp({ folder })
  const course = await aCourse(opened.api)
  await opened.api.enrolments.add({ cohortId: course.cohortId, personIds: await somePeople(opened.api, 30) })
  await opened.app.close()
  return { folder, file: join(folder, 'constancia.db') }
}

/** What a person reads when the office does not open. */
async function refusal(folder: string): Promise<string> {
  try {
    await openApp({ folder })
    return 'it opened'
  } catch (error) {
    if (!(error instanceof Error) || !('key' in error) || !('params' in error)) throw error
    return sayAny('es', String(error.key), error.params as object)
  }
}

const digest = async (file: string): Promise<string> => createHash('sha256').update(await readFile(file)).digest('hex')

/** The app in another process, and what it says, line by line. */
function otherProcess(order: ProcessOrder) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/office-process.ts'), JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })
  const says = async (wanted: string): Promise<void> => {
    for await (const [line] of on(lines)) if (line === wanted) return
    throw new Error(`the other process ended without saying «${wanted}»`)
  }
  const end = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { says, end }
}

async function* on(lines: ReturnType<typeof createInterface>): AsyncGenerator<[string]> {
  for await (const line of lines) yield [line]
}

describe('a database that cannot be opened is told in a sentence and left byte for byte', () => {
  const damaged = 'El archivo de datos «constancia.db» está dañado. No se borró ni se cambió: guárdelo y recupere la última copia verificada.'

  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['flipped bytes in its pages', (bytes) => Buffer.from(bytes.fill(0xff, 4096 * 3, 4096 * 9)), damaged],
    ['half of it', (bytes) => bytes.subarray(0, Math.floor(bytes.length / 2)), damaged],
    ['half a page of it', (bytes) => bytes.subarray(0, 2000), damaged],
    ['another header', (bytes) => Buffer.concat([Buffer.from('basura de un disco roto'), bytes.subarray(23)]), damaged],
    ['text', () => Buffer.from('DNI;Apellidos y nombres\n'.repeat(400)), damaged],
    [
      'a newer format',
      (bytes) => {
        bytes.writeUInt32BE(latestVersion + 4, 60)
        return bytes
      },
      `El archivo de datos «constancia.db» fue guardado por una versión más nueva de Constancia (formato ${latestVersion + 4}; esta entiende hasta el ${latestVersion}). No se abrió ni se cambió: instale la versión nueva.`,
    ],
    [
      'the mark of another program',
      (bytes) => {
        bytes.writeUInt32BE(0x0f055112, 68)
        return bytes
      },
      'El archivo «constancia.db» no es una base de datos de Constancia. No se abrió ni se cambió.',
    ],
  ])('%s', async (_what, spoil, sentence) => {
    const { folder, file } = await closedOffice()
    await writeFile(file, spoil(await readFile(file)))
    const before = await digest(file)
    expect(await refusal(folder)).toBe(sentence)
    expect(await refusal(folder)).toBe(sentence)
    expect(await digest(file)).toBe(before)
    expect((await readdir(folder)).filter((name) => !name.endsWith('.lock'))).toEqual(['constancia.db'])
  })

  test('a large file, which is not read through at every start, with its end cut off', async () => {
    const { folder, file } = await closedOffice()
    const raw = new Sqlite(file)
    raw.exec('create table relleno (bytes blob); insert into relleno values (zeroblob(30000000))')
    raw.close()
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length - 8192))
    const before = await digest(file)
    expect(await refusal(folder)).toBe(damaged)
    expect(await digest(file)).toBe(before)
  })

  test('damage met later, in a large file, is told then, and what is whole goes on', async () => {
    const { folder, file } = await closedOffice()
    const raw = new Sqlite(file)
    raw.exec('create table relleno (bytes blob); insert into relleno values (zeroblob(30000000))')
    const root = Number(raw.prepare("select rootpage from sqlite_schema where name = 'people'").pluck().get())
    raw.close()
    const bytes = await readFile(file)
    bytes.fill(0xff, 4096 * (root - 1), 4096 * root)
    await writeFile(file, bytes)
    const { api, bugs } = await openApp({ folder })
    await expect(api.people.list({})).rejects.toMatchObject({
      code: 'unavailable',
      message: 'El archivo de datos está dañado. No se borró ni se cambió: guárdelo y recupere la última copia verificada.',
    })
    expect(await api.programmes.list({})).toHaveLength(1)
    expect(bugs).toEqual([])
  })

  test('another program’s SQLite file under our name', async () => {
    const folder = await newFolder()
    const file = join(folder, 'constancia.db')
    const raw = new Sqlite(file)
    raw.exec("create table planilla (nombre text); insert into planilla values ('Rosa')")
    raw.close()
    const before = await digest(file)
    expect(await refusal(folder)).toBe('El archivo «constancia.db» no es una base de datos de Constancia. No se abrió ni se cambió.')
    expect(await digest(file)).toBe(before)
  })

  test('a file of no length, which a power cut may leave, is begun as a new one', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'constancia.db'), '')
    expect(await refusal(folder)).toBe('it opened')
  })

  test('one that another window holds: nothing is lost, and it opens once that window ends', async () => {
    const { folder } = await closedOffice()
    const other = otherProcess({ folder })
    await other.says('open')
    expect(await refusal(folder)).toMatch(/^Otra ventana de Constancia tiene abiertos estos datos \(constancia\.db, .+\)\. Use esa ventana o ciérrela: nada se perdió\.$/)
    await other.end()
    expect((await (await openApp({ folder })).api.people.list({})).total).toBe(30)
  })
})

/** A list of so many people in one group. */
function listOf(count: number): string {
  const rows = Array.from({ length: count }, (_, at) => `${40_000_000 + at};QUISPE ${surname(at)}, ANA ${surname(count - at)};SERVIR`)
  return `DNI;Apellidos y nombres;Entidad\n${rows.join('\n')}\n`
}

const letters = 'BCDFGLMNRSTV'
const surname = (at: number): string => `${letters[at % 12]}A${letters[Math.floor(at / 12) % 12]}O${letters[Math.floor(at / 144) % 12]}I`

async function officeToIssue(count: number) {
  const folder = await newFolder()
  const opened = await openApp({ folder })
  const office = await anOffice(opened)
  const course = await aCourse(opened.api)
  const list = join(folder, 'lista.csv')
  await writeFile(list, listOf(count))
  const target = { kind: 'groups' as const, editionId: course.editionId, by: 'one' as const, groups: [{ key: '', cohortId: course.cohortId, newName: null }] }
  const choice = { paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  return { folder, opened, list, target, choice, ...course }
}

async function enrolmentIds(opened: OpenApp, cohortId: string): Promise<string[]> {
  return (await opened.api.enrolments.list({ cohortId })).map((one) => one.id)
}

/** Every number given, in order. */
async function correlatives(opened: OpenApp): Promise<number[]> {
  const numbers: number[] = []
  for (let offset = 0; ; offset += 500) {
    const { rows } = await opened.api.certificates.list({ offset, limit: 500 })
    numbers.push(...rows.map((row) => row.correlative))
    if (rows.length < 500) return numbers.sort((one, other) => one - other)
  }
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1)

describe('a process that ends without a word (power cut, kill -9)', () => {
  test('in the middle of an import: nothing of it is there, and it can be done again', async () => {
    const { folder, opened, list, target, cohortId } = await officeToIssue(900)
    const before = await opened.tables()
    await opened.app.close()
    for (const freezeAt of [2, 5, 8]) {
      const other = otherProcess({ folder, call: 'imports.write', input: { target, decisions: { acceptProposals: true } }, file: list, freezeAt })
      await other.says('frozen')
      await other.end()
      const again = await openApp({ folder })
      expect(await again.tables()).toEqual(before)
      await again.app.close()
    }
    const last = await openApp({ folder })
    const { numbers } = await last.api.imports.write({ file: await last.drop(list), target, decisions: { acceptProposals: true } })
    expect([numbers.read, numbers.created, (await enrolmentIds(last, cohortId)).length]).toEqual([900, 900, 900])
  })

  test('in the middle of issuing: what was numbered stands, and the rest goes on without a gap', async () => {
    const { folder, opened, list, target, choice, cohortId } = await officeToIssue(900)
    await opened.api.imports.write({ file: await opened.drop(list), target, decisions: { acceptProposals: true } })
    const ids = await enrolmentIds(opened, cohortId)
    await opened.app.close()
    const other = otherProcess({ folder, call: 'certificates.issue', input: { ...choice, enrolmentIds: ids }, freezeAt: 1 })
    await other.says('frozen')
    await other.end()
    const again = await openApp({ folder })
    expect(await correlatives(again)).toEqual(upTo(400))
    const { issued, leftOut, lastNumber } = await again.api.certificates.issue({ ...choice, enrolmentIds: ids })
    expect({ issued: issued.length, leftOut, lastNumber }).toEqual({ issued: 500, leftOut: 400, lastNumber: 'N° 900-2026-MPC/GRH' })
    expect(await correlatives(again)).toEqual(upTo(900))
  })

  test('at any moment of issuing: numbers are never lost nor given twice', async () => {
    const { folder, opened, list, target, choice, cohortId } = await officeToIssue(900)
    await opened.api.imports.write({ file: await opened.drop(list), target, decisions: { acceptProposals: true } })
    const ids = await enrolmentIds(opened, cohortId)
    await opened.app.close()
    for (const [at, wait] of [0, 15, 40].entries()) {
      const other = otherProcess({ folder, call: 'certificates.issue', input: { ...choice, enrolmentIds: ids.slice(at * 250, (at + 1) * 250) } })
      await other.says('open')
      await new Promise((resolve) => setTimeout(resolve, wait))
      await other.end()
    }
    const again = await openApp({ folder })
    const stands = await correlatives(again)
    expect(stands).toEqual(upTo(stands.length))
    await again.api.certificates.issue({ ...choice, enrolmentIds: ids })
    expect(await correlatives(again)).toEqual(upTo(900))
  })

  test('in the middle of drawing: the half file is gone at the next start, and the paper is drawn again', async () => {
    const { folder, opened, list, target, choice, cohortId } = await officeToIssue(120)
    await opened.api.imports.write({ file: await opened.drop(list), target, decisions: { acceptProposals: true } })
    const { issued } = await opened.api.certificates.issue({ ...choice, enrolmentIds: await enrolmentIds(opened, cohortId) })
    await opened.app.close()
    for (const as of ['one', 'separate', 'zip'] as const) {
      const other = otherProcess({ folder, call: 'certificates.draw', input: { ids: issued, as }, freezeAt: 2 })
      await other.says('frozen')
      const half = (await readdir(join(folder, 'salidas'))).filter((name) => name.endsWith('.part'))
      expect(half).toHaveLength(1)
      await other.end()
      const again = await openApp({ folder })
      expect(await again.written()).toEqual([])
      await again.app.close()
    }
    const last = await openApp({ folder })
    const file = await last.api.certificates.draw({ ids: issued })
    expect(existsSync(last.path(file))).toBe(true)
  })
})
