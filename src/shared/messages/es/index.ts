import { core } from './core.ts'
import { fields } from './fields.ts'
import { reports } from './reports.ts'

/** Every sentence the app shows or prints, in Spanish (the source). One line per subject. */
export const es = {
  ...core,
  ...fields,
  ...reports,
}
