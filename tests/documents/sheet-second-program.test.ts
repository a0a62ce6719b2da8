import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, test } from 'vitest'
import { valueText } from '../../src/main/documents/report-format.ts'
import { reportSheet } from '../../src/main/documents/sheet-xlsx.ts'
import { collected, columns, participant, report } from './report-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))
// Debian's own, which is where its packages are.
const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'
const hasOffice = spawnSync('soffice', ['--version']).status === 0
const hasOpenpyxl = spawnSync(python, ['-c', 'import openpyxl']).status === 0

const people = Array.from({ length: 60 }, (_, n) => participant(n))

describe('a sheet opened by another program', () => {
  test.skipIf(!hasOffice)('LibreOffice shows every cell as it was meant to be read', async () => {
    const path = join(folder, 'a.xlsx')
    writeFileSync(path, await collected(reportSheet(report(people))))
    // UTF-8 (76), comma, every cell as shown on the screen.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true'
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync('soffice', [home, '--headless', '--convert-to', filter, '--outdir', folder, path], { stdio: 'ignore' })
    const rows: string[][] = parse(readFileSync(join(folder, 'a.csv')), { relax_column_count: true })
    const head = rows.findIndex((row) => row[0] === 'N.º')
    expect(rows.slice(head + 1)).toEqual(
      people.map((row) => columns.map(({ kind }, i) => valueText(row[i] ?? null, kind, 'es'))),
    )
  })

  test.skipIf(!hasOpenpyxl)('openpyxl reads the same types', async () => {
    const path = join(folder, 'b.xlsx')
    writeFileSync(path, await collected(reportSheet(report(people))))
    const script = `
import sys, json, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
sheet = book.worksheets[0]
print(json.dumps([[ [c.data_type, c.value.isoformat()[:10] if hasattr(c.value, 'isoformat') else c.value] for c in row] for row in sheet.iter_rows(min_row=7, max_row=10)]))
`
    const read: [string, unknown][][] = JSON.parse(execFileSync(python, ['-c', script, path], { encoding: 'utf8' }))
    expect(read[3]?.map(([type]) => type)).toEqual(['n', 's', 's', 's', 'd', 's', 's', 's', 'n', 'n'])
    expect(read[3]?.map(([, value]) => value)).toEqual([
      4, '00023757', '=CMD()', 'M', '1963-03-14', 'Universidad Nacional Mayor de San Marcos', 'Regidora', 'Cajamarca', 24.5, 1250.03,
    ])
  })
})
