import { frozenActa } from '../../src/shared/contract/actas.ts'
import type { FrozenActa } from '../../src/shared/contract/actas.ts'

const surnames = ['ÑAHUI ÑAUPARI', 'QUISPE HUAMÁN', 'TSAMAJẼIN ĨWÃ', 'O’HIGGINS D’ANGELO', 'DE LA TORRE-UGARTE VILLAVICENCIO VIUDA DE HUAMANCHUMO', 'CH’OQUE', 'MAMANI CONDORI', 'DËMASH', 'RENGIFO A̱WACHI', 'VARGAS LLOSA']
const names = ['María de los Ángeles Guadalupe Milagros', 'José', 'Tumi', 'Rosa Luz', 'T’ito', 'Julio César', 'Ana', 'Wilder', 'Ẽma', 'Carlos Alberto']

const id = (n: number): string => `0193a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

function line(n: number): FrozenActa['lines'][number] {
  const isWithdrawn = n % 17 === 16
  const earned = isWithdrawn ? 'none' : n % 9 === 4 ? 'none' : n % 5 === 3 ? 'constancia' : 'certificado'
  const outcomes = { none: isWithdrawn ? 'Se retiró' : 'No cumplió', constancia: 'Asistió', certificado: 'Aprobó' }
  const attended = isWithdrawn ? 180 : earned === 'none' ? 675 : 1080 - (n % 4) * 45
  return {
    enrolmentId: id(n),
    personId: id(10_000 + n),
    personName: `${surnames[n % surnames.length]}, ${names[(n * 3) % names.length]}`,
    documentNumber: n % 11 === 5 ? null : String((n * 7919) % 100_000_000).padStart(8, '0'),
    organisationName: 'Municipalidad Provincial de Cajamarca',
    plannedMinutes: 1080,
    attendedMinutes: attended,
    share: Math.round((attended / 1080) * 10_000) / 100,
    mark: isWithdrawn ? null : earned === 'certificado' ? 11 + (n % 9) : 10,
    papers: earned === 'certificado' ? ['certificado', 'constancia'] : earned === 'constancia' ? ['constancia'] : [],
    isWithdrawn,
    outcome: outcomes[earned],
    observation: earned === 'none' && !isWithdrawn ? 'Asistió 15 de 24 h (62.5 %): le faltan 4 h 12 min para el 80 %' : earned === 'constancia' ? 'Sin certificado: nota 10 de 11' : n === 7 ? 'Excepción en la asistencia, por comisión de servicio; la concedió Rosa Ñaupari, gerente (Memorando 045-2026-GRH)' : null,
  }
}

/** A record of results of so many people, as it would be frozen. */
export function anActa(people: number, more: Partial<FrozenActa> = {}): FrozenActa {
  const lines = Array.from({ length: people }, (_, n) => line(n))
  const count = (kind: string): number => lines.filter((one) => (one.papers[0] ?? 'none') === kind && !one.isWithdrawn).length
  return frozenActa.parse({
    format: 1,
    language: 'es',
    number: 'N° 012-2026-MPC/GRH',
    heading: 'Acta de evaluación y resultados',
    entityName: 'Municipalidad Provincial de Cajamarca',
    entityUnit: 'Gerencia de Recursos Humanos',
    yearName: 'Año de la Esperanza y el Fortalecimiento de la Democracia',
    logos: [],
    facts: [
      { label: 'Programa', value: 'Gobernabilidad, Gerencia Política y Gestión Pública' },
      { label: 'Edición', value: 'XII edición' },
      { label: 'Grupo', value: 'Cajamarca' },
      { label: 'Fechas', value: 'del 12 al 21 de octubre de 2026' },
      { label: 'Duración', value: '24 horas lectivas de 45 minutos' },
      { label: 'Modalidad', value: 'presencial' },
      { label: 'Sesiones', value: '6 sesiones, 24 horas programadas' },
      { label: 'Fecha del acta', value: '22 de noviembre de 2026' },
    ],
    rules: ['Certificado: al menos 80 % de las horas programadas; nota final de 11 o más; plan de acción entregado.', 'Constancia: al menos 80 % de las horas programadas.', 'La nota final va de 0 a 20: examen (60 %), trabajo (40 %); se redondea a entero.'],
    lines,
    totals: [
      { label: 'participantes', value: people },
      { label: 'aprobaron (certificado)', value: count('certificado') },
      { label: 'asistieron (constancia)', value: count('constancia') },
      { label: 'no cumplieron', value: count('none') },
      { label: 'se retiraron', value: lines.filter((one) => one.isWithdrawn).length },
    ],
    observations: null,
    replaces: null,
    closingLine: `En la ciudad de Cajamarca, siendo las 10:42 horas del 22 de noviembre de 2026, se cierra la presente acta con ${people} participantes: firman quienes dan fe de ella.`,
    signers: [{ name: 'Rosa Elvira Ñaupari Güere', post: 'Gerente de Recursos Humanos' }, { name: 'Héctor Chuquihuanca de la Torre', post: 'Coordinador académico' }],
    closedAt: '2026-11-22T15:42:10.000Z',
    minutesPerHour: 45,
    words: {
      columns: ['N.º', 'Apellidos y nombres', 'Documento', 'Horas asistidas', '%', 'Nota', 'Resultado', 'Observación'],
      rules: 'Reglas aplicadas',
      nothing: 'Nadie figura en esta acta.',
      observations: 'Observaciones',
      replaces: null,
      digest: 'Huella',
      page: 'Página {n} de {of}',
    },
    ...more,
  })
}
