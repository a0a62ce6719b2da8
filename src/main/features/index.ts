import type { AppContract } from '../../shared/contract/index.ts'
import type { AllHandlers } from '../core/context.ts'
import { actas } from './actas.ts'
import { agreements } from './agreements.ts'
import { app } from './app.ts'
import { application } from './application.ts'
import { assets } from './assets.ts'
import { attachments } from './attachments.ts'
import { attendance } from './attendance.ts'
import { budget } from './budget.ts'
import { certificates } from './certificates.ts'
import { cohorts } from './cohorts.ts'
import { commitments } from './commitments.ts'
import { corrections } from './corrections.ts'
import { dashboard } from './dashboard.ts'
import { delivery } from './delivery.ts'
import { credentials } from './credentials.ts'
import { designs } from './designs.ts'
import { editions } from './editions.ts'
import { eligibility } from './eligibility.ts'
import { enrolments } from './enrolments.ts'
import { entity } from './entity.ts'
import { evidence } from './evidence.ts'
import { examples } from './examples.ts'
import { files } from './files.ts'
import { frames } from './frames.ts'
import { funderReports } from './funder-reports.ts'
import { geography } from './geography.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { imports } from './imports.ts'
import { initiatives } from './initiatives.ts'
import { indicators } from './indicators.ts'
import { marks } from './marks.ts'
import { meetings } from './meetings.ts'
import { network } from './network.ts'
import { numbering } from './numbering.ts'
import { organisations } from './organisations.ts'
import { people } from './people.ts'
import { programmes } from './programmes.ts'
import { progress } from './progress.ts'
import { reports } from './reports.ts'
import { resultRegisters } from './result-registers.ts'
import { resultSheets } from './result-sheets.ts'
import { rules } from './rules.ts'
import { seal } from './seal.ts'
import { search } from './search.ts'
import { sheets } from './sheets.ts'
import { signedFiles } from './signed-files.ts'
import { surveys } from './surveys.ts'
import { sessions } from './sessions.ts'
import { traits } from './traits.ts'
import { walkIns } from './walk-ins.ts'

/** Who answers each call of the contract. One line per subject. */
export const handlers: AllHandlers<AppContract> = {
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
