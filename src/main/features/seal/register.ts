import type { Verification } from '../../../shared/contract/seal.ts'
import type { Reader } from '../../db/doors.ts'
import { annulled, replacedBy } from '../certificates/state.ts'
import { base64Of } from './known.ts'
import { codeOfSeal } from './sealer.ts'

/** A paper as the office's own register has it. */
export interface Registered {
  readonly id: string
  readonly number: string
  readonly personName: string
  readonly documentNumber: string | null
  readonly title: string
  readonly paperKind: string
  readonly issuedAt: string
  readonly code: string
  readonly serial: number | null
  readonly state: 'valid' | 'replaced' | 'annulled'
  /** Number and version of the paper in its place. */
  readonly replacement: { readonly number: string; readonly version: number; readonly reason: string } | null
  readonly annulment: { readonly reason: string; readonly resolution: string | null; readonly annulledOn: string } | null
}

/** The paper that bears exactly this seal, byte for byte, or null. */
export async function paperOfSeal(db: Reader, cose: Uint8Array): Promise<Registered | null> {
  const row = await rowOf(db, 'code', codeOfSeal(cose))
  return row !== null && sealOf(row.frozen) === base64Of(cose) ? registered(db, row) : null
}

/** The paper of that code or of that number in force, or null. */
export async function paperBy(db: Reader, field: 'code' | 'id', value: string): Promise<Registered | null> {
  const row = await rowOf(db, field, value)
  return row === null ? null : registered(db, row)
}

/** The paper whose kept bytes are this file. */
export async function paperOfFile(db: Reader, sha: string): Promise<Registered | null> {
  const row = await db.selectFrom('papers').select('certificateId').where('sha256', '=', sha).executeTakeFirst()
  return row === undefined ? null : paperBy(db, 'id', row.certificateId)
}

export function shownInRegister(paper: Registered | null): Verification['certificate'] {
  if (paper === null) return null
  const { id, number, state, replacement, annulment } = paper
  return { id, number, state, replacedBy: replacement === null ? null : `${replacement.number} (${replacement.version})`, annulledBecause: annulment?.reason ?? null }
}

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>

async function rowOf(db: Reader, field: 'code' | 'id', value: string) {
  const columns = ['id', 'number', 'personName', 'documentNumber', 'title', 'paperKind', 'issuedAt', 'code', 'serial', 'frozen'] as const
  return (await db.selectFrom('certificates').select(columns).where(field, '=', value).executeTakeFirst()) ?? null
}

async function registered(db: Reader, { frozen: _, ...row }: Row): Promise<Registered> {
  const annulment = (await annulled(db, [row.id])).get(row.id) ?? null
  const replacement = (await replacedBy(db, [row.id])).get(row.id) ?? null
  return { ...row, state: annulment !== null ? 'annulled' : replacement !== null ? 'replaced' : 'valid', replacement, annulment }
}

/** Papers of the first shape bear no seal. */
function sealOf(frozen: string): string | null {
  const words: unknown = JSON.parse(frozen)
  return typeof words === 'object' && words !== null && 'seal' in words && typeof words.seal === 'string' ? words.seal : null
}
