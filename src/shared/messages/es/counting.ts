import type { Catalogue } from '../messages.ts'

const dimensions: Readonly<Record<string, string>> = {
  sex: 'Sexo', age: 'Grupo de edad', organisationKind: 'Clase de organización', sector: 'Sector', organisation: 'Organización', regime: 'Régimen laboral', personClass: 'Tipo de participante', department: 'Departamento',
  province: 'Provincia', district: 'Distrito', area: 'Área urbana o rural', ethnicity: 'Autoidentificación étnica', language: 'Lengua materna', disability: 'Discapacidad', programme: 'Programa', edition: 'Edición', cohort: 'Grupo', stage: 'Etapa',
}
const things: Readonly<Record<string, string>> = {
  people: 'Cuenta personas', participations: 'Cuenta participaciones: cada inscripción es una', organisations: 'Cuenta organizaciones', hours: 'Suma las horas que asistió cada persona', certificates: 'Cuenta certificados y constancias vigentes',
  sessions: 'Cuenta sesiones realizadas', initiatives: 'Cuenta iniciativas y planes de acción', rows: 'Cuenta filas de un registro de resultados', manual: 'Se anota a mano, con su medio de verificación', sum: 'Suma otros indicadores', share: 'Divide unos indicadores entre otros',
}
const days: Readonly<Record<string, string>> = {
  lastDay: 'según el último día del grupo', firstDay: 'según el primer día del grupo', session: 'según el día de cada sesión a la que asistió', paper: 'según el día en que se emitió el documento', acta: 'según la fecha del acta de resultados', sessions: 'según el día de la sesión',
  rows: 'según la fecha de la fila', stage: 'según el día en que llegó a esa etapa', began: 'según el día en que empezó',
}
const stages: Readonly<Record<string, string>> = { idea: 'Idea', designed: 'Formulada', approved: 'Aprobada', funded: 'Financiada', running: 'En ejecución', finished: 'Concluida', stopped: 'Detenida' }
/** One, several, and whether they are masculine. */
const bases: Readonly<Record<string, readonly [one: string, many: string]>> = {
  enrolments: ['inscripción', 'inscripciones'], papers: ['documento vigente', 'documentos vigentes'], sessions: ['sesión', 'sesiones'], initiatives: ['iniciativa', 'iniciativas'], rows: ['fila', 'filas'],
}
const counted = (base: string, n: number): string => `${n} ${bases[base]?.[n === 1 ? 0 : 1] ?? ''}`
const hours = (minutes: number): string => {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  return [h > 0 ? `${h} h` : '', m > 0 || h === 0 ? `${m} min` : ''].filter((part) => part !== '').join(' ')
}

/** What an indicator counts, told as a sentence; its dimensions; and why something counts or does not. */
export const counting = {
  'counting.dimensionName': (p: { dimension: string }) => dimensions[p.dimension] ?? p.dimension,
  'counting.years': (p: { from: number; to: number | null }) => (p.to === null ? `${p.from} años a más` : p.from === 0 ? `Hasta ${p.to} años` : `De ${p.from} a ${p.to} años`),
  'counting.areaName': (p: { area: string }) => ({ urban: 'Urbana', rural: 'Rural' })[p.area] ?? p.area,
  'counting.disabilityName': (p: { answer: string }) => ({ yes: 'Con discapacidad', no: 'Sin discapacidad' })[p.answer] ?? p.answer,
  'counting.stageName': (p: { stage: string }) => stages[p.stage] ?? p.stage,
  'counting.initiativeKind': (p: { kind: string }) => (p.kind === 'actionPlan' ? 'Plan de acción' : 'Iniciativa'),
  'counting.yesNo': (p: { key: string }) => (p.key === 'yes' ? 'Sí' : 'No'),
  'counting.counted': (p: { counts: string; once: 'ever' | 'period' }) => `${things[p.counts] ?? ''}${p.counts === 'people' || p.counts === 'organisations' ? (p.once === 'ever' ? ', cada una una sola vez' : ', una vez en cada período') : ''}`,
  'counting.dated': (p: { by: string }) => days[p.by] ?? '',
  'counting.ifHeld': 'ya realizadas',
  'counting.ifRegister': (p: { name: string }) => `del registro «${p.name}»`,
  'counting.ifKind': (p: { list: string }) => `que son ${p.list.toLowerCase()}`,
  'counting.ifStage': (p: { list: string }) => `en la etapa ${p.list.toLowerCase()}`,
  'counting.ifTraining': (p: { list: string }) => `en ${p.list}`,
  'counting.trainingName': (p: { kind: 'programme' | 'edition' | 'cohort' | 'agreement' | 'commitment'; name: string }) =>
    ({ programme: `el programa «${p.name}»`, edition: `la edición «${p.name}»`, cohort: `el grupo «${p.name}»`, agreement: `lo que paga el convenio «${p.name}»`, commitment: `lo vinculado al compromiso «${p.name}»` })[p.kind],
  'counting.ifAction': (p: { list: string }) => `en acciones de tipo ${p.list}`,
  'counting.ifModality': (p: { list: string }) => `en modalidad ${p.list}`,
  'counting.ifPlace': (p: { of: string; list: string }) => `${({ organisation: 'cuya entidad está en', residence: 'que viven en', cohort: 'de grupos que se reunieron en' })[p.of] ?? 'de'} ${p.list}`,
  'counting.ifField': (p: { field: string; list: string }) => `con ${p.field}: ${p.list}`,
  'counting.ifOrganisationKnown': 'con una organización conocida',
  'counting.ifAttended': 'con minutos de asistencia',
  'counting.ifDated': (p: { by: string }) => ({ session: 'que asistieron a alguna sesión', paper: 'con documento vigente', acta: 'con derecho a documento según acta vigente' })[p.by] ?? '',
  'counting.ifRole': (p: { list: string }) => `que participaron como ${p.list}`,
  'counting.ifState': (p: { list: string }) => `con estado ${p.list}`,
  'counting.ifClass': (p: { list: string }) => `de tipo ${p.list}`,
  'counting.ifSex': (p: { list: string }) => p.list,
  'counting.ifAge': (p: { from: number | null; to: number | null }) => (p.from === null ? `de ${p.to} años a menos` : p.to === null ? `de ${p.from} años a más` : `de ${p.from} a ${p.to} años`),
  'counting.ifSector': (p: { list: string }) => `del sector ${p.list}`,
  'counting.ifOrganisationKind': (p: { list: string }) => `enviadas por: ${p.list}`,
  'counting.ifOrganisation': (p: { list: string }) => `de ${p.list}`,
  'counting.ifRegime': (p: { list: string }) => `con régimen ${p.list}`,
  'counting.ifArea': (p: { list: string }) => `de área ${p.list}`,
  'counting.ifEthnicity': (p: { list: string }) => `que se identifican como ${p.list}`,
  'counting.ifLanguage': (p: { list: string }) => `de lengua materna ${p.list}`,
  'counting.ifDisability': (p: { list: string }) => p.list,
  'counting.ifMinutes': (p: { minutes: number }) => `con ${hours(p.minutes)} de asistencia o más`,
  'counting.ifShare': (p: { share: number }) => `con ${p.share} % de asistencia o más`,
  'counting.ifMark': (p: { mark: number }) => `con nota final de ${p.mark} o más`,
  'counting.ifPaper': (p: { kind: string }) => ({ certificado: 'con certificado vigente', constancia: 'con constancia vigente' })[p.kind] ?? 'con certificado o constancia vigente',
  'counting.ifActa': 'con derecho a documento según un acta de resultados cerrada y vigente',
  'counting.ifDays': (p: { from: string | null; until: string | null }) => (p.from === null ? `hasta el ${p.until}` : p.until === null ? `desde el ${p.from}` : `del ${p.from} al ${p.until}`),
  'counting.nothingThere': (p: { base: string }) => `Todavía no hay ${bases[p.base]?.[1] ?? ''} que contar.`,
  'counting.someCount': (p: { base: string; left: number; all: number }) => `${p.left === 1 ? 'Cumple' : 'Cumplen'} ${p.left} de ${counted(p.base, p.all)}.`,
  'counting.countedBefore': (p: { left: number }) => (p.left === 1 ? 'Nadie nuevo cuenta en estos días: quien cumple ya contó antes.' : `Nadie nuevo cuenta en estos días: las ${p.left} que cumplen ya contaron antes.`),
  'counting.nobodyCounts': (p: { base: string; words: string; excludes: number; all: number }) => (p.base === 'enrolments' ? `Nadie cuenta: la condición «${p.words}» deja fuera a ${p.excludes} de ${p.all}.` : `Nada cuenta: la condición «${p.words}» deja fuera ${p.excludes} de ${counted(p.base, p.all)}.`),
  'counting.gone': '(ya no está en el registro)',
} as const satisfies Catalogue
