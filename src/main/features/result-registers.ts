import type { contract } from '../../shared/contract/index.ts'
import { textSortKey } from '../../shared/domain/names.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader, Writer } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import { resultRowKeys } from './keys.ts'
import { live } from './live.ts'
import { checkFieldChange, fieldsCounted, wholeRegisterFields, wholeValues } from './result-registers/fields.ts'
import { asRegister, registerOf } from './result-registers/records.ts'
import { registerReport } from './result-registers/report.ts'
import { rowSeen, rowsListed } from './result-registers/rows.ts'
import { importRows, sheetSeen } from './result-registers/sheet.ts'
import { registerTemplate } from './result-registers/template.ts'

export const resultRegisters: Handlers<typeof contract.resultRegisters> = {
  list: async ({ db }) => {
    const rows = await db.selectFrom('resultRegisters').selectAll().where('removedAt', 'is', null).orderBy('sortKey').orderBy('id').execute()
    const counts = await db.selectFrom('resultRows').select(['registerId', rowCount().as('n')]).where('removedAt', 'is', null).groupBy('registerId').execute()
    return rows.map((row) => ({ ...asRegister(row), rows: counts.find((one) => one.registerId === row.id)?.n ?? 0 }))
  },
  get: async ({ db }, { id }) => ({ ...(await registerOf(db, id)), rows: await rowsIn(db, id) }),
  create: async ({ db }, { fields, ...words }) => {
    await nameFree(db, words.name, '')
    const [id = ''] = await db.add('resultRegisters', [{ ...words, fields: JSON.stringify(wholeRegisterFields(fields)), sortKey: textSortKey(words.name) }])
    return { id, act: db.act }
  },
  update: async ({ db }, { id, fields: { fields, ...words } }) => {
    const register = await registerOf(db, id)
    if (words.name !== undefined) await nameFree(db, words.name, id)
    const whole = fields === undefined ? undefined : wholeRegisterFields(fields)
    if (whole !== undefined) await checkFieldChange(db, register, whole)
    await db.change('resultRegisters', id, { ...words, ...(words.name === undefined ? {} : { sortKey: textSortKey(words.name) }), ...(whole === undefined ? {} : { fields: JSON.stringify(whole) }) })
    return { id, act: db.act }
  },
  remove: async ({ db }, { id }) => {
    const { name } = await registerOf(db, id)
    const n = await rowsIn(db, id)
    if (n > 0) refuse('resultRegisters.hasRows', { name, n })
    const [counting] = await fieldsCounted(db, id)
    if (counting !== undefined) refuse('resultRegisters.isCounted', { name, indicator: counting.name })
    await db.remove('resultRegisters', id)
    return { id, act: db.act }
  },
  rows: ({ db, about }, asked) => rowsListed(db, asked, about),
  row: async ({ db, about }, { id }) => rowSeen(db, await live(db, 'resultRows', id, 'resultRegisters.rowMissing'), about),
  saveRow: async ({ db, today }, { registerId, id, fields: { values, ...fields }, links }) => {
    const register = await registerOf(db, registerId)
    if (fields.on > today()) refuse('resultRegisters.onLater')
    if (fields.agreementId !== null) await live(db, 'agreements', fields.agreementId, 'resultRegisters.agreementGone')
    if (fields.editionId !== null) await live(db, 'editions', fields.editionId, 'editions.missing')
    const whole = { ...fields, values: JSON.stringify(wholeValues(register, values)) }
    const row = { ...whole, ...resultRowKeys(whole) }
    if (id === null) {
      const [made = ''] = await db.add('resultRows', [{ ...row, registerId }])
      await putLinks(db, made, links ?? [])
      return { id: made, act: db.act }
    }
    const kept = await live(db, 'resultRows', id, 'resultRegisters.rowMissing')
    if (kept.registerId !== registerId) refuse('resultRegisters.rowMissing')
    await db.change('resultRows', id, row)
    if (links !== undefined) await putLinks(db, id, links)
    return { id, act: db.act }
  },
  removeRow: async ({ db }, { id }) => {
    await live(db, 'resultRows', id, 'resultRegisters.rowMissing')
    const links = await db.selectFrom('resultRowLinks').select('id').where('rowId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
    await db.removeMany('resultRowLinks', links.map((link) => link.id))
    await db.remove('resultRows', id)
    return { id, act: db.act }
  },
  readSheet: (context, asked) => sheetSeen(context, asked),
  importSheet: (context, asked) => importRows(context, asked),
  sheetTemplate: (context, { registerId }) => registerTemplate(context, registerId),
  report: (context, { registerId, format }) => registerReport(context, registerId, format),
}

async function rowsIn(db: Reader, registerId: string): Promise<number> {
  return (await db.selectFrom('resultRows').select(rowCount().as('n')).where('registerId', '=', registerId).where('removedAt', 'is', null).executeTakeFirstOrThrow()).n
}

/** Throws `refused` when another register is called the same. */
async function nameFree(db: Reader, name: string, exceptId: string): Promise<void> {
  const other = await db.selectFrom('resultRegisters').select('name').where('sortKey', '=', textSortKey(name)).where('id', '<>', exceptId).where('removedAt', 'is', null).executeTakeFirst()
  if (other !== undefined) refuse('resultRegisters.nameTaken', { name: other.name })
}

type Link = { readonly personId: string | null; readonly organisationId: string | null }

/** The people and organisations of a row become these, in this order. Throws `refused` unless each is one of both, once. */
async function putLinks(db: Writer, rowId: string, links: readonly Link[]): Promise<void> {
  const kept = await db.selectFrom('resultRowLinks').selectAll().where('rowId', '=', rowId).where('removedAt', 'is', null).execute()
  const keyOf = ({ personId, organisationId }: Link): string => personId ?? organisationId ?? ''
  if (links.some(({ personId, organisationId }) => (personId === null) === (organisationId === null))) refuse('resultRegisters.oneOfBoth')
  if (new Set(links.map(keyOf)).size < links.length) refuse('resultRegisters.linkTwice')
  const known = new Map(kept.map((one) => [keyOf(one), one.id]))
  for (const { personId, organisationId } of links) {
    if (known.has(personId ?? organisationId ?? '')) continue
    if (personId !== null) await live(db, 'people', personId, 'people.missing')
    if (organisationId !== null) await live(db, 'organisations', organisationId, 'organisations.missing')
  }
  const wanted = new Set(links.map(keyOf))
  await db.removeMany('resultRowLinks', kept.filter((one) => !wanted.has(keyOf(one))).map((one) => one.id))
  const placed = links.map((link, position) => ({ ...link, position, id: known.get(keyOf(link)) }))
  await db.changeMany('resultRowLinks', placed.flatMap(({ id, position }) => (id === undefined ? [] : [{ id, patch: { position } }])))
  await db.add('resultRowLinks', placed.flatMap(({ id, ...link }) => (id === undefined ? [{ ...link, rowId }] : [])))
}
