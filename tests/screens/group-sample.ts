import type { Gives } from '../../src/renderer/api.ts'
import { idOf } from './support/fake-client.ts'

export const [PROGRAMME, EDITION, CUSCO, ACT] = [idOf(1), idOf(2), idOf(3), idOf(99)] as const

/** A group of an edition of 24 hours of 45 minutes. */
export const seen: Gives<'cohorts.get'> = {
  programme: { id: PROGRAMME, name: 'Programa de Gobernabilidad', shortName: 'Gobernabilidad', description: null },
  edition: { id: EDITION, programmeId: PROGRAMME, name: 'XII edición', title: null, actionType: 'programa', year: 2026, modality: 'presencial', startsOn: '2026-10-12', endsOn: '2026-10-21', hours: 8, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null },
  cohort: { id: CUSCO, editionId: EDITION, name: 'Cusco', site: 'Auditorio', districtCode: null, startsOn: null, endsOn: null, modality: null, participants: 3, others: 0, certificates: 0 },
}

export type SessionSeen = Gives<'sessions.list'>[number]

export const session = (n: number, day: string, more: Partial<SessionSeen> = {}): SessionSeen => ({
  id: idOf(10 + n), cohortId: CUSCO, day, startsAt: '09:00', endsAt: '12:00', plannedMinutes: 180, subject: `Tema ${n}`, module: null, place: null, link: null, modality: null, isRequired: 0,
  speakers: [], taken: 0, participants: 3, attendedShare: null, pages: 0, pagesBack: 0, evidence: 0, walkIns: 0, ...more,
})
