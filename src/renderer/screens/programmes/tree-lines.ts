import type { Gives } from '../../api.ts'

export type Programme = Gives<'programmes.list'>[number]
export type Edition = Programme['editions'][number]
export type Cohort = Edition['cohorts'][number]

export interface Sums {
  readonly people: number
  readonly certificates: number
}

/** One line of the tree. `at` and `of` count its place among its siblings, from 1; `opened` is null where nothing hangs below. */
export interface Line {
  readonly id: string
  readonly level: 1 | 2 | 3
  readonly at: number
  readonly of: number
  readonly parent: string | null
  readonly opened: boolean | null
  readonly sums: Sums
  readonly what:
    | { readonly kind: 'programme'; readonly programme: Programme }
    | { readonly kind: 'edition'; readonly edition: Edition }
    | { readonly kind: 'cohort'; readonly cohort: Cohort }
}

/** People and certificates of these groups together. */
export function sumsOf(cohorts: readonly Cohort[]): Sums {
  return cohorts.reduce((sum, one) => ({ people: sum.people + one.participants + one.others, certificates: sum.certificates + one.certificates }), { people: 0, certificates: 0 })
}

export function sumsOfProgramme(programme: Programme): Sums {
  return sumsOf(programme.editions.flatMap((edition) => edition.cohorts))
}

/** The lines in sight, from the top: what hangs below a line stands there only while `isOpen` says so. */
export function linesOf(programmes: readonly Programme[], isOpen: (id: string, isFirst: boolean) => boolean): readonly Line[] {
  return programmes.flatMap((programme, at) => {
    const opened = programme.editions.length === 0 ? null : isOpen(programme.id, true)
    const line: Line = { id: programme.id, level: 1, at: at + 1, of: programmes.length, parent: null, opened, sums: sumsOfProgramme(programme), what: { kind: 'programme', programme } }
    return opened === true ? [line, ...programme.editions.flatMap((edition, place) => editionLines(programme, edition, place, isOpen))] : [line]
  })
}

function editionLines(programme: Programme, edition: Edition, place: number, isOpen: (id: string, isFirst: boolean) => boolean): readonly Line[] {
  const { cohorts } = edition
  const opened = cohorts.length === 0 ? null : isOpen(edition.id, place === 0)
  const line: Line = { id: edition.id, level: 2, at: place + 1, of: programme.editions.length, parent: programme.id, opened, sums: sumsOf(cohorts), what: { kind: 'edition', edition } }
  if (opened !== true) return [line]
  return [line, ...cohorts.map((cohort, at): Line => ({ id: cohort.id, level: 3, at: at + 1, of: cohorts.length, parent: edition.id, opened: null, sums: sumsOf([cohort]), what: { kind: 'cohort', cohort } }))]
}
