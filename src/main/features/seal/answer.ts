import type { Verification } from '../../../shared/contract/seal.ts'
import { formatDate } from '../../../shared/domain/dates.ts'
import type { SealPayload } from '../../../shared/domain/seal/body.ts'
import type { SealAnswer, SealReason, SealVerdict } from '../../../shared/domain/seal/verify.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { limaDay } from '../../core/day.ts'
import type { Reader } from '../../db/doors.ts'
import type { SealKnowledge } from './known.ts'
import { base64Of } from './known.ts'
import type { Registered } from './register.ts'
import { paperOfSeal, shownInRegister } from './register.ts'
import { codeOfSeal } from './sealer.ts'

export interface Asked {
  readonly known: SealKnowledge
  readonly language: Language
  /** Of this computer's data. */
  readonly device: string
}

/** Why in one word: the reasons of the description, and what only the issuing office can say. */
type Reason = SealReason | 'notInRegister' | 'replacedInRegister' | 'annulledInRegister' | 'inRegister'

/** Doubts that the office's own register settles. */
const settled: ReadonlySet<SealReason> = new Set(['authentic', 'compromisedLater', 'noList', 'staleList', 'unknownSerial'])
/** What holds whatever the register says. */
const certain: ReadonlySet<SealReason> = new Set(['malformed', 'badSignature', 'keyNotValid', 'keyCompromised'])

/** What the screen is told of a verdict, once the register was asked too. */
export async function verificationOf(db: Reader, verdict: SealVerdict, asked: Asked): Promise<Verification> {
  const { cose, payload } = verdict
  const paper = cose === null ? null : await paperOfSeal(db, cose)
  const { answer, reason } = afterRegister(verdict, paper, asked)
  const { key, root } = keyShown(verdict, asked.known)
  return {
    answer,
    reasons: sentences(verdict, { reason, paper, language: asked.language }),
    facts: payload === null ? null : factsOf(payload, root?.name ?? null),
    code: cose === null ? null : codeOfSeal(cose),
    key,
    listDate: verdict.listDate,
    listIsStale: verdict.listIsStale,
    certificate: shownInRegister(paper),
    file: null,
  }
}

function afterRegister(verdict: SealVerdict, paper: Registered | null, { known, device }: Asked): { answer: SealAnswer; reason: Reason } {
  const { answer, reason, key } = verdict
  if (paper !== null && !certain.has(reason)) {
    if (paper.state === 'annulled') return { answer: 'annulled', reason: 'annulledInRegister' }
    if (paper.state === 'replaced') return { answer: 'annulled', reason: 'replacedInRegister' }
    if (settled.has(reason)) return { answer: 'authentic', reason: reason === 'authentic' ? reason : 'inRegister' }
  }
  const row = key === null ? undefined : known.keyRows.find((each) => each.rootId === key.rootId && each.publicKey === base64Of(key.publicKey))
  // This very computer sealed it, and has no such paper: its key was copied, or its data were set back.
  if (paper === null && row?.device === device && settled.has(reason)) return { answer: 'cannotCheck', reason: 'notInRegister' }
  return { answer, reason }
}

function keyShown({ key }: SealVerdict, { roots, keyRows }: SealKnowledge): { key: Verification['key']; root: SealKnowledge['roots'][number] | undefined } {
  const root = roots.find((each) => each.id === key?.rootId)
  if (key === null || root === undefined) return { key: null, root: undefined }
  const row = keyRows.find((each) => each.rootId === key.rootId && each.publicKey === base64Of(key.publicKey))
  return { key: { kid: key.kid, name: key.name, officeName: root.name, fingerprint: root.fingerprint, isOwn: row?.isOwn === 1 }, root }
}

function factsOf({ ruc, issuedAt, serial, body }: SealPayload, issuerName: string | null): Verification['facts'] {
  const { kind, name, document, action, from, to, hours, number, signer, resolution, grade, expiresAt } = body
  return { issuerRuc: ruc, issuerName, kind, name, document, action, from, to, hours, number, serial, signer, resolution, grade, issuedAt, expiresAt }
}

interface Saying {
  readonly reason: Reason
  readonly paper: Registered | null
  readonly language: Language
}

/** The reason first, then what to do, then how old the list is that was asked. */
function sentences(verdict: SealVerdict, { reason, paper, language }: Saying): string[] {
  const day = (moment: string | null | undefined): string => (moment === null || moment === undefined ? '' : formatDate(limaDay(new Date(moment))))
  const { key, payload, listDate, listIsStale } = verdict
  const about: Record<Reason, () => string[]> = {
    noSeal: () => [say(language, 'seal.noSeal'), say(language, 'seal.noSealDo')],
    malformed: () => [say(language, 'seal.malformed'), say(language, 'seal.readAgain')],
    notAPaper: () => [say(language, 'seal.notAPaper')],
    newerFormat: () => [say(language, 'seal.newerFormat')],
    unknownKey: () => [say(language, 'seal.unknownKey', { ruc: payload?.ruc ?? '' }), say(language, 'seal.unknownKeyDo')],
    badSignature: () => [say(language, 'seal.badSignature'), say(language, 'seal.readAgain')],
    keyNotValid: () => [say(language, 'seal.keyNotValid', { issued: day(payload?.issuedAt), since: day(key?.since), until: day(key?.until) })],
    keyCompromised: () => [say(language, 'seal.keyCompromised', { day: day(key?.compromisedAt) })],
    futureSeal: () => [say(language, 'seal.futureSeal', { day: day(payload?.issuedAt) })],
    expired: () => [say(language, 'seal.expired', { day: day(payload?.body.expiresAt) })],
    annulled: () => [say(language, 'seal.annulled')],
    compromisedLater: () => [say(language, 'seal.compromisedLater', { day: day(key?.compromisedAt) }), say(language, 'seal.askOffice')],
    noList: () => [say(language, 'seal.noList'), say(language, 'seal.askOffice')],
    staleList: () => [say(language, 'seal.staleList', { day: day(listDate) }), say(language, 'seal.askOffice')],
    unknownSerial: () => [say(language, 'seal.unknownSerial'), say(language, 'seal.askOffice')],
    notInRegister: () => [say(language, 'seal.notInRegister')],
    authentic: () => [say(language, 'seal.authentic'), say(language, 'seal.compare')],
    inRegister: () => [say(language, 'seal.inRegister'), say(language, 'seal.compare')],
    replacedInRegister: () => [say(language, 'seal.replaced', { number: paper?.replacement?.number ?? '', version: paper?.replacement?.version ?? 0, reason: paper?.replacement?.reason ?? '' })],
    annulledInRegister: () => [annulledSentence(paper, language)],
  }
  const aboutList = listDate === null || reason === 'staleList' ? [] : [say(language, listIsStale ? 'seal.listWasStale' : 'seal.listAsked', { day: day(listDate) })]
  return [...about[reason](), ...aboutList]
}

export function annulledSentence(paper: Registered | null, language: Language): string {
  const { reason = '', resolution = null, annulledOn = null } = paper?.annulment ?? {}
  return say(language, 'seal.annulledOn', { day: formatDate(annulledOn), reason, resolution })
}
