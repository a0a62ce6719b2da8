import type { contract } from '../../../shared/contract/index.ts'
import { isLate, productsDone } from '../../../shared/domain/commitments.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { Reader } from '../../db/doors.ts'
import { rowCount } from '../../db/queries.ts'

type Listed = OutputOf<typeof contract.commitments.list>

/** Every plan with its commitments and how far each is; the latest plan first. */
export async function plansListed(db: Reader, today: string): Promise<Listed> {
  const plans = await db.selectFrom('commitmentPlans').select(['id', 'name', 'kind', 'startsOn', 'endsOn', 'notes']).where('removedAt', 'is', null).orderBy('name').orderBy('id').execute()
  const commitments = await db
    .selectFrom('commitments')
    .select(['id', 'planId', 'code', 'title', 'startsOn', 'endsOn', 'completion'])
    .where('removedAt', 'is', null)
    .orderBy('sortKey')
    .orderBy('id')
    .execute()
  const items = await db.selectFrom('commitmentItems').select(['commitmentId', 'kind', 'state', 'endsOn']).where('removedAt', 'is', null).orderBy('id').execute()
  const counts = await db.selectFrom('replannings').select(['commitmentId', rowCount().as('count')]).where('removedAt', 'is', null).groupBy('commitmentId').execute()
  const ofCommitment = Map.groupBy(items, (item) => item.commitmentId)
  const replannings = new Map(counts.map(({ commitmentId, count }) => [commitmentId, count]))
  const rows = commitments.map((commitment) => {
    const own = ofCommitment.get(commitment.id) ?? []
    const { products, done } = productsDone(own)
    return { ...commitment, products, productsDone: done, overdue: own.filter((item) => isLate(item, today)).length, replannings: replannings.get(commitment.id) ?? 0 }
  })
  const latestFirst = plans.toSorted((one, other) => byText(other.startsOn ?? '', one.startsOn ?? ''))
  return latestFirst.map((plan) => ({ ...plan, commitments: rows.filter((row) => row.planId === plan.id) }))
}
