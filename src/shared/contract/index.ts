import { actas } from './actas.ts'
import { app } from './app.ts'
import { application } from './application.ts'
import { assets } from './assets.ts'
import { attendance, walkIns } from './attendance.ts'
import { certificates } from './certificates.ts'
import { corrections } from './corrections.ts'
import { delivery } from './delivery.ts'
import { designs } from './designs.ts'
import { enrolments } from './enrolments.ts'
import { entity } from './entity.ts'
import { files } from './files.ts'
import { geography } from './geography.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { meetings } from './meetings.ts'
import { numbering } from './numbering.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { cohorts, editions, programmes } from './programmes.ts'
import { progress } from './progress.ts'
import { reports } from './reports.ts'
import { eligibility, marks, resultSheets, rules } from './results.ts'
import { seal } from './seal.ts'
import { search } from './search.ts'
import { sessions } from './sessions.ts'
import { evidence, sheets } from './sheets.ts'
import { credentials, signedFiles } from './signed.ts'
import { surveys } from './surveys.ts'

/** What the app can do, whole. One line per subject. */
export const contract = {
  actas,
  app,
  application,
  assets,
  attendance,
  certificates,
  cohorts,
  corrections,
  credentials,
  delivery,
  designs,
  editions,
  eligibility,
  enrolments,
  entity,
  evidence,
  files,
  geography,
  history,
  home,
  imports,
  marks,
  meetings,
  numbering,
  organisations,
  people,
  programmes,
  progress,
  reports,
  resultSheets,
  rules,
  seal,
  search,
  sessions,
  sheets,
  signedFiles,
  surveys,
  walkIns,
}

export type AppContract = typeof contract
