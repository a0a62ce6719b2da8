import type { Gives } from '../../../api.ts'

/** Where the office stands with its seal. */
export type SealState = Gives<'seal.state'>
