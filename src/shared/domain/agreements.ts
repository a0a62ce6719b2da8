/** Kinds of agreement as offices name them: convenio, contrato, subvención, memorando de entendimiento. */
export const agreementKinds = ['convenio', 'contrato', 'subvencion', 'memorando', 'otro'] as const
export type AgreementKind = (typeof agreementKinds)[number]

/** What a party does in an agreement. */
export const partyRoles = ['funder', 'executor', 'localPartner', 'requester', 'academic', 'beneficiary'] as const
export type PartyRole = (typeof partyRoles)[number]

/** What an agreement pays for. */
export const itemKinds = ['seats', 'sessions', 'hours', 'item'] as const
export type ItemKind = (typeof itemKinds)[number]

export type AgreementState = 'draft' | 'inForce' | 'over'

interface Terms {
  readonly signedOn: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
  readonly amountCents: number | null
}

interface AddendumTerms {
  readonly signedOn: string
  readonly newEndsOn: string | null
  readonly addedCents: number | null
}

export interface TermsInForce {
  readonly endsOn: string | null
  readonly amountCents: number | null
  readonly state: AgreementState
}

/**
 * What an agreement says on a day, with the addenda signed by then: the end of the latest that has one, and the amount with
 * all that was added or cut. It is a draft until it begins (else is signed), and over after its last day.
 */
export function termsOn(agreement: Terms, addenda: readonly AddendumTerms[], day: string): TermsInForce {
  const signed = addenda.filter((one) => one.signedOn <= day)
  const latest = signed.filter((one) => one.newEndsOn !== null).reduce<AddendumTerms | null>((last, one) => (last !== null && last.signedOn > one.signedOn ? last : one), null)
  const endsOn = latest?.newEndsOn ?? agreement.endsOn
  const amountCents = agreement.amountCents === null ? null : signed.reduce((sum, one) => sum + (one.addedCents ?? 0), agreement.amountCents)
  const begins = agreement.startsOn ?? agreement.signedOn
  const state = endsOn !== null && endsOn < day ? 'over' : begins === null || begins > day ? 'draft' : 'inForce'
  return { endsOn, amountCents, state }
}
