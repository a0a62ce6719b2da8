/**
 * What an indicator counts. People: each person once, ever or per period. Participations: each enrolment. Hours: attended
 * by person. Sum and share are made of other indicators. Manual: typed with a means of verification.
 */
export const countedThings = ['people', 'participations', 'organisations', 'hours', 'certificates', 'sessions', 'initiatives', 'rows', 'manual', 'sum', 'share'] as const
export type CountedThing = (typeof countedThings)[number]

/** The day that puts a thing into a period: last or first day of the group, of a session attended, of the paper, of the record of results. */
export const datings = ['lastDay', 'firstDay', 'session', 'paper', 'acta'] as const
export type Dating = (typeof datings)[number]

/** Whose place is meant: where the organisation is (else the person lives, else the group met), where the person lives, or where the group met. */
export const placesOf = ['organisation', 'residence', 'cohort'] as const
export type PlaceOf = (typeof placesOf)[number]

/**
 * By what a figure can be split (DS 007-2024-JUS art. 1.10 and 15.6; Ley 28983 art. 6.m; what funders ask). `stage` is of
 * initiatives; rows of a register can also be split by their fields of choice: `field:<id>`, which is not in this list.
 */
export const breakdownDimensions = [
  'sex', 'age', 'organisationKind', 'sector', 'organisation', 'regime', 'personClass', 'department', 'province', 'district', 'area', 'ethnicity', 'language', 'disability', 'programme', 'edition', 'cohort', 'stage',
] as const
export type BreakdownDimension = (typeof breakdownDimensions)[number]

/** Sensitive by Ley 29733 art. 2.5 (mother tongue as a proxy of origin): hidden under five people in what goes out. */
export const sensitiveDimensions: ReadonlySet<string> = new Set<BreakdownDimension>(['ethnicity', 'language', 'disability'])

/** Lower bounds of the age groups until an office says otherwise, in whole years. */
export const usualAgeBounds: readonly number[] = [0, 18, 30, 45, 60]
