import type { Gives } from '../../api.ts'
import type { Text } from '../../language.tsx'

export type Reading = Gives<'resultSheets.read'>
export type ResultColumn = Reading['columns'][number]['as']

/** A meaning of a column as one text, for lists of choices: `session:<id>`, `mark:<id>:2`, `ignore`. */
export function keyOf(as: ResultColumn): string {
  switch (as.kind) {
    case 'session': return `session:${as.sessionId}`
    case 'mark': return `mark:${as.markItemId}:${as.attempt}`
    case 'requirement': return `requirement:${as.requirementId}`
    case 'newMark': return as.attemptOf === undefined ? as.kind : `newMark:${as.attemptOf}`
    default: return as.kind
  }
}

/** Reads a meaning back; undefined for what is none. */
export function columnOf(key: string): ResultColumn | undefined {
  const [kind = '', id = '', attempt = '1'] = key.split(':')
  switch (kind) {
    case 'ignore': case 'name': case 'document': case 'email': case 'newSession': case 'newRequirement': return { kind }
    case 'newMark': return id === '' ? { kind } : { kind, attemptOf: Number(id) }
    case 'session': return { kind, sessionId: id }
    case 'mark': return { kind, markItemId: id, attempt: Number(attempt) }
    case 'requirement': return { kind, requirementId: id }
    default: return undefined
  }
}

interface Group {
  readonly group: string
  readonly items: readonly { readonly value: string; readonly label: string }[]
}

/** Retakes that a sheet can hold beside the first attempt. */
const ATTEMPTS = [1, 2, 3] as const

/** What a column can be, in the groups in which one looks for it. */
export function columnChoices(reading: Reading, t: Text): readonly Group[] {
  return [
    { group: t('datasheet.ofPerson'), items: [{ value: 'name', label: t('datasheet.name') }, { value: 'document', label: t('datasheet.document') }, { value: 'email', label: t('datasheet.email') }] },
    { group: t('datasheet.ofAttendance'), items: [...reading.sessions.map((one) => ({ value: `session:${one.id}`, label: one.label })), { value: 'newSession', label: t('datasheet.newSession') }] },
    {
      group: t('datasheet.ofMarks'),
      items: [
        ...reading.items.flatMap((one) => ATTEMPTS.map((attempt) => ({ value: `mark:${one.id}:${attempt}`, label: attempt === 1 ? one.label : t('datasheet.attempt', { item: one.label, attempt }) }))),
        { value: 'newMark', label: t('datasheet.newMark') },
        ...reading.columns.flatMap(({ column, label, as }) => (as.kind === 'newMark' && as.attemptOf === undefined ? [{ value: `newMark:${column}`, label: t('datasheet.attempt', { item: label, attempt: 2 }) }] : [])),
      ],
    },
    { group: t('datasheet.ofRequirements'), items: [...reading.requirements.map((one) => ({ value: `requirement:${one.id}`, label: one.label })), { value: 'newRequirement', label: t('datasheet.newRequirement') }] },
    { group: t('datasheet.ofNothing'), items: [{ value: 'ignore', label: t('datasheet.ignore') }] },
  ]
}
