import type { Catalogue } from '../messages.ts'

const dimensions: Readonly<Record<string, string>> = {
  sex: 'Sex', age: 'Age group', organisationKind: 'Kind of organisation', sector: 'Sector', organisation: 'Organisation', regime: 'Labour regime', personClass: 'Kind of participant', department: 'Department',
  province: 'Province', district: 'District', area: 'Urban or rural area', ethnicity: 'Ethnic self-identification', language: 'Mother tongue', disability: 'Disability', programme: 'Programme', edition: 'Edition', cohort: 'Group', stage: 'Stage',
}
const things: Readonly<Record<string, string>> = {
  people: 'Counts people', participations: 'Counts participations: each enrolment is one', organisations: 'Counts organisations', hours: 'Adds up the hours that each person attended', certificates: 'Counts certificates and attestations in force',
  sessions: 'Counts sessions held', initiatives: 'Counts initiatives and action plans', rows: 'Counts rows of a register of results', manual: 'Typed by hand, with its means of verification', sum: 'Adds other indicators', share: 'Divides indicators by others',
}
const days: Readonly<Record<string, string>> = {
  lastDay: 'by the last day of the group', firstDay: 'by the first day of the group', session: 'by the day of each session attended', paper: 'by the day the paper was issued', acta: 'by the date of the record of results', sessions: 'by the day of the session',
  rows: 'by the date of the row', stage: 'by the day it came to that stage', began: 'by the day it began',
}
const stages: Readonly<Record<string, string>> = { idea: 'Idea', designed: 'Designed', approved: 'Approved', funded: 'Funded', running: 'Running', finished: 'Finished', stopped: 'Stopped' }
const bases: Readonly<Record<string, readonly [one: string, many: string]>> = {
  enrolments: ['enrolment', 'enrolments'], papers: ['paper in force', 'papers in force'], sessions: ['session', 'sessions'], initiatives: ['initiative', 'initiatives'], rows: ['row', 'rows'],
}
const counted = (base: string, n: number): string => `${n} ${bases[base]?.[n === 1 ? 0 : 1] ?? ''}`
const hours = (minutes: number): string => {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 ? `${h} h` : '', m > 0 || h === 0 ? `${m} min` : ''].filter((part) => part !== '').join(' ')
}

/** What an indicator counts, told as a sentence; its dimensions; and why something counts or does not. */
export const counting = {
  'counting.dimensionName': (p: { dimension: string }) => dimensions[p.dimension] ?? p.dimension,
  'counting.years': (p: { from: number; to: number | null }) => (p.to === null ? `${p.from} and over` : p.from === 0 ? `Up to ${p.to}` : `${p.from} to ${p.to}`),
  'counting.areaName': (p: { area: string }) => ({ urban: 'Urban', rural: 'Rural' })[p.area] ?? p.area,
  'counting.disabilityName': (p: { answer: string }) => ({ yes: 'With a disability', no: 'Without a disability' })[p.answer] ?? p.answer,
  'counting.stageName': (p: { stage: string }) => stages[p.stage] ?? p.stage,
  'counting.initiativeKind': (p: { kind: string }) => (p.kind === 'actionPlan' ? 'Action plan' : 'Initiative'),
  'counting.yesNo': (p: { key: string }) => (p.key === 'yes' ? 'Yes' : 'No'),
  'counting.counted': (p: { counts: string; once: 'ever' | 'period' }) => `${things[p.counts] ?? ''}${p.counts === 'people' || p.counts === 'organisations' ? (p.once === 'ever' ? ', each once' : ', once in each period') : ''}`,
  'counting.dated': (p: { by: string }) => days[p.by] ?? '',
  'counting.ifHeld': 'already held',
  'counting.ifRegister': (p: { name: string }) => `of the register “${p.name}”`,
  'counting.ifKind': (p: { list: string }) => `that are ${p.list.toLowerCase()}`,
  'counting.ifStage': (p: { list: string }) => `at the stage ${p.list.toLowerCase()}`,
  'counting.ifTraining': (p: { list: string }) => `in ${p.list}`,
  'counting.trainingName': (p: { kind: 'programme' | 'edition' | 'cohort' | 'agreement' | 'commitment'; name: string }) =>
    ({ programme: `the programme “${p.name}”`, edition: `the edition “${p.name}”`, cohort: `the group “${p.name}”`, agreement: `what the agreement “${p.name}” pays`, commitment: `what is linked to the commitment “${p.name}”` })[p.kind],
  'counting.ifAction': (p: { list: string }) => `in actions of the type ${p.list}`,
  'counting.ifModality': (p: { list: string }) => `in the mode ${p.list}`,
  'counting.ifPlace': (p: { of: string; list: string }) => `${({ organisation: 'whose organisation is in', residence: 'who live in', cohort: 'of groups that met in' })[p.of] ?? 'of'} ${p.list}`,
  'counting.ifField': (p: { field: string; list: string }) => `with ${p.field}: ${p.list}`,
  'counting.ifOrganisationKnown': 'with a known organisation',
  'counting.ifAttended': 'with minutes attended',
  'counting.ifDated': (p: { by: string }) => ({ session: 'who attended some session', paper: 'with a paper in force', acta: 'entitled to a paper by a record in force' })[p.by] ?? '',
  'counting.ifRole': (p: { list: string }) => `who took part as ${p.list}`,
  'counting.ifState': (p: { list: string }) => `in the state ${p.list}`,
  'counting.ifClass': (p: { list: string }) => `of the kind ${p.list}`,
  'counting.ifSex': (p: { list: string }) => p.list,
  'counting.ifAge': (p: { from: number | null; to: number | null }) => (p.from === null ? `aged ${p.to} or less` : p.to === null ? `aged ${p.from} or more` : `aged ${p.from} to ${p.to}`),
  'counting.ifSector': (p: { list: string }) => `of the sector ${p.list}`,
  'counting.ifOrganisationKind': (p: { list: string }) => `sent by: ${p.list}`,
  'counting.ifOrganisation': (p: { list: string }) => `of ${p.list}`,
  'counting.ifRegime': (p: { list: string }) => `under the regime ${p.list}`,
  'counting.ifArea': (p: { list: string }) => `of an area that is ${p.list}`,
  'counting.ifEthnicity': (p: { list: string }) => `who identify as ${p.list}`,
  'counting.ifLanguage': (p: { list: string }) => `whose mother tongue is ${p.list}`,
  'counting.ifDisability': (p: { list: string }) => p.list,
  'counting.ifMinutes': (p: { minutes: number }) => `with ${hours(p.minutes)} attended or more`,
  'counting.ifShare': (p: { share: number }) => `with ${p.share}% attended or more`,
  'counting.ifMark': (p: { mark: number }) => `with a final mark of ${p.mark} or more`,
  'counting.ifPaper': (p: { kind: string }) => ({ certificado: 'with a certificate in force', constancia: 'with an attestation in force' })[p.kind] ?? 'with a certificate or attestation in force',
  'counting.ifActa': 'entitled to a paper by a closed record of results in force',
  'counting.ifDays': (p: { from: string | null; until: string | null }) => (p.from === null ? `until ${p.until}` : p.until === null ? `since ${p.from}` : `from ${p.from} to ${p.until}`),
  'counting.nothingThere': (p: { base: string }) => `There are no ${bases[p.base]?.[1] ?? ''} to count yet.`,
  'counting.someCount': (p: { base: string; left: number; all: number }) => `${p.left} of ${counted(p.base, p.all)} fulfil it.`,
  'counting.countedBefore': (p: { left: number }) => (p.left === 1 ? 'Nobody new counts on these days: the one who fulfils it counted before.' : `Nobody new counts on these days: the ${p.left} that fulfil it counted before.`),
  'counting.nobodyCounts': (p: { base: string; words: string; excludes: number; all: number }) => (p.base === 'enrolments' ? `Nobody counts: the condition “${p.words}” leaves out ${p.excludes} of ${p.all}.` : `Nothing counts: the condition “${p.words}” leaves out ${p.excludes} of ${counted(p.base, p.all)}.`),
  'counting.gone': '(no longer in the register)',
} as const satisfies Catalogue
