import type { EnrolmentRole, PaperKind } from '../../../shared/domain/training.ts'
import { composeCertificate } from '../../../shared/domain/certificate-words.ts'
import { dateRange, longDate } from '../../../shared/domain/dates.ts'
import type { FieldValues } from '../../../shared/domain/design/fields.ts'
import { gradeWords } from '../../../shared/domain/numbers.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import { paperWords } from '../../../shared/messages/paper-words.ts'
import type { PaperWords } from './words.ts'

// Invented people and papers: what a design shows while it is made. Names are data, as an office would have typed them.

interface Asked {
  readonly paperKind: PaperKind
  readonly role: EnrolmentRole
  readonly language: Language
}

interface Invented {
  readonly name: string
  readonly title: string
  readonly entity: string
  readonly unit: string
  readonly place: string
  readonly number: string
  readonly legalBasis: string
  readonly programme: string
  readonly post: string
  readonly organisation: string
  readonly signatories: readonly (readonly [name: string, post: string, entity: string | null])[]
  readonly subjects: readonly string[]
  /** Why it replaces an earlier version. */
  readonly corrected: string | null
  /** Bytes of the seal: a typical one, or the worst (design/SEAL.md). */
  readonly sealBytes: number
}

const usual: Invented = {
  name: 'María Elena Quispe Huamán',
  title: 'Gobernabilidad, Gerencia Política y Gestión Pública',
  entity: 'Municipalidad Provincial de Cajamarca',
  unit: 'Oficina General de Gestión de Recursos Humanos',
  place: 'Cajamarca',
  number: 'N° 001-2026-MPC/GRH',
  legalBasis: 'Plan de Desarrollo de las Personas 2026, aprobado por Resolución de Alcaldía N° 045-2026-A-MPC',
  programme: 'Escuela de Gobierno Local',
  post: 'Especialista en planeamiento',
  organisation: 'Municipalidad Distrital de Los Baños del Inca',
  signatories: [['Rosa Amelia Vargas Tello', 'Gerenta de Gestión de Recursos Humanos', null], ['Juan Carlos Becerra Marín', 'Alcalde Provincial', null]],
  subjects: ['El Estado y sus reformas', 'Planeamiento estratégico y presupuesto por resultados', 'Gobierno abierto, transparencia y acceso a la información', 'Servicio civil y gestión del rendimiento', 'Interculturalidad y lenguas originarias en los servicios públicos', 'Gestión del riesgo de desastres', 'Taller: plan de acción para el propio distrito'],
  corrected: null,
  sealBytes: 278,
}

/** The longest of everything that is realistic (PERU.md G.3). */
const longest: Invented = {
  name: 'MARÍA DE LOS ÁNGELES GUADALUPE MILAGROS DE LA TORRE-UGARTE VILLAVICENCIO VIUDA DE HUAMANCHUMO',
  title: 'Programa de fortalecimiento de capacidades en gobernabilidad democrática, gerencia política, planeamiento estratégico, presupuesto por resultados e inversión pública para autoridades, funcionarios y lideresas de las comunidades de la Amazonía peruana',
  entity: 'GERENCIA REGIONAL DE PLANEAMIENTO, PRESUPUESTO Y ACONDICIONAMIENTO TERRITORIAL DEL GOBIERNO REGIONAL DE LA LIBERTAD',
  unit: 'SUBGERENCIA DE DESARROLLO INSTITUCIONAL, MODERNIZACIÓN Y TECNOLOGÍAS DE LA INFORMACIÓN',
  place: 'Santa Rosa de Quives del Valle del Chillón',
  number: 'N° 00123-2026-GRPPAT-GRLL/SGRH-OCAP-UCAP',
  legalBasis: 'Plan de Desarrollo de las Personas 2026, aprobado por Resolución Gerencial Regional N° 00045-2026-GRLL-GGR-GRPPAT, y Convenio Específico de Cooperación Interinstitucional N° 012-2026',
  programme: 'Programa de Fortalecimiento de Capacidades para la Gobernabilidad Democrática',
  post: 'Responsable de la Oficina de Programación Multianual de Inversiones',
  organisation: 'MUNICIPALIDAD DISTRITAL DE SAN JUAN BAUTISTA DE LA FRONTERA DE HUAMANGA',
  signatories: [
    ['Dra. María del Rosario Fernández-Baca Villanueva', 'Gerenta Regional de Planeamiento, Presupuesto y Acondicionamiento Territorial', null],
    ['Mg. Luis Alberto Huamanchumo de la Torre', 'Subgerente de Desarrollo Institucional y Modernización', null],
    ['Dr. Juan Carlos Ccahuana Tsamajain', 'Director de la Escuela de Gobierno y Políticas Públicas', 'Universidad Nacional Intercultural de la Amazonía'],
    ['Ing. Rosa Guadalupe O’Higgins Ñaupari', 'Representante residente', 'Fondo para el Buen Gobierno y la Participación Ciudadana'],
  ],
  subjects: Array.from({ length: 28 }, (_, at) => ['Marco normativo de la gestión pública y modernización del Estado', 'Planeamiento estratégico, presupuesto por resultados y seguimiento de la inversión pública en los gobiernos locales', 'Derechos colectivos y consulta previa de los pueblos indígenas u originarios', 'Taller de formulación de planes de acción'][at % 4] ?? ''),
  corrected: 'apellido materno según DNI, por resolución administrativa',
  sealBytes: 481,
}

/** Words for a page while it is designed: those of an everyday paper, or the longest that are realistic. */
export function sampleWords(kind: 'usual' | 'longest', asked: Asked): PaperWords {
  const invented = kind === 'usual' ? usual : longest
  const hours = kind === 'usual' ? 24 : 120
  return {
    fields: fieldsOf(invented, asked, hours),
    tables: tablesOf(invented, hours),
    logos: [],
    signatories: invented.signatories.map(([name, post, entity]) => ({ name, post, entity, imageHash: null })),
    qr: sampleDigits(invented.sealBytes),
    withSyllabus: true,
  }
}

function fieldsOf(invented: Invented, { paperKind, role, language }: Asked, hours: number): FieldValues {
  const dates = { longDate: (day: string) => longDate(day, language), dateRange: (from: string, to: string) => dateRange(from, to, language) }
  const words = paperWords(language, dates)
  const noun = say(language, 'certificates.noun', { type: 'curso' })
  const isGraded = paperKind === 'certificado' && role === 'participant'
  const composed = composeCertificate(
    {
      paperKind, role, approved: isGraded, sex: 'F', action: { noun, feminine: false }, title: invented.title, startsOn: '2026-10-12', endsOn: '2026-10-21', hours, minutesPerHour: 45,
      modality: 'presencial', place: { kind: 'city', name: invented.place }, grade: isGraded ? 17 : null, gradeInWords: isGraded && language === 'es' ? gradeWords(17) : null,
      document: { type: 'DNI', number: '12345678' }, issuedOn: '2026-11-22', issuedIn: invented.place,
    },
    words,
  )
  const code = '7K3QM-X9P2A'
  return {
    encabezado: composed.heading, nota_encabezado: composed.headingNote, numero: invented.number, version: invented.corrected === null ? '' : say(language, 'corrections.versionNote', { version: 2, day: '14/11/2026', reason: invented.corrected }), codigo: code,
    linea_sello: say(language, 'certificates.sealLine', { number: invented.number, ruc: '20143623042', code }),
    huella: 'ábaco abdomen abeja abierto abogado abono aborto abrazo',
    otorgado_a: composed.givenTo, nombre: invented.name, documento: composed.documentText ?? '', tipo_documento: 'DNI', numero_documento: '12345678',
    rol: say(language, 'certificates.roleOnPaper', { role }), cargo: invented.post, organizacion: invented.organisation,
    enunciado: composed.statement, accion: invented.title, tipo_accion: noun, programa: invented.programme, grupo: `${invented.place} 2026-I`, modalidad: 'presencial', lugar: invented.place,
    desde: dates.longDate('2026-10-12'), hasta: dates.longDate('2026-10-21'), fechas: dates.dateRange('2026-10-12', '2026-10-21'), horas: String(hours), tipo_hora: say(language, 'certificates.hourKind', { minutes: 45, one: false }),
    nota: isGraded ? '17' : '', nota_letras: isGraded && language === 'es' ? gradeWords(17) : '', base_legal: invented.legalBasis, acta: '012-2026',
    entidad: invented.entity, unidad: invented.unit, ruc: '20143623042',
    nombre_anio: 'Año de la Esperanza y el Fortalecimiento de la Democracia', decenio: 'Decenio de la Igualdad de Oportunidades para Mujeres y Hombres',
    lugar_y_fecha: composed.issuedLine, fecha: dates.longDate('2026-11-22'), registro: 'Libro 2 · Folio 15 · Registro 345', libro: 'Libro 2', folio: '15', temario_titulo: words.syllabusHeading,
  }
}

function tablesOf(invented: Invented, hours: number): PaperWords['tables'] {
  const each = Math.max(1, Math.floor(hours / invented.subjects.length))
  const days = ['12/10/2026', '14/10/2026', '16/10/2026', '19/10/2026', '21/10/2026']
  return {
    syllabus: invented.subjects.map((tema, at) => ({ n: String(at + 1), numero: String(at + 1), tema, horas: String(each) })),
    marks: [['Trabajo de grupo', '1', '16'], ['Plan de acción', '2', '18'], ['Prueba final', '2', '17']].map(([evaluacion = '', peso = '', nota = '']) => ({ evaluacion, peso, nota })),
    sessions: days.map((fecha, at) => ({ fecha, hora: '09:00', sesion: invented.subjects[at] ?? '', tema: invented.subjects[at] ?? '', modulo: `Módulo ${at + 1}`, horas: '4', asistencia: 'Presente' })),
  }
}

/** As many digits as the seal of so many bytes has, of no seal at all. */
function sampleDigits(bytes: number): string {
  let digits = ''
  let state = 42
  const count = Math.ceil(bytes * 8 * Math.log10(2)) + Math.floor(bytes / 13)
  while (digits.length < count) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    digits += String(Math.floor(state / 1024) % 1000).padStart(3, '0')
  }
  return digits.slice(0, count)
}
