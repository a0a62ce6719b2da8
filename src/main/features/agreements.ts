import type { contract } from '../../shared/contract/index.ts'
import { termsOn } from '../../shared/domain/agreements.ts'
import { byText } from '../../shared/domain/order.ts'
import { searchPieces } from '../../shared/domain/names.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/rpc/define.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { holds } from '../db/queries.ts'
import { checkAddenda, checkAgreement, checkShares, refuseStoodOn, shareLeft } from './agreements/checks.ts'
import type { Agreement } from './agreements/records.ts'
import { addendaOf, agreementOf, itemsOf, paidEditions, partiesOf } from './agreements/records.ts'
import { agreementSeen } from './agreements/seen.ts'
import { agreementKeys } from './agreements/keys.ts'
import { live } from './live.ts'
import { editionOf, programmeOf } from './programmes/records.ts'

type Parties = ParsedInputOf<typeof contract.agreements.setParties>['parties']
type Row = OutputOf<typeof contract.agreements.list>[number]

export const agreements: Handlers<typeof contract.agreements> = {
  list: async ({ db, today }, asked) => {
    const found = await foundAgreements(db, asked)
    const ids = found.map((one) => one.id)
    const addenda = Map.groupBy(await addendaOf(db, ids), (one) => one.agreementId)
    const parties = Map.groupBy(await partiesOf(db, ids), (one) => one.agreementId)
    const editions = Map.groupBy(await paidEditions(db, {}), (one) => one.agreementId)
    const rows = found.map((one) => rowSeen(one, { addenda: addenda.get(one.id) ?? [], parties: parties.get(one.id) ?? [], editions: editions.get(one.id)?.length ?? 0, today: today() }))
    const begins = new Map(found.map((one) => [one.id, one.startsOn ?? one.signedOn ?? '']))
    return rows.toSorted((one, other) => byText(begins.get(other.id) ?? '', begins.get(one.id) ?? ''))
  },
  get: ({ db, language, today }, { id }) => agreementSeen(db, id, { language, today: today() }),
  create: async ({ db }, fields) => {
    await checkAgreement(db, fields, null)
    const [id = ''] = await db.add('agreements', [{ ...fields, ...agreementKeys(fields) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields }) => {
    const { searchKey: _, sortKey: __, ...current } = await agreementOf(db, id)
    const agreement = { ...current, ...fields }
    await checkAgreement(db, agreement, id)
    await db.change('agreements', id, { ...fields, ...agreementKeys(agreement) })
    await checkAddenda(db, await agreementOf(db, id))
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    await agreementOf(db, id)
    await refuseStoodOn(db, id)
    await removeParts(db, id)
    await db.remove('agreements', id)
    return { id, act: db.act }
  },
  succeed: async ({ db }, { id, title, startsOn }) => {
    const { kind, currency, purpose } = await agreementOf(db, id)
    const fields = { kind, number: null, title, signedOn: null, startsOn, endsOn: null, amountCents: null, currency, purpose, predecessorId: id, notes: null }
    const [next = ''] = await db.add('agreements', [{ ...fields, ...agreementKeys(fields) }])
    await addParties(db, next, await partiesOf(db, [id]))
    await db.add('agreementItems', (await itemsOf(db, id)).map(({ id: _, removedAt: __, ...item }) => ({ ...item, agreementId: next })))
    return { id: next, act: db.act }
  },
  setParties: async ({ db }, { id, parties }) => {
    await agreementOf(db, id)
    for (const { organisationId } of parties) await live(db, 'organisations', organisationId, 'agreements.partyMissing')
    const twice = parties.find((one, at) => parties.findIndex((other) => other.organisationId === one.organisationId && other.role === one.role) !== at)
    if (twice !== undefined) refuse('agreements.partyTwice', { name: (await live(db, 'organisations', twice.organisationId, 'agreements.partyMissing')).name })
    await db.removeMany('agreementParties', (await partiesOf(db, [id])).map((party) => party.id))
    await addParties(db, id, parties)
    return { id, act: db.act }
  },
  saveItem: async ({ db }, { agreementId, id, fields }) => {
    const agreement = await agreementOf(db, agreementId)
    if (fields.amountCents !== null && agreement.currency === null) refuse('agreements.noCurrency')
    if (id === null) {
      const last = (await itemsOf(db, agreementId)).at(-1)
      const [made = ''] = await db.add('agreementItems', [{ ...fields, agreementId, position: last === undefined ? 0 : last.position + 1 }])
      return { id: made, act: db.act }
    }
    await live(db, 'agreementItems', id, 'agreements.itemMissing')
    await db.change('agreementItems', id, fields)
    return { id, act: db.act }
  },
  removeItem: async ({ db }, { id }) => {
    await live(db, 'agreementItems', id, 'agreements.itemMissing')
    const line = await db.selectFrom('budgetLines').select('concept').where('agreementItemId', '=', id).where('removedAt', 'is', null).orderBy('position').executeTakeFirst()
    if (line !== undefined) refuse('agreements.itemHasBudget', { concept: line.concept })
    await db.remove('agreementItems', id)
    return { id, act: db.act }
  },
  saveAddendum: async ({ db }, { agreementId, id, fields }) => {
    const agreement = await agreementOf(db, agreementId)
    if (agreement.signedOn !== null && fields.signedOn < agreement.signedOn) refuse('agreements.addendumBefore')
    const saved = id === null ? ((await db.add('agreementAddenda', [{ ...fields, agreementId }]))[0] ?? '') : (await live(db, 'agreementAddenda', id, 'agreements.addendumMissing')).id
    if (id !== null) await db.change('agreementAddenda', id, fields)
    await checkAddenda(db, agreement)
    return { id: saved, act: db.act }
  },
  removeAddendum: async ({ db }, { id }) => {
    const { agreementId } = await live(db, 'agreementAddenda', id, 'agreements.addendumMissing')
    await db.remove('agreementAddenda', id)
    await checkAddenda(db, await agreementOf(db, agreementId))
    return { id, act: db.act }
  },
  setEdition: async ({ db }, { agreementId, editionId, sharePercent: asked }) => {
    await agreementOf(db, agreementId)
    const edition = await editionOf(db, editionId)
    const paid = await paidEditions(db, { editionIds: [editionId] })
    const others = paid.filter((one) => one.agreementId !== agreementId)
    const sharePercent = asked ?? shareLeft(others)
    checkShares(`${(await programmeOf(db, edition.programmeId)).name} · ${edition.name}`, others, sharePercent)
    const own = paid.find((one) => one.agreementId === agreementId)
    if (own !== undefined) await db.change('agreementEditions', own.id, { sharePercent })
    const id = own?.id ?? (await db.add('agreementEditions', [{ agreementId, editionId, sharePercent }]))[0] ?? ''
    return { id, act: db.act }
  },
  removeEdition: async ({ db }, { agreementId, editionId }) => {
    const own = await db.selectFrom('agreementEditions').select('id').where('agreementId', '=', agreementId).where('editionId', '=', editionId).where('removedAt', 'is', null).executeTakeFirst()
    if (own === undefined) return refuse('agreements.editionNotThere')
    const line = await db.selectFrom('budgetLines').select('concept').where('agreementId', '=', agreementId).where('editionId', '=', editionId).where('removedAt', 'is', null).orderBy('position').executeTakeFirst()
    if (line !== undefined) refuse('agreements.editionHasBudget', { concept: line.concept })
    await db.remove('agreementEditions', own.id)
    return { id: own.id, act: db.act }
  },
}

/** By number, title, or a party's name; of an organisation; of an edition. */
async function foundAgreements(db: Reader, asked: ParsedInputOf<typeof contract.agreements.list>): Promise<Agreement[]> {
  const { organisationId, editionId } = asked
  let ask = db.selectFrom('agreements').selectAll().where('removedAt', 'is', null).orderBy('sortKey').orderBy('id')
  const parties = db.selectFrom('agreementParties').innerJoin('organisations', 'organisations.id', 'agreementParties.organisationId').select('agreementParties.agreementId').where('agreementParties.removedAt', 'is', null)
  for (const piece of searchPieces(asked.search)) ask = ask.where((eb) => eb.or([holds(eb.ref('searchKey'), piece), eb('id', 'in', parties.where((inner) => holds(inner.ref('organisations.searchKey'), piece)))]))
  if (organisationId !== undefined) ask = ask.where('id', 'in', parties.where('organisations.id', '=', organisationId))
  if (editionId !== undefined) ask = ask.where('id', 'in', db.selectFrom('agreementEditions').select('agreementId').where('editionId', '=', editionId).where('removedAt', 'is', null))
  return ask.execute()
}

interface Beside {
  readonly addenda: Awaited<ReturnType<typeof addendaOf>>
  readonly parties: Awaited<ReturnType<typeof partiesOf>>
  readonly editions: number
  readonly today: string
}

function rowSeen(agreement: Agreement, { addenda, parties, editions, today }: Beside): Row {
  const { id, kind, number, title, startsOn, currency } = agreement
  const terms = termsOn(agreement, addenda, today)
  return { id, kind, number, title, startsOn, currency, ...terms, funders: parties.filter((one) => one.role === 'funder').map((one) => one.organisationName), editions }
}

async function addParties(db: Writer, agreementId: string, parties: Parties): Promise<void> {
  await db.add('agreementParties', parties.map(({ organisationId, role, signatory, logoAssetId }, position) => ({ agreementId, organisationId, role, signatory, logoAssetId, position })))
}

/** Parties, items and addenda go with their agreement. */
async function removeParts(db: Writer, id: string): Promise<void> {
  for (const table of ['agreementParties', 'agreementItems', 'agreementAddenda'] as const) {
    const rows = await db.selectFrom(table as 'agreementParties').select('id').where('agreementId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
    await db.removeMany(table, rows.map((row) => row.id))
  }
}
