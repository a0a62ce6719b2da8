import type { FileRef } from '../../../shared/rpc/wire.ts'
import { Failure } from '../../core/failures.ts'
import type { JobContext } from '../../core/context.ts'
import { IntakeFailure } from '../../intake/failures.ts'
import { readWorkbook } from '../../intake/read.ts'
import type { Workbook } from '../../intake/table.ts'
import { say } from '../../../shared/messages/messages.ts'

/** A file as it was read, with what proves that it is the same the next time. */
export interface Source {
  readonly sha256: string
  readonly workbook: Workbook
}

export interface Asked {
  readonly file: FileRef
  readonly encoding?: string | undefined
  readonly delimiter?: string | undefined
}

/** Each review after an edit asks for the same file again: the last few stay parsed. */
const KEPT = 3
const cache = new Map<string, Source>()

/** The rows of a file, parsed in a worker the first time. Throws `refused` with what is wrong with it. */
export async function sourceOf(context: JobContext, asked: Asked): Promise<Source> {
  const sha256 = await context.files.digest(asked.file)
  const key = [sha256, asked.encoding ?? '', asked.delimiter ?? ''].join('|')
  const known = cache.get(key)
  if (known !== undefined) {
    cache.delete(key)
    cache.set(key, known)
    return known
  }
  const source = { sha256, workbook: await parsed(context, asked) }
  cache.set(key, source)
  for (const old of [...cache.keys()].slice(0, -KEPT)) cache.delete(old)
  return source
}

async function parsed(context: JobContext, { file, encoding, delimiter }: Asked): Promise<Workbook> {
  const note = say(context.language, 'imports.step.reading')
  await context.step({ done: 0, total: file.size, note })
  try {
    return await readWorkbook(context.files.path(file), {
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      signal: context.signal,
    })
  } catch (error) {
    // The path under which the file is kept says nothing to a person: its own name does.
    if (error instanceof IntakeFailure) throw new Failure('refused', error.sentence, { ...error.params, file: file.name })
    throw error
  }
}
