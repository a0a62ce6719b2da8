import { join } from 'node:path'
import { exampleProgrammes } from '../../shared/domain/example-programmes.ts'
import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { readProgrammeFile, trainingFile } from './examples/programme-file.ts'
import { resultsFile } from './examples/results-file.ts'

export const examples: Handlers<typeof contract.examples> = {
  list: async ({ db, about }) => {
    const listed = []
    for (const name of exampleProgrammes) {
      const { title, summary, people, frame } = await facts(about.resources, name)
      listed.push({ name, title, summary, people, isLoaded: about.example && (await isLoaded(db, frame)) })
    }
    return listed
  },
  load: async ({ about, read, workspace, step }, { name }) => {
    if (!about.example) refuse('examples.notHere')
    const { title, frame } = await facts(about.resources, name)
    if (await read((db) => isLoaded(db, frame))) refuse('examples.alreadyThere', { title })
    return workspace.loadProgramme(name, step)
  },
}

type Name = (typeof exampleProgrammes)[number]

async function facts(resources: string, name: Name): Promise<{ title: string; summary: string; people: number; frame: string }> {
  const given = await readProgrammeFile(join(resources, 'samples'), name)
  const { title, summary, people } = trainingFile.parse(given)
  return { title, summary, people, frame: resultsFile.parse(given).frame.name }
}

/** It is there whole once it has its matrix: that comes after everything it counts. */
async function isLoaded(db: Reader, frame: string): Promise<boolean> {
  return (await db.selectFrom('frames').select('id').where('name', '=', frame).where('removedAt', 'is', null).executeTakeFirst()) !== undefined
}
