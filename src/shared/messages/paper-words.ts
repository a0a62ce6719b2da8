import { say } from './messages.ts'
import type { Language } from './messages.ts'

/** How dates read in that language: `shared/domain/dates.ts` knows. */
export interface PaperDates {
  longDate(iso: string): string
  dateRange(from: string, to: string): string
}

/** The sentences of certificates in a language, in the shape that `shared/domain/certificate-words.ts` composes with. */
export function paperWords(language: Language, dates: PaperDates) {
  return {
    heading: (p: { kind: string }) => say(language, 'paper.heading', p),
    headingNote: (p: { role: string; approved: boolean }) => say(language, 'paper.headingNote', p),
    givenTo: (p: { kind: string }) => say(language, 'paper.givenTo', p),
    codeLabel: say(language, 'paper.codeLabel'),
    syllabusHeading: say(language, 'paper.syllabusHeading'),
    deed: (p: { role: string; approved: boolean; noun: string; feminine: boolean; title: string }) => say(language, 'paper.deed', p),
    held: (p: { feminine: boolean; place: string; when: string }) => say(language, 'paper.held', p),
    city: (p: { name: string }) => say(language, 'paper.city', p),
    venue: (p: { name: string }) => say(language, 'paper.venue', p),
    modality: (p: { modality: string }) => say(language, 'paper.modality', p),
    hours: (p: { n: string; one: boolean; minutes: number }) => say(language, 'paper.hours', p),
    duration: (p: { hours: string }) => say(language, 'paper.duration', p),
    grade: (p: { grade: string }) => say(language, 'paper.grade', p),
    document: (p: { sex: 'F' | 'M' | null; type: string; number: string }) => say(language, 'paper.document', p),
    issued: (p: { place: string | null; day: string }) => say(language, 'paper.issued', p),
    longDate: (iso: string) => dates.longDate(iso),
    dateRange: (from: string, to: string) => dates.dateRange(from, to),
  }
}
