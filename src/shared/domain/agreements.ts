/** Kinds of agreement as offices name them: convenio, contrato, subvención, memorando de entendimiento. */
export const agreementKinds = ['convenio', 'contrato', 'subvencion', 'memorando', 'otro'] as const
export type AgreementKind = (typeof agreementKinds)[number]

/** What a party does in an agreement. */
export const partyRoles = ['funder', 'executor', 'localPartner', 'requester', 'academic', 'beneficiary'] as const
export type PartyRole = (typeof partyRoles)[number]

/** What an agreement pays for. */
export const itemKinds = ['seats', 'sessions', 'hours', 'item'] as const
export type ItemKind = (typeof itemKinds)[number]
