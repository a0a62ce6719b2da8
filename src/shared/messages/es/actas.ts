import type { Catalogue } from '../messages.ts'

const people = (n: number): string => (n === 1 ? 'una persona' : `${n} personas`)

/** The record of results: what the core says, and what stands on its paper. */
export const actas = {
  'actas.missing': 'Esa acta no está en el registro.',
  'actas.series': 'Actas de resultados',
  'actas.signerOutOfMandate': (p: { name: string; day: string }) => `${p.name} no puede firmar un acta del ${p.day}: su encargo no alcanza ese día o no es para actas (Ajustes, Firmantes).`,
  'actas.notClosed': (p: { reasons: string }) => `No se cerró el acta. ${p.reasons}`,

  // Why it cannot be closed yet.
  'actas.withoutActa': 'Este curso se declaró «sin acta»: sus documentos se emiten sin ella. Si debe llevarla, cámbielo en las reglas del curso.',
  'actas.noRules': 'El curso todavía no dice qué pide para cada documento: escríbalo en las reglas del curso.',
  'actas.nobody': 'El grupo no tiene participantes inscritos.',
  'actas.undecided': (p: { n: number; list: string; more: number }) =>
    `Falta decidir el resultado de ${people(p.n)}: ${p.list}${p.more > 0 ? `; y ${p.more} más` : ''}.`,
  'actas.undecidedOne': (p: { name: string; why: string }) => (p.why === '' ? p.name : `${p.name} (${p.why})`),
  'actas.needsReason': (p: { number: string }) => `Ya hay un acta vigente, ${p.number}: escriba por qué se la reemplaza.`,
  'actas.sameAsBefore': (p: { number: string }) => `Nada cambió desde el acta ${p.number}: no hay qué corregir.`,
  'actas.inFuture': (p: { day: string }) => `La fecha del acta, ${p.day}, todavía no llega.`,
  'actas.beforeHeld': (p: { day: string; held: string }) => `La fecha del acta, ${p.day}, es anterior a la última sesión realizada o con asistencia, del ${p.held}: el acta lleva esa fecha o una posterior.`,
  'actas.beforeReplaced': (p: { day: string; number: string; replaced: string }) => `La fecha del acta, ${p.day}, es anterior a la del acta que reemplaza, ${p.number}, del ${p.replaced}.`,

  // What should be looked at before.
  'actas.noSigner': 'Nadie figura para firmar el acta.',
  'actas.noEntity': 'Falta el nombre de la entidad (Ajustes).',
  'actas.noYearName': (p: { year: string }) => `Falta el nombre oficial del año ${p.year} (Ajustes).`,
  'actas.withoutDocument': (p: { n: number }) => (p.n === 1 ? 'Una persona figura sin documento de identidad.' : `${p.n} personas figuran sin documento de identidad.`),
  'actas.pagesMissing': (p: { n: number; days: string }) => (p.n === 1 ? `Falta escanear una página de las hojas de firmas (${p.days}).` : `Faltan escanear ${p.n} páginas de las hojas de firmas (${p.days}).`),
  'actas.walkIns': (p: { n: number }) => (p.n === 1 ? 'Una persona anotada en la asistencia todavía no está identificada.' : `${p.n} personas anotadas en la asistencia todavía no están identificadas.`),
  'actas.moreClashes': (p: { n: number }) => (p.n === 1 ? 'Hay un cruce de horario más.' : `Hay ${p.n} cruces de horario más.`),
  'actas.beforeLastSession': (p: { day: string; last: string }) => `La fecha del acta, ${p.day}, es anterior a la última sesión, del ${p.last}.`,
  'actas.holdsPaper': (p: { name: string; number: string }) => `${p.name} ya tiene ${p.number} y con este resultado no le correspondería: el documento queda en el registro.`,

  // Against the one in force.
  'actas.enters': (p: { name: string; outcome: string }) => `Entra ${p.name}: ${p.outcome}.`,
  'actas.leaves': (p: { name: string }) => `Sale ${p.name}.`,
  'actas.changes': (p: { name: string; what: string }) => `${p.name}: ${p.what}.`,
  'actas.changeOf': (p: { what: string; before: string; after: string }) => `${p.what}: ${p.before} → ${p.after}`,
  'actas.whatOutcome': 'resultado',
  'actas.whatMark': 'nota',
  'actas.whatHours': 'horas asistidas',
  'actas.whatName': 'nombre',
  'actas.whatDocument': 'documento',
  'actas.whatObservation': 'observación',
  'actas.rulesChange': 'Cambian las reglas del curso.',
  'actas.restChanges': 'Cambian los datos, las observaciones o los firmantes.',
  'actas.none': 'sin dato',

  // What stands on the paper.
  'actas.heading': 'Acta de evaluación y resultados',
  'actas.draft': 'PROYECTO DE ACTA',
  'actas.fileName': (p: { number: string; group: string }) => `Acta ${p.number} - ${p.group}`,
  'actas.draftFileName': (p: { group: string }) => `Proyecto de acta - ${p.group}`,
  'actas.factProgramme': 'Programa',
  'actas.factEdition': 'Edición',
  'actas.factAction': 'Acción de capacitación',
  'actas.factGroup': 'Grupo',
  'actas.factDates': 'Fechas',
  'actas.factHours': 'Duración',
  'actas.factModality': 'Modalidad',
  'actas.factPlace': 'Lugar',
  'actas.factSessions': 'Sesiones',
  'actas.factPartners': 'Organizan',
  'actas.factLegalBasis': 'Base legal',
  'actas.factDay': 'Fecha del acta',
  'actas.sessions': (p: { n: number; hours: string }) => `${p.n === 1 ? 'una sesión' : `${p.n} sesiones`}, ${p.hours} ${p.hours === '1' ? 'hora programada' : 'horas programadas'}`,
  'actas.modality': (p: { modality: string }) => p.modality.charAt(0).toUpperCase() + p.modality.slice(1),
  'actas.rules': 'Reglas aplicadas',
  'actas.ruleOfPaper': (p: { kind: string; asks: string }) => `${p.kind === 'certificado' ? 'Certificado' : 'Constancia'}: ${p.asks}.`,
  'actas.asksNothing': 'basta estar inscrito',
  'actas.asksShare': (p: { share: string }) => `al menos ${p.share} % de las horas programadas`,
  'actas.asksRequired': 'todas las sesiones obligatorias',
  'actas.asksMark': (p: { mark: string }) => `nota final de ${p.mark} o más`,
  'actas.asksRequirement': (p: { name: string }) => `«${p.name}»`,
  'actas.ruleOfMarks': (p: { items: string; rounding: string }) =>
    `La nota final va de 0 a 20: ${p.items}; se redondea ${({ whole: 'al entero', tenth: 'al décimo', hundredth: 'al centésimo' })[p.rounding] ?? ''}.`,
  'actas.weightedItem': (p: { name: string; percent: string }) => `${p.name} (${p.percent} %)`,
  'actas.columnNumber': 'N.º',
  'actas.columnName': 'Apellidos y nombres',
  'actas.columnDocument': 'Documento',
  'actas.columnHours': 'Horas asistidas',
  'actas.columnShare': '%',
  'actas.columnMark': 'Nota',
  'actas.columnResult': 'Resultado',
  'actas.columnObservation': 'Observación',
  'actas.nothing': 'Nadie figura en esta acta.',
  'actas.observations': 'Observaciones',
  'actas.replaces': (p: { number: string; reason: string }) => `Reemplaza al acta ${p.number}. Motivo: ${p.reason}`,
  'actas.digest': 'Huella',
  'actas.page': 'Página {n} de {of}',
  'actas.outcome': (p: { outcome: string }) => ({ certificado: 'Aprobó', constancia: 'Asistió', withdrawn: 'Se retiró', undecided: 'Por decidir' })[p.outcome] ?? 'No cumplió',
  'actas.refusedBecause': (p: { outcome: string; why: string }) => (p.why === '' ? p.outcome : `${p.outcome}. ${p.why}`),
  'actas.withoutCertificado': (p: { why: string }) => `Sin certificado: ${p.why}`,
  'actas.exception': (p: { rule: string; reason: string; by: string; document: string | null }) => {
    const what = ({ share: 'en la asistencia', sessions: 'en las sesiones obligatorias', mark: 'en la nota', requirement: 'en los requisitos' })[p.rule] ?? 'en todas las reglas'
    return `Excepción ${what}: ${p.reason}; la concedió ${p.by}${p.document === null ? '' : ` (${p.document})`}`
  },
  'actas.totalPeople': (p: { n: number }) => (p.n === 1 ? 'participante' : 'participantes'),
  'actas.totalCertificado': (p: { n: number }) => (p.n === 1 ? 'aprobó (certificado)' : 'aprobaron (certificado)'),
  'actas.totalConstancia': (p: { n: number }) => (p.n === 1 ? 'asistió (constancia)' : 'asistieron (constancia)'),
  'actas.totalNone': (p: { n: number }) => (p.n === 1 ? 'no cumplió' : 'no cumplieron'),
  'actas.totalWithdrawn': (p: { n: number }) => (p.n === 1 ? 'se retiró' : 'se retiraron'),
  'actas.closing': (p: { place: string | null; time: string | null; day: string; n: number }) => {
    const where = p.place === null ? '' : `En ${p.place}, `
    const when = p.time === null ? `con fecha ${p.day}` : `siendo las ${p.time} horas del ${p.day}`
    const text = `${where}${when}, se cierra la presente acta con ${p.n === 1 ? 'un participante' : `${p.n} participantes`}. Firman en señal de conformidad quienes suscriben.`
    return text.charAt(0).toUpperCase() + text.slice(1)
  },
} as const satisfies Catalogue
