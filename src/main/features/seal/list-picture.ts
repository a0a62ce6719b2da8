import { readEnvelope } from '../../../shared/domain/seal/cose.ts'
import { digitRuns, fromDigits } from '../../../shared/domain/seal/digits.ts'
import { hexOf } from '../../../shared/domain/seal/fields.ts'
import { decodeList } from '../../../shared/domain/seal/list.ts'
import type { FileRef } from '../../../shared/rpc/wire.ts'
import type { JobContext } from '../../core/context.ts'
import { refuse } from '../../core/failures.ts'
import { openScanner } from '../../intake/scan.ts'
import { base64Of, knowledgeOf } from './known.ts'
import type { OfficeData } from './offices.ts'
import type { ReadFile } from './read-files.ts'
import { codesOfFile, readForSeal, Unreadable } from './read-files.ts'

const mostPages = 20

/** Whether the bytes of a file are a picture or a PDF, whatever its name says. */
export async function asPicture({ files }: JobContext, file: FileRef): Promise<ReadFile | null> {
  return readForSeal(files.path(file), file).catch((error: unknown) => {
    if (error instanceof Unreadable) return null
    throw error
  })
}

/** The annulment list of a known office from a photograph of its notice, as its office's file would bring it. Refused when there is none, or nobody known signed it. */
export async function listOnPicture({ read, now, signal, language }: JobContext, name: string, picture: ReadFile): Promise<OfficeData> {
  const scanner = openScanner({ signal, mostPages })
  const lists: Uint8Array[] = []
  try {
    for await (const { texts } of codesOfFile(scanner, picture)) lists.push(...texts.flatMap(listsIn))
  } catch (error) {
    if (error instanceof Unreadable) refuse('seal.noListOnPicture', { name, why: error.say(language) })
    throw error
  } finally {
    await scanner.close()
  }
  if (lists.length === 0) refuse('seal.noListOnPicture', { name, why: '' })
  const known = await read((db) => knowledgeOf(db, now()))
  for (const bytes of lists) {
    const envelope = readEnvelope(bytes)
    const list = envelope === null ? null : decodeList(envelope.payload)
    const kid = hexOf(envelope?.kid ?? new Uint8Array())
    const key = known.keys.find((each) => each.kid === kid && each.ruc === list?.ruc)
    const root = known.roots.find((each) => each.id === key?.rootId)
    if (root !== undefined) return { name: root.name, ruc: root.ruc, rootPublicKey: root.publicKey, fingerprint: root.fingerprint, bundles: [], lists: [base64Of(bytes)] }
  }
  return refuse('seal.listOfUnknown', { name })
}

function listsIn(text: string): Uint8Array[] {
  return digitRuns(text).flatMap((run) => {
    const bytes = fromDigits(run)
    const envelope = bytes === null ? null : readEnvelope(bytes)
    return bytes !== null && envelope !== null && decodeList(envelope.payload) !== null ? [bytes] : []
  })
}
