import type { EnrolmentRole, Modality, PaperKind } from './training.ts'

/** What is known of a certificate when its words are composed: facts, no sentences. */
export interface CertificateFacts {
  readonly paperKind: PaperKind
  readonly role: EnrolmentRole
  /** Whether the participation was graded and passed: a certificado then says so. */
  readonly approved: boolean
  readonly sex: 'F' | 'M' | null
  /** What kind of action it was, in the paper's language: "curso", "conferencia" (feminine). */
  readonly action: { readonly noun: string; readonly feminine: boolean }
  readonly title: string
  /** `YYYY-MM-DD`. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly hours: number | null
  readonly minutesPerHour: number
  readonly modality: Modality
  /** A city ("Arequipa") or a venue ("el auditorio municipal"). Not said of what was only virtual. */
  readonly place: { readonly kind: 'city' | 'venue'; readonly name: string } | null
  /** 0 to 20; only a certificado shows it. */
  readonly grade: number | null
  /** The same in words ("dieciséis"); null in a language that has none for it. */
  readonly gradeInWords: string | null
  /** As the paper shows it, masked or whole: "DNI", "12345678". */
  readonly document: { readonly type: string; readonly number: string } | null
  /** `YYYY-MM-DD`, and the city where it is signed. */
  readonly issuedOn: string
  readonly issuedIn: string | null
}

/**
 * The sentences of a language, handed in because the domain knows none: `paperWords(language, …)` of
 * `shared/messages/paper-words.ts` makes them from the catalogue. Whole sentences rather than words,
 * so that each language keeps its own order.
 */
export interface PaperWords {
  heading(p: { kind: CertificateFacts['paperKind'] }): string
  headingNote(p: { role: CertificateFacts['role']; approved: boolean }): string
  givenTo(p: { kind: CertificateFacts['paperKind'] }): string
  readonly codeLabel: string
  readonly syllabusHeading: string
  /** "participante", "ponente": values marked strong arrive already marked. */
  deed(p: { role: CertificateFacts['role']; approved: boolean; noun: string; feminine: boolean; title: string }): string
  held(p: { feminine: boolean; place: string; when: string }): string
  city(p: { name: string }): string
  venue(p: { name: string }): string
  modality(p: { modality: CertificateFacts['modality'] }): string
  hours(p: { n: string; one: boolean; minutes: number }): string
  duration(p: { hours: string }): string
  grade(p: { grade: string }): string
  document(p: { sex: CertificateFacts['sex']; type: string; number: string }): string
  issued(p: { place: string | null; day: string }): string
  /** "12 de octubre de 2020". */
  longDate(iso: string): string
  /** "del 12 al 21 de octubre de 2020"; one day reads "el 12 de octubre de 2020". */
  dateRange(from: string, to: string): string
}

export interface Span {
  readonly text: string
  readonly strong: boolean
}

export interface CertificateWords {
  readonly heading: string
  readonly headingNote: string
  readonly givenTo: string
  readonly documentText: string | null
  readonly statement: readonly Span[]
  readonly issuedLine: string
  readonly codeLabel: string
}

// Marks around what stands out, from a range that no keyboard types.
const open = '\ue000'
const close = '\ue001'

/** Every sentence of the paper that follows from facts, ready to be frozen. */
export function composeCertificate(facts: CertificateFacts, words: PaperWords): CertificateWords {
  return {
    heading: words.heading({ kind: facts.paperKind }),
    headingNote: words.headingNote({ role: facts.role, approved: isPassed(facts) }),
    givenTo: words.givenTo({ kind: facts.paperKind }),
    documentText: facts.document === null ? null : words.document({ sex: facts.sex, ...facts.document }),
    statement: composeStatement(facts, words),
    issuedLine: words.issued({ place: facts.issuedIn, day: words.longDate(facts.issuedOn) }),
    codeLabel: words.codeLabel,
  }
}

/**
 * What the person did: role, kind and title of the action, place, dates, modality, hours and their kind (PERU.md A.9).
 * What is not known is left out, and the sentence still reads.
 */
export function composeStatement(facts: CertificateFacts, words: PaperWords): Span[] {
  const { feminine } = facts.action
  const parts = [
    words.deed({
      role: facts.role,
      approved: isPassed(facts),
      noun: facts.action.noun,
      feminine,
      title: strong(facts.title),
    }),
  ]
  const held = words.held({ feminine, place: placeOf(facts, words), when: whenOf(facts, words) })
  if (held !== '') parts.push(held)
  parts.push(words.modality({ modality: facts.modality }))
  if (facts.hours !== null && facts.hours > 0) {
    const hours = words.hours({ n: String(facts.hours), one: facts.hours === 1, minutes: facts.minutesPerHour })
    parts.push(words.duration({ hours: strong(hours) }))
  }
  if (facts.grade !== null && facts.paperKind === 'certificado') {
    const inWords = facts.gradeInWords === null ? '' : ` (${facts.gradeInWords})`
    parts.push(words.grade({ grade: strong(`${facts.grade}${inWords}`) }))
  }
  return spansOf(`${parts.join(', ')}.`)
}

/** Only a certificado says that the action was passed (PERU.md A.9). */
const isPassed = (facts: CertificateFacts): boolean => facts.approved && facts.paperKind === 'certificado'

function placeOf(facts: CertificateFacts, words: PaperWords): string {
  if (facts.place === null || facts.modality === 'virtual') return ''
  const { kind, name } = facts.place
  return kind === 'city' ? words.city({ name }) : words.venue({ name })
}

function whenOf(facts: CertificateFacts, words: PaperWords): string {
  const from = facts.startsOn ?? facts.endsOn
  if (from === null) return ''
  return words.dateRange(from, facts.endsOn ?? from)
}

function strong(text: string): string {
  return `${open}${text.replaceAll(open, '').replaceAll(close, '')}${close}`
}

function spansOf(marked: string): Span[] {
  return marked
    .split(open)
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, strong: false }]
      const [inside = '', after = ''] = part.split(close)
      return [
        { text: inside, strong: true },
        { text: after, strong: false },
      ]
    })
    .filter((span) => span.text !== '')
}
