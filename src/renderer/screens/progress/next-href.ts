import type { Gives } from '../../api.ts'
import { href } from '../../router.ts'
import { cohortHref } from '../programmes/cohort-frame.tsx'

type Step = Gives<'progress.cohort'>['next']['step']

/** Where a group's next step is taken; null where there is nothing to go to. */
export function nextHref(cohortId: string, step: Step, actaId: string | undefined): string | null {
  switch (step) {
    case 'enrol': return cohortHref(cohortId, 'personas')
    case 'sessions': return cohortHref(cohortId, 'sesiones')
    case 'printSheets': return cohortHref(cohortId, 'sesiones')
    case 'takeAttendance': return cohortHref(cohortId, 'asistencia')
    case 'scanSheets': return cohortHref(cohortId, 'sesiones', ['hojas'])
    case 'placeScans': return cohortHref(cohortId, 'sesiones', ['hojas', 'bandeja'])
    case 'identifyWalkIns': return cohortHref(cohortId, 'asistencia', ['visitantes'])
    case 'marks': return cohortHref(cohortId, 'notas')
    case 'rules': return cohortHref(cohortId, 'resultados', ['reglas'])
    case 'decide': return cohortHref(cohortId, 'resultados', [], { ver: 'undecided' })
    case 'closeActa': return cohortHref(cohortId, 'resultados', ['acta'])
    case 'issue': return href('certificates', ['emitir'], { grupo: cohortId })
    case 'survey': return cohortHref(cohortId, 'encuestas')
    case 'application': return cohortHref(cohortId, 'aplicacion')
    case 'done': return actaId === undefined ? null : cohortHref(cohortId, 'resultados', ['acta', actaId])
  }
}
