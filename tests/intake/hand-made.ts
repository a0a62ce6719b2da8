import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, expect } from 'vitest'
import { IntakeFailure } from '../../src/main/intake/failures.ts'
import { readWorkbook, type ReadWorkbookOptions } from '../../src/main/intake/read.ts'

/** Parts of a workbook written by hand, so that each test decides its every character. */
export interface HandMade {
  /** What stands inside `<sheetData>`, or a whole worksheet when it begins with `<?xml` or `<worksheet`. */
  readonly data: string
  readonly strings?: readonly string[]
  /** `<numFmt>` codes; the first is style 1, the second style 2… */
  readonly formats?: readonly string[]
  readonly beforeData?: string
  readonly afterData?: string
  readonly workbook?: string
  readonly sheetState?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export function partsOf(made: HandMade): Record<string, Uint8Array> {
  const formats = made.formats ?? []
  const sheet = made.data.startsWith('<?xml') || made.data.startsWith('<worksheet')
    ? made.data
    : `${XML}<worksheet xmlns="${MAIN}">${made.beforeData ?? ''}<sheetData>${made.data}</sheetData>${made.afterData ?? ''}</worksheet>`
  const state = made.sheetState === undefined ? '' : ` state="${made.sheetState}"`
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': made.workbook ?? `${XML}<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Hoja1" sheetId="1"${state} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${REL}/sharedStrings" Target="/xl/sharedStrings.xml"/>
      <Relationship Id="rId3" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `${XML}<sst xmlns="${MAIN}">${(made.strings ?? []).map((item) => `<si>${item}</si>`).join('')}</sst>`,
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}</cellXfs></styleSheet>`,
    ...made.more,
  }
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))
}

export function bookBytes(made: HandMade): Buffer {
  return Buffer.from(zipSync(partsOf(made), { level: 6 }))
}

/** Two people, so that the book counts as a roster. */
export const TWO_ROWS = '<row r="1"><c r="A1" t="inlineStr"><is><t>Nombre</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Ñahui</t></is></c></row>'

const folder = await mkdtemp(join(tmpdir(), 'constancia-intake-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

let made = 0

/** The path of a file with those bytes. */
export async function fileOf(name: string, bytes: Buffer | Uint8Array | string): Promise<string> {
  made += 1
  const path = join(folder, `${made}`)
  await mkdir(path)
  await writeFile(join(path, name), bytes)
  return join(path, name)
}

export async function readBytes(name: string, bytes: Buffer | Uint8Array | string, options?: ReadWorkbookOptions) {
  return readWorkbook(await fileOf(name, bytes), options)
}

/** The one sheet of a book made by hand. */
export async function sheetOf(hand: HandMade) {
  const [sheet] = (await readBytes('prueba.xlsx', bookBytes(hand))).sheets
  if (sheet === undefined) throw new Error('no sheet came out')
  return sheet
}

/** What the file is refused with: the problem and its parameters. */
export async function refusal(name: string, bytes: Buffer | Uint8Array | string, options?: ReadWorkbookOptions) {
  const error: unknown = await readBytes(name, bytes, options).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  expect(error).toBeInstanceOf(IntakeFailure)
  const { problem, params } = error as IntakeFailure
  return { problem, ...params }
}
