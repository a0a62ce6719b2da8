import type { ColumnNameOrder, ColumnReason } from '../../../shared/domain/roster/columns.ts'
import type { RosterField } from '../../../shared/domain/roster/fields.ts'
import type { Cause, Detail, Sign } from '../../../shared/domain/roster/findings.ts'
import { ruleOf } from '../../../shared/domain/roster/findings.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'

const FIELDS = {
  documentType: 'imports.field.documentType',
  documentNumber: 'imports.field.documentNumber',
  documentCountry: 'imports.field.documentCountry',
  fullName: 'imports.field.fullName',
  surnames: 'imports.field.surnames',
  firstSurname: 'imports.field.firstSurname',
  secondSurname: 'imports.field.secondSurname',
  givenNames: 'imports.field.givenNames',
  sex: 'imports.field.sex',
  birthDate: 'imports.field.birthDate',
  age: 'imports.field.age',
  email: 'imports.field.email',
  phone: 'imports.field.phone',
  organisation: 'imports.field.organisation',
  organisationKind: 'imports.field.organisationKind',
  ruc: 'imports.field.ruc',
  post: 'imports.field.post',
  unit: 'imports.field.unit',
  regime: 'imports.field.regime',
  since: 'imports.field.since',
  department: 'imports.field.department',
  province: 'imports.field.province',
  district: 'imports.field.district',
  ubigeo: 'imports.field.ubigeo',
  community: 'imports.field.community',
  federation: 'imports.field.federation',
  group: 'imports.field.group',
  role: 'imports.field.role',
  notes: 'imports.field.notes',
  rowNumber: 'imports.field.rowNumber',
  timestamp: 'imports.field.timestamp',
  attendance: 'imports.field.attendance',
  sensitive: 'imports.field.sensitive',
  ignore: 'imports.field.ignore',
} as const satisfies Record<RosterField, string>

/** Title and explanation of each cause. */
const CAUSES_SAID = {
  'text-tidied': ['imports.cause.text-tidied', 'imports.why.text-tidied'],
  'letters-composed': ['imports.cause.letters-composed', 'imports.why.letters-composed'],
  'document-separators': ['imports.cause.document-separators', 'imports.why.document-separators'],
  'document-prefix': ['imports.cause.document-prefix', 'imports.why.document-prefix'],
  'document-check-digit': ['imports.cause.document-check-digit', 'imports.why.document-check-digit'],
  'document-zero': ['imports.cause.document-zero', 'imports.why.document-zero'],
  'document-guess': ['imports.cause.document-guess', 'imports.why.document-guess'],
  'document-ruc-person': ['imports.cause.document-ruc-person', 'imports.why.document-ruc-person'],
  'document-type-guess': ['imports.cause.document-type-guess', 'imports.why.document-type-guess'],
  'document-impossible': ['imports.cause.document-impossible', 'imports.why.document-impossible'],
  'document-missing': ['imports.cause.document-missing', 'imports.why.document-missing'],
  'document-country': ['imports.cause.document-country', 'imports.why.document-country'],
  'document-unusual': ['imports.cause.document-unusual', 'imports.why.document-unusual'],
  'document-type-unknown': ['imports.cause.document-type-unknown', 'imports.why.document-type-unknown'],
  'name-missing': ['imports.cause.name-missing', 'imports.why.name-missing'],
  'name-one-word': ['imports.cause.name-one-word', 'imports.why.name-one-word'],
  'name-formula': ['imports.cause.name-formula', 'imports.why.name-formula'],
  'name-long': ['imports.cause.name-long', 'imports.why.name-long'],
  'name-odd': ['imports.cause.name-odd', 'imports.why.name-odd'],
  'name-title': ['imports.cause.name-title', 'imports.why.name-title'],
  'name-guess': ['imports.cause.name-guess', 'imports.why.name-guess'],
  'name-split': ['imports.cause.name-split', 'imports.why.name-split'],
  'sex-spelling': ['imports.cause.sex-spelling', 'imports.why.sex-spelling'],
  'sex-unknown': ['imports.cause.sex-unknown', 'imports.why.sex-unknown'],
  'date-read': ['imports.cause.date-read', 'imports.why.date-read'],
  'date-short-year': ['imports.cause.date-short-year', 'imports.why.date-short-year'],
  'date-month-first': ['imports.cause.date-month-first', 'imports.why.date-month-first'],
  'date-serial': ['imports.cause.date-serial', 'imports.why.date-serial'],
  'date-impossible': ['imports.cause.date-impossible', 'imports.why.date-impossible'],
  'birth-unlikely': ['imports.cause.birth-unlikely', 'imports.why.birth-unlikely'],
  'age-unlikely': ['imports.cause.age-unlikely', 'imports.why.age-unlikely'],
  'email-tidied': ['imports.cause.email-tidied', 'imports.why.email-tidied'],
  'email-repaired': ['imports.cause.email-repaired', 'imports.why.email-repaired'],
  'email-bad': ['imports.cause.email-bad', 'imports.why.email-bad'],
  'phone-tidied': ['imports.cause.phone-tidied', 'imports.why.phone-tidied'],
  'phone-odd': ['imports.cause.phone-odd', 'imports.why.phone-odd'],
  'regime-spelling': ['imports.cause.regime-spelling', 'imports.why.regime-spelling'],
  'regime-unknown': ['imports.cause.regime-unknown', 'imports.why.regime-unknown'],
  'kind-spelling': ['imports.cause.kind-spelling', 'imports.why.kind-spelling'],
  'role-unknown': ['imports.cause.role-unknown', 'imports.why.role-unknown'],
  'ubigeo-zero': ['imports.cause.ubigeo-zero', 'imports.why.ubigeo-zero'],
  'ubigeo-unknown': ['imports.cause.ubigeo-unknown', 'imports.why.ubigeo-unknown'],
  'district-found': ['imports.cause.district-found', 'imports.why.district-found'],
  'district-unknown': ['imports.cause.district-unknown', 'imports.why.district-unknown'],
  'district-several': ['imports.cause.district-several', 'imports.why.district-several'],
  'organisation-spelling': ['imports.cause.organisation-spelling', 'imports.why.organisation-spelling'],
  'organisation-similar': ['imports.cause.organisation-similar', 'imports.why.organisation-similar'],
  'organisation-filled': ['imports.cause.organisation-filled', 'imports.why.organisation-filled'],
  ditto: ['imports.cause.ditto', 'imports.why.ditto'],
  'ruc-bad': ['imports.cause.ruc-bad', 'imports.why.ruc-bad'],
  'value-long': ['imports.cause.value-long', 'imports.why.value-long'],
  'value-error': ['imports.cause.value-error', 'imports.why.value-error'],
  'cells-beyond': ['imports.cause.cells-beyond', 'imports.why.cells-beyond'],
  'group-missing': ['imports.cause.group-missing', 'imports.why.group-missing'],
  'twice-same': ['imports.cause.twice-same', 'imports.why.twice-same'],
  'twice-differs': ['imports.cause.twice-differs', 'imports.why.twice-differs'],
  'twice-filled': ['imports.cause.twice-filled', 'imports.why.twice-filled'],
  'document-shared': ['imports.cause.document-shared', 'imports.why.document-shared'],
  'twins-same-birth': ['imports.cause.twins-same-birth', 'imports.why.twins-same-birth'],
  'twins-no-document': ['imports.cause.twins-no-document', 'imports.why.twins-no-document'],
  twins: ['imports.cause.twins', 'imports.why.twins'],
  'known-other-name': ['imports.cause.known-other-name', 'imports.why.known-other-name'],
  'known-same-birth': ['imports.cause.known-same-birth', 'imports.why.known-same-birth'],
  'known-now-document': ['imports.cause.known-now-document', 'imports.why.known-now-document'],
  'known-no-document': ['imports.cause.known-no-document', 'imports.why.known-no-document'],
  'known-recognised': ['imports.cause.known-recognised', 'imports.why.known-recognised'],
  'known-namesake': ['imports.cause.known-namesake', 'imports.why.known-namesake'],
  'known-spelling-kept': ['imports.cause.known-spelling-kept', 'imports.why.known-spelling-kept'],
  'known-spelling-better': ['imports.cause.known-spelling-better', 'imports.why.known-spelling-better'],
  'known-filled': ['imports.cause.known-filled', 'imports.why.known-filled'],
  'known-differs': ['imports.cause.known-differs', 'imports.why.known-differs'],
  'post-added': ['imports.cause.post-added', 'imports.why.post-added'],
} as const satisfies Record<Cause, readonly [string, string]>

const DETAILS = {
  missing: 'imports.detail.missing',
  'not-eight-digits': 'imports.detail.not-eight-digits',
  characters: 'imports.detail.characters',
  'bad-ruc': 'imports.detail.bad-ruc',
  placeholder: 'imports.detail.placeholder',
  'number-without-type': 'imports.detail.number-without-type',
  'too-short': 'imports.detail.too-short',
  'too-long': 'imports.detail.too-long',
  'digits-lost': 'imports.detail.digits-lost',
  several: 'imports.detail.several',
  'check-digit-mismatch': 'imports.detail.check-digit-mismatch',
  'negative-or-fraction': 'imports.detail.negative-or-fraction',
  empty: 'imports.detail.empty',
  formula: 'imports.detail.formula',
  email: 'imports.detail.email',
  digits: 'imports.detail.digits',
  damaged: 'imports.detail.damaged',
  symbols: 'imports.detail.symbols',
  blank: 'imports.detail.blank',
  none: 'imports.detail.none',
  'in-process': 'imports.detail.in-process',
  repeated: 'imports.detail.repeated',
  unusual: 'imports.detail.unusual',
  'ambiguous-m': 'imports.detail.ambiguous-m',
  'letter-for-digit': 'imports.detail.letter-for-digit',
  'check-digit': 'imports.detail.check-digit',
  scientific: 'imports.detail.scientific',
  separators: 'imports.detail.separators',
} as const satisfies Record<Detail, string>

const SIGNS = {
  document: 'imports.sign.document', name: 'imports.sign.name', birthDate: 'imports.sign.birthDate', email: 'imports.sign.email', phone: 'imports.sign.phone',
  community: 'imports.sign.community', organisation: 'imports.sign.organisation', sex: 'imports.sign.sex', age: 'imports.sign.age',
} as const satisfies Record<Sign, string>

/** What a yes does, where it is not taking a proposal. */
const YES: Partial<Record<Cause, 'imports.accept.enterWithout' | 'imports.accept.enterAsIs' | 'imports.accept.seen' | 'imports.accept.notEnrol' | 'imports.accept.apart'>> = {
  'document-impossible': 'imports.accept.enterWithout',
  'name-odd': 'imports.accept.enterAsIs',
  'age-unlikely': 'imports.accept.enterAsIs',
  'birth-unlikely': 'imports.accept.enterAsIs',
  'group-missing': 'imports.accept.notEnrol',
  'twins-same-birth': 'imports.accept.apart',
  'twins-no-document': 'imports.accept.apart',
  twins: 'imports.accept.apart',
  'known-same-birth': 'imports.accept.apart',
  'known-no-document': 'imports.accept.apart',
  'known-namesake': 'imports.accept.apart',
}

const LEFT = {
  attendance: 'imports.left.attendance', sensitive: 'imports.left.sensitive', rowNumber: 'imports.left.rowNumber', timestamp: 'imports.left.timestamp', ignore: 'imports.left.ignore',
} as const

export function fieldName(language: Language, field: RosterField): string {
  return say(language, FIELDS[field])
}

export function causeTitle(language: Language, cause: Cause): string {
  return say(language, CAUSES_SAID[cause][0])
}

export function causeExplanation(language: Language, cause: Cause): string {
  return say(language, CAUSES_SAID[cause][1])
}

/** The words of the button that says yes; null where a yes changes nothing. */
export function acceptLabel(language: Language, cause: Cause): string | null {
  const { acceptable, severity } = ruleOf(cause)
  if (!acceptable) return null
  return say(language, YES[cause] ?? (severity === 'proposed' ? 'imports.accept.take' : 'imports.accept.seen'))
}

export function detailSentence(language: Language, detail: Detail | undefined): string {
  return detail === undefined ? '' : say(language, DETAILS[detail])
}

export function signsSentence(language: Language, signs: readonly Sign[]): string {
  return signs.length === 0 ? '' : say(language, 'imports.signs', { signs: signs.map((sign) => say(language, SIGNS[sign])).join(', ') })
}

/** Why a column does not enter; null for one that does. */
export function leftOutReason(language: Language, field: RosterField): string | null {
  return field in LEFT ? say(language, LEFT[field as keyof typeof LEFT]) : null
}

export function columnReason(language: Language, reason: ColumnReason, label: string): string {
  switch (reason) {
    case 'label':
      return say(language, 'imports.reason.label', { label })
    case 'content':
      return say(language, 'imports.reason.content')
    case 'label-and-content':
      return say(language, 'imports.reason.both', { label })
    case 'remembered':
      return say(language, 'imports.reason.remembered')
    case 'repeated':
      return say(language, 'imports.reason.repeated')
    case 'unknown':
      return say(language, 'imports.reason.unknown')
    case 'empty':
      return say(language, 'imports.reason.empty')
  }
}

const ORDERS = { comma: 'imports.order.comma', label: 'imports.order.label', 'known-names': 'imports.order.known-names', custom: 'imports.order.custom' } as const

export function orderReason(language: Language, reason: ColumnNameOrder['reason']): string {
  return say(language, ORDERS[reason])
}
