import type { Catalogue } from '../messages.ts'

/** What is printed on certificates and constancias. */
export const paper = {
  'paper.heading': (p: { kind: string }): string => (p.kind === 'certificado' ? 'Certificado' : 'Constancia'),
  'paper.headingNote': (p: { role: string; approved: boolean }) =>
    ({ speaker: 'como ponente', organiser: 'por la organización', facilitator: 'por la facilitación' })[p.role] ?? (p.approved ? 'de aprobación' : 'de participación'),
  'paper.givenTo': (p: { kind: string }): string => (p.kind === 'certificado' ? 'Otorgado a' : 'Otorgada a'),
  'paper.codeLabel': 'Código de verificación',
  'paper.syllabusHeading': 'Temario',
  'paper.deed': (p: { role: string; approved: boolean; noun: string; feminine: boolean; title: string }) => {
    const the = p.feminine ? 'la' : 'el'
    const ofThe = p.feminine ? 'de la' : 'del'
    const action = `${p.noun} «${p.title}»`
    if (p.role === 'speaker') return `por haber participado en calidad de ponente en ${the} ${action}`
    if (p.role === 'organiser') return `por haber participado en la organización ${ofThe} ${action}`
    if (p.role === 'facilitator') return `por haber participado en la facilitación ${ofThe} ${action}`
    if (p.approved) return `por haber seguido y aprobado ${the} ${action}`
    return `por haber participado en ${the} ${action}`
  },
  'paper.held': (p: { feminine: boolean; place: string; when: string }) => {
    const where = [p.place, p.when].filter((part) => part !== '').join(' ')
    return where === '' ? '' : `${p.feminine ? 'realizada' : 'realizado'} ${where}`
  },
  'paper.city': (p: { name: string }) => `en la ciudad de ${p.name}`,
  'paper.venue': (p: { name: string }) => `en ${p.name}`,
  'paper.modality': (p: { modality: string }) => `en modalidad ${p.modality}`,
  'paper.hours': (p: { n: string; one: boolean; minutes: number }) => {
    const hours = p.one ? 'hora' : 'horas'
    if (p.minutes === 60) return `${p.n} ${hours} ${p.one ? 'cronológica' : 'cronológicas'}`
    return `${p.n} ${hours} ${p.one ? 'lectiva' : 'lectivas'} de ${p.minutes} minutos`
  },
  'paper.duration': (p: { hours: string }) => `con una duración de ${p.hours}`,
  'paper.grade': (p: { grade: string }) => `con la nota de ${p.grade}`,
  'paper.document': (p: { sex: 'F' | 'M' | null; type: string; number: string }) =>
    p.sex === null ? `${p.type} N° ${p.number}` : `${p.sex === 'F' ? 'identificada' : 'identificado'} con ${p.type} N° ${p.number}`,
  'paper.issued': (p: { place: string | null; day: string }) => (p.place === null ? p.day : `${p.place}, ${p.day}`),
  'paper.columnTitle': (p: { field: string }): string => ({ n: 'N°', tema: 'Tema', horas: 'Horas' })[p.field] ?? p.field,
  'paper.rootWords': 'Huella de la clave:',
  'paper.pageName': (p: { page: string }): string => (p.page === 'back' ? 'Reverso con el temario' : 'Anverso'),
  'paper.styleName': (p: { style: string }): string =>
    ({
      heading: 'Encabezado', note: 'Nota del encabezado', name: 'Nombre de la persona', text: 'Texto', entity: 'Entidad', unit: 'Unidad', small: 'Texto pequeño', number: 'Número', code: 'Código',
      tiny: 'Letra menuda', signer: 'Quien firma', post: 'Cargo de quien firma', back: 'Título del reverso', head: 'Títulos de la tabla', row: 'Filas de la tabla',
    })[p.style] ?? p.style,
} as const satisfies Catalogue
