import type { Writer } from '../../src/main/db/doors.ts'
import type { Row } from './counting-support.ts'
import { dice, keys } from './counting-support.ts'

const DISTRICTS = ['060101', '060102', '060801', '080101', '150101', '150122', '160101', '210101', null] as const
const KINDS = ['municipalidad-distrital', 'gobierno-regional', 'ong', 'comunidad-nativa', 'universidad', 'gobierno-central'] as const

export interface World {
  readonly programmeIds: string[]
  readonly editionIds: string[]
  readonly cohortIds: string[]
  readonly organisationIds: string[]
  readonly agreementId: string
  readonly commitmentId: string
  readonly registerId: string
}

/** An invented office with something of everything that figures look at, removed and unknown things too; the same at every run. */
export async function fillWorld(db: Writer): Promise<World> {
  const { below, pick } = dice(20_261_122)
  const gone = '2026-11-01T00:00:00.000Z'
  const removed = (oneIn: number): string | null => (below(oneIn) === 0 ? gone : null)
  const organisationIds = await db.add('organisations', Array.from({ length: 14 }, (_, at) => ({ name: `Entidad ${at}`, shortName: null, kind: pick(KINDS), ruc: null, districtCode: pick(DISTRICTS), federation: null, ...keys(`entidad ${String(at).padStart(2, '0')}`), removedAt: at === 13 ? gone : null })))
  const programmeIds = await db.add('programmes', ['Gobernabilidad', 'Innovación', 'Líderes', 'Quitado'].map((name) => ({ name, shortName: null, description: null, sortKey: name, removedAt: name === 'Quitado' ? gone : null })))
  const editionIds = await db.add('editions', Array.from({ length: 7 }, (_, at) => ({
    programmeId: programmeIds[at % 4] ?? '', name: `Edición ${at}`, title: null, actionType: pick(['curso', 'taller', 'diplomado']), year: 2026, modality: pick(['presencial', 'virtual', 'semipresencial']),
    startsOn: at === 2 ? null : `2026-0${1 + at}-05`, endsOn: at === 2 ? null : `2026-0${2 + at}-20`, hours: 20, minutesPerHour: 45, place: null, syllabus: null, legalBasis: null, removedAt: at === 6 ? gone : null,
  })))
  const cohortIds = await db.add('cohorts', Array.from({ length: 14 }, (_, at) => ({
    editionId: editionIds[at % 7] ?? '', name: `Grupo ${at}`, site: null, districtCode: pick(DISTRICTS), startsOn: at % 3 === 0 ? `2026-0${1 + (at % 7)}-12` : null, endsOn: at % 3 === 0 ? `2026-0${2 + (at % 7)}-28` : null,
    modality: at % 4 === 0 ? ('virtual' as const) : null, sortKey: `grupo ${at}`, removedAt: at === 11 ? gone : null,
  })))
  const personIds = await addPeople(db)
  const postIds = await db.add('posts', personIds.map((personId, at) => ({ personId, organisationId: at % 9 === 0 ? null : pick(organisationIds), title: 'Especialista', unit: null, regime: pick(['02', '15', 'L', null]), sector: pick([null, null, 'local', 'sociedad-civil']), since: null, until: null })))
  const sessions: Row<'sessions'>[] = cohortIds.flatMap((cohortId, at) => Array.from({ length: at % 5 === 4 ? 0 : 2 + (at % 4) }, (_, day) => ({ cohortId, day: `2026-0${1 + (at % 8)}-${String(10 + day * 4).padStart(2, '0')}`, startsAt: '09:00', endsAt: '12:00', plannedMinutes: pick([95, 120, 180]), subject: `Tema ${day}`, module: null, place: null, link: null, modality: at === 1 && day === 0 ? ('virtual' as const) : null, isRequired: 0 as const, removedAt: removed(9) })))
  const sessionIds = await db.add('sessions', sessions)
  await db.add('attendanceStatuses', [
    { code: 'late', name: null, letter: 'T', share: 75, exempts: 0, position: 0 },
    { id: 'own-status', code: null, name: 'Dispensa', letter: 'D', share: 0, exempts: 1, position: 1 },
  ])
  const enrolments: Row<'enrolments'>[] = personIds.flatMap((personId, at) => [...new Set([below(14), below(14), below(14)])].map((group) => ({
    cohortId: cohortIds[group] ?? '', personId, postId: below(6) === 0 ? null : (postIds[at] ?? null), role: pick(['participant', 'participant', 'participant', 'speaker', 'facilitator'] as const), state: pick(['enrolled', 'completed', 'approved', 'withdrawn'] as const), removedAt: removed(12),
  })))
  const enrolmentIds = await db.add('enrolments', enrolments)
  await db.add('attendances', enrolments.flatMap(({ cohortId }, at) => sessions.flatMap((session, index) => (session.cohortId !== cohortId || below(6) === 0 ? [] : [{
    sessionId: sessionIds[index] ?? '', enrolmentId: enrolmentIds[at] ?? '', status: pick(['present', 'late', 'leftEarly', 'absent', 'excused', 'own-status', 'no-longer']), minutes: below(4) === 0 ? below(200) : null, source: 'typed' as const, note: null, removedAt: removed(15),
  }]))))
  await addResults(db, { editionIds, cohortIds, enrolments, enrolmentIds })
  return { programmeIds, editionIds, cohortIds, organisationIds, ...(await addOutcomes(db, { programmeIds, editionIds, cohortIds, organisationIds, personIds })) }
}

async function addPeople(db: Writer): Promise<string[]> {
  const { below, pick } = dice(7)
  const ids = await db.add('people', Array.from({ length: 90 }, (_, at) => {
    const name = `quispe ${String((at * 37) % 90).padStart(3, '0')}`
    return {
      documentType: '00' as const, documentNumber: null, documentCountry: null, firstSurname: 'Quispe', secondSurname: null, givenNames: `N${at}`, certificateName: null, sex: pick(['F', 'M', null] as const),
      birthDate: below(5) === 0 ? null : `${1950 + below(56)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`, statedAge: pick([null, '34', '30-59', '60 a más']), statedAgeOn: pick([null, '2024-06-15']), email: null, phone: null,
      personClass: pick(['servidor', 'lider', 'locador', 'otro'] as const), community: null, districtCode: pick(DISTRICTS), notes: null, ...keys(name), removedAt: at % 30 === 29 ? '2026-11-01T00:00:00.000Z' : null,
    }
  }))
  await db.add('traitSettings', [{ kept: JSON.stringify(['ethnicity', 'language', 'disability', 'area']), purpose: 'Prueba', ethnicities: '[]', languages: '[]', ageBounds: '[0,18,30,45,60]' }])
  await db.add('personTraits', ids.filter((_, at) => at % 3 !== 0).map((personId) => ({
    personId, ethnicity: pick(['quechua', 'mestizo', null]), indigenousPeople: null, language: pick(['castellano', 'quechua']), disability: pick(['yes', 'no', null] as const), disabilityKind: null, area: pick(['urban', 'rural'] as const), consentOn: '2026-01-01', consentMeans: 'Ficha', removedAt: below(10) === 0 ? '2026-11-01T00:00:00.000Z' : null,
  })))
  return ids
}

interface Taught {
  readonly editionIds: readonly string[]
  readonly cohortIds: readonly string[]
  readonly enrolments: readonly Row<'enrolments'>[]
  readonly enrolmentIds: readonly string[]
}

/** Marks, papers and records of results. */
async function addResults(db: Writer, { editionIds, cohortIds, enrolments, enrolmentIds }: Taught): Promise<void> {
  const { below, pick } = dice(99)
  const itemIds = await db.add('markItems', editionIds.flatMap((editionId) => [
    { editionId, name: 'Examen', kind: 'exam' as const, weight: 60, scaleMin: 0, scaleMax: 20, position: 0 },
    { editionId, name: 'Trabajo', kind: 'work' as const, weight: 40, scaleMin: 0, scaleMax: 100, position: 1 },
    { editionId, name: 'Entrada', kind: 'entry' as const, weight: 0, scaleMin: 0, scaleMax: 20, position: 2 },
  ]))
  await db.add('courseSettings', [{ editionId: editionIds[1] ?? '', withoutActa: 0, markRounding: 'tenth', retakes: 'best' }])
  const editionAt = ({ cohortId }: Row<'enrolments'>): number => cohortIds.indexOf(cohortId) % 7
  await db.add('marks', enrolments.flatMap((one, at) => [0, 1].flatMap((item) => (below(4) === 0 ? [] : [1, 2].slice(0, 1 + below(2)).map((attempt) => ({
    markItemId: itemIds[editionAt(one) * 3 + item] ?? '', enrolmentId: enrolmentIds[at] ?? '', attempt, value: below(12) === 0 ? null : item === 0 ? below(21) : below(101),
  }))))))
  const series = await db.selectFrom('series').select('id').orderBy('id').executeTakeFirst()
  const seriesId = series?.id ?? (await db.add('series', [{ name: 'Prueba', paperKind: 'certificado', pattern: '{n}', unitSiglas: null, book: null, rowsPerFolio: 0, owner: null }]))[0] ?? ''
  const paper = (at: number, correlative: number, version: number, replacesId: string | null): Row<'certificates'> => ({
    enrolmentId: enrolmentIds[at] ?? '', personId: enrolments[at]?.personId ?? '', cohortId: enrolments[at]?.cohortId ?? '', seriesId, year: 2026, correlative, number: `N° ${correlative}`, paperKind: correlative % 3 === 0 ? 'constancia' : 'certificado', role: 'participant', personName: 'N',
    documentNumber: null, title: 'T', issuedOn: `2026-0${1 + (correlative % 9)}-15`, issuedAt: '2026-09-01T00:00:00.000Z', code: `C${correlative}-${version}`, version, replacesId, sealKeyId: null, serial: null, lookId: null, frozen: '{}', frozenHash: '0'.repeat(64), searchKey: '', sortKey: '', actaId: null,
  })
  const papered = enrolmentIds.flatMap((_, at) => (at % 3 === 0 ? [at, ...(at % 12 === 0 ? [at] : [])] : []))
  const first = await db.add('certificates', papered.map((at, index) => paper(at, index + 1, 1, null)))
  await db.add('certificates', first.flatMap((id, index) => (index % 5 === 0 ? [paper(papered[index] ?? 0, index + 1, 2, id)] : [])))
  await db.add('annulments', first.flatMap((certificateId, index) => (index % 7 === 1 ? [{ certificateId, reason: 'Error', resolution: null, annulledOn: '2026-10-01', at: '2026-10-01T00:00:00.000Z', who: 'Prueba' }] : [])))
  const acta = (cohortId: string, correlative: number, replacesId: string | null): Row<'actas'> => ({
    cohortId, seriesId, year: 2026, correlative, number: `A ${correlative}`, drawnUpOn: `2026-0${1 + (correlative % 9)}-25`, closedAt: '2026-09-01T00:00:00.000Z', closedBy: 'Prueba', replacesId, replaceReason: null, frozen: '{}', frozenHash: '0'.repeat(64),
  })
  const actas = await db.add('actas', cohortIds.slice(0, 6).map((cohortId, at) => acta(cohortId, at + 1, null)))
  const later = await db.add('actas', [acta(cohortIds[0] ?? '', 40, actas[0] ?? '')])
  const lines = [...actas.entries(), [0, later[0] ?? ''] as const].flatMap(([group, actaId]) => enrolments.flatMap((one, at) => (one.cohortId !== cohortIds[group] || below(8) === 0 ? [] : [{
    actaId, enrolmentId: enrolmentIds[at] ?? '', personId: one.personId, position: at, papers: pick(['["constancia"]', '["certificado","constancia"]', '[]']), attendedMinutes: 0, plannedMinutes: 0, mark: null, outcome: 'Asistió',
  }])))
  await db.add('actaLines', lines)
}

/** Agreements, commitments, initiatives, and a register of results. */
async function addOutcomes(db: Writer, { editionIds, cohortIds, organisationIds, personIds }: Pick<World, 'programmeIds' | 'editionIds' | 'cohortIds' | 'organisationIds'> & { readonly personIds: readonly string[] }) {
  const { below, pick } = dice(5)
  const gone = '2026-11-01T00:00:00.000Z'
  const [agreementId = ''] = await db.add('agreements', [{ kind: 'convenio', number: 'Convenio 1', title: 'Convenio', signedOn: null, startsOn: null, endsOn: null, amountCents: null, currency: null, purpose: null, predecessorId: null, notes: null, searchKey: '', sortKey: '' } as Row<'agreements'>])
  const shares: (Row<'agreementEditions'> & { readonly removedAt?: string })[] = [{ agreementId, editionId: editionIds[0] ?? '', sharePercent: 50 }, { agreementId, editionId: editionIds[3] ?? '', sharePercent: 50 }, { agreementId, editionId: editionIds[5] ?? '', sharePercent: 50, removedAt: gone }]
  await db.add('agreementEditions', shares)
  const [planId = ''] = await db.add('commitmentPlans', [{ name: 'PAGA', kind: 'ogp', startsOn: null, endsOn: null, notes: null } as Row<'commitmentPlans'>])
  const [commitmentId = ''] = await db.add('commitments', [{ planId, code: 'PECJA0001', title: 'Compromiso', startsOn: null, endsOn: null, leadOrganisationId: null, leadUnit: null, leadName: null, leadPost: null, leadEmail: null, policyArea: null, sector: null, problem: null, statusQuo: null, action: null, contribution: null, outcomes: null, longTermGoal: null, additional: null, completion: null, completionOn: null, completionNote: null, sortKey: '' } as Row<'commitments'>])
  const initiativeIds = await db.add('initiatives', Array.from({ length: 24 }, (_, at) => ({
    kind: pick(['initiative', 'actionPlan'] as const), code: null, title: `Iniciativa ${at}`, problem: null, proposal: null, place: null, districtCode: pick(DISTRICTS), editionId: at % 4 === 0 ? null : pick(editionIds), cohortId: at % 4 === 0 ? pick(cohortIds) : null, agreementId: at % 5 === 0 ? agreementId : null,
    amountCents: null, currency: null, beneficiaries: null, beneficiariesNote: null, outcome: null, dueOn: null, stage: pick(['idea', 'approved', 'finished'] as const), stageOn: '2026-08-01', searchKey: '', sortKey: `iniciativa ${String(at).padStart(2, '0')}`, removedAt: at === 7 ? gone : null,
  })))
  await db.add('initiativeSteps', initiativeIds.flatMap((initiativeId, at) => (at % 6 === 5 ? [] : ['idea', 'approved', 'finished'].slice(0, 1 + below(3)).map((stage, step) => ({ initiativeId, stage: stage as 'idea', on: `2026-0${1 + step * 3 + below(3)}-11`, note: null })))))
  await db.add('commitmentLinks', [{ commitmentId, editionId: editionIds[1] ?? '', initiativeId: null }, { commitmentId, editionId: null, initiativeId: initiativeIds[2] ?? '' }])
  const fields = [{ id: 'nivel', label: 'Nivel', kind: 'choice', options: ['Alto', 'Medio'], isRequired: false }, { id: 'activo', label: 'Activo', kind: 'yesno', options: [], isRequired: false }]
  const [registerId = '', otherId = ''] = await db.add('resultRegisters', [{ name: 'Comunidades acreditadas', rowName: 'comunidad', description: null, fields: JSON.stringify(fields), sortKey: '' }, { name: 'Acuerdos', rowName: 'acuerdo', description: null, fields: '[]', sortKey: '' }])
  const rowIds = await db.add('resultRows', Array.from({ length: 30 }, (_, at) => ({
    registerId: at % 4 === 0 ? otherId : registerId, title: `Fila ${at}`, on: `2026-0${1 + below(9)}-0${1 + below(9)}`, districtCode: pick(DISTRICTS), agreementId: at % 6 === 0 ? agreementId : null, editionId: at % 3 === 0 ? pick(editionIds) : null, values: JSON.stringify({ nivel: pick(['Alto', 'Medio', null]), activo: pick([true, false]) }), note: null, searchKey: '', sortKey: `fila ${String(at).padStart(2, '0')}`, removedAt: at === 9 ? gone : null,
  })))
  await db.add('resultRowLinks', rowIds.flatMap((rowId, at) => [at % 2 === 0 ? { rowId, personId: null, organisationId: organisationIds[at % 13] ?? '', position: 0 } : { rowId, personId: personIds[at] ?? '', organisationId: null, position: 0 }]))
  return { agreementId, commitmentId, registerId }
}
