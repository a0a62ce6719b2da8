import type { contract } from '../../shared/contract/index.ts'
import type { Handlers, JobContext } from '../core/context.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/rpc/define.ts'
import { certificateSeen } from './certificates/entry.ts'
import { issueBatch } from './certificates/issue.ts'
import { keepPapers } from './certificates/kept.ts'
import { drawPaper, drawPreview, provePapers } from './certificates/paper.ts'
import { gather, planOf, refuseWhoMayNotSign, yearOf } from './certificates/plan.ts'
import { certificateIds, certificateRows, certificateYears } from './certificates/register.ts'
import { checkPeople } from './designs/check.ts'
import { refuseTooFew } from './numbering/take.ts'
import { openSealer } from './seal/sealer.ts'

/** How many certificates are numbered and frozen in one transaction. */
const batch = 400

export const certificates: Handlers<typeof contract.certificates> = {
  plan: async (context, choice) => {
    const { db, language, about, today } = context
    const gathered = await gather(db, choice, language)
    const sealer = await openSealer({ ...context, read: (ask) => ask(db) })
    const chosen = gathered.people.flatMap((one) => (one.against === null ? one.enrolment.id : []))
    const found = chosen.length === 0 ? [] : await checkPeople(db, gathered.design, chosen, { language, today: today() })
    return planOf(db, gathered, choice, { device: about.device, isSealed: sealer !== null, checked: [...new Set(found.map((one) => one.sentence))] })
  },
  preview: (context, { enrolmentId, ...choice }) => drawPreview(context, choice, enrolmentId),
  issue: (context, choice) => issue(context, choice),
  prove: (context, { ids }) => provePapers(context, ids),
  draw: (context, input) => drawPaper(context, input),
  list: async ({ db }, { offset, limit, ...filter }) => ({ ...(await certificateRows(db, filter, { offset, limit })), years: await certificateYears(db) }),
  get: ({ db }, { id }) => certificateSeen(db, id),
  ids: ({ db }, filter) => certificateIds(db, filter),
}

/** Numbers first, paper second: what a power cut leaves without its paper is drawn the next time that anybody asks for it. */
async function issue(context: JobContext, choice: ParsedInputOf<typeof contract.certificates.issue>): Promise<OutputOf<typeof contract.certificates.issue>> {
  const { read, write, step, language, now, about } = context
  const first = await read((db) => gather(db, choice, language))
  refuseWhoMayNotSign(first, choice)
  const sealer = await openSealer(context)
  const order = first.people.flatMap((person) => (person.against === null ? person.enrolment.id : []))
  // All of them or none: a block that ends in the middle would leave half a group without its papers.
  await read((db) => refuseTooFew(db, { series: first.series, year: yearOf(choice), count: order.length, device: about.device }))
  const issued: string[] = []
  const numbers: string[] = []
  for (let start = 0; start < order.length; start += batch) {
    const part = { ...choice, enrolmentIds: order.slice(start, start + batch) }
    const given = await write((db) => issueBatch(db, part, { language, now: now(), device: about.device, sealer }))
    issued.push(...given.map((one) => one.id))
    numbers.push(...given.map((one) => one.number))
    await step({ done: issued.length, total: order.length, note: given.at(-1)?.number ?? '' })
  }
  await keepPapers(context, issued)
  return { issued, leftOut: first.people.length - issued.length, firstNumber: numbers.at(0) ?? null, lastNumber: numbers.at(-1) ?? null }
}
