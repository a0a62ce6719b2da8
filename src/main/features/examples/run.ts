import type { ExampleProgramme } from '../../../shared/domain/example-programmes.ts'
import { saveOffice } from './office.ts'
import type { ExampleWork } from './programme-file.ts'
import { readProgrammeFile, trainingFile } from './programme-file.ts'
import { makeTraining, trainingSteps } from './training.ts'

/** What the main job goes through, in order. */
export const mainJobSteps = ['settings', ...trainingSteps] as const
export type MainJobStep = (typeof mainJobSteps)[number]

export interface MainJob extends ExampleWork {
  /** Called when a step begins. */
  begin(step: MainJobStep): Promise<void>
}

export interface MainJobResult {
  readonly editionId: string
  readonly actaIds: readonly string[]
  readonly issued: readonly string[]
}

/** The whole main job as a clerk would do it: the office's settings, then the first of the five programmes up to its certificates. */
export async function runMainJob(job: MainJob): Promise<MainJobResult> {
  await job.begin('settings')
  await saveOffice(job)
  const [edition] = await makeTraining(job, await trainingOf(job, 'caf'), job.begin)
  if (edition === undefined) throw new Error('the example has no edition')
  return edition
}

async function trainingOf({ samples }: ExampleWork, name: ExampleProgramme) {
  return trainingFile.parse(await readProgrammeFile(samples, name))
}
