import { app } from './app.ts'
import { assets } from './assets.ts'
import { certificates } from './certificates.ts'
import { enrolments } from './enrolments.ts'
import { entity } from './entity.ts'
import { files } from './files.ts'
import { geography } from './geography.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { numbering } from './numbering.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { cohorts, editions, programmes } from './programmes.ts'
import { reports } from './reports.ts'
import { search } from './search.ts'

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
