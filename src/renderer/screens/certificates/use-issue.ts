import { paperKinds } from '../../../shared/domain/training.ts'
import { useMemo, useState } from 'react'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import { formatNumber } from '../../../shared/domain/numbering.ts'
import { useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { recall, remember } from '../../remembered.ts'
import type { Enrolled, Kind, Reasons } from './who.ts'
import { proposedKind } from './who.ts'

export type Choice = Takes<'certificates.plan'>
export type Series = Gives<'numbering.list'>[number]
export type Office = Gives<'entity.get'>
export type Signatory = Office['signatories'][number]
export type Plan = Gives<'certificates.plan'>

/** What the desk is opened on. */
export interface DeskFacts {
  readonly people: readonly Enrolled[]
  readonly office: Office
  readonly series: readonly Series[]
  readonly hasSyllabus: boolean
  readonly today: string
  /** Only these are chosen to begin with; all who can be given one when undefined. */
  readonly only: ReadonlySet<string> | undefined
}

/** How the papers will be. */
export type How = Omit<Choice, 'enrolmentIds'>

export interface Issue {
  readonly how: How
  readonly change: (how: Partial<How>) => void
  readonly seriesOfKind: readonly Series[]
  readonly nextNumber: string
  readonly reasons: Reasons
  readonly chosen: ReadonlySet<string>
  readonly choose: (ids: ReadonlySet<string>) => void
  /** Undefined while nobody is chosen. */
  readonly choice: Choice | undefined
  readonly plan: Plan | undefined
  readonly error: ReturnType<typeof useQuery<'certificates.plan'>>['error']
  readonly loading: boolean
}

const MODEL = 'issue.model'
const MOST_SIGNATORIES = 4

/** What is chosen before issuing. What the person has not touched is proposed from the facts, and follows them. */
export function useIssue(facts: DeskFacts): Issue {
  const [touched, setTouched] = useState<Partial<How>>({})
  const [picked, setPicked] = useState<ReadonlySet<string>>()
  const how = useMemo(() => proposed(facts, touched), [facts, touched])

  const everyone = useMemo(() => facts.people.map((one) => one.id), [facts.people])
  const { paperKind, seriesId } = how
  const all = useQuery('certificates.plan', { enrolmentIds: everyone, paperKind, seriesId, issuedOn: facts.today, model: 'sober', signatoryIds: [] }, { keepOld: true })
  const reasons = useMemo<Reasons>(() => new Map(all.data?.leftOut.map((one) => [one.enrolmentId, one])), [all.data])
  const known = all.data !== undefined
  const chosen = useMemo<ReadonlySet<string>>(() => {
    const wanted = picked ?? facts.only
    return new Set(known ? everyone.filter((id) => !reasons.has(id) && (wanted === undefined || wanted.has(id))) : [])
  }, [everyone, reasons, known, picked, facts.only])

  const choice = useMemo<Choice | undefined>(() => (chosen.size === 0 ? undefined : { ...how, enrolmentIds: [...chosen] }), [how, chosen])
  const plan = useQuery('certificates.plan', choice ?? { ...how, enrolmentIds: everyone }, { enabled: choice !== undefined, keepOld: true })
  const change = (next: Partial<How>): void => {
    if (next.model !== undefined) remember(MODEL, next.model)
    setTouched((old) => ({ ...old, ...next }))
  }
  return {
    how,
    change,
    seriesOfKind: facts.series.filter((one) => one.paperKind === paperKind),
    nextNumber: nextNumber(facts, how),
    reasons,
    chosen,
    choose: setPicked,
    choice,
    plan: choice === undefined ? undefined : plan.data,
    error: all.error ?? (choice === undefined ? undefined : plan.error),
    loading: !known || plan.loading,
  }
}

function proposed(facts: DeskFacts, touched: Partial<How>): How {
  const kinds = new Set(facts.series.map((one) => one.paperKind))
  const wanted: Kind = touched.paperKind ?? proposedKind(facts.people)
  const paperKind = kinds.has(wanted) ? wanted : (paperKinds.find((kind) => kinds.has(kind)) ?? wanted)
  const ofKind = facts.series.filter((one) => one.paperKind === paperKind)
  const issuedOn = touched.issuedOn ?? facts.today
  return {
    paperKind,
    seriesId: (ofKind.find((one) => one.id === touched.seriesId) ?? ofKind[0])?.id ?? '',
    issuedOn,
    model: touched.model ?? (recall(MODEL) === 'festive' ? 'festive' : 'sober'),
    signatoryIds: touched.signatoryIds?.filter((id) => facts.office.signatories.some((one) => one.id === id)) ?? inForce(facts.office.signatories, issuedOn),
    document: touched.document ?? 'whole',
    language: touched.language ?? 'es',
    withSyllabus: facts.hasSyllabus && (touched.withSyllabus ?? false),
  }
}

/** Those whose mandate holds on the day, in the office's own order, as many as fit on the paper. */
function inForce(signatories: readonly Signatory[], day: string): string[] {
  return signatories
    .filter((one) => isHeldOn(one, day))
    .toSorted((one, other) => one.position - other.position)
    .slice(0, MOST_SIGNATORIES)
    .map((one) => one.id)
}

/** The number that follows in the series in the year of the date. */
function nextNumber({ series, office }: DeskFacts, how: How): string {
  const own = series.find((one) => one.id === how.seriesId)
  if (own === undefined) return ''
  const year = Number(how.issuedOn.slice(0, 4))
  const last = own.counters.find((counter) => counter.year === year)?.last ?? 0
  return formatNumber(own.pattern, { correlative: last + 1, year, entitySiglas: office.entity.siglas, unitSiglas: office.entity.unitSiglas, kind: own.paperKind.toUpperCase() })
}

export function canSign(how: How): boolean {
  return how.signatoryIds.length < MOST_SIGNATORIES
}
