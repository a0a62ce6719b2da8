import type { z } from 'zod'

/** What a call may do. The kind decides which powers its handler is handed: see `main/core/context.ts`. */
export type Kind = 'query' | 'command' | 'job'

/** One thing the app can do: what it takes, what it gives, and which topics it reads or changes. */
export interface Call<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: K
  readonly input: I
  readonly output: O
  /** Topics whose change makes an answer of this call stale. */
  readonly reads: readonly string[]
  /** Topics that this call may change. */
  readonly changes: readonly string[]
}

export type Subject = Readonly<Record<string, Call>>
export type Contract = Readonly<Record<string, Subject>>

/** Asks, and cannot change anything. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  call: { input: I; output: O; reads: readonly string[] },
): Call<'query', I, O> {
  return { kind: 'query', changes: [], ...call }
}

/** Changes records, in one transaction. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  call: { input: I; output: O; changes: readonly string[] },
): Call<'command', I, O> {
  return { kind: 'command', reads: [], ...call }
}

/** Takes its time: reports progress, can be cancelled, may write files. */
export function job<I extends z.ZodType, O extends z.ZodType>(
  call: { input: I; output: O; changes: readonly string[] },
): Call<'job', I, O> {
  return { kind: 'job', reads: [], ...call }
}

/** What a caller may give (before defaults are filled in). */
export type InputOf<C extends Call> = z.input<C['input']>
/** What a handler is handed (after defaults are filled in). */
export type ParsedInputOf<C extends Call> = z.output<C['input']>
export type OutputOf<C extends Call> = z.output<C['output']>

/** `people.list`: the name of a call on the wire. */
export type CallName<C extends Contract> = {
  [S in keyof C & string]: `${S}.${keyof C[S] & string}`
}[keyof C & string]

/** The call that a wire name stands for, or undefined when the contract has none of that name. */
export function callNamed(contract: Contract, name: string): Call | undefined {
  const [subject, verb, ...rest] = name.split('.')
  if (subject === undefined || verb === undefined || rest.length > 0) return undefined
  if (!Object.hasOwn(contract, subject)) return undefined
  const calls = contract[subject]
  return calls !== undefined && Object.hasOwn(calls, verb) ? calls[verb] : undefined
}
