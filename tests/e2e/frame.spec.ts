import { looksRight } from './looks-right.ts'
import { expect, test } from './office.ts'

const places = ['inicio', 'personas', 'personas/organizaciones', 'programas', 'certificados', 'ajustes', 'ajustes/firmantes', 'ajustes/numeracion']

test('an empty office shows every place, without a complaint and without English', async ({ office }) => {
  for (const place of places) {
    await office.go(place)
    await expect(office.page.locator('h1')).toBeVisible()
    await expect(office.page.locator('body')).not.toContainText(/\b(Loading|Save|Cancel|undefined|NaN)\b/)
    const wide = await office.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(wide, `${place} scrolls sideways`).toBeLessThanOrEqual(0)
  }
  expect(office.complaints).toEqual([])
})

test('every place of an empty office passes the accessibility rules', async ({ office }) => {
  for (const place of places) {
    await office.go(place)
    await expect(office.page.locator('h1')).toBeVisible()
    await looksRight(office.page, place)
  }
})

test('the places are reached by keyboard, and the page speaks English when asked', async ({ office }) => {
  const { page } = office
  await expect(page.locator('h1')).toBeVisible()
  await page.keyboard.press('Alt+2')
  await expect(page).toHaveURL(/#\/personas/)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('no request leaves this machine', async ({ office }) => {
  const outside: string[] = []
  office.page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') outside.push(request.url())
  })
  for (const place of places) await office.go(place)
  expect(outside).toEqual([])
})
