import { join } from 'node:path'
import ExcelJS from 'exceljs'
import type { FileRef } from '../../src/shared/rpc/wire.ts'
import { dropBytes } from '../support/dropped-files.ts'
import type { OpenApp } from '../support/open-app.ts'

export const samples = join(import.meta.dirname, '../../samples')

type Edition = Parameters<OpenApp['api']['editions']['create']>[0]

/** A programme with one edition; gives the edition's id. */
export async function anEdition(api: OpenApp['api'], fields: Partial<Edition> = {}): Promise<string> {
  const programme = await api.programmes.create({ name: 'Gobernabilidad y gestión pública', shortName: null, description: null })
  const edition = await api.editions.create({
    programmeId: programme.id, name: 'XII edición', title: null, actionType: 'diplomado', year: 2026, modality: 'presencial', startsOn: '2026-03-02', endsOn: null,
    hours: null, minutesPerHour: 60, place: null, syllabus: null, legalBasis: null, ...fields,
  })
  return edition.id
}

export type SheetRows = Readonly<Record<string, readonly (readonly (string | number | boolean | Date | null | { formula: string; result?: string })[])[]>>

/** A workbook as an office would send it, dropped on the app. */
export async function dropBook(app: OpenApp, name: string, sheets: SheetRows): Promise<FileRef> {
  const book = new ExcelJS.Workbook()
  for (const [title, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(title)
    for (const row of rows) sheet.addRow([...row])
  }
  return dropBytes(app, name, new Uint8Array(await book.xlsx.writeBuffer()))
}

export const yes = { acceptProposals: true }

/** Everything a person's screen shows of those in the database, by name. */
export async function everybody(api: OpenApp['api']): Promise<Awaited<ReturnType<OpenApp['api']['people']['list']>>['rows']> {
  const all: Awaited<ReturnType<OpenApp['api']['people']['list']>>['rows'] = []
  for (let offset = 0; ; offset += 500) {
    const { rows } = await api.people.list({ offset, limit: 500 })
    all.push(...rows)
    if (rows.length < 500) return all
  }
}
