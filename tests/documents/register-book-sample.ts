import type { RegisterBook } from '../../src/main/documents/register-book-model.ts'

const longName = 'María del Carmen Encarnación de los Ángeles Huamanchumo Yupanqui viuda de Ñaupari'

/** The register of so many papers without gaps; every thirtieth is of somebody with a long name. */
export function registerBook(papers: number): RegisterBook {
  const columns = [['Número', 104], ['Fecha', 46], ['Nombres y apellidos', 150], ['Documento', 54], ['Acción de capacitación', 162], ['Horas', 36], ['Tipo', 54], ['Versión y estado', 98], ['Firma de recepción', 84]] as const
  return {
    language: 'es',
    title: 'Libro de registro · Certificados',
    subtitle: 'Libro 2026',
    header: { entityName: 'Municipalidad Provincial de Cajamarca', unit: 'Gerencia de Recursos Humanos', logos: [], generatedOn: '2026-11-22' },
    facts: [{ label: 'Año', value: '2026' }],
    opening: { heading: 'Apertura', paragraphs: ['Este libro registra los números de la serie.'], signer: 'Responsable del registro' },
    closing: { heading: 'Cierre', paragraphs: [`Este libro llega al N° ${papers}.`], signer: 'Responsable del registro' },
    columns: columns.map(([label, share]) => ({ label, share, ...(label === 'Horas' ? { align: 'right' as const } : {}) })),
    rowsPerFolio: 25,
    entries: Array.from({ length: papers }, (_, at) => ({
      correlative: at + 1,
      cells: [`N° ${String(at + 1).padStart(3, '0')}-2026-MPC/GRH`, '20/11/2026', at % 30 === 7 ? longName : `Ana Quispe Huamán ${at}`, String(20_000_001 + at), 'Gestión pública', '24', at % 30 === 9 ? 'Certificado\nPonente' : 'Certificado', 'Vigente', ''],
      quiet: false,
    })),
    gaps: [],
    foot: 'Municipalidad Provincial de Cajamarca · Al 22/11/2026',
    madeAt: '2026-11-22T12:00:00.000Z',
  }
}
