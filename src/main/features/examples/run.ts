import type { ExampleProgramme } from '../../../shared/domain/example-programmes.ts'
import { saveOffice } from './office.ts'
import type { Api, ExampleWork } from './programme-file.ts'
import { readProgrammeFile, trainingFile } from './programme-file.ts'
import type { ResultStep } from './results.ts'
import { makeResults, resultSteps } from './results.ts'
import { resultsFile } from './results-file.ts'
import type { MadeEdition, TrainingStep } from './training.ts'
import { makeTraining, trainingSteps } from './training.ts'

/** What the main job goes through, in order. */
export const mainJobSteps = ['settings', ...trainingSteps] as const
export type MainJobStep = (typeof mainJobSteps)[number]

/** What one of the five programmes goes through, in order. */
export const programmeSteps = [...trainingSteps, ...resultSteps] as const

export interface MainJob extends ExampleWork {
  /** Called when a step begins. */
  begin(step: MainJobStep): Promise<void>
}

/** The whole main job as a clerk would do it: the office's settings, then the first of the five programmes up to its certificates. */
export async function runMainJob(job: MainJob): Promise<MadeEdition> {
  await job.begin('settings')
  await saveOffice(job)
  const [edition] = await makeTraining(job, trainingFile.parse(await readProgrammeFile(job.samples, 'caf')), job.begin)
  if (edition === undefined) throw new Error('the example has no edition')
  return edition
}

export interface ProgrammeMade {
  readonly editionId: string
  readonly frameId: string
  readonly reportId: string
}

/** One of the five programmes, from its roster to its report, in an office whose settings are there. Training that is there already is taken as it stands. */
export async function makeProgramme(work: ExampleWork, name: ExampleProgramme, begin: (step: TrainingStep | ResultStep) => Promise<void>): Promise<ProgrammeMade> {
  const given = await readProgrammeFile(work.samples, name)
  const training = trainingFile.parse(given)
  const results = resultsFile.parse(given)
  const made = (await standingTraining(work.api, training.programmes)) ?? (await makeTraining(work, training, begin))
  const { frameId, reportId } = await makeResults(work, results, made, begin)
  return { editionId: made.at(-1)?.editionId ?? '', frameId, reportId }
}

type Programmes = ReturnType<typeof trainingFile.parse>['programmes']

/** The editions of a file as they stand, or null where one is not there. */
async function standingTraining(api: Api, programmes: Programmes): Promise<MadeEdition[] | null> {
  const listed = await api.programmes.list({})
  const made: MadeEdition[] = []
  for (const { programme, editions } of programmes) {
    const there = listed.find((one) => one.name === programme['name'])
    for (const plan of editions) {
      const edition = there?.editions.find((one) => one.name === plan.edition['name'])
      if (edition === undefined) return null
      made.push({ key: plan.key, plan, editionId: edition.id, cohortIds: edition.cohorts.map((one) => one.id), actaIds: [], issued: [] })
    }
  }
  return made
}
