import type { DesignDocument } from '../../../shared/contract/designs.ts'
import type { ModelName } from '../../../shared/domain/design/models.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { attendance } from './models/attendance.ts'
import { festive } from './models/festive.ts'
import { organiser } from './models/organiser.ts'
import { sober } from './models/sober.ts'
import { speaker } from './models/speaker.ts'

const models: Readonly<Record<ModelName, (language: Language) => DesignDocument>> = { sober, festive, attendance, speaker, organiser }

/** A design that comes with the app, as a document like any other; `language` is that of its few own words. */
export function modelDocument(name: ModelName, language: Language = 'es'): DesignDocument {
  return models[name](language)
}
