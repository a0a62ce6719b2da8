import { readdir } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { CallOptions } from '../../src/shared/rpc/client.ts'
import { dropBytes } from '../support/dropped-files.ts'
import { aCourse, anOffice } from '../support/builders.ts'
import type { OpenApp } from '../support/open-app.ts'
import { openApp } from '../support/open-app.ts'

type Job = (options: CallOptions) => Promise<unknown>

/** Runs the job and asks it to stop at that step, or before any when 0. */
async function stoppedAt(job: Job, step: number): Promise<unknown> {
  let cancel = (): void => {}
  let steps = 0
  const options: CallOptions = {
    onStart: (stop) => {
      cancel = stop
      if (step === 0) stop()
    },
    onProgress: () => {
      steps += 1
      if (steps === step) cancel()
    },
  }
  return job(options).then(() => 'it ended', (error: unknown) => error)
}

async function stepsOf(job: Job): Promise<number> {
  let steps = 0
  await job({ onProgress: () => (steps += 1) })
  return steps
}

/** Before the first, the first, one in the middle, the last: a job of a thousand steps is not run a thousand times. */
function chosen(steps: number): number[] {
  return [...new Set([0, 1, Math.ceil(steps / 2), steps])].filter((step) => step <= steps)
}

const cancelled = { code: 'cancelled', message: 'Se canceló a pedido suyo.' }

/** A group of so many, come in from a list. */
async function aGroupOf(opened: OpenApp, count: number) {
  const { api } = opened
  const office = await anOffice(opened)
  const course = await aCourse(api)
  const letters = 'BCDFGLMNRSTV'
  const rows = Array.from({ length: count }, (_, at) => `${40_000_000 + at};QUISPE ${letters[at % 12]}A${letters[Math.floor(at / 12) % 12]}O, ANA;SERVIR`)
  const list = (mark: string): string => `DNI;Apellidos y nombres;Entidad\n${rows.join('\n')}\n;;${mark}\n`
  const target = { kind: 'groups' as const, editionId: course.editionId, by: 'one' as const, groups: [{ key: '', cohortId: course.cohortId, newName: null }] }
  const decisions = { acceptProposals: true }
  const choice = { paperKind: 'certificado' as const, seriesId: office.seriesId, issuedOn: '2026-11-20', model: 'sober' as const, signatoryIds: [office.signatoryId] }
  const enrolled = async (): Promise<string[]> => (await api.enrolments.list({ cohortId: course.cohortId })).map((one) => one.id)
  return { ...course, list, target, decisions, choice, enrolled }
}

describe('a job that is cancelled', () => {
  test('while a list is read, reviewed or written: nothing of it is kept', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupOf(opened, 450)
    const { target, decisions } = group
    const jobs: Record<string, (file: Awaited<ReturnType<OpenApp['drop']>>) => Job> = {
      read: (file) => (options) => api.imports.read({ file }, options),
      review: (file) => (options) => api.imports.review({ file, target, decisions }, options),
      write: (file) => (options) => api.imports.write({ file, target, decisions }, options),
    }
    const before = await opened.tables()
    let lists = 0
    // Each time a file that was not read before: a file once read is not read again.
    const fresh = () => dropBytes(opened, 'lista.csv', group.list(`lista ${lists++}`))
    for (const [name, job] of Object.entries(jobs)) {
      const steps = name === 'read' ? 1 : await stepsOf(jobs['review']?.(await fresh()) ?? Promise.reject)
      for (const step of chosen(steps)) {
        expect([name, step, await stoppedAt(job(await fresh()), step)]).toEqual([name, step, expect.objectContaining(cancelled)])
      }
      expect([name, await opened.tables()]).toEqual([name, before])
    }
    // While the reading thread is at work, between the steps.
    const file = await fresh()
    expect(await stoppedAt((options) => api.imports.read({ file }, { ...options, onProgress: () => setTimeout(() => options.onProgress?.({ done: 0, total: 0, note: '' }), 3) }), 1)).toMatchObject(cancelled)
    expect(await opened.written()).toEqual([])
    const { numbers } = await api.imports.write({ file: await fresh(), target, decisions })
    expect(numbers.created).toBe(450)
    expect(opened.bugs).toEqual([])
  })

  test('while certificates are issued: those numbered stand, and the rest goes on where it was left', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupOf(opened, 450)
    await api.imports.write({ file: await dropBytes(opened, 'lista.csv', group.list('')), target: group.target, decisions: group.decisions })
    const choice = { ...group.choice, enrolmentIds: await group.enrolled() }
    const before = await opened.tables()
    const news: string[] = []
    opened.app.onNews((one) => {
      if (one.kind === 'changed') news.push(...one.topics)
    })
    expect(await stoppedAt((options) => api.certificates.issue(choice, options), 1)).toMatchObject(cancelled)
    expect((await api.certificates.list({})).total).toBe(400)
    // The screens hear of what stands, although the job did not end.
    expect(news).toContain('certificates')
    for (const table of ['people', 'enrolments', 'series']) expect([table, (await opened.tables())[table]]).toEqual([table, before[table]])
    expect(await api.certificates.issue(choice)).toMatchObject({ leftOut: 400, lastNumber: 'N° 450-2026-MPC/GRH' })
    expect((await api.certificates.list({})).total).toBe(450)
  })

  test('while paper is drawn or a report is made: no file remains, and the register stands', async () => {
    const opened = await openApp()
    const { api } = opened
    const group = await aGroupOf(opened, 50)
    await api.imports.write({ file: await dropBytes(opened, 'lista.csv', group.list('')), target: group.target, decisions: group.decisions })
    const { issued } = await api.certificates.issue({ ...group.choice, enrolmentIds: await group.enrolled() })
    const before = await opened.tables()
    const { cohortId, editionId } = group
    const jobs: Record<string, Job> = {
      one: (options) => api.certificates.draw({ ids: issued, as: 'one' }, options),
      separate: (options) => api.certificates.draw({ ids: issued, as: 'separate' }, options),
      zip: (options) => api.certificates.draw({ ids: issued, as: 'zip' }, options),
      look: (options) => api.certificates.draw({ ids: issued, as: 'look' }, options),
      'group in Excel': (options) => api.reports.participants({ cohortId, format: 'xlsx' }, options),
      'edition in PDF': (options) => api.reports.participants({ editionId, format: 'pdf' }, options),
      'register in Excel': (options) => api.reports.register({ format: 'xlsx' }, options),
      'register in PDF': (options) => api.reports.register({ format: 'pdf' }, options),
    }
    for (const [name, job] of Object.entries(jobs)) {
      // The fiftieth certificate is drawn by the third step of every way.
      for (const step of name.includes(' in ') ? [0, 1] : [1, 2]) {
        expect([name, step, await stoppedAt(job, step)]).toEqual([name, step, expect.objectContaining(cancelled)])
        expect([name, step, await opened.written()]).toEqual([name, step, []])
      }
    }
    await api.certificates.draw({ ids: issued, as: 'zip' })
    expect(await opened.written()).toHaveLength(1)
    expect(await opened.tables()).toEqual(before)
    expect(opened.bugs).toEqual([])
  })

  test('while the example is filled: no half example remains, and one’s own data is as it was', async () => {
    const opened = await openApp()
    await aCourse(opened.api)
    const before = await opened.tables()
    for (const step of [0, 1, 2, 3, 4, 5, 6]) {
      const stopped = await stoppedAt((options) => opened.api.app.openExample({}, options), step)
      expect([step, stopped]).toEqual([step, expect.objectContaining(cancelled)])
      expect([step, (await readdir(opened.folder)).filter((name) => name === 'ejemplo')]).toEqual([step, []])
      expect(await opened.api.app.about({})).toMatchObject({ example: false })
    }
    expect(await opened.tables()).toEqual(before)
    expect(opened.bugs).toEqual([])
  })
})
