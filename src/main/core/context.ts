import type { Call, Contract, OutputOf, ParsedInputOf } from '../../shared/rpc/define.ts'
import type { ExampleProgramme } from '../../shared/domain/example-programmes.ts'
import type { Language } from '../../shared/messages/messages.ts'
import type { Progress } from '../../shared/rpc/wire.ts'
import type { Reader, Writer } from '../db/doors.ts'
import type { Store } from '../db/store.ts'
import type { Desk } from './desk.ts'
import type { Files } from './files.ts'
import type { Keeper } from './keeper.ts'

/** Who calls, and in which language she reads. */
export interface Session {
  readonly who: string
  readonly language: Language
}

/** What every handler may ask, so that no rule asks the clock. */
export interface Common extends Session {
  /** The civil day in Lima, `YYYY-MM-DD`. */
  today(): string
  /** This moment, UTC text. */
  now(): string
  /** Facts about the running app that calls may show. */
  readonly about: About
  /** Secrets of this computer. */
  readonly keeper: Keeper
}

export interface About {
  readonly version: string
  readonly engine: Store['engine']
  /** Id of this computer's data. */
  readonly device: string
  /** Folder where the office's data lies. */
  readonly folder: string
  /** Whether the example office is open. */
  readonly example: boolean
  /** Folder of the data files that come with the program. */
  readonly resources: string
}

/** The example office: a database of its own beside the real one. */
export interface Workspace {
  openExample(step: Step): Promise<void>
  leaveExample(): Promise<void>
  /** Makes one of the example programmes in the example office. */
  loadProgramme(name: ExampleProgramme, step: Step): Promise<{ readonly editionId: string; readonly frameId: string; readonly reportId: string }>
}

/** Reports progress, lets the event loop breathe, throws `cancelled` when asked to stop. */
export type Step = (progress: Progress) => Promise<void>

export interface QueryContext extends Common {
  readonly db: Reader
}
export interface CommandContext extends Common {
  readonly db: Writer
}
export interface JobContext extends Common {
  read<T>(work: (db: Reader) => Promise<T>): Promise<T>
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>
  readonly files: Files
  readonly desk: Desk
  readonly workspace: Workspace
  readonly step: Step
  /** Aborts when the person cancels: for workers that cannot take a step. */
  readonly signal: AbortSignal
}

type ContextOf<C extends Call> = C['kind'] extends 'query' ? QueryContext : C['kind'] extends 'command' ? CommandContext : JobContext

export type HandlerOf<C extends Call> = (context: ContextOf<C>, input: ParsedInputOf<C>) => Promise<OutputOf<C>>

/** The handlers of one subject of the contract: the compiler names whichever is missing. */
export type Handlers<S extends Contract[string]> = { readonly [V in keyof S]: HandlerOf<S[V]> }
export type AllHandlers<C extends Contract> = { readonly [S in keyof C]: Handlers<C[S]> }
