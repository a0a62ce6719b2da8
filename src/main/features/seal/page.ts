import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { say } from '../../../shared/messages/messages.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import type { OfficeData } from './offices.ts'
import { officeData } from './offices.ts'
import { knowledgeOf, ownRoot } from './known.ts'
import { ownList } from './lists.ts'

const OPENING = '<script type="application/json" id="datos">'
const CLOSING = '</script>'

/** The verifier page with what this office knows inside. Refused while it could call no paper authentic: without a list in force. */
export async function saveVerifier({ read, files, about, language, now, today }: JobContext): Promise<FileRef> {
  const offices = await read(async (db) => {
    const root = (await ownRoot(db)) ?? refuse('seal.notPrepared')
    const known = await knowledgeOf(db, now())
    const list = await ownList(db, root, known)
    if (list === null) refuse('seal.publishFirst')
    if (list.isStale) refuse('seal.publishAgain')
    return [root, ...known.roots.filter((each) => each.id !== root.id)].map((each) => officeData(each, known))
  })
  const page = await builtPage(about.resources)
  const bytes = new TextEncoder().encode(withData(page, { generatedAt: now(), offices }))
  return files.write(`${say(language, 'seal.verifierFile')} ${today()} - ${offices[0]?.name ?? ''}.html`, bytes)
}

async function builtPage(resources: string): Promise<string> {
  const page = await readFile(join(resources, 'out', 'verifier', 'verificador.html'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') refuse('seal.noVerifierPage')
    throw error
  })
  return page.includes(OPENING) ? page : refuse('seal.noVerifierPage')
}

/** The page with these data in the place of those it was built with. Nothing in them can end the element that holds them. */
export function withData(page: string, data: { readonly generatedAt: string; readonly offices: readonly OfficeData[] }): string {
  const start = page.indexOf(OPENING) + OPENING.length
  const end = page.indexOf(CLOSING, start)
  if (start < OPENING.length || end < 0) throw new RangeError('the page has no place for data')
  return page.slice(0, start) + safeJson(data) + page.slice(end)
}

function safeJson(data: object): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
