import { defineConfig } from 'vitest/config'

// Lima's clock, so that a date that would shift by a day there shifts here too.
process.env['TZ'] = 'America/Lima'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/{app,domain,db,documents,intake,hosts,house}/**/*.test.ts', 'tests/screens/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
