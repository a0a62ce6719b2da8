import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createApp } from '../../src/main/app.ts'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { systemDesk } from '../../src/main/hosts/system-desk.ts'
import { contract } from '../../src/shared/contract/index.ts'
import type { AppContract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import type { Client } from '../../src/shared/rpc/client.ts'
import { percentile, report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

const PEOPLE = 320
const SESSIONS = 40
const EDITION = { name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: null, endsOn: null, hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null } as const
const SESSION = { day: '2026-01-05', startsAt: '08:30', endsAt: '12:30', plannedMinutes: 180, subject: 'Gestión pública', module: null, place: null, link: null, modality: null, isRequired: 0 } as const

/** How the grid of attendance opens and answers in the browser. Needs the built page and a browser (CHROME_PATH). */
async function run(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const folder = await mkdtemp(join(tmpdir(), 'constancia-grid-'))
  await seedPeople(join(folder, 'constancia.db'), 10_000)
  const app = await createApp({ folder, resources: root, version: 'bench', desk: systemDesk, log: { error: (_ref, error) => console.error(error) } })
  const session = { who: 'bench', language: 'es' as const }
  const api = createClient(contract, { call: (request) => app.call(request, session), cancel: (id) => app.cancel(id), onNews: (listener) => app.onNews(listener), send: (name, bytes) => app.files().receive(name, bytes), fetch: (file) => readFile(app.files().path(file)) }, randomUUID)
  const cohortId = await fullGroup(api)
  const host = await startHttpHost({ app, page: join(root, 'out/renderer'), session })
  const path = process.env['CHROME_PATH']
  const browser = await chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(host.address)
    const group = `#/programas/grupo/${cohortId}`
    await page.goto(`${new URL(host.address).origin}/${group}`)
    await page.getByRole('grid').waitFor()
    const opened: number[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      opened.push(await opens(page, `${group}/asistencia`))
      await page.evaluate((hash) => void (window.location.hash = hash), group)
      await page.waitForTimeout(400)
    }
    report(`open attendance, ${PEOPLE} × ${SESSIONS}, first time`, `${opened[0]?.toFixed(0)} ms`, 'aim 300 ms')
    report(`open attendance, ${PEOPLE} × ${SESSIONS}, median`, `${percentile(opened, 0.5).toFixed(0)} ms`, 'aim 300 ms')
    await opens(page, `${group}/asistencia`)
    await page.getByRole('grid').focus()
    const typed = await keysAnswer(page, Array.from({ length: 200 }, (_, at) => 'ptf'[at % 3] ?? 'p'))
    report('a key writes, until it is painted, median', `${percentile(typed, 0.5).toFixed(1)} ms`, 'aim 50 ms')
    report('a key writes, until it is painted, 95 of 100', `${percentile(typed, 0.95).toFixed(1)} ms`, 'aim 50 ms')
    report('a key writes, until it is painted, slowest', `${Math.max(...typed).toFixed(1)} ms`, 'aim 50 ms')
    const moved = await keysAnswer(page, Array.from({ length: 39 }, () => 'ArrowRight'))
    report('an arrow across all sessions, slowest', `${Math.max(...moved).toFixed(1)} ms`, 'aim 50 ms')
  } finally {
    await browser.close()
    await host.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function fullGroup(api: Client<AppContract>): Promise<string> {
  const { id } = await api.editions.begin({ programme: { kind: 'new', fields: { name: 'Gobernabilidad', shortName: null, description: null } }, edition: EDITION, cohorts: ['Cusco'] })
  const cohortId = (await api.editions.get({ id })).cohorts[0]?.id ?? ''
  const { rows } = await api.people.list({ limit: PEOPLE })
  await api.enrolments.add({ cohortId, personIds: rows.map((one) => one.id), role: 'participant' })
  const first = await api.sessions.create({ cohortId, fields: SESSION })
  await api.sessions.repeat({ id: first.id, days: Array.from({ length: SESSIONS - 1 }, (_, at) => new Date(Date.UTC(2026, 0, 12 + 7 * at)).toISOString().slice(0, 10)) })
  const { people, sessions } = await api.attendance.grid({ cohortId })
  await api.attendance.set({ cells: people.flatMap((one, row) => sessions.map(({ id: sessionId }, column) => ({ sessionId, enrolmentId: one.enrolmentId, status: (row + column) % 9 === 0 ? 'absent' : 'present' }))) })
  return cohortId
}

/** Milliseconds from the change of address until cells with their marks are painted. */
function opens(page: Page, hash: string): Promise<number> {
  return page.evaluate(
    (address) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        window.location.hash = address
        const look = (): void => {
          const cell = document.querySelector('[role="gridcell"][data-column]')
          if (cell === null || cell.textContent === '') requestAnimationFrame(look)
          else requestAnimationFrame(() => resolve(performance.now() - start))
        }
        requestAnimationFrame(look)
      }),
    hash,
  )
}

/** For each key, milliseconds from its event until the frame that shows it is painted. */
async function keysAnswer(page: Page, keys: readonly string[]): Promise<readonly number[]> {
  await page.evaluate(() => {
    const taken: number[] = []
    Object.assign(window, { taken })
    window.addEventListener(
      'keydown',
      (event) => {
        const start = event.timeStamp
        // The task after the next frame: by then it is painted.
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => taken.push(performance.now() - start)
          channel.port2.postMessage(undefined)
        })
      },
      true,
    )
  })
  for (const key of keys) await page.keyboard.press(key, { delay: 15 })
  await page.waitForTimeout(200)
  return page.evaluate(() => (window as unknown as { taken: number[] }).taken)
}

await run()
