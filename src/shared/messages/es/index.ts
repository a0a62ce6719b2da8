import { actas } from './actas.ts'
import { trainingRecord } from './training-record.ts'
import { core } from './core.ts'
import { frame } from './frame.ts'
import { fields } from './fields.ts'
import { host } from './host.ts'
import { wizard } from './wizard.ts'
import { imports } from './imports.ts'
import { intake } from './intake.ts'
import { reports } from './reports.ts'
import { entity } from './entity.ts'
import { people } from './people.ts'
import { organisations } from './organisations.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { programmes } from './programmes.ts'
import { actaScreens } from './acta-screens.ts'
import { progress } from './progress.ts'
import { recordScreens } from './record-screens.ts'
import { outcome } from './outcome.ts'
import { paper } from './paper.ts'
import { certificates } from './certificates.ts'
import { example } from './example.ts'
import { lists } from './lists.ts'
import { settings } from './settings.ts'
import { training } from './training.ts'
import { issuing } from './issuing.ts'
import { sessions } from './sessions.ts'
import { attendance } from './attendance.ts'
import { results } from './results.ts'
import { sheets } from './sheets.ts'
import { evidence } from './evidence.ts'
import { surveys } from './surveys.ts'
import { meetings } from './meetings.ts'
import { resultSheets } from './result-sheets.ts'
import { application } from './application.ts'
import { sessionScreens } from './session-screens.ts'
import { sheetScreens } from './sheet-screens.ts'
import { cellGrid } from './cell-grid.ts'
import { attendanceScreens } from './attendance-screens.ts'
import { meetingScreens } from './meeting-screens.ts'
import { surveyScreens } from './survey-screens.ts'
import { resultSheetScreens } from './result-sheet-screens.ts'
import { marksScreens } from './marks-screens.ts'
import { applicationScreens } from './application-screens.ts'
import { trust } from './trust.ts'
import { paperDesigns } from './paper-designs.ts'
import { designEditor } from './design-editor.ts'
import { seal } from './seal.ts'
import { sealScreens } from './seal-screens.ts'
import { numbering } from './numbering.ts'
import { corrections } from './corrections.ts'
import { correctionScreens } from './correction-screens.ts'
import { delivery } from './delivery.ts'
import { deliveryScreens } from './delivery-screens.ts'
import { signed } from './signed.ts'
import { signedScreens } from './signed-screens.ts'
import { keptPapers } from './kept-papers.ts'
import { outcomes } from './outcomes.ts'
import { attachments } from './attachments.ts'
import { agreements } from './agreements.ts'
import { agreementScreens } from './agreement-screens.ts'
import { budget } from './budget.ts'
import { commitments } from './commitments.ts'
import { commitmentScreens } from './commitment-screens.ts'
import { counting } from './counting.ts'
import { indicators } from './indicators.ts'
import { indicatorScreens } from './indicator-screens.ts'
import { initiatives } from './initiatives.ts'
import { initiativeScreens } from './initiative-screens.ts'
import { resultRegisters } from './result-registers.ts'
import { registerScreens } from './register-screens.ts'
import { network } from './network.ts'
import { networkScreens } from './network-screens.ts'
import { traitScreens } from './trait-screens.ts'
import { traits } from './traits.ts'
import { funderReports } from './funder-reports.ts'
import { reportScreens } from './report-screens.ts'
import { dashboard } from './dashboard.ts'
import { charts } from './charts.ts'
import { examples } from './examples.ts'

/** Every sentence the app shows or prints, in Spanish (the source). One line per subject. */
export const es = {
  ...actas,
  ...trainingRecord,
  ...core,
  ...fields,
  ...frame,
  ...host,
  ...imports,
  ...wizard,
  ...intake,
  ...reports,
  ...entity,
  ...people,
  ...organisations,
  ...history,
  ...home,
  ...programmes,
  ...actaScreens,
  ...progress,
  ...recordScreens,
  ...outcome,
  ...paper,
  ...certificates,
  ...example,
  ...lists,
  ...settings,
  ...training,
  ...issuing,
  ...sessions,
  ...attendance,
  ...results,
  ...sheets,
  ...evidence,
  ...surveys,
  ...meetings,
  ...resultSheets,
  ...application,
  ...sessionScreens,
  ...sheetScreens,
  ...cellGrid,
  ...attendanceScreens,
  ...meetingScreens,
  ...surveyScreens,
  ...resultSheetScreens,
  ...marksScreens,
  ...applicationScreens,
  ...trust,
  ...paperDesigns,
  ...designEditor,
  ...seal,
  ...sealScreens,
  ...numbering,
  ...corrections,
  ...correctionScreens,
  ...delivery,
  ...deliveryScreens,
  ...signed,
  ...signedScreens,
  ...keptPapers,
  ...outcomes,
  ...attachments,
  ...agreements,
  ...agreementScreens,
  ...budget,
  ...commitments,
  ...commitmentScreens,
  ...counting,
  ...indicators,
  ...indicatorScreens,
  ...initiatives,
  ...initiativeScreens,
  ...resultRegisters,
  ...registerScreens,
  ...network,
  ...networkScreens,
  ...traitScreens,
  ...traits,
  ...funderReports,
  ...reportScreens,
  ...dashboard,
  ...charts,
  ...examples,
}
