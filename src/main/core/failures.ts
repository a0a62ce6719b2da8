import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import type { Language, MessageKey, ParamsOf } from '../../shared/messages/messages.ts'
import type { ErrorCode, WireError } from '../../shared/rpc/errors.ts'

/** A failure that says what happened: a sentence's key and its values, composed in the caller's language at the wire. */
export class Failure extends Error {
  readonly code: ErrorCode
  readonly key: MessageKey
  readonly params: object | undefined

  constructor(code: ErrorCode, key: MessageKey, params?: object) {
    super(key)
    this.name = 'Failure'
    this.code = code
    this.key = key
    this.params = params
  }
}

/** The domain says no, in a sentence a person understands. */
export function refuse<K extends MessageKey>(key: K, ...params: ParamsOf<K>): never {
  throw new Failure('refused', key, params[0])
}

/** What was asked for is not there (any more). */
export function missing<K extends MessageKey>(key: K, ...params: ParamsOf<K>): never {
  throw new Failure('missing', key, params[0])
}

export function cancelled(): never {
  throw new Failure('cancelled', 'core.cancelled')
}

/** Composes a sentence from a key that is only known while running. */
export type SayAny = (language: Language, key: string, params: object | undefined) => string

export interface Log {
  error(ref: string, error: unknown): void
}

/** What any failure becomes on the wire. Only a `bug` is logged: the others are answers. */
export function toWireError(error: unknown, language: Language, sayAny: SayAny, log: Log): WireError {
  if (isSpeaking(error)) return { code: error.code, message: sayAny(language, error.key, error.params) }
  const system = systemFailure(error)
  if (system !== undefined) return { code: 'unavailable', message: sayAny(language, system.key, system.params) }
  const ref = randomBytes(4).toString('hex').toUpperCase()
  log.error(ref, error)
  return { code: 'bug', message: sayAny(language, 'core.bug', { ref }), ref }
}

interface Speaking {
  readonly code: ErrorCode
  readonly key: string
  readonly params?: object | undefined
}

/** Rooms below the core (db, intake) throw failures of their own class with the same three fields. */
function isSpeaking(error: unknown): error is Speaking {
  return error instanceof Error && 'code' in error && 'key' in error && typeof error.key === 'string' && typeof error.code === 'string'
}

function systemFailure(error: unknown): { key: MessageKey; params?: object } | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  const code = String(error.code)
  const name = fileNamed(error)
  if (['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE'].includes(code)) return { key: 'core.diskFull' }
  if (code === 'EBUSY' || code === 'ETXTBSY') return { key: 'core.fileBusy', params: { name } }
  if (code === 'EPERM' || code === 'EACCES' || code === 'EROFS') return { key: 'core.noPermission', params: { name } }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED') return { key: 'core.databaseBusy' }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { key: 'core.databaseDamaged', params: { name } }
  return undefined
}

/** The file a system error is about, by the name a person knows: what it would be called, not what it is called while half written. */
function fileNamed(error: Error): string {
  const path = 'dest' in error && typeof error.dest === 'string' ? error.dest : 'path' in error ? String(error.path) : ''
  return (path.split(/[\\/]/).at(-1) ?? '').replace(/\.part$/, '')
}

/** The fields of an input that the schema refused, each with a sentence. */
export function invalidFields(error: z.ZodError, language: Language, sayAny: SayAny): WireError {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.map(String).join('.')
    fields[path] ??= sentenceOf(issue, language, sayAny)
  }
  return { code: 'invalid', message: sayAny(language, 'core.invalid', undefined), fields }
}

function sentenceOf(issue: z.core.$ZodIssue, language: Language, sayAny: SayAny): string {
  const told = (key: MessageKey, params?: object): string => sayAny(language, key, params)
  switch (issue.code) {
    case 'invalid_type':
      return told(issue.input === undefined || issue.input === null ? 'fields.required' : 'fields.wrong')
    case 'too_small':
      if (issue.origin === 'string' || issue.origin === 'array') return told('fields.required')
      return told('fields.tooSmall', { min: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'string') return told('fields.tooLong', { max: Number(issue.maximum) })
      return told(issue.origin === 'array' ? 'fields.tooMany' : 'fields.tooBig', { max: Number(issue.maximum) })
    case 'invalid_format':
      if (issue.format === 'date') return told('fields.badDate')
      return told(issue.format === 'email' ? 'fields.badEmail' : 'fields.wrong')
    case 'invalid_value':
    case 'invalid_union':
      return told('fields.notAnOption')
    case 'unrecognized_keys':
      return told('fields.unknown', { names: issue.keys.join(', ') })
    default:
      return told('fields.wrong')
  }
}
