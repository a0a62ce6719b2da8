/**
 * Who earned which paper, and why not. There is no single national rule: each course says its own, per kind of paper
 * (RM 0087-2011-JUS 90 % and 11, SUNARP 13, MTC 70 %).
 */

/** What a course may ask for. */
export const ruleKinds = ['share', 'sessions', 'mark', 'requirement'] as const
export type RuleKind = (typeof ruleKinds)[number]

/** Undecided: something is not written yet that could still turn it. */
export const verdicts = ['earned', 'notEarned', 'undecided'] as const
export type Verdict = (typeof verdicts)[number]
