/** One line of a syllabus: its number or letter where it has one, the subject, and its hours where the text ends with them. */
export interface SyllabusLine {
  /** "1", "2.3", "IV", "Módulo 2"; '' for a line without one. */
  readonly n: string
  readonly subject: string
  /** "4", "2.5"; '' where the text says none. */
  readonly hours: string
  /** The line as it was written. */
  readonly whole: string
}

const numbered = /^((?:módulo|modulo|unidad|sesión|sesion|tema|module|unit)\s+(?:\d{1,3}|[ivxlc]{1,7})|\d{1,3}(?:\.\d{1,3})*|[ivxlc]{1,7}|[a-z])\s*(?:[.):\-–—]+\s+|[.):]+(?=\S))(.+)$/iu
const timed = /^(.*\S)\s*(?:[-–—:|,;·]\s*|\(\s*|\t\s*|\s{2,})(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h|hs|hrs?|horas?|hours?)\b\.?(?:\s+(?:académicas?|pedagógicas?|lectivas?|cronológicas?))?\s*\)?\.?$/iu

/** The lines of a syllabus as people write them: one a line, "1. Presupuesto por resultados (4 horas)". Empty lines fall out. */
export function readSyllabus(text: string): SyllabusLine[] {
  return text
    .normalize('NFC')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((whole) => {
      const [, before = whole, hours = ''] = timed.exec(whole) ?? []
      const [, n = '', subject = before] = numbered.exec(before) ?? []
      return { n, subject, hours: hours.replace(',', '.'), whole }
    })
}
