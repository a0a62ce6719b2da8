import { paperKinds } from '../../../shared/domain/training.ts'
import { useMemo, useState } from 'react'
import { isHeldOn } from '../../../shared/domain/posts.ts'
import { formatNumber } from '../../../shared/domain/numbering.ts'
import { useQuery } from '../../api.ts'
import type { Gives, Takes } from '../../api.ts'
import { recall, remember } from '../../remembered.ts'
import { proposedDesign } from './fitting.ts'
import type { DesignChoice } from './fitting.ts'
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
  readonly designs: readonly DesignChoice[]
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
  /** What those chosen did. */
  readonly roles: readonly Enrolled['role'][]
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
  const base = useMemo(() => proposed(facts, touched), [facts, touched])

  const everyone = useMemo(() => facts.people.map((one) => one.id), [facts.people])
  const { paperKind, seriesId } = base
  const all = useQuery('certificates.plan', { enrolmentIds: everyone, paperKind, seriesId, issuedOn: facts.today, model: 'sober', signatoryIds: [] }, { keepOld: true })
  const reasons = useMemo<Reasons>(() => new Map(all.data?.leftOut.map((one) => [one.enrolmentId, one])), [all.data])
  const known = all.data !== undefined
  const chosen = useMemo<ReadonlySet<string>>(() => {
    const wanted = picked ?? facts.only
    return new Set(known ? everyone.filter((id) => !reasons.has(id) && (wanted === undefined || wanted.has(id))) : [])
  }, [everyone, reasons, known, picked, facts.only])

  const roles = useMemo(() => [...new Set(facts.people.filter((one) => chosen.has(one.id)).map((one) => one.role))], [facts.people, chosen])
  const how = useMemo<How>(() => ({ ...base, model: touched.model ?? proposedDesign(facts.designs, { paperKind, roles }, recall(MODEL)) }), [base, touched.model, facts.designs, paperKind, roles])
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
    roles,
    choice,
    plan: choice === undefined ? undefined : plan.data,
    error: all.error ?? (choice === undefined ? undefined : plan.error),
    loading: !known || plan.loading,
  }
}

function proposed(facts: DeskFacts, touched: Partial<How>): Omit<How, 'model'> {
  const kinds = new Set(facts.series.map((one) => one.paperKind))
  const wanted: Kind = touched.paperKind ?? proposedKind(facts.people)
  const paperKind = kinds.has(wanted) ? wanted : (paperKinds.find((kind) => kinds.has(kind)) ?? wanted)
  const ofKind = facts.series.filter((one) => one.paperKind === paperKind)
  const issuedOn = touched.issuedOn ?? facts.today
  return {
    paperKind,
    seriesId: (ofKind.find((one) => one.id === touched.seriesId) ?? ofKind[0])?.id ?? '',
    issuedOn,
    signatoryIds: touched.signatoryIds?.filter((id) => facts.office.signatories.some((one) => one.id === id)) ?? proposedToSign(facts.office.signatories, { day: issuedOn, kind: paperKind }),
    document: touched.document ?? 'whole',
    language: touched.language ?? 'es',
    withSyllabus: facts.hasSyllabus && (touched.withSyllabus ?? false),
  }
}

/** What stands against her signing such a paper on that day; null: nothing. */
export function whyNotSign(one: Signatory, { day, kind }: { readonly day: string; readonly kind: Kind }): 'mandate' | 'kind' | null {
  if (!isHeldOn(one, day)) return 'mandate'
  return one.papers === null || (JSON.parse(one.papers) as readonly string[]).includes(kind) ? null : 'kind'
}

/** Those who may sign such a paper on the day, in the office's own order, as many as fit on the paper. */
function proposedToSign(signatories: readonly Signatory[], asked: { readonly day: string; readonly kind: Kind }): string[] {
  return signatories
    .filter((one) => whyNotSign(one, asked) === null)
    .toSorted((one, other) => one.position - other.position)
    .slice(0, MOST_SIGNATORIES)
    .map((one) => one.id)
}

/** The number that follows in the series in the year of the date; '' where none is left to this computer. */
function nextNumber({ series, office, today }: DeskFacts, how: How): string {
  const own = series.find((one) => one.id === how.seriesId)
  if (own === undefined) return ''
  const year = Number(how.issuedOn.slice(0, 4))
  if (year === Number(today.slice(0, 4))) return own.nextNumber
  const blocks = own.blocks.filter((block) => block.year === year)
  const usable = blocks.find((block) => block.isHere && block.returnedAt === null && block.given < block.last - block.first + 1)
  const last = Math.max(own.counters.find((counter) => counter.year === year)?.last ?? 0, ...blocks.map((block) => block.last))
  // A series that another computer keeps gives the numbers of its blocks alone.
  const correlative = usable !== undefined ? usable.first + usable.given : own.left === null ? last + 1 : null
  if (correlative === null) return ''
  return formatNumber(own.pattern, { correlative, year, entitySiglas: office.entity.siglas, unitSiglas: own.unitSiglas ?? office.entity.unitSiglas, kind: own.paperKind.toUpperCase() })
}

export function canSign(how: How): boolean {
  return how.signatoryIds.length < MOST_SIGNATORIES
}
