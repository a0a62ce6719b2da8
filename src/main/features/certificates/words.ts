import type { FrozenCertificate } from '../../../shared/contract/frozen.ts'
import { composeCertificate } from '../../../shared/domain/certificate-words.ts'
import { dateRange, longDate } from '../../../shared/domain/dates.ts'
import { maskDocument } from '../../../shared/domain/documents.ts'
import { certificateName } from '../../../shared/domain/names.ts'
import { gradeWords } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { paperWords } from '../../../shared/messages/paper-words.ts'
import type { Candidate, Gathered, IssueChoice } from './plan.ts'

export interface Given {
  readonly number: string
  readonly code: string
  readonly issuedAt: string
  /** SHA-256 of each image by the id of its asset. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Types of action whose noun is feminine in Spanish. */
const feminine: ReadonlySet<string> = new Set(['conferencia', 'pasantia', 'charla', 'asamblea', 'escuela', 'capacitacion', 'visita', 'maestria'])

/** Every word and image of one paper, from what is known today. From here on it never changes. */
export function composeFrozen(gathered: Gathered, choice: IssueChoice, candidate: Candidate, given: Given): FrozenCertificate {
  const { entity, signatories } = gathered
  const { language } = choice
  const { person, edition, enrolment } = candidate
  const { paper, title, words } = wordsOf(gathered, choice, candidate)
  const image = (assetId: string | null): string | null => (assetId === null ? null : (given.hashes.get(assetId) ?? null))
  return {
    format: 1,
    paperKind: choice.paperKind,
    role: enrolment.role,
    model: choice.model === 'festive' ? 'festive' : 'sober',
    language,
    issuedOn: choice.issuedOn,
    issuedAt: given.issuedAt,
    entity: { name: entity.name ?? say(language, 'certificates.entityUnnamed'), unit: entity.unit, ruc: entity.ruc, yearName: gathered.yearName, decadeName: null },
    logos: (gathered.logos.get(edition.id) ?? []).slice(0, 8).flatMap(({ assetId, name }) => {
      const assetHash = image(assetId)
      return assetHash === null ? [] : [{ assetHash, name }]
    }),
    artworkHash: null,
    heading: words.heading,
    headingNote: words.headingNote,
    number: given.number,
    givenTo: words.givenTo,
    personName: certificateName(person),
    documentText: words.documentText,
    statement: [...words.statement],
    legalBasis: basisOf(candidate, language),
    issuedLine: words.issuedLine,
    signatories: signatories.map((one) => ({ name: one.name, post: one.post, entity: one.entityName, imageHash: image(one.imageAssetId) })),
    code: given.code,
    codeLabel: words.codeLabel,
    qrText: qrText(gathered, candidate, given, { title, document: words.documentText, language }),
    registerText: null,
    syllabus: choice.withSyllabus && edition.syllabus !== null ? { heading: paper.syllabusHeading, lines: edition.syllabus.split('\n').map((line) => line.trim()).filter((line) => line !== '') } : null,
  }
}

function wordsOf({ entity }: Gathered, choice: IssueChoice, candidate: Candidate) {
  const { language } = choice
  const { person, cohort, edition, programme, enrolment, released } = candidate
  const paper = paperWords(language, { longDate: (day) => longDate(day, language), dateRange: (from, to) => dateRange(from, to, language) })
  const title = edition.title ?? programme.name
  const words = composeCertificate(
    {
      paperKind: choice.paperKind,
      role: enrolment.role,
      approved: isApproved(candidate),
      sex: person.sex,
      action: { noun: say(language, 'certificates.noun', { type: edition.actionType }), feminine: feminine.has(edition.actionType) },
      title,
      startsOn: cohort.startsOn ?? edition.startsOn,
      endsOn: cohort.endsOn ?? edition.endsOn,
      hours: edition.hours,
      minutesPerHour: edition.minutesPerHour,
      modality: cohort.modality ?? edition.modality,
      place: placeOf(candidate),
      grade: released?.mark ?? null,
      // The words of a mark are known in Spanish only.
      gradeInWords: released?.mark === null || released === null || language !== 'es' ? null : gradeWords(released.mark),
      document: documentShown(choice, candidate),
      issuedOn: choice.issuedOn,
      issuedIn: entity.city,
    },
    paper,
  )
  return { paper, title, words }
}

/** By the record of results; where the course has none, by what the office noted of the enrolment. */
function isApproved({ enrolment, released, withoutActa }: Candidate): boolean {
  return released === null ? withoutActa && enrolment.state === 'approved' : released.papers.includes('certificado')
}

/** By what it is given: the course's own resolution or agreement, and the record of results that released it. */
function basisOf({ edition, released }: Candidate, language: Language): string | null {
  const parts = [edition.legalBasis, released === null ? null : say(language, 'certificates.byActa', { number: released.number })].filter((part) => part !== null)
  return parts.length === 0 ? null : parts.join(' · ').slice(0, 600)
}

/** The group's own site is a city; the edition's place, when the group has none, is a venue. */
function placeOf({ cohort, edition }: Candidate): { kind: 'city' | 'venue'; name: string } | null {
  if (cohort.site !== null) return { kind: 'city', name: cohort.site }
  return edition.place === null ? null : { kind: 'venue', name: edition.place }
}

function documentShown(choice: IssueChoice, { person }: Candidate): { type: string; number: string } | null {
  if (choice.document === 'none' || person.documentNumber === null) return null
  const number = choice.document === 'masked' ? maskDocument(person.documentNumber) : person.documentNumber
  return { type: say(choice.language, 'certificates.documentShort', { type: person.documentType }), number }
}

/**
 * What the QR says: the address where the office answers for its papers, when it has one;
 * otherwise the facts themselves, to compare with the paper where there is no internet.
 */
function qrText({ entity }: Gathered, { person, edition }: Candidate, { number, code }: Given, shown: { title: string; document: string | null; language: Language }): string {
  if (entity.verifyUrl !== null) return `${entity.verifyUrl}${entity.verifyUrl.includes('?') ? '&' : '?'}codigo=${code}`
  const hours = edition.hours === null ? '' : say(shown.language, 'certificates.qrHours', { n: edition.hours })
  return [entity.name, number, certificateName(person), shown.document, shown.title, hours, say(shown.language, 'certificates.qrCode', { code })]
    .filter((line) => line !== null && line !== '')
    .join('\n')
    .slice(0, 900)
}
