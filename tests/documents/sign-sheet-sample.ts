import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReportHeader } from '../../src/main/documents/report-model.ts'
import type { SignRow, SignSheet, SignSheets } from '../../src/main/documents/sign-sheet-model.ts'
import { pagesOf, rowsPerPage } from '../../src/main/documents/sign-sheet-model.ts'
import { pageCodeText } from '../../src/shared/domain/sheet-code.ts'

const surnames = ['QUISPE HUAMÁN', 'ÑAHUI ÑAUPARI', 'TSAMAJẼIN ĨWÃ', 'O’HIGGINS D’ANGELO', 'DE LA TORRE-UGARTE VILLAVICENCIO VIUDA DE HUAMANCHUMO', 'CH’OQUE', 'MAMANI CONDORI']
const names = ['María de los Ángeles Guadalupe Milagros', 'José', 'Tumi', 'Rosa Luz', 'T’ito', 'Julio César', 'Ana']
const organisations = ['Municipalidad Provincial de Cajamarca', 'Gobierno Regional de Planeamiento, Presupuesto y Acondicionamiento Territorial', 'Comunidad nativa San Juan', 'Universidad Nacional Mayor de San Marcos', '']

export const cohortId = '0193a1b2-e5f6-7abc-8def-0123456789ab'
export const sessionId = '0193a1b2-0000-7abc-8def-0123456789ab'

/** The person of that row: the longest names that Peru's registers hold, rare letters, no organisation. */
export function signRow(n: number): SignRow {
  return { name: `${surnames[n % surnames.length]}, ${names[(n * 3) % names.length]}`, organisation: organisations[n % organisations.length] ?? '', document: n % 6 === 5 ? 'CE ••••••214' : `DNI •••••${String(n * 7919 % 1000).padStart(3, '0')}` }
}

export function header(): ReportHeader {
  return { entityName: 'Municipalidad Provincial de Cajamarca', unit: 'Gerencia de Recursos Humanos', yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia', logos: [], hasOwnLogo: false, generatedOn: '2026-11-22' }
}

/** The image of that name among the samples. */
export function sampleImage(name: string): Uint8Array {
  return readFileSync(join(import.meta.dirname, '../../samples', name))
}

export function signSheet(people: number, more: Partial<SignSheet> = {}): SignSheet {
  const signatures = more.signatures ?? ['Firma']
  const blankRows = more.blankRows ?? 5
  const code = more.code ?? 'K7M2QX'
  const pages = pagesOf(people + blankRows, rowsPerPage(signatures.length))
  return {
    course: 'Curso de gestión de proyectos con enfoque territorial e intercultural',
    context: 'Gestión pública · I edición 2026 · Grupo Cusco',
    facts: [
      [
        { label: 'Tema', value: 'Programación multianual de inversiones: formulación, evaluación y cierre de brechas', share: 3 },
        { label: 'Expositores', value: 'Rosa ÑAUPARI QUISPE, Julio César MAMANI CONDORI', share: 2 },
      ],
      [
        { label: 'Fecha', value: 'sábado 21 de noviembre de 2026', share: 2 },
        { label: 'Hora', value: '08:30 a 13:00', share: 1.2 },
        { label: 'Lugar', value: 'Auditorio del Gobierno Regional, av. de la Cultura 732, Cusco', share: 2.8 },
      ],
    ],
    rows: Array.from({ length: people }, (_, n) => signRow(n)),
    pageCodes: Array.from({ length: pages }, (_, at) => pageCodeText({ cohortId, for: { kind: 'session', sessionId }, sheet: code, page: at + 1, pages })),
    signatures, blankRows, code,
    ...more,
  }
}

export function signSheets(sheets: readonly SignSheet[], more: Partial<SignSheets> = {}): SignSheets {
  return { language: 'es', title: 'Hoja de firmas', header: header(), sheets, ...more }
}
