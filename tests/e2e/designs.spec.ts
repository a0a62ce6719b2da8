import type { Locator, Page } from '@playwright/test'
import { run } from '../documents/second-programs.ts'
import { looksRight } from './looks-right.ts'
import { expect, test } from './office.ts'

/** Goes to a control as a person without a mouse does. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((node) => node === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error(`the Tab key never reached ${target.toString()}`)
}

/** Opens a menu of the bar, or of the page, and takes one of its lines by the arrows. */
async function take(page: Page, menu: string, line: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name: menu, exact: true }))
  await page.keyboard.press('Enter')
  const item = page.getByRole('menuitem', { name: line, exact: true })
  await item.waitFor()
  for (let presses = 0; presses < 60 && !(await item.evaluate((node) => node === document.activeElement)); presses += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
}

/** Round the parts of the screen by F6 until that one has the keyboard. */
async function goTo(page: Page, part: string): Promise<void> {
  for (let presses = 0; presses < 6; presses += 1) {
    if (await page.evaluate((name) => document.activeElement?.closest('[data-part]')?.getAttribute('data-part') === name, part)) return
    await page.keyboard.press('F6')
  }
  throw new Error(`F6 never reached ${part}`)
}

/** Writes a figure or a text into a field of the properties. */
async function fill(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.press('Control+a')
  await page.keyboard.type(value)
}

test('a design is made from scratch by keyboard alone, kept, saved, and drawn as a PDF with its words', async ({ office }, info) => {
  const { page } = office
  await office.go('certificados/disenos')
  await tabTo(page, page.getByRole('button', { name: 'Nuevo diseño' }))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Diploma de la escuela')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Diploma de la escuela' })).toBeVisible()
  await looksRight(page, 'a blank page')

  // A title: put there, written, and set in its place by figures.
  await goTo(page, 'add')
  await take(page, 'Texto', 'Título')
  await expect(page.getByRole('option', { name: 'Texto: Título' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Contenido' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Diploma de honor')
  await fill(page, 'Desde arriba', '22')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('option', { name: 'Texto: Diploma de honor' })).toBeFocused()

  // The name, moved by the arrows; the QR in its corner.
  await goTo(page, 'add')
  await take(page, 'Dato', 'Nombre de la persona')
  const name = page.getByRole('option', { name: 'Texto: Nombre de la persona' })
  await expect(name).toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Desde arriba', { exact: true })).toHaveValue('86')
  await goTo(page, 'add')
  await tabTo(page, page.getByRole('button', { name: 'QR', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-part="canvas"]').getByRole('option', { name: 'Código QR' })).toBeFocused()
  await page.keyboard.press('Enter')
  await fill(page, 'Desde la izquierda', '250')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+Tab')
  await fill(page, 'Desde arriba', '160')
  await page.keyboard.press('Enter')

  // The page shows the words laid out by the core, and one step back and forth changes it.
  const shown = page.locator('[data-part="canvas"] [data-of] text')
  await expect(shown.filter({ hasText: 'Diploma de honor' })).toHaveCount(1)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('option', { name: 'Código QR' })).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('option', { name: 'Código QR' })).toHaveCount(2)
  await expect(page.getByText('Sin advertencias')).toBeVisible()
  await looksRight(page, 'a design')
  await page.screenshot({ path: info.outputPath('design.png') })

  // A power cut now would lose nothing; then it becomes a version.
  await expect(page.getByText('Versión 1 · borrador guardado')).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Se guardó la versión 2')).toBeVisible()

  await goTo(page, 'add')
  await tabTo(page, page.getByRole('button', { name: 'Prueba en PDF' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Prueba en PDF' }).locator('canvas')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Guardar copia' }))
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
  const file = info.outputPath('prueba.pdf')
  await download.saveAs(file)
  const text = run('pdftotext', '-layout', file, '-').toString('utf8').normalize('NFC').replaceAll(/\s+/g, ' ')
  expect(text).toContain('Diploma de honor')
  const [design] = (await office.api.designs.list({})).designs
  const { document } = await office.api.designs.get({ id: design?.id ?? '' })
  expect(document.pages[0]?.elements).toMatchObject([{ kind: 'text', text: 'Diploma de honor', y: 22 }, { kind: 'text', text: '{nombre}', y: 86 }, { kind: 'qr', x: 250, y: 160 }])
  const look = await office.api.designs.look({ document, sample: { kind: 'usual' }, paperKind: null, role: null })
  const sampled = look.pages[0]?.items.flatMap((item) => (item.kind === 'text' && item.element === document.pages[0]?.elements[1]?.id ? [item.text] : [])).join('')
  expect(sampled).not.toBe('')
  expect(text).toContain(sampled?.trim())
  expect(office.complaints).toEqual([])
})
