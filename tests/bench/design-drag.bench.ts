import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { Page } from '@playwright/test'
import { createApp } from '../../src/main/app.ts'
import { startHttpHost } from '../../src/main/hosts/http.ts'
import { systemDesk } from '../../src/main/hosts/system-desk.ts'
import type { DesignDocument, DesignElement } from '../../src/shared/contract/designs.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { createClient } from '../../src/shared/rpc/client.ts'
import { report } from './measure.ts'

/** How the design screen follows the pointer with 100 elements on a page with guilloche. Needs the built page and a browser (CHROME_PATH). */
async function run(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const folder = await mkdtemp(join(tmpdir(), 'constancia-designs-'))
  const app = await createApp({ folder, resources: root, version: 'bench', desk: systemDesk, log: { error: (_ref, error) => console.error(error) } })
  const session = { who: 'bench', language: 'es' as const }
  const host = await startHttpHost({ app, page: join(root, 'out/renderer'), session })
  const api = createClient(contract, { call: (request) => app.call(request, session), cancel: (id) => app.cancel(id), onNews: (listener) => app.onNews(listener), send: () => Promise.reject(new Error('sends nothing')), fetch: () => Promise.reject(new Error('fetches nothing')) }, randomUUID)
  const path = process.env['CHROME_PATH']
  const browser = await chromium.launch({ ...(path === undefined ? {} : { executablePath: path }), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  try {
    const { id } = await api.designs.create({ name: 'Cien elementos', from: 'sober', paperKind: null, role: null })
    await api.designs.save({ id, document: crowded((await api.designs.get({ id })).document) })
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.goto(host.address)
    await page.goto(`${new URL(host.address).origin}/#/certificados/disenos/${id}`)
    await page.locator('[data-of="x60"]').first().waitFor()
    await page.waitForTimeout(2000)
    report('design of 100 elements, one dragged', `${(await picturesASecond(page, await middleOf(page, '#grasp-x60'))).toFixed(0)} /s`, 'aim 50')
    await page.locator('#grasp-x60').focus()
    await page.keyboard.press('Control+a')
    report('design of 100 elements, all dragged', `${(await picturesASecond(page, await middleOf(page, '#grasp-x25'))).toFixed(0)} /s`, 'aim 50')
    await page.keyboard.press('Escape')
    await page.mouse.click(...(await middleOf(page, '#grasp-x63')))
    report('design of 100 elements, one resized', `${(await picturesASecond(page, await middleOf(page, 'rect[style*="nwse-resize"] >> nth=-1'))).toFixed(0)} /s`)
  } finally {
    await browser.close()
    await host.close()
    await app.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The design with texts and ellipses on its first page until they are a hundred. */
function crowded(document: DesignDocument): DesignDocument {
  const [first, ...rest] = document.pages
  if (first === undefined) return document
  const more = Array.from({ length: 100 - first.elements.length }, (_, n): DesignElement => {
    const place = { id: `x${n + 1}`, name: null, x: 20 + (n % 12) * 21, y: 20 + Math.floor(n / 12) * 20, width: 20, height: 12, turn: n % 5 === 0 ? 20 : 0, locked: false }
    if (n % 3 === 0) return { ...place, kind: 'shape', shape: 'ellipse', fill: '#a9cbc6', stroke: '#1a6663', strokeWidth: 1, radius: 0 }
    return { ...place, kind: 'text', text: `Texto ${n} de {nombre}`, style: document.styles[0]?.id ?? '', own: { size: 7 }, valign: 'middle', fit: 'shrink' }
  })
  return { ...document, pages: [{ ...first, elements: [...first.elements, ...more] }, ...rest] }
}

async function middleOf(page: Page, what: string): Promise<[number, number]> {
  const place = await page.locator(what).boundingBox()
  return [(place?.x ?? 0) + (place?.width ?? 0) / 2, (place?.y ?? 0) + (place?.height ?? 0) / 2]
}

/** The page's own frames counted while the pointer holds what is there and goes round for three seconds. */
async function picturesASecond(page: Page, [x, y]: readonly [number, number]): Promise<number> {
  await page.mouse.move(x, y)
  await page.mouse.down()
  const counting = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        let frames = 0
        const turn = (): void => {
          frames += 1
          const seconds = (performance.now() - start) / 1000
          if (seconds < 3) requestAnimationFrame(turn)
          else resolve(frames / seconds)
        }
        requestAnimationFrame(turn)
      }),
  )
  const end = Date.now() + 3000
  for (let n = 0; Date.now() < end; n += 1) await page.mouse.move(x - 60 * Math.sin(n / 12), y + 40 * Math.sin(n / 9))
  const frames = await counting
  await page.keyboard.press('Escape')
  await page.mouse.up()
  return frames
}

await run()
