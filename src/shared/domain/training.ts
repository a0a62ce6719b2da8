/**
 * Words of training as codes; what they are called on screen and paper stands in the messages.
 * Types of action: RC 326-2024-CG art. 25.1, the groups of EsSalud's plan of 2025, D.Leg. 1682 art. 8.2; the last ones are
 * ours, for community leaders.
 */
export const actionTypes = [
  'curso', 'taller', 'curso-taller', 'seminario', 'diplomado', 'programa-especializacion', 'programa', 'conferencia', 'congreso', 'simposio', 'foro',
  'pasantia', 'capacitacion', 'maestria', 'doctorado', 'charla', 'asamblea', 'escuela', 'visita', 'otro',
] as const

/** FL formación laboral, FP formación profesional (Ley 30057 art. 16). Only what leads to a degree is FP. */
export function trainingTypeOf(action: string): 'FL' | 'FP' {
  return action === 'maestria' || action === 'doctorado' ? 'FP' : 'FL'
}

/**
 * The six groups in which plans are reported (EsSalud, 2025). Null for what leads to a degree and what is only ours.
 */
export function actionGroupOf(action: string): 1 | 2 | 3 | 4 | 5 | 6 | null {
  const groups: Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | 6>> = {
    curso: 1, taller: 1, 'curso-taller': 1, diplomado: 2, 'programa-especializacion': 2, programa: 2, capacitacion: 3, pasantia: 4, congreso: 5,
    conferencia: 6, seminario: 6, simposio: 6, foro: 6,
  }
  return groups[action] ?? null
}

/** Ley 30220 art. 47.2; semipresencial is also called mixta. */
export const modalities = ['presencial', 'virtual', 'semipresencial'] as const
export type Modality = (typeof modalities)[number]

/**
 * Kinds of hour and their minutes: pedagógica (DS 010-2017-MINEDU), académica (RM 0087-2011-JUS), lectiva
 * (DS 014-2008-JUS), cronológica. No national rule fixes one.
 */
export const hourKinds = [
  { minutes: 45, kind: 'pedagogica' },
  { minutes: 50, kind: 'academica' },
  { minutes: 55, kind: 'lectiva' },
  { minutes: 60, kind: 'cronologica' },
] as const
export type HourKind = (typeof hourKinds)[number]['kind']

/** The kind of an hour of so many minutes; null for a length without a name. */
export function hourKindOf(minutes: number): HourKind | null {
  return hourKinds.find((one) => one.minutes === minutes)?.kind ?? null
}

export const enrolmentRoles = ['participant', 'speaker', 'organiser', 'facilitator'] as const
export type EnrolmentRole = (typeof enrolmentRoles)[number]

export const enrolmentStates = ['enrolled', 'completed', 'approved', 'withdrawn'] as const
export type EnrolmentState = (typeof enrolmentStates)[number]

/** Certificado: attended and approved; constancia: attended or took part, no grade (D.Leg. 1682 art. 10.2; custom). */
export const paperKinds = ['certificado', 'constancia'] as const
export type PaperKind = (typeof paperKinds)[number]

/** The papers a role and a state entitle to, the most fitting first; none for who is only enrolled or withdrew. */
export function papersFor(role: EnrolmentRole, state: EnrolmentState): readonly PaperKind[] {
  if (state === 'withdrawn') return []
  if (role !== 'participant') return ['constancia']
  return state === 'approved' ? ['certificado', 'constancia'] : state === 'completed' ? ['constancia'] : []
}

/**
 * What an office should be warned of before it calls an action so: a diplomado takes 24 credits at least and a
 * university gives it (Ley 30220 art. 43.1).
 */
export function actionWarning(action: string, organiserKind: string | null): 'diplomado-without-university' | null {
  return action === 'diplomado' && organiserKind !== 'universidad' ? 'diplomado-without-university' : null
}
