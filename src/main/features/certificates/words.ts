import type { FrozenLook, FrozenOwn } from '../../../shared/contract/frozen.ts'
import { composeCertificate } from '../../../shared/domain/certificate-words.ts'
import { dateRange, longDate } from '../../../shared/domain/dates.ts'
import type { FieldName, FieldValue } from '../../../shared/domain/design/fields.ts'
import { ownFields } from '../../../shared/domain/design/fields.ts'
import { maskDocument } from '../../../shared/domain/documents.ts'
import { shownMark } from '../../../shared/domain/marks.ts'
import { certificateName } from '../../../shared/domain/names.ts'
import { folioOf } from '../../../shared/domain/numbering-ranges.ts'
import { groupedCode } from '../../../shared/domain/numbering.ts'
import { gradeWords } from '../../../shared/domain/numbers.ts'
import type { SealBody } from '../../../shared/domain/seal/body.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { paperWords } from '../../../shared/messages/paper-words.ts'
import { bookOf, registerTextOf } from '../numbering/series.ts'
import type { SerialisedLook } from './look.ts'
import { serialised } from './look.ts'
import type { Candidate, Gathered, IssueChoice } from './plan.ts'
import { syllabusRows } from './tables.ts'

export interface Given {
  readonly number: string
  readonly year: number
  readonly correlative: number
  /** 1, and one more with each correction. */
  readonly version: number
  /** What a correction says of itself on the paper; without it a later version says its number alone. */
  readonly versionNote?: string | undefined
  /** Of the seal where there is one: `verificationCode` of the SHA-256 of its bytes. */
  readonly code: string
  readonly issuedAt: string
  /** COSE bytes; null without a seal. */
  readonly seal: Uint8Array | null
  /** SHA-256 of each image by the id of its asset. */
  readonly hashes: ReadonlyMap<string, string>
}

/** Types of action whose noun is feminine in Spanish. */
const feminine: ReadonlySet<string> = new Set(['conferencia', 'pasantia', 'charla', 'asamblea', 'escuela', 'capacitacion', 'visita', 'maestria'])

/** Every word and image of one paper, from what is known today: what its batch shares, and what is its own. From here on it never changes. */
export function composePaper(gathered: Gathered, choice: IssueChoice, candidate: Candidate, given: Given): { look: FrozenLook; own: FrozenOwn; serialised: SerialisedLook } {
  const { entity } = gathered
  const { person, edition, enrolment } = candidate
  const words = wordsOf(gathered, choice, candidate)
  const fields = fieldsOf(gathered, choice, candidate, given, words)
  const syllabus = choice.withSyllabus && edition.syllabus !== null && edition.syllabus.trim() !== '' ? edition.syllabus : null
  const look: FrozenLook = {
    format: 2,
    paperKind: choice.paperKind,
    role: enrolment.role,
    language: choice.language,
    design: { ref: gathered.design.ref, name: gathered.design.name, version: gathered.design.version },
    document: gathered.design.document,
    entityName: entityName(gathered, choice.language),
    heading: words.heading,
    logos: logosOf(gathered, edition.id, given),
    signatories: gathered.signatories.map((one) => ({ name: one.name, post: one.post, entity: one.entityName, imageHash: imageOf(given, one.imageAssetId), act: one.act })),
    withSyllabus: syllabus !== null,
    fields: picked(fields, (field) => !isOwn(field, words.graded)),
    tables: syllabus === null ? {} : { syllabus: syllabusRows(gathered.design.document, syllabus) },
  }
  const kept = serialised(look)
  const own: FrozenOwn = {
    format: 2,
    look: kept.sha256,
    issuedOn: choice.issuedOn,
    issuedAt: given.issuedAt,
    number: given.number,
    version: given.version,
    personName: certificateName(person),
    code: given.code,
    seal: given.seal === null ? null : Buffer.from(given.seal).toString('base64'),
    qr: given.seal === null ? { kind: 'text', text: qrText(gathered, candidate, given, words.documentText, choice.language) } : { kind: 'seal', prefix: prefixOf(entity.verifyUrl) },
    fields: picked(fields, (field) => isOwn(field, words.graded)),
    tables: { ...candidate.tables },
  }
  return { look, own, serialised: kept }
}

/** What the seal states of it: what the paper shows, no more. */
export function sealFactsOf(gathered: Gathered, choice: IssueChoice, candidate: Candidate, number: string): SealBody {
  const { cohort, edition, programme, person, released } = candidate
  const shown = documentShown(choice, candidate)
  const [first] = gathered.signatories
  const words = wordsOf(gathered, choice, candidate)
  return {
    kind: choice.paperKind === 'certificado' ? 'CERT' : 'CONST',
    name: certificateName(person),
    document: shown === null ? null : `${person.documentType}-${shown.number}`,
    action: edition.title ?? programme.name,
    from: cohort.startsOn ?? edition.startsOn,
    to: cohort.endsOn ?? edition.endsOn,
    hours: edition.hours,
    number,
    signer: first === undefined ? null : `${first.name}, ${first.post}`,
    resolution: edition.legalBasis,
    grade: words.graded ? shownMark(released?.mark ?? 0) : null,
    textHash: null,
    expiresAt: null,
  }
}

/** The statement is one person's own where it says her mark; otherwise the whole batch shares it. */
function isOwn(field: FieldName, graded: boolean): boolean {
  return field === 'enunciado' ? graded : ownFields.has(field)
}

type Fields = Partial<Record<FieldName, FieldValue>>

/** Those of the fields that say something. */
function picked(fields: Fields, belongs: (field: FieldName) => boolean): FrozenOwn['fields'] {
  const entries = Object.entries(fields) as [FieldName, FieldValue][]
  return Object.fromEntries(entries.filter(([field, value]) => value.length > 0 && belongs(field)).map(([field, value]) => [field, typeof value === 'string' ? value : value.map((span) => ({ ...span }))]))
}

function fieldsOf(gathered: Gathered, choice: IssueChoice, candidate: Candidate, given: Given, words: Words): Fields {
  return { ...whatItIs(gathered, choice, given, words), ...whose(choice, candidate, words), ...whatWasDone(choice, candidate, words), ...byWhom(gathered, choice, given, words) }
}

function whatItIs({ entity, fingerprint }: Gathered, { language }: IssueChoice, { number, version, versionNote, code, seal }: Given, words: Words): Fields {
  const grouped = groupedCode(code)
  return {
    encabezado: words.heading,
    nota_encabezado: words.headingNote,
    numero: number,
    version: version === 1 ? '' : (versionNote ?? say(language, 'certificates.versionOnPaper', { n: version })),
    codigo: grouped,
    linea_sello: seal === null ? `${words.codeLabel} ${grouped}` : say(language, 'certificates.sealLine', { number, ruc: entity.ruc ?? '', code: grouped }),
    huella: seal === null ? '' : (fingerprint ?? ''),
  }
}

function whose(choice: IssueChoice, candidate: Candidate, words: Words): Fields {
  const shown = documentShown(choice, candidate)
  return {
    otorgado_a: words.givenTo,
    nombre: certificateName(candidate.person),
    documento: words.documentText ?? '',
    tipo_documento: shown?.type ?? '',
    numero_documento: shown?.number ?? '',
    rol: say(choice.language, 'certificates.roleOnPaper', { role: candidate.enrolment.role }),
    cargo: candidate.post?.title ?? '',
    organizacion: candidate.post?.organisationName ?? '',
  }
}

function whatWasDone({ language }: IssueChoice, candidate: Candidate, words: Words): Fields {
  const { cohort, edition, programme, released } = candidate
  const [from, to] = [cohort.startsOn ?? edition.startsOn, cohort.endsOn ?? edition.endsOn]
  const mark = words.graded ? (released?.mark ?? null) : null
  return {
    enunciado: words.statement,
    accion: edition.title ?? programme.name,
    tipo_accion: words.noun,
    programa: programme.name,
    grupo: cohort.name,
    modalidad: cohort.modality ?? edition.modality,
    lugar: placeOf(candidate)?.name ?? '',
    desde: from === null ? '' : longDate(from, language),
    hasta: to === null ? '' : longDate(to, language),
    fechas: from === null ? (to === null ? '' : dateRange(to, to, language)) : dateRange(from, to ?? from, language),
    horas: edition.hours === null ? '' : String(edition.hours),
    tipo_hora: edition.hours === null ? '' : say(language, 'certificates.hourKind', { minutes: edition.minutesPerHour, one: edition.hours === 1 }),
    nota: mark === null ? '' : shownMark(mark),
    // The words of a mark are known in Spanish only.
    nota_letras: mark === null || language !== 'es' ? '' : gradeWords(mark),
    base_legal: basisOf(candidate, language) ?? '',
    acta: released?.number ?? '',
  }
}

function byWhom(gathered: Gathered, choice: IssueChoice, { year, correlative }: Given, words: Words): Fields {
  const { entity, series } = gathered
  const { language, issuedOn } = choice
  const book = bookOf(series, year)
  return {
    entidad: entityName(gathered, language),
    unidad: entity.unit ?? '',
    ruc: entity.ruc ?? '',
    nombre_anio: gathered.yearName ?? '',
    lugar_y_fecha: words.issuedLine,
    fecha: longDate(issuedOn, language),
    registro: registerTextOf(series, year, correlative, language) ?? '',
    libro: book ?? '',
    folio: book === null ? '' : String(folioOf(correlative, series.rowsPerFolio)),
    temario_titulo: words.syllabusHeading,
  }
}

type Words = ReturnType<typeof wordsOf>

function wordsOf({ entity }: Gathered, choice: IssueChoice, candidate: Candidate) {
  const { language } = choice
  const { person, cohort, edition, programme, enrolment, released } = candidate
  const paper = paperWords(language, { longDate: (day) => longDate(day, language), dateRange: (from, to) => dateRange(from, to, language) })
  const noun = say(language, 'certificates.noun', { type: edition.actionType })
  const composed = composeCertificate(
    {
      paperKind: choice.paperKind,
      role: enrolment.role,
      approved: isApproved(candidate),
      sex: person.sex,
      action: { noun, feminine: feminine.has(edition.actionType) },
      title: edition.title ?? programme.name,
      startsOn: cohort.startsOn ?? edition.startsOn,
      endsOn: cohort.endsOn ?? edition.endsOn,
      hours: edition.hours,
      minutesPerHour: edition.minutesPerHour,
      modality: cohort.modality ?? edition.modality,
      place: placeOf(candidate),
      grade: released?.mark ?? null,
      gradeInWords: released?.mark === null || released === null || language !== 'es' ? null : gradeWords(released.mark),
      document: documentShown(choice, candidate),
      issuedOn: choice.issuedOn,
      issuedIn: entity.city,
    },
    paper,
  )
  // Only a certificado shows a mark (PERU.md A.9).
  return { ...composed, noun, syllabusHeading: paper.syllabusHeading, graded: choice.paperKind === 'certificado' && released !== null && released.mark !== null }
}

function entityName({ entity }: Gathered, language: Language): string {
  return entity.name ?? say(language, 'certificates.entityUnnamed')
}

function logosOf(gathered: Gathered, editionId: string, given: Given): FrozenLook['logos'] {
  return (gathered.logos.get(editionId) ?? []).slice(0, 8).flatMap(({ assetId, name }) => {
    const assetHash = imageOf(given, assetId)
    return assetHash === null ? [] : [{ assetHash, name }]
  })
}

function imageOf({ hashes }: Given, assetId: string | null): string | null {
  return assetId === null ? null : (hashes.get(assetId) ?? null)
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

/** The office's address before the seal's digits, so that a telephone opens it; the digits come after the sign that is not sent. */
function prefixOf(verifyUrl: string | null): string {
  if (verifyUrl === null || verifyUrl.length > 198) return ''
  return verifyUrl.endsWith('#') ? verifyUrl : `${verifyUrl}#`
}

/**
 * What the QR says without a seal: the address where the office answers for its papers, when it has one; otherwise the facts
 * themselves, to compare with the paper where there is no internet.
 */
function qrText({ entity }: Gathered, { person, edition, programme }: Candidate, { number, code }: Given, document: string | null, language: Language): string {
  if (entity.verifyUrl !== null) return `${entity.verifyUrl}${entity.verifyUrl.includes('?') ? '&' : '?'}codigo=${code}`
  const hours = edition.hours === null ? '' : say(language, 'certificates.qrHours', { n: edition.hours })
  return [entity.name, number, certificateName(person), document, edition.title ?? programme.name, hours, say(language, 'certificates.qrCode', { code })]
    .filter((line) => line !== null && line !== '')
    .join('\n')
    .slice(0, 900)
}
