import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { AppContract } from '../../../shared/contract/index.ts'
import type { ExampleProgramme } from '../../../shared/domain/example-programmes.ts'
import type { Client } from '../../../shared/rpc/client.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'

export type Api = Client<AppContract>

/** What an example is made with: the same calls as the screens, and the files of `samples`. */
export interface ExampleWork {
  readonly api: Api
  /** Folder of the samples. */
  readonly samples: string
  /** Hands a file of this machine to the app. */
  take(path: string): Promise<FileRef>
}

const day = z.string()
/** Fields that the contract checks: the file says the same as the form. */
const fields = z.looseObject({})

const rule = z.object({ leastShare: z.number().nullable(), needsRequired: z.union([z.literal(0), z.literal(1)]), leastMark: z.number().nullable() })

const sessionsPlan = z.object({
  days: z.array(day),
  startsAt: z.string(),
  endsAt: z.string(),
  plannedMinutes: z.number(),
  /** Modules in order, each over the same number of days. */
  modules: z.array(z.string()),
  modality: z.enum(['presencial', 'virtual', 'semipresencial']).nullable().default(null),
})

/** From what attendance is written: a pattern (nobody of them exists), the exports of a video meeting, or columns of a form. */
const attendancePlan = z.discriminatedUnion('from', [
  z.object({ from: z.literal('pattern') }),
  z.object({ from: z.literal('meetings'), files: z.array(z.string()) }),
  z.object({ from: z.literal('form'), file: z.string() }),
])

const editionPlan = z.object({
  /** By which agreements, frames and the rest of the file name it. */
  key: z.string(),
  edition: fields,
  partners: z.array(z.object({ name: z.string(), kind: z.string(), role: z.enum(['organiser', 'sponsor', 'requester', 'academic']), logo: z.string().nullable().default(null) })).default([]),
  groups: z.array(fields).default([]),
  roster: z.object({ file: z.string(), by: z.enum(['sheet', 'column', 'one']), personClass: z.enum(['auto', 'servidor', 'lider', 'otro']).default('auto') }).nullable().default(null),
  sessions: sessionsPlan.nullable().default(null),
  attendance: attendancePlan.default({ from: 'pattern' }),
  mark: z.object({ name: z.string(), kind: z.enum(['work', 'exam', 'entry', 'exit']), weight: z.number(), scaleMin: z.number(), scaleMax: z.number() }).nullable().default(null),
  rules: z.object({ certificado: rule.nullable().default(null), constancia: rule.nullable().default(null) }).nullable().default(null),
  acta: z.object({ drawnUpOn: day }).nullable().default(null),
  certificate: z.object({ paperKind: z.enum(['certificado', 'constancia']), issuedOn: day, model: z.enum(['sober', 'festive', 'attendance']) }).nullable().default(null),
  /** How many forms of the usual reaction survey came back. */
  surveyForms: z.number().int().default(0),
})
export type EditionPlan = z.output<typeof editionPlan>

export const trainingFile = z.object({ title: z.string(), summary: z.string(), people: z.number().int(), programmes: z.array(z.object({ programme: fields, editions: z.array(editionPlan) })) })
export type TrainingFile = z.output<typeof trainingFile>

/** One of the five programmes as data: `samples/programas/<name>.json`. All people in it are invented. */
export async function readProgrammeFile(samples: string, name: ExampleProgramme): Promise<unknown> {
  return JSON.parse(await readFile(join(samples, 'programas', `${name}.json`), 'utf8'))
}

/** Fields of a call that came from a file: the contract checks them when they arrive. */
export function asFields<T>(given: unknown): T {
  return given as T
}
