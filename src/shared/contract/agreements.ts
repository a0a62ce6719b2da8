import { z } from 'zod'
import { agreementKinds, itemKinds, partyRoles } from '../domain/agreements.ts'
import { command, query } from '../rpc/define.ts'
import { id, isoDate, optionalText, saved, text } from './common.ts'

/** ISO 4217 code; amounts are integer hundredths of it, whatever its own minor unit. */
export const currency = z.string().regex(/^[A-Z]{3}$/)
/** Integer hundredths of the currency beside it. */
export const cents = z.number().int().min(0).max(9_000_000_000_000)

/** Convenio, contrato, subvención, memorando de entendimiento. */
export const agreementFields = z.strictObject({
  kind: z.enum(agreementKinds),
  /** "Convenio N° 012-2017-SERVIR". */
  number: optionalText(120),
  title: text(300),
  signedOn: isoDate.nullable(),
  startsOn: isoDate.nullable(),
  endsOn: isoDate.nullable(),
  amountCents: cents.nullable(),
  currency: currency.nullable(),
  /** What it is for. */
  purpose: optionalText(4000),
  /** The agreement that this one follows. */
  predecessorId: id.nullable(),
  notes: optionalText(2000),
})
export const agreement = agreementFields.extend({ id, searchKey: z.string(), sortKey: z.string(), removedAt: z.string().nullable() })

/** Financiador, ejecutor, socio local, solicitante, académico, beneficiario. */
export const partyRole = z.enum(partyRoles)
export const agreementParty = z.strictObject({ id, agreementId: id, organisationId: id, role: partyRole, signatory: optionalText(200), logoAssetId: id.nullable(), position: z.number().int(), removedAt: z.string().nullable() })

/** What it pays for: places, sessions, hours or anything else, with how many and how much. */
export const agreementItemFields = z.strictObject({ kind: z.enum(itemKinds), name: text(200), quantity: z.number().min(0).max(1_000_000_000).nullable(), unit: optionalText(60), amountCents: cents.nullable() })
export const agreementItem = agreementItemFields.extend({ id, agreementId: id, position: z.number().int(), removedAt: z.string().nullable() })

/** Adenda: what it changes from its day on. */
export const addendumFields = z.strictObject({ number: optionalText(120), signedOn: isoDate, text: text(2000), newEndsOn: isoDate.nullable(), /** Added to the amount; below zero where it is cut. */ addedCents: z.number().int().min(-9_000_000_000_000).max(9_000_000_000_000).nullable() })
export const addendum = addendumFields.extend({ id, agreementId: id, removedAt: z.string().nullable() })

/** The part of an edition that an agreement pays: the shares of one edition never come to more than 100 %. */
export const agreementEdition = z.strictObject({ id, agreementId: id, editionId: id, sharePercent: z.number().min(0).max(100), removedAt: z.string().nullable() })

const itemSeen = agreementItem.omit({ removedAt: true, agreementId: true, position: true }).extend({
  /** Places taken, sessions and hours held in its editions, by its share. Null for other items: theirs is what was spent. */
  used: z.number().nullable(),
  /** What was spent on the budget lines tied to it, in the agreement's currency. Null where no line is tied to it. */
  usedCents: z.number().int().nullable(),
  /** Quantity less what was used; below zero where more was used than the agreement pays. */
  balance: z.number().nullable(),
  balanceCents: z.number().int().nullable(),
})

const agreementRow = z.strictObject({
  id,
  kind: z.enum(agreementKinds),
  number: z.string().nullable(),
  title: z.string(),
  startsOn: isoDate.nullable(),
  /** With its addenda. */
  endsOn: isoDate.nullable(),
  amountCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  state: z.enum(['draft', 'inForce', 'over']),
  funders: z.array(z.string()),
  editions: z.number().int(),
})

export const agreements = {
  /** The latest first. */
  list: query({ input: z.strictObject({ search: z.string().max(120).default(''), organisationId: id.optional(), editionId: id.optional() }), output: z.array(agreementRow), reads: ['agreements', 'organisations', 'programmes'] }),
  get: query({
    input: z.strictObject({ id }),
    output: z.strictObject({
      agreement: agreementFields.extend({ id }),
      /** With what its addenda say. */
      inForce: z.strictObject({ endsOn: isoDate.nullable(), amountCents: z.number().int().nullable(), state: z.enum(['draft', 'inForce', 'over']) }),
      parties: z.array(agreementParty.omit({ removedAt: true, agreementId: true, position: true }).extend({ organisationName: z.string() })),
      items: z.array(itemSeen),
      addenda: z.array(addendum.omit({ removedAt: true, agreementId: true })),
      editions: z.array(z.strictObject({ id, editionId: id, programmeName: z.string(), editionName: z.string(), sharePercent: z.number(), otherShares: z.array(z.strictObject({ agreementId: id, title: z.string(), sharePercent: z.number() })), participants: z.number().int(), sessions: z.number().int() })),
      predecessor: z.strictObject({ id, title: z.string() }).nullable(),
      successors: z.array(z.strictObject({ id, title: z.string() })),
      money: z.strictObject({ plannedCents: z.number().int(), spentCents: z.number().int(), balanceCents: z.number().int().nullable(), currency: z.string(), /** Currencies of expenses without a rate, left out of the sums. */ withoutRate: z.array(z.string()) }),
    }),
    reads: ['agreements', 'organisations', 'programmes', 'enrolments', 'sessions', 'budget', 'attachments'],
  }),
  create: command({ input: agreementFields, output: saved, changes: ['agreements'] }),
  update: command({ input: z.strictObject({ id, fields: agreementFields.partial() }), output: saved, changes: ['agreements'] }),
  /** Refused while editions, budget or a frame stand on it. */
  remove: command({ input: z.strictObject({ id }), output: saved, changes: ['agreements'] }),
  /** A new one with the same parties and items, that follows it. */
  succeed: command({ input: z.strictObject({ id, title: text(300), startsOn: isoDate.nullable() }), output: saved, changes: ['agreements'] }),
  /** Replaces the whole list, in the order given. */
  setParties: command({ input: z.strictObject({ id, parties: z.array(z.strictObject({ organisationId: id, role: partyRole, signatory: optionalText(200).default(null), logoAssetId: id.nullable().default(null) })).max(30) }), output: saved, changes: ['agreements'] }),
  saveItem: command({ input: z.strictObject({ agreementId: id, id: id.nullable(), fields: agreementItemFields }), output: saved, changes: ['agreements'] }),
  removeItem: command({ input: z.strictObject({ id }), output: saved, changes: ['agreements'] }),
  saveAddendum: command({ input: z.strictObject({ agreementId: id, id: id.nullable(), fields: addendumFields }), output: saved, changes: ['agreements'] }),
  removeAddendum: command({ input: z.strictObject({ id }), output: saved, changes: ['agreements'] }),
  /** Refused when the shares of the edition would come to more than 100 %. Without a share: what the others leave. */
  setEdition: command({ input: z.strictObject({ agreementId: id, editionId: id, sharePercent: z.number().min(0).max(100).nullable() }), output: saved, changes: ['agreements'] }),
  removeEdition: command({ input: z.strictObject({ agreementId: id, editionId: id }), output: saved, changes: ['agreements'] }),
}
