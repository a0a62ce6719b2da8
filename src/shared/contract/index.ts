import { actas } from './actas.ts'
import { agreements } from './agreements.ts'
import { app } from './app.ts'
import { application } from './application.ts'
import { assets } from './assets.ts'
import { attachments } from './attachments.ts'
import { attendance, walkIns } from './attendance.ts'
import { budget } from './budget.ts'
import { certificates } from './certificates.ts'
import { commitments } from './commitments.ts'
import { corrections } from './corrections.ts'
import { dashboard } from './dashboard.ts'
import { delivery } from './delivery.ts'
import { designs } from './designs.ts'
import { enrolments } from './enrolments.ts'
import { entity } from './entity.ts'
import { examples } from './examples.ts'
import { files } from './files.ts'
import { funderReports } from './funder-reports.ts'
import { geography } from './geography.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { frames, indicators } from './indicators.ts'
import { initiatives } from './initiatives.ts'
import { meetings } from './meetings.ts'
import { network } from './network.ts'
import { numbering } from './numbering.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { cohorts, editions, programmes } from './programmes.ts'
import { progress } from './progress.ts'
import { resultRegisters } from './registers.ts'
import { reports } from './reports.ts'
import { eligibility, marks, resultSheets, rules } from './results.ts'
import { seal } from './seal.ts'
import { search } from './search.ts'
import { sessions } from './sessions.ts'
import { evidence, sheets } from './sheets.ts'
import { credentials, signedFiles } from './signed.ts'
import { surveys } from './surveys.ts'
import { traits } from './traits.ts'

/** What the app can do, whole. One line per subject. */
export const contract = {
  actas,
  agreements,
  app,
  application,
  assets,
  attachments,
  attendance,
  budget,
  certificates,
  cohorts,
  commitments,
  corrections,
  credentials,
  dashboard,
  delivery,
  designs,
  editions,
  eligibility,
  enrolments,
  entity,
  evidence,
  examples,
  files,
  frames,
  funderReports,
  geography,
  history,
  home,
  imports,
  indicators,
  initiatives,
  marks,
  meetings,
  network,
  numbering,
  organisations,
  people,
  programmes,
  progress,
  reports,
  resultRegisters,
  resultSheets,
  rules,
  seal,
  search,
  sessions,
  sheets,
  signedFiles,
  surveys,
  traits,
  walkIns,
}

export type AppContract = typeof contract
