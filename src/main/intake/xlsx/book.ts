import { failure } from '../failures.ts'
import type { GuardedZip } from '../zip.ts'
import { attribute, isTrue, readXml } from './xml.ts'

export interface BookSheet {
  readonly name: string
  readonly part: string
  readonly hidden: boolean
}

export interface Book {
  readonly sheets: readonly BookSheet[]
  readonly date1904: boolean
  readonly strings: string | null
  readonly styles: string | null
}

/** The parts of a workbook, found by the relations and not by their usual names. Throws where the zip is something else. */
export async function bookOf(zip: GuardedZip, file: string): Promise<Book> {
  await refuseOthers(zip, file)
  const root = await relationsOf(zip, '', file)
  const main = [...root.values()].find((relation) => relation.type === 'officeDocument')?.target
  if (main === undefined) throw failure('not-a-sheet', { file, looksLike: 'archive' })
  if (main.endsWith('.bin')) throw failure('binary-xlsb', { file })
  if (/(^|\/)word\//.test(main)) throw failure('not-a-sheet', { file, looksLike: 'word' })
  if (/(^|\/)ppt\//.test(main)) throw failure('not-a-sheet', { file, looksLike: 'powerpoint' })

  const relations = await relationsOf(zip, main, file)
  const partOf = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.target ?? null
  const sheets: BookSheet[] = []
  let date1904 = false
  await readXml(zip, main, file, {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = isTrue(attributes['date1904'])
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      // Charts and dialogs are sheets too, without cells.
      if (relation?.type !== 'worksheet') return
      const state = attributes['state']
      const hidden = state === 'hidden' || state === 'veryHidden'
      sheets.push({ name: attributes['name'] ?? '', part: relation.target, hidden })
    },
  })
  return { sheets, date1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

/** The other things that are zips, told by what only they have. */
async function refuseOthers(zip: GuardedZip, file: string): Promise<void> {
  if (zip.has('[Content_Types].xml') && zip.has('_rels/.rels')) return
  if (zip.has('Index/Document.iwa') || zip.has('Index.zip')) throw failure('numbers', { file })
  if (!zip.has('mimetype')) throw failure('not-a-sheet', { file, looksLike: 'archive' })
  let type = ''
  for await (const piece of zip.read('mimetype')) if (type.length < 200) type += piece.toString('latin1')
  if (type.includes('opendocument.spreadsheet')) throw failure('ods', { file })
  throw failure('not-a-sheet', { file, looksLike: type.includes('opendocument.text') ? 'word' : 'archive' })
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** Relations of a part (`''`: of the package), by id; targets as names in the zip. What lies outside the file is left out. */
async function relationsOf(zip: GuardedZip, part: string, file: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const relations = new Map<string, Relation>()
  await readXml(zip, `${folder}_rels/${part.slice(slash + 1)}.rels`, file, {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const type = (attributes['Type'] ?? '').split('/').at(-1) ?? ''
      relations.set(attributes['Id'] ?? '', { type, target: resolved(folder, attributes['Target'] ?? '') })
    },
  })
  return relations
}

function resolved(folder: string, target: string): string {
  const clean = target.replaceAll('\\', '/')
  const steps = clean.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of clean.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
