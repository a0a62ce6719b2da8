// Puts answers and offices on the page. Text goes in as text: nothing that was scanned is ever read as markup.

import type { Known, Office } from './offices.ts'
import type { Facts } from './payload.ts'
import { ANSWERS, dayOf, KINDS, momentText, REASONS, spanText, WORDS } from './sentences.ts'
import type { Answer, Verification } from './verify.ts'

/** Strokes of each answer's sign, in a square of 24. Never alone: the word stands beside. */
const SIGNS: Readonly<Record<Answer, string>> = {
  authentic: 'M12 2l8 3v6c0 5-3.4 9-8 11-4.6-2-8-6-8-11V5zM8 12l3 3 5-6',
  annulled: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM5 5l14 14',
  notAuthentic: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM8.500 8.500l7 7M15.500 8.500l-7 7',
  cannotCheck: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM9 9.500a3 3 0 1 1 4 2.800c-.7.300-1 .9-1 1.700M12 17.500v.1',
}

const SVG = 'http://www.w3.org/2000/svg'

/** An element with its class and what it holds. */
export function element(name: string, className: string, ...content: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...content)
  return made
}

/** The answer, large, with what the paper must say and what the answer rests on. */
export function answerCard(verification: Verification): HTMLElement {
  const { answer, reason, facts } = verification
  const verdict = element('div', '', element('h2', '', ANSWERS[answer]), element('p', '', REASONS[reason]))
  const card = element('article', `answer ${answer}`, element('div', 'verdict', sign(answer), verdict))
  if (facts === null) return card
  const said = element('div', verification.key === null ? 'said unchecked' : 'said', element('h3', '', headingOf(verification)), factLines(facts))
  if (verification.code !== null && answer !== 'notAuthentic' && verification.key !== null) {
    said.append(element('hr', ''), pairs([[WORDS.codeOnPaper, verification.code, 'code']]))
  }
  said.append(element('hr', ''), officeLines(verification, facts))
  card.append(said)
  return card
}

function headingOf(verification: Verification): string {
  if (verification.key === null) return WORDS.unchecked
  return verification.answer === 'authentic' ? WORDS.compare : WORDS.sealSays
}

function sign(answer: Answer): SVGElement {
  const picture = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  const given = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(given)) picture.setAttribute(name, value)
  path.setAttribute('d', SIGNS[answer])
  picture.append(path)
  return picture
}

type Pair = readonly [term: string, value: string | null, className?: string]

/** Terms with their values; those without a value are left out. */
function pairs(lines: readonly Pair[]): HTMLElement {
  const list = element('dl', '')
  for (const [term, value, className] of lines) {
    if (value !== null) list.append(element('dt', '', term), element('dd', className ?? '', value))
  }
  return list
}

function factLines(facts: Facts): HTMLElement {
  return pairs([
    [WORDS.name, facts.name, 'large'],
    [WORDS.document, facts.document === null ? WORDS.noDocument : documentText(facts.document), 'large'],
    [WORDS.kind, KINDS[facts.kind] ?? facts.kind],
    [WORDS.number, facts.number],
    [WORDS.action, facts.action],
    [WORDS.dates, spanText(facts.from, facts.to)],
    [WORDS.hours, facts.hours === null ? null : String(facts.hours)],
    [WORDS.grade, facts.grade],
    [WORDS.resolution, facts.resolution],
    [WORDS.signer, facts.signer],
    [WORDS.issuedAt, momentText(facts.issuedAt)],
    [WORDS.expiresAt, facts.expiresAt === null ? null : momentText(facts.expiresAt)],
  ])
}

const DOCUMENTS: Readonly<Record<string, string>> = { '01': 'DNI', '04': 'Carné de extranjería', '06': 'RUC', '07': 'Pasaporte', '09': 'Carné de solicitante de refugio' }

/** `01-12345678` as it is read; what begins otherwise as it comes. */
function documentText(written: string): string {
  const [, type = '', number = ''] = /^(\d\d)-(.+)$/.exec(written) ?? []
  const name = DOCUMENTS[type]
  return name === undefined ? written : `${name} ${number}`
}

function officeLines(verification: Verification, facts: Facts): HTMLElement {
  const { key, list } = verification
  if (key === null) return pairs([[WORDS.ruc, facts.ruc]])
  const listLine = list === null ? WORDS.noListYet : `${dayOf(list.issuedAt)} (${WORDS.listNext} ${dayOf(list.nextAt)}). ${WORDS.listLater}`
  return pairs([
    [WORDS.office, key.office.name, 'words'],
    [WORDS.ruc, key.office.ruc],
    [WORDS.fingerprint, key.office.fingerprint, 'words'],
    [WORDS.computer, key.name],
    [WORDS.listDate, listLine],
  ])
}

/** What the page knows: offices, their words, how old their lists are. `now` in seconds. */
export function officeCards(known: Known, now: number): HTMLElement {
  const all = element('div', '', element('p', 'hint', WORDS.fingerprintHelp))
  for (const office of known.offices) all.append(officeCard(office, now))
  return all
}

function officeCard(office: Office, now: number): HTMLElement {
  const lists = office.lists.map((list) => `${momentText(list.issuedAt)} (${now > list.nextAt ? WORDS.listStale : `${WORDS.listNext} ${dayOf(list.nextAt)}`})`)
  const card = element('div', 'office', element('h3', '', office.name))
  card.append(
    pairs([
      [WORDS.ruc, `${office.ruc} · ${WORDS.keysKnown(office.keys.length)}`],
      [WORDS.fingerprint, office.fingerprint, 'words'],
      [WORDS.listDate, lists.length === 0 ? WORDS.noListYet : lists.join(' · ')],
    ]),
  )
  if (office.refused > 0) card.append(element('p', 'note warn', WORDS.refused(office.refused)))
  return card
}

/** What must be known before anything is read: no data, data that do not agree, a list or a clock behind. */
export function warnings(known: Known, madeAt: number | null, now: number, clock: number): readonly HTMLElement[] {
  const said: HTMLElement[] = known.unsound.map((name) => element('p', 'note bad', WORDS.unsound(name)))
  if (known.offices.length === 0) said.push(element('p', 'note bad', WORDS.noData))
  if (madeAt !== null && clock < madeAt - 600) said.push(element('p', 'note bad', WORDS.slowClock(momentText(madeAt))))
  const isStale = known.offices.some((office) => office.lists.length > 0 && office.lists.every((list) => now > list.nextAt))
  if (isStale) said.push(element('p', 'note warn', WORDS.staleNow))
  return said
}
