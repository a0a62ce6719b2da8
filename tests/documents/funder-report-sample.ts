import type { FunderReportData, TableBlock } from '../../src/main/documents/funder-report/model.ts'

const long = 'GERENCIA REGIONAL DE PLANEAMIENTO, PRESUPUESTO Y ACONDICIONAMIENTO TERRITORIAL'

const frame: TableBlock = {
  kind: 'table',
  title: null,
  columns: [
    { label: 'Indicador', kind: 'text' }, { label: 'Unidad', kind: 'text' }, { label: 'Línea de base', kind: 'figure' }, { label: 'Meta', kind: 'figure' }, { label: 'Real', kind: 'figure' }, { label: '%', kind: 'text' },
    { label: 'Acumulado', kind: 'figure' }, { label: 'Fuente de verificación', kind: 'text' }, { label: 'Anexo', kind: 'text' }, { label: 'Explicación', kind: 'text' },
  ],
  rows: [
    ['OE1. Los servidores de las municipalidades aplican los instrumentos de gobierno abierto', null, null, null, null, null, null, null, null, null],
    ['I1. Servidores y servidoras que terminan el curso', 'personas', 0, 80, 46, '57.5 %', 46, 'Actas y registro de certificados', 'A-1', 'El tercer grupo empezó en octubre por las lluvias.'],
    ['I2. Horas-persona de capacitación', 'horas', 120, 1500, 1386.5, '92.4 %', 1386.5, 'Listas de asistencia firmadas', 'A-2', null],
  ],
  total: null,
  headingRows: [0],
}

/** A report with something of everything. */
export function sampleReport(over: Partial<FunderReportData> = {}): FunderReportData {
  return {
    language: 'es',
    title: 'Informe del segundo semestre de 2026',
    subtitle: 'Fortalecimiento de capacidades de agentes de la cooperación internacional',
    entityName: 'Instituto de Gestión Pública',
    unit: 'Oficina de Capacitación',
    yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia',
    logos: [],
    facts: [
      { label: 'Convenio', value: 'Subvención N.º 012-2025-ACCD, Fortalecimiento de capacidades locales en Lima, Arequipa y Piura' },
      { label: 'Período', value: 'del 01/07/2026 al 31/12/2026' },
      { label: 'Presentado por', value: long },
      { label: 'Fecha', value: '22/11/2026' },
    ],
    sections: [
      { id: 'cover', kind: 'cover', title: 'Carátula', blocks: [] },
      {
        id: 'summary',
        kind: 'summary',
        title: 'Resumen',
        blocks: [
          { kind: 'text', text: 'En el semestre terminaron el curso 46 personas de 12 municipalidades, con 1,386.5 horas de capacitación. La mitad trabaja fuera de la capital de su provincia.\nLas quince iniciativas que salieron del curso pasaron a la etapa de ejecución.' },
          { kind: 'figures', figures: [{ label: 'personas capacitadas', value: '46', detail: 'meta: 80' }, { label: 'horas-persona', value: '1,386.5', detail: null }, { label: 'iniciativas en ejecución', value: '15', detail: '6 de Lima, 5 de Arequipa, 4 de Piura' }, { label: 'papeles emitidos', value: '44', detail: null }] },
          { kind: 'chart', title: 'Avance de las metas', alt: 'Avance de las metas: I1, 57.5 %; I2, 92.4 %', chart: { kind: 'progress', rows: [{ label: 'I1. Servidores y servidoras que terminan el curso', percent: 57.5, timePercent: 78, words: '46 de 80' }, { label: 'I2. Horas-persona', percent: 92.4, timePercent: 78, words: '1,386.5 de 1,500' }] } },
          { kind: 'table', title: null, columns: [{ label: 'Indicador', kind: 'text' }, { label: 'Meta', kind: 'figure' }, { label: 'Real', kind: 'figure' }], rows: [['I1', 80, 46], ['I2', 1500, 1386.5]], total: null, headingRows: [] },
        ],
      },
      { id: 'frame', kind: 'frame', title: 'Marco lógico', blocks: [frame, { kind: 'note', text: 'Del período cerrado el 03/10/2026: llegaron tarde 2 personas al indicador I1; no se suman a lo informado.' }] },
      {
        id: 'people',
        kind: 'people',
        title: 'Personas',
        blocks: [
          { kind: 'chart', title: 'Por sexo', alt: 'Por sexo: mujeres, 26; hombres, 20', chart: { kind: 'bars', bars: [{ label: 'Mujeres', value: 26, words: '26 · 56.5 %' }, { label: 'Hombres', value: 20, words: '20 · 43.5 %' }] } },
          { kind: 'table', title: 'Por sexo', columns: [{ label: 'Sexo', kind: 'text' }, { label: 'Personas', kind: 'integer' }, { label: '%', kind: 'text' }], rows: [['Mujeres', 26, '56.5 %'], ['Hombres', 20, '43.5 %']], total: ['Total', 46, '100.0 %'], headingRows: [] },
          { kind: 'table', title: 'Por organización', columns: [{ label: 'Organización', kind: 'text' }, { label: 'Personas', kind: 'integer' }], rows: Array.from({ length: 60 }, (_, at) => [`${long} ${at + 1}`, at]), total: ['Total', 1770], headingRows: [] },
        ],
      },
    ],
    generatedOn: '2026-11-22',
    madeAt: '2026-11-22T15:00:00.000Z',
    watermark: null,
    foot: 'Informe N.º 1 · emitido el 22/11/2026',
    words: { contents: 'Contenido', page: 'Página {n} de {of}' },
    ...over,
  }
}
