import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { missing } from '../core/failures.ts'
import { replacementsOf } from './actas/records.ts'
import type { Reader } from '../db/doors.ts'
import { drawPaper, drawPreview } from './certificates/paper.ts'
import { gather, planOf } from './certificates/plan.ts'
import { certificateIds, certificateRows, certificateYears } from './certificates/register.ts'
import { issueBatch } from './certificates/issue.ts'

/** How many certificates are numbered and frozen in one transaction. */
const batch = 400

export const certificates: Handlers<typeof contract.certificates> = {
  plan: async ({ db, language }, choice) => planOf(await gather(db, choice, language), choice),
  preview: (context, { enrolmentId, ...choice }) => drawPreview(context, choice, enrolmentId),
  issue: async (context, choice) => {
    const { read, write, step, language, now } = context
    const first = await read((db) => gather(db, choice, language))
    const plan = planOf(first, choice)
    const order = first.people.filter((person) => person.against === null).map((person) => person.enrolment.id)
    const issued: string[] = []
    const numbers: string[] = []
    for (let start = 0; start < order.length; start += batch) {
      const part = { ...choice, enrolmentIds: order.slice(start, start + batch) }
      const given = await write((db) => issueBatch(db, part, { language, now: now() }))
      issued.push(...given.map((one) => one.id))
      numbers.push(...given.map((one) => one.number))
      await step({ done: issued.length, total: order.length, note: given.at(-1)?.number ?? '' })
    }
    return { issued, leftOut: plan.leftOut.length, firstNumber: numbers.at(0) ?? null, lastNumber: numbers.at(-1) ?? null }
  },
  prove: () => Promise.reject(new Error('not built yet')),
  draw: (context, input) => drawPaper(context, input),
  list: async ({ db }, { offset, limit, ...filter }) => ({ ...(await certificateRows(db, filter, { offset, limit })), years: await certificateYears(db) }),
  get: async ({ db }, { id }) => {
    const { rows } = await certificateRows(db, { search: '', id }, { offset: 0, limit: 1 })
    const [row] = rows
    if (row === undefined) missing('certificates.missing')
    const { frozen, issuedAt, personId, enrolmentId, actaId } = await db.selectFrom('certificates').select(['frozen', 'issuedAt', 'personId', 'enrolmentId', 'actaId']).where('id', '=', id).executeTakeFirstOrThrow()
    return { ...row, frozen, issuedAt, personId, enrolmentId, acta: actaId === null ? null : await actaBehind(db, actaId), ...pendingFacts }
  },
  ids: ({ db }, filter) => certificateIds(db, filter),
}

const pendingFacts = {
  paper: { heading: '', documentText: null, statement: '', issuedLine: '', entityName: '', design: '', signatories: [], registerText: null, legalBasis: null },
  paperSha256: null,
  replaces: null,
  replacedBy: null,
  annulled: null,
  seal: null,
}

/** The record that released it, and by which it was replaced since: the certificate stands all the same. */
async function actaBehind(db: Reader, id: string): Promise<{ id: string; number: string; replacedBy: string | null }> {
  const { number } = await db.selectFrom('actas').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, number, replacedBy: (await replacementsOf(db, [id])).get(id)?.number ?? null }
}
