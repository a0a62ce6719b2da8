import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import { say } from '../../shared/messages/messages.ts'
import type { Call } from '../../shared/rpc/define.ts'
import { callNamed } from '../../shared/rpc/define.ts'
import type { App } from '../app.ts'
import { sayAny } from '../app.ts'
import { openOffice, session, told } from './office.ts'
import { systemDesk } from './system-desk.ts'

/**
 * The command line: one call, its input as JSON or as flags; without arguments it lists what the app can do.
 *   npm run cli -- people.list --search quispe
 *   npm run cli -- imports.read --file lista.xlsx
 *   npm run cli -- certificates.list '{"year":2026}'
 * Gives 0, or 1 with the failure as JSON on the error stream. A file is given by its path; files made are told with theirs.
 */
export async function runCli(words: readonly string[], out: (line: string) => void, err: (line: string) => void): Promise<number> {
  const [name, ...rest] = words
  if (name === undefined || name === '--help') {
    for (const line of listing()) out(line)
    return 0
  }
  const call = callNamed(contract, name)
  if (call === undefined) {
    err(say(session().language, 'host.noSuchCall', { name }))
    return 1
  }
  let app: App
  try {
    app = await openOffice(systemDesk)
  } catch (failure) {
    err(told(failure))
    return 1
  }
  app.onNews((news) => {
    if (news.kind === 'progress') err(`${news.progress.done}/${news.progress.total} ${news.progress.note}`)
  })
  try {
    const input = await given(app, rest, call)
    if (typeof input === 'string') {
      err(input)
      return 1
    }
    const answer = await app.call({ id: randomUUID(), name, input }, session())
    if (!answer.ok) {
      err(JSON.stringify(answer.error, null, 2))
      return 1
    }
    out(JSON.stringify(withPaths(app, answer.value), null, 2))
    return 0
  } finally {
    await app.close()
  }
}

function* listing(): Generator<string> {
  yield say(session().language, 'host.calls')
  for (const [subject, calls] of Object.entries(contract)) {
    for (const [verb, call] of Object.entries(calls)) {
      const schema: unknown = z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'any' })
      const fields = typeof schema === 'object' && schema !== null && 'properties' in schema ? Object.keys(schema.properties ?? {}) : []
      yield `  ${`${subject}.${verb}`.padEnd(28)} ${call.kind.padEnd(8)} ${fields.join(', ')}`
    }
  }
}

/** The input that the words say, or why they say none, as a sentence. */
async function given(app: App, words: readonly string[], call: Call): Promise<Record<string, unknown> | string> {
  const { language } = session()
  let input: Record<string, unknown>
  try {
    input = readWords(words, call)
  } catch {
    return sayAny(language, 'host.notJson', {})
  }
  try {
    return await withFiles(app, input)
  } catch (failure) {
    const { code } = failure as { code?: unknown }
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES') return sayAny(language, 'host.noSuchFile', { file: String(input['file']) })
    return told(failure)
  }
}

/** Flags and JSON as one input: `--limit 5 --file lista.xlsx`, or `'{"limit":5}'`. A value that reads as JSON is one. */
function readWords(words: readonly string[], call: Call): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    if (!word.startsWith('--')) {
      Object.assign(input, JSON.parse(word))
      continue
    }
    const [field = '', inline] = word.slice(2).split(/=(.*)/s)
    const next = words[at + 1]
    const value = inline ?? (next === undefined || next.startsWith('--') ? 'true' : words[(at += 1)])
    input[field] = readValue(value ?? '', call, { ...input, [field]: value })
  }
  return input
}

/** Text stays text where the schema takes it: a DNI or a search must not become a number. */
function readValue(value: string, call: Call, tried: unknown): unknown {
  const asText = call.input.safeParse(tried)
  const field = Object.keys(tried as object).at(-1) ?? ''
  const refused = !asText.success && asText.error.issues.some((issue) => issue.path[0] === field)
  if (!refused) return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
}

/** A path where a file is asked for becomes a file taken in. */
async function withFiles(app: App, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { file } = input
  return typeof file === 'string' ? { ...input, file: await app.files().receive(basename(file), await readFile(file)) } : input
}

/** Files in an answer are told with their path. */
function withPaths(app: App, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withPaths(app, one))
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withPaths(app, one)]))
  return 'id' in value && 'size' in value && 'type' in value && 'name' in value ? { ...inner, path: app.files().path(inner as never) } : inner
}

if (import.meta.main) {
  process.exitCode = await runCli(process.argv.slice(2), (line) => console.log(line), (line) => console.error(line))
}
