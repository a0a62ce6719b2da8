import type { Verification } from '../../../shared/contract/seal.ts'
import { groupedCode, readVerificationCode } from '../../../shared/domain/numbering.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import { entityOf } from '../entity/records.ts'
import { annulledSentence } from './answer.ts'
import type { Registered } from './register.ts'
import { paperBy, shownInRegister } from './register.ts'

interface Typed {
  readonly number: string
  readonly ruc: string
  readonly code: string
}

/** Number, RUC and code as a person copies them from paper: only the office that issued it can answer, by its register. */
export async function verifyTyped(db: Reader, typed: Typed, language: Language): Promise<Verification> {
  const entity = await entityOf(db)
  const ruc = typed.ruc.replace(/\D/g, '')
  const read = readVerificationCode(typed.code)
  if (read.problem !== null) return unknown([say(language, read.problem === 'length' ? 'seal.codeLength' : read.problem === 'characters' ? 'seal.codeCharacters' : 'seal.codeCheck')])
  if (ruc.length !== 11) return unknown([say(language, 'seal.rucLength')], read.code)
  if (ruc !== entity.ruc) return unknown([say(language, 'seal.typedElsewhere', { ruc })], read.code)
  const paper = await paperBy(db, 'code', read.code)
  if (paper === null) {
    const named = await hasNumber(db, typed.number)
    return { ...unknown([say(language, named ? 'seal.codeOfNoPaper' : 'seal.typedNotFound')], read.code), answer: named ? 'notAuthentic' : 'cannotCheck' }
  }
  if (plain(paper.number) !== plain(typed.number)) return { ...unknown([say(language, 'seal.codeOfOther', { code: groupedCode(read.code) })], read.code), answer: 'notAuthentic' }
  return byRegister(paper, { ruc, name: entity.name, language })
}

/** What the register alone says of a paper. */
export function byRegister(paper: Registered, { ruc, name, language }: { readonly ruc: string; readonly name: string | null; readonly language: Language }): Verification {
  const { replacement } = paper
  const reasons =
    paper.state === 'annulled'
      ? [annulledSentence(paper, language)]
      : replacement !== null
        ? [say(language, 'seal.replaced', { number: replacement.number, version: replacement.version, reason: replacement.reason })]
        : [say(language, 'seal.inRegister'), say(language, 'seal.compare')]
  const nothing = { from: null, to: null, hours: null, signer: null, resolution: null, grade: null, expiresAt: null }
  return {
    answer: paper.state === 'valid' ? 'authentic' : 'annulled',
    reasons,
    facts: { ...nothing, issuerRuc: ruc, issuerName: name, kind: say(language, 'seal.kind', { kind: paper.paperKind }), name: paper.personName, document: paper.documentNumber, action: paper.title, number: paper.number, serial: paper.serial, issuedAt: paper.issuedAt },
    code: paper.code,
    key: null,
    listDate: null,
    listIsStale: false,
    certificate: shownInRegister(paper),
    file: null,
  }
}

function unknown(reasons: string[], code: string | null = null): Verification {
  return { answer: 'cannotCheck', reasons, facts: null, code, key: null, listDate: null, listIsStale: false, certificate: null, file: null }
}

/** A number without what people leave out or write otherwise: "N° 004-2026-MPC/GRH" is "n 4 2026 mpc grh". */
function plain(number: string): string {
  return number
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^\s*(?:n|nro|num|numero)?[\s.]*[°º]?[\s.]*(?=\d)/u, '')
    .replace(/[°º]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && part !== 'n' && part !== 'no' && part !== 'nro')
    .map((part) => part.replace(/^0+(?=\d)/, ''))
    .join(' ')
}

async function hasNumber(db: Reader, number: string): Promise<boolean> {
  const wanted = plain(number)
  // The correlative narrows the search: numbers are the office's own pattern, and only the whole of them tells.
  const figures = [...wanted.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((value) => Number.isSafeInteger(value) && value > 0)
  if (figures.length === 0) return false
  const rows = await db.selectFrom('certificates').select('number').where('correlative', 'in', figures.slice(0, 8)).execute()
  return rows.some((row) => plain(row.number) === wanted)
}
