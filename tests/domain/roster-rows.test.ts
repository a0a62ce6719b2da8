import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { indexDistricts } from '../../src/shared/domain/geography.ts'
import { formatDate } from '../../src/shared/domain/dates.ts'
import type { RosterCell } from '../../src/shared/domain/roster/cells.ts'
import { cellText, folded } from '../../src/shared/domain/roster/cells.ts'
import type { Decisions } from '../../src/shared/domain/roster/decisions.ts'
import { decisionBook, NO_DECISIONS } from '../../src/shared/domain/roster/decisions.ts'
import type { RosterEntry } from '../../src/shared/domain/roster/entries.ts'
import type { RosterField } from '../../src/shared/domain/roster/fields.ts'
import type { Cause } from '../../src/shared/domain/roster/findings.ts'
import { CAUSES } from '../../src/shared/domain/roster/findings.ts'
import type { KnownPeople } from '../../src/shared/domain/roster/matching.ts'
import { organisationBook } from '../../src/shared/domain/roster/organisation-book.ts'
import type { Plan } from '../../src/shared/domain/roster/plan.ts'
import { planRows } from '../../src/shared/domain/roster/plan.ts'
import { openReader, openSheet } from '../../src/shared/domain/roster/row-reader.ts'

const FIELDS = ['rowNumber', 'documentNumber', 'firstSurname', 'secondSurname', 'givenNames', 'sex', 'birthDate', 'email', 'phone', 'organisation', 'post'] as const satisfies readonly RosterField[]
const nobody: KnownPeople = { byDocument: () => undefined, byName: () => [], remembered: () => undefined }

function readAll(rows: readonly (readonly RosterCell[])[], decisions: Decisions = NO_DECISIONS, fields: readonly RosterField[] = FIELDS): RosterEntry[] {
  const organisations = organisationBook(rows.flatMap((row) => (typeof row[9] === 'string' ? [{ text: row[9], districtCode: null }] : [])), new Map())
  const reader = openReader({ districts: indexDistricts([]), today: '2026-11-22', date1904: false, role: 'participant', personClass: 'auto', decisions: decisionBook(decisions) }, organisations)
  const read = openSheet(reader, {
    sheet: 'Hoja1',
    columns: fields.map((field, column) => ({ column, field, label: field })),
    nameOrder: 'surnames-first',
    rows: rows.map((cells, at) => ({ row: at + 2, cells, section: null })),
    groupOf: () => 'uno',
    broken: new Set(),
  })
  return rows.map((_row, at) => read(at))
}

function planOf(entries: readonly RosterEntry[], decisions: Decisions = NO_DECISIONS): Plan {
  const planning = planRows(entries, { known: nobody, decisions: decisionBook(decisions), asOf: '2026-03-01', cohortOf: () => null })
  for (;;) {
    const turn = planning.next()
    if (turn.done === true) return turn.value
  }
}

/** Cells as offices write them: mostly right, with everything that goes wrong. */
const cell = (...usual: readonly RosterCell[]) => fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: fc.string({ maxLength: 20 }) }, { weight: 1, arbitrary: fc.constantFrom<RosterCell>(null, '', '  ', 0, true, -3.5, '#N/A', '=1+1') })
const row = fc.tuple(
  cell(1, 2, 3, 99),
  cell('41229648', '41229649', 1370008, '01.370.008', 'DNI 41229650', "'41229651", 'S/D', '123', 'A1234567', '10412296481'),
  cell('QUISPE', ' Castro ', 'De La Cruz', 'N\u0303ahui', 'García'),
  cell('MAMANI', '', '-', 'Güere'),
  cell('ROSA', 'José Luis', 'José\u00a0Luis', 'María de los Ángeles'),
  cell('F', 'M', 'mujer', 'VARÓN', 'X'),
  cell('14/03/1980', '1980-3-14', '14/03/80', '31/02/1980', 29_294, { date: '1980-03-14', time: null }),
  cell('rosa@example.pe', 'ROSA@EXAMPLE.PE', 'rosa@gmail,com', 'nada'),
  cell('944023214', 944_023_215, '+51 944 023 216', '12'),
  cell('SERVIR', 'Munic. Prov. Cusco', 'Municipalidad Provincial de Cusco', ''),
  cell('Analista', 'Directora'),
)
const decisions = fc.record<Decisions>({
  acceptProposals: fc.boolean(),
  accept: fc.array(fc.record({ cause: fc.constantFrom(...(Object.keys(CAUSES) as Cause[])), rows: fc.constantFrom(null, [{ sheet: 'Hoja1', row: 2 }]) }), { maxLength: 4 }),
  edits: fc.array(fc.record({ sheet: fc.constant('Hoja1'), row: fc.integer({ min: 2, max: 6 }), field: fc.constantFrom(...FIELDS), value: fc.constantFrom('', '41229699', 'Rosa', '14/03/1980') }), { maxLength: 3 }),
  verdicts: fc.array(fc.record({ sheet: fc.constant('Hoja1'), row: fc.integer({ min: 2, max: 6 }), same: fc.boolean(), personId: fc.constant(null), other: fc.record({ sheet: fc.constant('Hoja1'), row: fc.integer({ min: 2, max: 6 }) }) }), { maxLength: 3 }),
  skip: fc.array(fc.record({ sheet: fc.constant('Hoja1'), row: fc.integer({ min: 2, max: 6 }) }), { maxLength: 2 }),
})

describe('whatever the rows and the decisions', () => {
  test('every row ends in one outcome: read = created + updated + unchanged + skipped + rejected', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), decisions, (rows, decided) => {
        const { numbers } = planOf(readAll(rows, decided), decided)
        expect(numbers.read).toBe(rows.length)
        expect(numbers.created + numbers.updated + numbers.unchanged + numbers.skipped + numbers.rejected).toBe(rows.length)
      }),
      { numRuns: 300 },
    )
  })

  test('no document enters twice, and none that cannot be', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), decisions, (rows, decided) => {
        const created = planOf(readAll(rows, decided), decided).rows.filter((one) => one.outcome === 'created')
        const documents = created.flatMap((one) => (one.person.documentNumber == null ? [] : [`${one.person.documentType}:${one.person.documentNumber}`]))
        expect(new Set(documents).size).toBe(documents.length)
        for (const { person } of created) {
          if (person.documentType === '01') expect(person.documentNumber).toMatch(/^\d{8}$/)
          expect((person.documentNumber === null) === (person.documentType === '00')).toBe(true)
          expect(person.firstSurname).not.toBe('')
          expect(person.givenNames).not.toBe('')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('nothing changes in silence: a value that is not what the office wrote has its finding', () => {
    const shown = (value: RosterCell): string => (value === null ? '' : typeof value === 'object' ? formatDate(value.date) : cellText(value))
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), decisions, (rows, decided) => {
        for (const [at, entry] of readAll(rows, { ...decided, edits: [] }).entries()) {
          if (entry.person === null) continue
          const { person } = entry
          const values = [
            [1, 'documentNumber', person.documentNumber ?? ''],
            [2, 'firstSurname', person.firstSurname],
            [4, 'givenNames', person.givenNames],
            [5, 'sex', person.sex ?? ''],
            [6, 'birthDate', formatDate(person.birthDate)],
            [7, 'email', person.email ?? ''],
            [8, 'phone', person.phone ?? ''],
          ] as const
          for (const [column, field, value] of values) {
            const written = shown(rows[at]?.[column] ?? null)
            // A cell that says that there is nothing says nothing.
            if (value === written || (value === '' && /^(0+|x+|no|n ?a|n ?d|s ?d|s ?n)?$/.test(folded(written)))) continue
            expect(entry.findings.some((finding) => finding.field === field), `${field}: «${written}» → «${value}»`).toBe(true)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('who is listed twice', () => {
  const fields = ['rowNumber', 'documentNumber', 'firstSurname', 'secondSurname', 'givenNames'] as const
  test('the row in the order of its list holds, wherever it stands', () => {
    const entries = readAll(
      [
        [1, '41229641', 'Begazo', 'Alva', 'Rosa'],
        [99, '41229642', 'NAHUI', 'APAZA', 'JUAN'],
        [2, '41229642', 'Ñahui', 'Apaza', 'Juan'],
      ],
      NO_DECISIONS,
      fields,
    )
    expect(planOf(entries).rows.map((one) => one.outcome)).toEqual(['created', 'skipped', 'created'])
  })

  test('a document with two names keeps both rows out, until told', () => {
    const rows = [
      [1, '41229641', 'Begazo', 'Alva', 'Rosa'],
      [2, '41229641', 'Ñahui', 'Apaza', 'Juan'],
    ]
    expect(planOf(readAll(rows, NO_DECISIONS, fields)).rows.map((one) => one.outcome)).toEqual(['rejected', 'rejected'])
    const told = { ...NO_DECISIONS, verdicts: [{ sheet: 'Hoja1', row: 3, same: true, personId: null, other: { sheet: 'Hoja1', row: 2 } }] }
    expect(planOf(readAll(rows, told, fields), told).rows.map((one) => one.outcome)).toEqual(['skipped', 'created'])
  })
})
