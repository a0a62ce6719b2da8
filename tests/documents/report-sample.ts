import type { Breakdown, ReportData, Row } from '../../src/main/documents/report-model.ts'

const surnames = ['QUISPE HUAMÁN', 'ÑAHUI ÑAUPARI', 'TSAMAJẼIN ĨWÃ', 'O’HIGGINS D’ANGELO', 'DE LA TORRE-UGARTE VILLAVICENCIO VIUDA DE HUAMANCHUMO', 'CH’OQUE', 'MAMANI CONDORI', 'DËMASH', 'RENGIFO A̱WACHI', 'VARGAS Ɨ']
const names = ['María de los Ángeles Guadalupe Milagros', 'José', 'Tumi', 'Rosa Luz', 'T’ito', 'Julio César', 'Ana', 'Wilder Ɨ', 'Ẽma', 'Carlos Alberto']
const organisations = ['Municipalidad Provincial de Cajamarca', 'Gobierno Regional de Planeamiento, Presupuesto y Acondicionamiento Territorial', 'Comunidad nativa San Juan', 'Universidad Nacional Mayor de San Marcos', 'Asociación Civil Ñañay']
const posts = ['Especialista en gestión pública', 'Apu', 'Jefa de la Unidad de Gestión de Recursos Humanos', 'Regidora', '']

/** The participant of that position: long names, rare letters, zeros in front, text that looks like a formula. */
export function participant(n: number): Row {
  return [
    n + 1,
    String(n * 7919 % 100_000_000).padStart(8, '0'),
    n === 3 ? '=CMD()' : `${surnames[n % surnames.length]}, ${names[(n * 3) % names.length]}`,
    n % 2 === 0 ? 'F' : 'M',
    n % 7 === 0 ? null : `19${String(60 + (n % 40)).padStart(2, '0')}-03-14`,
    organisations[n % organisations.length] ?? '',
    posts[n % posts.length] ?? '',
    'Cajamarca',
    n % 3 === 0 ? 24.5 : 40,
    125_000 + n,
  ]
}

export const columns: ReportData['columns'] = [
  { label: 'N.º', kind: 'integer' },
  { label: 'Documento', kind: 'document' },
  { label: 'Apellidos y nombres', kind: 'text' },
  { label: 'Sexo', kind: 'text' },
  { label: 'Fecha de nacimiento', kind: 'date' },
  { label: 'Organización', kind: 'text' },
  { label: 'Cargo', kind: 'text' },
  { label: 'Región', kind: 'text' },
  { label: 'Horas', kind: 'decimal' },
  { label: 'Costo por participante', kind: 'money' },
]

export const totals: readonly Breakdown[] = [
  { title: 'Por sexo', columns: ['Sexo', 'Personas'], rows: [['Mujeres', 182], ['Hombres', 133], ['No se registró', 5]] },
  {
    title: 'Por tipo de organización',
    columns: ['Tipo', 'Participaciones', 'Personas'],
    rows: [
      ['Gobierno central', 96, 90],
      ['Gobierno regional', 71, 70],
      ['Municipalidad provincial o distrital', 84, 80],
      ['Organización social de base, comité de vaso de leche o comedor popular', 12, 12],
      ['Universidad', 31, 30],
      ['Partido político', 26, 25],
    ],
    total: [320, 301],
  },
  {
    title: 'Por región',
    columns: ['Región', 'Personas'],
    rows: [['Arequipa', 51], ['Cusco', 48], ['Junín', 49], ['La Libertad', 57], ['Lima', 74], ['San Martín', 41]],
  },
]

export function report(rows: ReportData['rows'], more: Partial<ReportData> = {}): ReportData {
  return {
    language: 'es',
    title: 'Participantes de la edición',
    subtitle: 'Gobernabilidad, Gerencia Política y Gestión Pública, XII edición',
    header: {
      entityName: 'Municipalidad Provincial de Cajamarca',
      unit: 'Gerencia de Recursos Humanos',
      yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia',
      logos: [],
      generatedOn: '2026-11-22',
    },
    facts: [
      { label: 'Programa', value: 'Gobernabilidad, Gerencia Política y Gestión Pública' },
      { label: 'Grupo', value: 'Cajamarca' },
      { label: 'Fechas', value: '14/03/2026 al 28/11/2026' },
      { label: 'Horas', value: '120 horas de 45 minutos' },
      { label: 'Organizan', value: 'CAF, Pontificia Universidad Católica del Perú, The George Washington University' },
    ],
    columns,
    rows,
    totals,
    columnsThatStay: 3,
    ...more,
  }
}

export async function collected(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return new Uint8Array(Buffer.concat(all))
}
