import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createApp } from '../../src/main/app.ts'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { systemDesk } from '../../src/main/hosts/system-desk.ts'
import { report } from './measure.ts'
import { seedPeople } from './seed-people.ts'

/** How a list of 100,000 people scrolls in the browser: pictures a second while the wheel turns. Needs the built page and a browser (CHROME_PATH). */
async function run(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const folder = await mkdtemp(join(tmpdir(), 'constancia-scroll-'))
  await seedPeople(join(folder, 'constancia.db'), 100_000)
  const app = await createApp({ folder, resources: root, version: 'bench', desk: systemDesk, log: { error: (_ref, error) => console.error(error) } })
  const host = await startHttpHost({ app, page: join(root, 'out/renderer'), session: { who: 'bench', language: 'es' } })
  const path = process.env['CHROME_PATH']
  const browser = await chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(host.address)
    await page.goto(`${new URL(host.address).origin}/#/personas`)
    await page.getByRole('grid').waitFor()
    await page.waitForTimeout(1000)
    for (const [name, step] of [['slow', 100], ['fast', 1000], ['flung', 20_000]] as const) report(`scroll 100,000 people, ${name} wheel`, `${(await picturesASecond(page, step)).toFixed(0)} /s`, 'aim 50')
  } finally {
    await browser.close()
    await host.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The page's own frames counted for two seconds while the list moves `step` pixels in each. */
function picturesASecond(page: Page, step: number): Promise<number> {
  return page.evaluate(
    (pixels) =>
      new Promise<number>((resolve) => {
        const grid = document.querySelector('[role="grid"]')
        const start = performance.now()
        let frames = 0
        const turn = (): void => {
          frames += 1
          if (grid !== null) grid.scrollTop = (grid.scrollTop + pixels) % Math.max(1, grid.scrollHeight - grid.clientHeight)
          const seconds = (performance.now() - start) / 1000
          if (seconds < 2) requestAnimationFrame(turn)
          else resolve(frames / seconds)
        }
        requestAnimationFrame(turn)
      }),
    step,
  )
}

await run()
