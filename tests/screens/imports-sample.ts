import type { Gives } from '../../src/renderer/api.ts'
import { idOf } from './support/fake-client.ts'

export const EDITION = idOf(1)
export const CUSCO = idOf(2)
export const IMPORT = idOf(3)

const column = (at: number, label: string, field: Gives<'imports.read'>['sheets'][number]['columns'][number]['field'], samples: string[], confidence = 1) => ({
  column: at, letter: 'ABCDEF'[at] ?? '', label, field, confidence, reason: `Por su encabezado, «${label}».`, samples, filled: 3,
})

const sheet = (name: string, groupName: string): Gives<'imports.read'>['sheets'][number] => ({
  name,
  hidden: false,
  chosen: true,
  headerRow: 5,
  rows: 3,
  columns: [
    column(0, 'N°', 'rowNumber', ['1', '2', '3']),
    column(1, 'DNI', 'documentNumber', ['1370008', '40112233', '29151159']),
    column(2, 'APELLIDOS Y NOMBRES', 'fullName', ['Ccallo La Torre, Noemí', 'ÑAHUI APAZA, JUAN']),
    column(3, 'CORREO', 'email', ['noemi@example.pe']),
    column(4, '¿Cómo se identifica?', 'sensitive', ['Quechua']),
  ],
  nameOrder: { order: 'surnames-first', confidence: 1, reason: 'Hay una coma entre apellidos y nombres.' },
  remembered: false,
  firstRows: [{ row: 6, cells: ['1', '1370008', 'Ccallo La Torre, Noemí', 'noemi@example.pe', 'Quechua'] }],
  groupName,
  notes: [],
})

export const READING: Gives<'imports.read'> = {
  kind: 'xlsx',
  sha256: 'a'.repeat(64),
  encoding: null,
  delimiter: null,
  alternatives: { encodings: [], delimiters: [] },
  before: null,
  sheets: [sheet('CUSCO', 'Cusco'), sheet('LIMA', 'Lima')],
  groups: { by: 'sheet', groups: [{ key: 'CUSCO', name: 'Cusco', rows: 3 }, { key: 'LIMA', name: 'Lima', rows: 3 }] },
}

export const PROGRAMMES: Gives<'programmes.list'> = [
  {
    id: idOf(4),
    name: 'Gobernabilidad',
    shortName: null,
    description: null,
    editions: [
      {
        id: EDITION, programmeId: idOf(4), name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: null, endsOn: null,
        hours: 120, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null,
        cohorts: [{ id: CUSCO, editionId: EDITION, name: 'Cusco', site: null, districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 0, others: 0, certificates: 0 }],
      },
    ],
  },
]

const NUMBERS = { read: 6, created: 4, updated: 0, unchanged: 0, skipped: 0, rejected: 2, enrolled: 4, newOrganisations: 0, newGroups: 1 }
const place = { name: 'CCALLO LA TORRE, Noemí', detail: '', other: null, person: null, otherCells: [], cells: [{ field: 'documentNumber' as const, label: 'DNI', value: '1370008' }] }

/** A review with two lost zeros and two who may be one; less of it once these are decided. */
export function review(input: { readonly decisions?: { readonly accept?: readonly unknown[] | undefined; readonly verdicts?: readonly unknown[] | undefined } | undefined }): Gives<'imports.review'> {
  const accepted = (input.decisions?.accept ?? []).length > 0
  const isJudged = (input.decisions?.verdicts ?? []).length > 0
  const zero = { ...place, field: 'documentNumber' as const, fieldLabel: 'Número de documento', before: '1370008', after: '01370008', accepted, rejects: !accepted }
  return {
    numbers: accepted ? { ...NUMBERS, created: 6, enrolled: 6, rejected: 0 } : NUMBERS,
    ready: accepted,
    asOf: '2026-11-22',
    causes: [
      {
        cause: 'document-zero', severity: 'proposed', count: 2, open: accepted ? 0 : 2, rejected: accepted ? 0 : 2, title: 'DNI que perdió sus ceros', explanation: 'Excel borra los ceros.',
        acceptLabel: 'Aceptar la propuesta', duplicate: false,
        rows: [{ ...zero, sheet: 'CUSCO', row: 6 }, { ...zero, sheet: 'LIMA', row: 7, before: '2238254', after: '02238254' }],
      },
      ...(isJudged
        ? []
        : [{
            cause: 'twins' as const, severity: 'doubt' as const, count: 1, open: 1, rejected: 0, title: 'Homónimos en el archivo', explanation: 'Entran como personas distintas.', acceptLabel: 'Son personas distintas', duplicate: true,
            rows: [{
              ...place, sheet: 'LIMA', row: 8, field: 'fullName' as const, fieldLabel: 'Nombre completo', before: '', after: '', accepted: false, rejects: false,
              detail: 'Coinciden: el mismo nombre.', other: { sheet: 'CUSCO', row: 7, name: 'ÑAHUI APAZA, Juan' }, otherCells: [{ field: 'documentNumber' as const, label: 'DNI', value: '29151159' }],
            }],
          }]),
      { cause: 'name-split', severity: 'tidied', count: 6, open: 0, rejected: 0, title: 'Nombres separados', explanation: 'Se separaron.', acceptLabel: null, duplicate: false, rows: [] },
    ],
    groups: [{ key: 'CUSCO', name: 'Cusco', cohortId: CUSCO, people: 2 }, { key: 'LIMA', name: 'Lima', cohortId: null, people: 2 }],
    organisations: [],
    columnsLeft: [],
    sample: [],
    rejected: [],
    skipped: [],
  }
}

export const RECEIPT: Gives<'imports.get'> = {
  id: IMPORT, at: '2026-11-22T15:00:00.000Z', who: 'Rosa', fileName: 'lista.xlsx', fileSha256: 'a'.repeat(64), act: idOf(5), editionId: EDITION, editionName: 'XII edición',
  rowsRead: 6, created: 6, updated: 0, unchanged: 0, skipped: 0, rejected: 0, enrolled: 6, undone: false, rows: [], total: 6,
}
