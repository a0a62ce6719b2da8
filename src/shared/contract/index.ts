import { app, files, history, home, search } from './app.ts'
import { certificates, numbering } from './certificates.ts'
import { assets, entity } from './entity.ts'
import { enrolments } from './enrolments.ts'
import { imports } from './imports.ts'
import { geography, organisations } from './organisations.ts'
import { people } from './people.ts'
import { cohorts, editions, programmes } from './programmes.ts'
import { reports } from './reports.ts'

/** What the app can do, whole. One line per subject. */
export const contract = {
  app,
  assets,
  certificates,
  cohorts,
  editions,
  enrolments,
  entity,
  files,
  geography,
  history,
  home,
  imports,
  numbering,
  organisations,
  people,
  programmes,
  reports,
  search,
}

export type AppContract = typeof contract
