import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from '../../src/main/hosts/cli.ts'

const samples = join(import.meta.dirname, '../../samples')
let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'constancia-cli-'))
  const before = process.env['CONSTANCIA_HOME']
  process.env['CONSTANCIA_HOME'] = folder
  onTestFinished(async () => {
    if (before === undefined) delete process.env['CONSTANCIA_HOME']
    else process.env['CONSTANCIA_HOME'] = before
    await rm(folder, { recursive: true, force: true })
  })
})

async function run(...words: string[]) {
  const out: string[] = []
  const err: string[] = []
  const code = await runCli(words, (line) => out.push(line), (line) => err.push(line))
  return { code, out: out.join('\n'), err: err.join('\n') }
}

describe('the command line', () => {
  it('lists what the app can do when nothing is asked', async () => {
    const { code, out } = await run()
    expect(code).toBe(0)
    expect(out).toMatch(/people\.list\s+query\s+search/)
    expect(out).toMatch(/certificates\.issue\s+job\s+enrolmentIds/)
  })

  it('takes flags and JSON, and keeps a number that is a document as text', async () => {
    await run('people.create', JSON.stringify({ documentType: '01', documentNumber: '01234567', documentCountry: null, firstSurname: 'QUISPE', secondSurname: null, givenNames: 'Ana', certificateName: null, sex: null, birthDate: null, statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'servidor', community: null, districtCode: null, notes: null }))
    const { out } = await run('people.list', '--search', '01234567', '--limit', '5')
    expect(JSON.parse(out)).toMatchObject({ total: 1, rows: [{ firstSurname: 'QUISPE' }] })
  })

  it('takes a file by its path, and tells where it wrote one', async () => {
    const { out } = await run('assets.add', '--file', join(samples, 'assets/logo-municipalidad.png'))
    expect(JSON.parse(out)).toMatchObject({ type: 'png' })
    const report = JSON.parse((await run('reports.register', '--format', 'pdf')).out) as { path: string; size: number }
    expect((await stat(report.path)).size).toBe(report.size)
  })

  it('answers a failure as a sentence, with a code that a script can read', async () => {
    const { code, err } = await run('editions.get', '--id', '01900000-0000-7000-8000-000000000000')
    expect(code).toBe(1)
    expect(JSON.parse(err)).toEqual({ code: 'missing', message: 'Esa edición ya no existe.' })
  })

  it('says in a sentence that a file is not there, and that what was written is not JSON', async () => {
    const missing = await run('imports.read', '--file', join(folder, 'no-existe.xlsx'))
    expect(missing.code).toBe(1)
    expect(missing.err).toMatch(/^No se puede leer el archivo «.*no-existe\.xlsx»: no existe/)
    const broken = await run('people.list', '{mal')
    expect(broken.code).toBe(1)
    expect(broken.err).toMatch(/^Lo escrito no es JSON/)
  })

  it('says so when another window holds the data', async () => {
    const { openOffice } = await import('../../src/main/hosts/office.ts')
    const { systemDesk } = await import('../../src/main/hosts/system-desk.ts')
    const app = await openOffice(systemDesk)
    onTestFinished(() => app.close())
    const { code, err } = await run('people.list')
    expect(code).toBe(1)
    expect(err).toContain('Otra ventana de Constancia tiene abiertos estos datos')
  })
})
