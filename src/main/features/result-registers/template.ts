import { fixedColumns } from '../../../shared/domain/register-sheet.ts'
import type { RegisterField } from '../../../shared/domain/registers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { formTable } from '../../documents/sheet-form.ts'
import { registerOf } from './records.ts'
import { columnName } from './sheet.ts'

const WIDTHS = { title: 44, on: 13, district: 34, organisations: 36, people: 22, agreement: 24, note: 36 } as const
/** What every register has before its own fields; the rest stands after them. */
const FIRST = 3

/** An empty sheet with the register's columns, and an example row that is never taken in. */
export async function registerTemplate({ read, files, language, today, step }: JobContext, registerId: string): Promise<FileRef> {
  const register = await read((db) => registerOf(db, registerId))
  const title = say(language, 'resultRegisters.template', { register: register.name })
  await step({ done: 0, total: 0, note: title })
  const examples = { title: say(language, 'resultRegisters.example', { row: register.rowName }), on: { day: today() }, district: 'Cajamarca, Cajamarca, Cajamarca', organisations: '', people: '', agreement: '', note: '' }
  const fixed = fixedColumns.map((name) => ({ label: columnName(language, name, register), width: WIDTHS[name], example: examples[name] }))
  const own = register.fields.map((field) => ({ label: field.label, width: Math.max(14, Math.min(40, field.label.length + 4)), example: exampleOf(field, today(), language) }))
  const columns = [...fixed.slice(0, FIRST), ...own, ...fixed.slice(FIRST)]
  const form = { title: register.name, author: '', day: today(), columns: columns.map(({ label, width }) => ({ label, width })), example: columns.map((column) => column.example) }
  return files.write(`${title}.xlsx`, formTable(form))
}

function exampleOf(field: RegisterField, today: string, language: Language): string | number | { readonly day: string } {
  switch (field.kind) {
    case 'text':
      return ''
    case 'number':
      return 10
    case 'money':
      return 1500
    case 'date':
      return { day: today }
    case 'choice':
      return field.options[0] ?? ''
    case 'yesno':
      return say(language, 'reports.yes')
  }
}
