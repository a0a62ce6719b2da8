import type { Question } from '../../shared/domain/survey-questions.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { ReportHeader } from './report-model.ts'

/** A reaction survey to be handed out on paper, as plain data. */
export type SurveyForm = {
  readonly language: Language
  readonly header: ReportHeader
  readonly title: string
  /** The course that it asks about. */
  readonly subtitle: string
  readonly intro: string | null
  readonly questions: readonly Question[]
}
