import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Lima's clock, so that a date that would shift by a day there shifts here too.
process.env['TZ'] = 'America/Lima'
// Threads and processes that tests start need not compile the same modules again each time.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/node', import.meta.url))

/** One kind of test: its folder under tests, and what its files may read from the environment. */
const project = (name: string, include: string, env: Readonly<Record<string, string>> = {}, exclude: readonly string[] = []) => ({
  extends: true as const,
  test: { name, include: [include], exclude: [...exclude], env: { TZ: 'America/Lima', ...env } },
})

const folder = (name: string) => project(name, `tests/${name}/**/*.test.ts`)

/** What fills disks, ends processes and waits for cancels: minutes of it, so `npm run check` leaves it to `npm test`. */
const badInput = 'tests/app/bad-input-*.test.ts'

/** Tests of what becomes of the office's own SQLite file: a server has no such file. */
const aboutTheFile = ['tests/app/bad-input-database.test.ts', 'tests/app/bad-input-disk.test.ts']

/** Files that may share a process, so that the app is loaded, and PostgreSQL started, once for all of them. */
const together = ({ test, ...rest }: ReturnType<typeof project>) => ({ ...rest, test: { ...test, isolate: false } })

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      ...['house', 'domain', 'db'].map((name) => together(folder(name))),
      ...['documents', 'intake'].map(folder),
      // No binary of Electron is needed: a stand-in that really carries calls takes the module's place.
      { ...folder('hosts'), resolve: { alias: { electron: fileURLToPath(new URL('./hosts/electron-stand-in.ts', import.meta.url)) } } },
      // The same features on both engines: an office can grow into a shared server without a rewrite.
      together(project('app-sqlite', 'tests/app/**/*.test.ts', { CONSTANCIA_ENGINE: 'sqlite' }, [badInput])),
      together(project('bad-input', badInput, { CONSTANCIA_ENGINE: 'sqlite' })),
      together(project('app-postgres', 'tests/app/**/*.test.ts', { CONSTANCIA_ENGINE: 'pglite' }, aboutTheFile)),
      {
        extends: true,
        test: {
          name: 'screens',
          include: ['tests/screens/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          env: { TZ: 'America/Lima' },
        },
      },
    ],
  },
})
