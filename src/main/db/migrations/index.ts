import { house } from './0001-house.ts'
import { imports } from './0002-imports.ts'
import { results } from './0003-results.ts'
import { trust } from './0004-trust.ts'
import { funders } from './0005-funders.ts'
import type { Migration } from './table.ts'

/** Every step from an empty database to today's, in order. A released step is never changed. */
export const migrations: readonly Migration[] = [house, imports, results, trust, funders]

/** The format this version of the app reads and writes. */
export const latestVersion = migrations.length
