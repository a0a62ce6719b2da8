import { fileURLToPath } from 'node:url'
import { defineConfig, devices } from '@playwright/test'

process.env['TZ'] = 'America/Lima'

const browser = process.env['CHROME_PATH']

/** The screens in a browser, on the loopback host. Every spec starts its own host on its own data. */
export default defineConfig({
  testDir: fileURLToPath(new URL('./e2e', import.meta.url)),
  testMatch: '**/*.spec.ts',
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    locale: 'es-PE',
    timezoneId: 'America/Lima',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(browser === undefined || browser === '' ? {} : { executablePath: browser }),
      args: [
        // Chromium refuses its sandbox to root, which is who runs the tests on most build machines.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
})
