import type { Catalogue } from '../messages.ts'

/** What is printed on certificates and constancias. */
export const paper = {
  'paper.heading': (p: { kind: string }): string => (p.kind === 'certificado' ? 'Certificate' : 'Attestation'),
  'paper.headingNote': (p: { role: string; approved: boolean }) =>
    ({ speaker: 'as speaker', organiser: 'for its organisation', facilitator: 'for its facilitation' })[p.role] ?? (p.approved ? 'of completion' : 'of participation'),
  'paper.givenTo': (_p: { kind: string }): string => 'Awarded to',
  'paper.codeLabel': 'Verification code',
  'paper.syllabusHeading': 'Syllabus',
  'paper.deed': (p: { role: string; approved: boolean; noun: string; feminine: boolean; title: string }) => {
    const action = `the ${p.noun} “${p.title}”`
    if (p.role === 'speaker') return `for having taken part as a speaker in ${action}`
    if (p.role === 'organiser') return `for having taken part in the organisation of ${action}`
    if (p.role === 'facilitator') return `for having taken part in the facilitation of ${action}`
    if (p.approved) return `for having attended and passed ${action}`
    return `for having taken part in ${action}`
  },
  'paper.held': (p: { feminine: boolean; place: string; when: string }) => {
    const where = [p.place, p.when].filter((part) => part !== '').join(' ')
    return where === '' ? '' : `held ${where}`
  },
  'paper.city': (p: { name: string }) => `in the city of ${p.name}`,
  'paper.venue': (p: { name: string }) => `at ${p.name}`,
  'paper.modality': (p: { modality: string }) =>
    ({ presencial: 'in person', virtual: 'online', semipresencial: 'partly online' })[p.modality] ?? p.modality,
  'paper.hours': (p: { n: string; one: boolean; minutes: number }) => {
    const hours = p.one ? 'hour' : 'hours'
    return p.minutes === 60 ? `${p.n} clock ${hours}` : `${p.n} class ${hours} of ${p.minutes} minutes`
  },
  'paper.duration': (p: { hours: string }) => `lasting ${p.hours}`,
  'paper.grade': (p: { grade: string }) => `with a grade of ${p.grade} out of 20`,
  'paper.document': (p: { sex: 'F' | 'M' | null; type: string; number: string }) => `identified by ${p.type} No. ${p.number}`,
  'paper.issued': (p: { place: string | null; day: string }) => (p.place === null ? p.day : `${p.place}, ${p.day}`),
  'paper.columnTitle': (p: { field: string }): string => ({ n: 'No.', tema: 'Subject', horas: 'Hours' })[p.field] ?? p.field,
  'paper.rootWords': 'Key fingerprint:',
  'paper.pageName': (p: { page: string }): string => (p.page === 'back' ? 'Back with the syllabus' : 'Front'),
  'paper.styleName': (p: { style: string }): string =>
    ({
      heading: 'Heading', note: 'Note of the heading', name: 'Name of the person', text: 'Text', entity: 'Entity', unit: 'Unit', small: 'Small text', number: 'Number', code: 'Code',
      tiny: 'Fine print', signer: 'Signer', post: 'Post of the signer', back: 'Title of the back', head: 'Titles of the table', row: 'Rows of the table',
    })[p.style] ?? p.style,
} as const satisfies Catalogue
