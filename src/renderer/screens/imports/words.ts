import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import type { Gives } from '../../api.ts'
import type { Text } from '../../language.tsx'

/** The fields a column may be, in the groups in which the list of choices shows them. */
export const FIELD_GROUPS = [
  ['wizard.fieldsName', ['fullName', 'surnames', 'firstSurname', 'secondSurname', 'givenNames']],
  ['wizard.fieldsDocument', ['documentNumber', 'documentType', 'documentCountry']],
  ['wizard.fieldsPerson', ['sex', 'birthDate', 'age', 'email', 'phone', 'notes']],
  ['wizard.fieldsPost', ['organisation', 'organisationKind', 'ruc', 'post', 'unit', 'regime', 'since']],
  ['wizard.fieldsPlace', ['department', 'province', 'district', 'ubigeo', 'community', 'federation']],
  ['wizard.fieldsGroup', ['group', 'role']],
  ['wizard.fieldsLeft', ['ignore', 'rowNumber', 'timestamp', 'attendance', 'sensitive']],
] as const satisfies readonly (readonly [string, readonly RosterField[]])[]

/** What a column is called when it is that field. */
export function fieldWord(t: Text, field: RosterField): string {
  return t(`imports.field.${field}`)
}

/** Why a column of that field does not enter; undefined for one that does. */
export function leftWord(t: Text, field: RosterField): string | undefined {
  switch (field) {
    case 'attendance': case 'sensitive': case 'rowNumber': case 'timestamp': case 'ignore':
      return t(`imports.left.${field}`)
    default:
      return undefined
  }
}

export type Sureness = 'sure' | 'likely' | 'unsure'

/** How sure a proposal is, in words. `confidence` is 0 to 1. */
export function sureness(confidence: number): Sureness {
  if (confidence >= 0.85) return 'sure'
  return confidence >= 0.6 ? 'likely' : 'unsure'
}

/** What is good to know of an encoding is who writes it, not its name. */
export function encodingWord(t: Text, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'utf-8':
      return t('wizard.encodingUtf8')
    case 'windows-1252':
      return t('wizard.encodingWindows')
    default:
      return encoding.toUpperCase()
  }
}

export function delimiterWord(t: Text, delimiter: string): string {
  switch (delimiter) {
    case ',':
      return t('wizard.delimiterComma')
    case ';':
      return t('wizard.delimiterSemicolon')
    case '\t':
      return t('wizard.delimiterTab')
    case '|':
      return t('wizard.delimiterBar')
    default:
      return delimiter
  }
}

export type Outcome = Gives<'imports.get'>['rows'][number]['outcome']

export function outcomeWord(t: Text, outcome: Outcome): string {
  return t(WORDS.outcome[outcome])
}

/** `22/11/2026, 10:42`, on this computer's clock. */
export function momentText(moment: string): string {
  return new Intl.DateTimeFormat('es-PE', { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(moment))
}

/** Keys of words that go with a code, written out so that a missing one is found by its text. */
export const WORDS = {
  sureness: { sure: 'wizard.sure', likely: 'wizard.likely', unsure: 'wizard.unsure' },
  by: { sheet: 'wizard.by.sheet', column: 'wizard.by.column', one: 'wizard.by.one' },
  role: { participant: 'wizard.role.participant', speaker: 'wizard.role.speaker', organiser: 'wizard.role.organiser', facilitator: 'wizard.role.facilitator' },
  personClass: { auto: 'wizard.class.auto', servidor: 'wizard.class.servidor', lider: 'wizard.class.lider', locador: 'wizard.class.locador', otro: 'wizard.class.otro' },
  kind: { groups: 'wizard.kind.groups', people: 'wizard.kind.people' },
  kindWhy: { groups: 'wizard.kindWhy.groups', people: 'wizard.kindWhy.people' },
  section: { decide: 'wizard.section.decide', propose: 'wizard.section.propose', look: 'wizard.section.look', tidied: 'wizard.section.tidied' },
  sum: {
    read: 'wizard.sum.read', created: 'wizard.sum.created', updated: 'wizard.sum.updated', unchanged: 'wizard.sum.unchanged',
    skipped: 'wizard.sum.skipped', rejected: 'wizard.sum.rejected',
  },
  outcome: {
    created: 'wizard.outcome.created', updated: 'wizard.outcome.updated', unchanged: 'wizard.outcome.unchanged',
    skipped: 'wizard.outcome.skipped', rejected: 'wizard.outcome.rejected',
  },
  entity: {
    people: 'wizard.entity.person', organisations: 'wizard.entity.organisation', cohorts: 'wizard.entity.cohort',
    enrolments: 'wizard.entity.enrolment', posts: 'wizard.entity.post',
  },
} as const
