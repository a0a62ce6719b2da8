import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Attended, CourseAsked, ItemAsked, PaperRule, PersonFacts, Reason, SessionAsked, Verdict } from '../../src/shared/domain/eligibility.ts'
import { decide, minutesNeeded } from '../../src/shared/domain/eligibility.ts'
import type { MarkRounding, MarkValue, RetakeRule } from '../../src/shared/domain/marks.ts'
import { hoursAndMinutes, hoursShown } from '../../src/shared/domain/training-hours.ts'

/** Nothing is asked. */
const freeRule: PaperRule = { paperKind: 'certificado', leastShare: null, needsRequired: false, leastMark: null, requirementIds: [] }

const sessionsOf = (planned: readonly number[], required: readonly number[] = []): SessionAsked[] => planned.map((plannedMinutes, index) => ({ id: `s${index}`, plannedMinutes, isRequired: required.includes(index) }))
const item = (id: string, fields: Partial<ItemAsked> = {}): ItemAsked => ({ id, kind: 'exam', weight: 1, scaleMin: 0, scaleMax: 20, ...fields })
const course = (fields: Partial<CourseAsked> = {}): CourseAsked => ({ sessions: [], items: [], markRounding: 'whole', retakes: 'best', papers: [freeRule], ...fields })
const person = (fields: Partial<PersonFacts> = {}): PersonFacts => ({ isWithdrawn: false, attended: [], attempts: [], met: new Map(), exceptions: [], ...fields })

/** `12` minutes attended, `x` exempt, null nothing written. */
const attended = (cells: readonly (number | 'x' | null)[]): (Attended | null)[] => cells.map((cell) => (cell === null ? null : cell === 'x' ? { minutes: 0, exempts: true } : { minutes: cell, exempts: false }))

function onlyReason(asked: CourseAsked, facts: PersonFacts): { verdict: Verdict; reason: Reason } {
  const [paper] = decide(asked, facts).papers
  const [reason] = paper?.reasons ?? []
  if (paper === undefined || reason === undefined || paper.reasons.length !== 1) throw new Error('one reason was expected')
  return { verdict: paper.verdict, reason }
}

describe('least share of the planned minutes', () => {
  const six = [180, 180, 180, 180, 180, 180]
  const cases: readonly [string, number, readonly number[], readonly (number | 'x' | null)[], Verdict, number][] = [
    // what, percent, planned, attended, verdict, minutes missing
    ['exactly 80 %', 80, [600, 400], [600, 200], 'earned', 0],
    ['one minute below 80 %', 80, [600, 400], [600, 199], 'notEarned', 1],
    ['one minute above', 80, [600, 400], [600, 201], 'earned', 0],
    ['79.999 % is not 80 %', 80, [1440, 1440, 1440, 1440, 1440, 1440, 1440], [1440, 1440, 1440, 1440, 1440, 863, 0], 'notEarned', 1],
    ['two thirds, as 66.67 %', 66.67, [300], [200], 'notEarned', 1],
    ['two thirds, as 66.66 %', 66.66, [300], [200], 'earned', 0],
    ['all of it', 100, six, [180, 180, 180, 180, 180, 180], 'earned', 0],
    ['all but a minute', 100, six, [180, 180, 180, 180, 180, 179], 'notEarned', 1],
    ['nothing asked of the share', 0, six, [0, 0, 0, 0, 0, 0], 'earned', 0],
    ['nothing attended', 80, six, [0, 0, 0, 0, 0, 0], 'notEarned', 864],
    ['an open session that can still turn it', 80, six, [180, 180, 180, 180, 0, null], 'undecided', 144],
    ['an open session that cannot turn it any more', 80, six, [180, 180, 180, 0, 0, null], 'notEarned', 324],
    ['an open session that reaches it exactly', 75, [180, 180, 180, 180], [180, 180, 0, null], 'undecided', 180],
    ['an open session not needed', 80, six, [180, 180, 180, 180, 180, null], 'earned', 0],
    ['nothing written yet', 80, six, [null, null, null, null, null, null], 'undecided', 864],
    ['an exempt session leaves the hours asked', 80, [180, 180, 180, 180], [180, 180, 'x', 0], 'notEarned', 72],
    ['an exempt session helps who attended the rest', 100, [180, 180], [180, 'x'], 'earned', 0],
    ['exempt of every session', 80, [180, 180], ['x', 'x'], 'earned', 0],
    ['minutes written before the session was shortened count no more than it has', 80, [180, 180], [400, 0], 'notEarned', 108],
  ]
  it.each(cases)('%s', (_, leastShare, planned, cells, verdict, missingMinutes) => {
    const asked = course({ sessions: sessionsOf(planned), papers: [{ ...freeRule, leastShare }] })
    const seen = onlyReason(asked, person({ attended: attended(cells) }))
    expect(seen).toMatchObject({ verdict, reason: { rule: 'share', verdict, missingMinutes } })
  })

  it('a group without sessions decides nothing', () => {
    expect(onlyReason(course({ papers: [{ ...freeRule, leastShare: 80 }] }), person())).toMatchObject({ verdict: 'undecided', reason: { hasSessions: false } })
  })

  it('the sessions said to be enough are enough, whichever they are', () => {
    const asked = course({ sessions: sessionsOf([180, 60, 120, 240]), papers: [{ ...freeRule, leastShare: 50 }] })
    // 300 of 600 needed, 180 there: 120 missing; the shortest two open ones hold 180.
    expect(onlyReason(asked, person({ attended: attended([180, null, null, null]) })).reason).toMatchObject({ missingMinutes: 120, openSessions: 3, enoughSessions: 2 })
  })

  it('so many sessions are enough in every choice, and one fewer is not in some', () => {
    const session = fc.record({ planned: fc.integer({ min: 1, max: 240 }), cell: fc.option(fc.integer({ min: 0, max: 240 })), place: fc.double({ noNaN: true }) })
    fc.assert(
      fc.property(fc.array(session, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 100 }), (written, leastShare) => {
        const asked = course({ sessions: sessionsOf(written.map((one) => one.planned)), papers: [{ ...freeRule, leastShare }] })
        const facts = person({ attended: attended(written.map((one) => one.cell)) })
        const { verdict, reason } = onlyReason(asked, facts)
        if (reason.rule !== 'share' || verdict !== 'undecided') return
        const attending = (order: readonly number[], count: number): Verdict => {
          const chosen = new Set(order.slice(0, count))
          return onlyReason(asked, person({ attended: facts.attended.map((one, index) => one ?? { minutes: chosen.has(index) ? (written[index]?.planned ?? 0) : 0, exempts: false }) })).verdict
        }
        const open = facts.attended.flatMap((one, index) => (one === null ? [index] : []))
        const by = (key: 'place' | 'planned') => open.toSorted((one, other) => (written[one]?.[key] ?? 0) - (written[other]?.[key] ?? 0))
        expect(attending(by('place'), reason.enoughSessions ?? 0)).toBe('earned')
        expect(attending(by('planned'), (reason.enoughSessions ?? 0) - 1)).toBe('notEarned')
      }),
      { numRuns: 500 },
    )
  })

  it('the least minutes are the least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 100_000 }), (hundredths, planned) => {
        const needed = minutesNeeded(hundredths / 100, planned)
        expect(needed * 10_000).toBeGreaterThanOrEqual(hundredths * planned)
        expect((needed - 1) * 10_000).toBeLessThan(hundredths * planned)
      }),
    )
  })

  it('the share shown is cut, not rounded up', () => {
    const { share } = decide(course({ sessions: sessionsOf([1440, 1440, 1440, 1440, 1440, 1440, 1440]) }), person({ attended: attended([1440, 1440, 1440, 1440, 1440, 863, 0]) }))
    expect(share).toBe(79.99)
  })
})

describe('required sessions', () => {
  const cases: readonly [string, readonly number[], readonly (number | 'x' | null)[], Verdict, readonly string[], readonly string[]][] = [
    // what, which are required, attended, verdict, missed, open
    ['attended', [0, 2], [180, 0, 180], 'earned', [], []],
    ['attended in part', [0], [1, 0, 0], 'earned', [], []],
    ['missed', [0, 2], [180, 180, 0], 'notEarned', ['s2'], []],
    ['excused without minutes counts as missed', [2], [180, 180, 0], 'notEarned', ['s2'], []],
    ['exempt', [2], [180, 180, 'x'], 'earned', [], []],
    ['open', [2], [180, 180, null], 'undecided', [], ['s2']],
    ['one open, one missed', [0, 2], [0, 180, null], 'notEarned', ['s0'], ['s2']],
    ['an open one that is not required', [0], [180, null, null], 'earned', [], []],
    ['none is required', [], [0, 0, 0], 'earned', [], []],
  ]
  it.each(cases)('%s', (_, required, cells, verdict, missed, open) => {
    const asked = course({ sessions: sessionsOf([180, 180, 180], required), papers: [{ ...freeRule, needsRequired: true }] })
    expect(onlyReason(asked, person({ attended: attended(cells) }))).toMatchObject({ verdict, reason: { rule: 'sessions', missed, open } })
  })
})

describe('least mark', () => {
  interface Case {
    readonly attempts: readonly (readonly MarkValue[])[]
    readonly items?: readonly ItemAsked[]
    readonly rounding?: MarkRounding
    readonly retakes?: RetakeRule
    readonly least?: number
    readonly verdict: Verdict
    readonly mark: number | null
    readonly needed?: readonly number[]
  }
  const two = [item('work', { kind: 'work', weight: 40 }), item('final', { weight: 60 })]
  const cases: readonly (readonly [string, Case])[] = [
    ['11 of 11', { attempts: [[11]], verdict: 'earned', mark: 11 }],
    ['10 of 11', { attempts: [[10]], verdict: 'notEarned', mark: 10 }],
    ['10.5 in whole marks is 11', { attempts: [[10.5]], rounding: 'whole', verdict: 'earned', mark: 11 }],
    ['10.49 in whole marks is 10', { attempts: [[10.49]], rounding: 'whole', verdict: 'notEarned', mark: 10 }],
    ['10.5 in tenths is not 11', { attempts: [[10.5]], rounding: 'tenth', verdict: 'notEarned', mark: 10.5 }],
    ['10.95 in tenths is 11', { attempts: [[10.95]], rounding: 'tenth', verdict: 'earned', mark: 11 }],
    ['10.94 in tenths is not', { attempts: [[10.94]], rounding: 'tenth', verdict: 'notEarned', mark: 10.9 }],
    ['10.99 in hundredths is not 11', { attempts: [[10.99]], rounding: 'hundredth', verdict: 'notEarned', mark: 10.99 }],
    ['10.995 in hundredths is 11', { attempts: [[10.995]], rounding: 'hundredth', verdict: 'earned', mark: 11 }],
    ['absent has 0', { attempts: [['NP']], verdict: 'notEarned', mark: 0 }],
    ['absent in one of two', { items: two, attempts: [[20], ['NP']], verdict: 'notEarned', mark: 8 }],
    ['the best of two attempts', { attempts: [[8, 13]], retakes: 'best', verdict: 'earned', mark: 13 }],
    ['the best even when the retake is worse', { attempts: [[13, 8]], retakes: 'best', verdict: 'earned', mark: 13 }],
    ['the last of two attempts', { attempts: [[13, 8]], retakes: 'last', verdict: 'notEarned', mark: 8 }],
    ['the average of two attempts, rounded', { attempts: [[8, 13]], retakes: 'average', verdict: 'earned', mark: 11 }],
    ['the average with an absence', { attempts: [['NP', 20]], retakes: 'average', verdict: 'notEarned', mark: 10 }],
    ['a missing mark leaves it open, and says what is needed', { items: two, attempts: [[8], []], verdict: 'undecided', mark: null, needed: [12.17] }],
    ['a missing mark out of 100', { items: [item('work'), item('final', { scaleMax: 100 })], attempts: [[8], []], verdict: 'undecided', mark: null, needed: [65] }],
    ['a missing mark of 1 to 5', { items: [item('work'), item('final', { scaleMin: 1, scaleMax: 5 })], attempts: [[11], []], verdict: 'undecided', mark: null, needed: [3] }],
    ['a missing mark that cannot turn it any more', { items: two, attempts: [[], [2]], verdict: 'notEarned', mark: null }],
    ['a missing mark that is not needed any more', { items: two, attempts: [[], [20]], verdict: 'earned', mark: null }],
    ['a missing mark needed whole', { items: [item('a'), item('b')], attempts: [[1], []], least: 10.5, rounding: 'hundredth', verdict: 'undecided', mark: null, needed: [19.99] }],
    ['two missing marks', { items: two, attempts: [[], []], least: 13, verdict: 'undecided', mark: null, needed: [12.5, 12.5] }],
    ['what weighs nothing is not missing', { items: [item('a'), item('entry', { kind: 'entry', weight: 0 })], attempts: [[11], []], verdict: 'earned', mark: 11 }],
    ['13 of 13, as SUNARP asks', { attempts: [[12.5]], least: 13, verdict: 'earned', mark: 13 }],
    ['14 of 20 is 70 %', { items: [item('a', { scaleMax: 100 })], attempts: [[70]], least: 14, verdict: 'earned', mark: 14 }],
  ]
  it.each(cases)('%s', (_, { items = [item('final')], attempts, rounding = 'whole', retakes = 'best', least = 11, verdict, mark, needed }) => {
    const asked = course({ items, markRounding: rounding, retakes, papers: [{ ...freeRule, leastMark: least }] })
    const seen = onlyReason(asked, person({ attempts }))
    expect(seen).toMatchObject({ verdict, reason: { rule: 'mark', mark, hasItems: true } })
    if (needed !== undefined && seen.reason.rule === 'mark') expect(seen.reason.missing.map((one) => one.needed)).toEqual(needed)
  })

  it('is open where the course says of no mark that it counts', () => {
    expect(onlyReason(course({ papers: [{ ...freeRule, leastMark: 11 }] }), person())).toMatchObject({ verdict: 'undecided', reason: { hasItems: false } })
  })
})

describe('requirements', () => {
  const asked = course({ papers: [{ ...freeRule, requirementIds: ['plan', 'survey'] }] })
  it.each<[string, readonly [string, boolean][], Verdict]>([
    ['both met', [['plan', true], ['survey', true]], 'earned'],
    ['one not met', [['plan', false], ['survey', true]], 'notEarned'],
    ['one not said', [['plan', true]], 'undecided'],
    ['one not met, one not said', [['plan', false]], 'notEarned'],
    ['another course’s requirement says nothing', [['other', true]], 'undecided'],
  ])('%s', (_, met, verdict) => {
    expect(decide(asked, person({ met: new Map(met) })).papers[0]?.verdict).toBe(verdict)
  })
})

describe('exceptions', () => {
  const asked = course({
    sessions: sessionsOf([180, 180], [1]),
    items: [item('final')],
    papers: [
      { paperKind: 'certificado', leastShare: 80, needsRequired: true, leastMark: 11, requirementIds: ['plan'] },
      { paperKind: 'constancia', leastShare: 80, needsRequired: false, leastMark: null, requirementIds: [] },
    ],
  })
  const failing = person({ attended: attended([180, 0]), attempts: [[10]], met: new Map([['plan', false]]) })
  const verdictsWith = (exceptions: PersonFacts['exceptions']) => decide(asked, { ...failing, exceptions })

  it('one rule set aside leaves the others', () => {
    const { papers } = verdictsWith([{ paperKind: 'certificado', rule: 'share' }])
    expect(papers[0]?.verdict).toBe('notEarned')
    expect(papers[0]?.reasons.map(({ rule, verdict, excepted }) => [rule, verdict, excepted])).toEqual([
      ['share', 'notEarned', true],
      ['sessions', 'notEarned', false],
      ['mark', 'notEarned', false],
      ['requirement', 'notEarned', false],
    ])
  })
  it('every rule set aside gives that paper, and no other', () => {
    expect(verdictsWith([{ paperKind: 'certificado', rule: 'all' }])).toMatchObject({ earns: 'certificado', verdict: 'earned', papers: [{ verdict: 'earned' }, { verdict: 'notEarned' }] })
  })
  it('each rule set aside by itself gives it too', () => {
    expect(verdictsWith((['share', 'sessions', 'mark', 'requirement'] as const).map((rule) => ({ paperKind: 'certificado', rule })))).toMatchObject({ earns: 'certificado' })
  })
  it('the one rule of the second paper set aside gives the second paper', () => {
    expect(verdictsWith([{ paperKind: 'constancia', rule: 'share' }])).toMatchObject({ earns: 'constancia', verdict: 'earned', papers: [{ verdict: 'notEarned' }, { verdict: 'earned' }] })
  })
  it('an open rule set aside decides', () => {
    const open = person({ attended: attended([180, null]), exceptions: [{ paperKind: 'constancia', rule: 'share' }] })
    expect(decide(asked, open).papers[1]).toMatchObject({ verdict: 'earned', reasons: [{ verdict: 'undecided', excepted: true }] })
  })
})

describe('over all papers', () => {
  const both = course({
    sessions: sessionsOf([180]),
    items: [item('final')],
    papers: [
      { ...freeRule, leastShare: 80, leastMark: 11 },
      { ...freeRule, paperKind: 'constancia', leastShare: 80 },
    ],
  })
  it('the most fitting paper earned is told', () => {
    expect(decide(both, person({ attended: attended([180]), attempts: [[12]] }))).toMatchObject({ earns: 'certificado', verdict: 'earned' })
    expect(decide(both, person({ attended: attended([180]), attempts: [[9]] }))).toMatchObject({ earns: 'constancia', verdict: 'earned' })
    expect(decide(both, person({ attended: attended([0]), attempts: [[20]] }))).toMatchObject({ earns: null, verdict: 'notEarned' })
  })
  it('one open paper leaves the whole open', () => {
    expect(decide(both, person({ attended: attended([180]), attempts: [[]] }))).toMatchObject({ earns: 'constancia', verdict: 'undecided' })
  })
  it('a course without rules decides nothing; a rule that asks nothing is earned by all', () => {
    expect(decide(course({ papers: [] }), person())).toMatchObject({ papers: [], earns: null, verdict: 'undecided' })
    expect(decide(course(), person())).toMatchObject({ earns: 'certificado', verdict: 'earned' })
  })
  it('who withdrew earns nothing and is asked nothing, whatever was granted', () => {
    const gone = person({ isWithdrawn: true, attended: attended([180]), attempts: [[20]], exceptions: [{ paperKind: 'certificado', rule: 'all' }] })
    expect(decide(both, gone)).toMatchObject({ earns: null, verdict: 'notEarned', attendedMinutes: 180, papers: [{ verdict: 'notEarned', reasons: [] }, { verdict: 'notEarned', reasons: [] }] })
    expect(decide(course({ papers: [] }), person({ isWithdrawn: true }))).toMatchObject({ verdict: 'notEarned' })
  })
})

describe('for any course and person', () => {
  const rank: Readonly<Record<Verdict, number>> = { notEarned: 0, undecided: 1, earned: 2 }
  const cell = fc.oneof(fc.constant(null), fc.constant('x' as const), fc.integer({ min: 0, max: 180 }))
  const attempt = fc.oneof(fc.constant('NP' as const), fc.integer({ min: 0, max: 40 }).map((half) => half / 2))
  const world = fc
    .record({
      sessions: fc.array(fc.record({ planned: fc.integer({ min: 1, max: 180 }), isRequired: fc.boolean(), cell }), { minLength: 1, maxLength: 8 }),
      items: fc.array(fc.record({ weight: fc.integer({ min: 0, max: 5 }), attempts: fc.array(attempt, { maxLength: 2 }) }), { maxLength: 4 }),
      met: fc.option(fc.boolean()),
      rule: fc.record({ leastShare: fc.option(fc.integer({ min: 0, max: 100 })), needsRequired: fc.boolean(), leastMark: fc.option(fc.integer({ min: 0, max: 20 })), asksPlan: fc.boolean() }),
      markRounding: fc.constantFrom<MarkRounding>('whole', 'tenth', 'hundredth'),
      retakes: fc.constantFrom<RetakeRule>('best', 'last', 'average'),
    })
    .map(({ sessions, items, met, rule: { asksPlan, ...rule }, ...settings }) => ({
      asked: course({
        ...settings,
        sessions: sessions.map(({ planned, isRequired }, index) => ({ id: `s${index}`, plannedMinutes: planned, isRequired })),
        items: items.map(({ weight }, index) => item(`i${index}`, { weight })),
        papers: [{ ...freeRule, ...rule, requirementIds: asksPlan ? ['plan'] : [] }],
      }),
      facts: person({ attended: attended(sessions.map((one) => one.cell)), attempts: items.map((one) => one.attempts), met: new Map(met === null ? [] : [['plan', met]]) }),
    }))
  const verdict = (asked: CourseAsked, facts: PersonFacts): Verdict => decide(asked, facts).papers[0]?.verdict ?? 'undecided'

  it('more minutes never worsen a verdict', () => {
    fc.assert(
      fc.property(world, fc.nat(7), fc.integer({ min: 1, max: 180 }), ({ asked, facts }, which, more) => {
        const index = which % facts.attended.length
        const raised = facts.attended.map((one, at) => (at === index && one !== null ? { ...one, minutes: one.minutes + more } : one))
        expect(rank[verdict(asked, { ...facts, attended: raised })]).toBeGreaterThanOrEqual(rank[verdict(asked, facts)])
      }),
      { numRuns: 1000 },
    )
  })

  it('closing what is open turns neither what is earned nor what is not', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.oneof(fc.constant('x' as const), fc.integer({ min: 0, max: 180 }))), fc.infiniteStream(attempt), fc.boolean(), ({ asked, facts }, cells, marks, met) => {
        const closed: PersonFacts = {
          ...facts,
          attended: facts.attended.map((one) => one ?? attended([cells.next().value ?? 0])[0] ?? null),
          attempts: facts.attempts.map((one) => (one.length > 0 ? one : [marks.next().value ?? 'NP'])),
          met: facts.met.size > 0 ? facts.met : new Map([['plan', met]]),
        }
        const before = verdict(asked, facts)
        const after = verdict(asked, closed)
        if (before !== 'undecided') expect(after).toBe(before)
        const nothingWeighs = asked.items.every((one) => one.weight === 0)
        if (!nothingWeighs) expect(after).not.toBe('undecided')
      }),
      { numRuns: 1000 },
    )
  })

  it('attending the sessions that are said to be enough, and reaching the marks that are, decides for the person', () => {
    fc.assert(
      fc.property(world, ({ asked, facts }) => {
        const before = decide(asked, facts).papers[0]
        if (before?.verdict !== 'undecided' || asked.items.every((one) => one.weight === 0)) return
        const needed = new Map(before.reasons.flatMap((reason) => (reason.rule === 'mark' ? reason.missing.map((one) => [one.itemId, one.needed] as const) : [])))
        const after = decide(asked, {
          ...facts,
          attended: facts.attended.map((one, index) => one ?? { minutes: asked.sessions[index]?.plannedMinutes ?? 0, exempts: false }),
          attempts: facts.attempts.map((one, index) => (one.length > 0 ? one : [needed.get(asked.items[index]?.id ?? '') ?? 0])),
          met: new Map([['plan', true]]),
        })
        expect(after.papers[0]?.verdict).toBe('earned')
      }),
      { numRuns: 1000 },
    )
  })
})

test('hours are shown in the course’s own hours, never as more than they are', () => {
  expect([hoursShown(1080, 45), hoursShown(780, 45), hoursShown(59, 60), hoursShown(3599, 60)]).toEqual(['24', '17.33', '0.98', '59.98'])
  expect([hoursAndMinutes(72, 60), hoursAndMinutes(135, 45), hoursAndMinutes(40, 45), hoursAndMinutes(54, 45), hoursAndMinutes(0, 45)]).toEqual(['1 h 12 min', '3 h', '40 min', '1 h 9 min', '0 min'])
})
