import type { contract } from '../../shared/contract/index.ts'
import type { Handlers } from '../core/context.ts'
import { attachmentCounts } from './attachments/records.ts'
import { putInOrder } from './frames.ts'
import { adjustmentsOf } from './indicators/adjustments.ts'
import { exportBehind } from './indicators/export.ts'
import { explained } from './indicators/explained.ts'
import { behindOf, frameFigures, splitOf } from './indicators/figures.ts'
import { indicatorsOfPerson } from './indicators/of-person.ts'
import { indicatorOf } from './indicators/records.ts'
import { indicatorsSeen } from './indicators/seen.ts'
import { removeActual, saveActual, setTarget } from './indicators/typed.ts'
import { copyIndicator, createIndicator, removeIndicator, updateIndicator } from './indicators/write.ts'
import { live } from './live.ts'

export const indicators: Handlers<typeof contract.indicators> = {
  get: async (context, { id }) => {
    const { db } = context
    const own = await indicatorOf(db, id)
    const [indicator = { ...own, sentence: '' }] = await indicatorsSeen(context, [own])
    const targets = await db.selectFrom('targets').select(['id', 'periodId', 'dimension', 'category', 'value']).where('indicatorId', '=', id).where('removedAt', 'is', null).orderBy('id').execute()
    const actuals = await db
      .selectFrom('actuals')
      .innerJoin('periods', 'periods.id', 'actuals.periodId')
      .select(['actuals.id', 'actuals.periodId', 'actuals.dimension', 'actuals.category', 'actuals.value', 'actuals.on', 'actuals.verification', 'actuals.note'])
      .where('actuals.indicatorId', '=', id)
      .where('actuals.removedAt', 'is', null)
      .orderBy('periods.startsOn')
      .orderBy('actuals.id')
      .execute()
    const files = await attachmentCounts(db, 'actuals', actuals.map((actual) => actual.id))
    return { indicator, targets, actuals: actuals.map((actual) => ({ ...actual, attachments: files.get(actual.id) ?? 0 })) }
  },
  create: ({ db }, asked) => createIndicator(db, asked),
  update: ({ db }, asked) => updateIndicator(db, asked),
  order: async ({ db }, { frameId, ids }) => {
    await live(db, 'frames', frameId, 'indicators.frameMissing')
    await putInOrder(db, 'indicators', frameId, ids)
    return { id: frameId, act: db.act }
  },
  copy: ({ db, language }, asked) => copyIndicator(db, asked, language),
  remove: ({ db }, { id }) => removeIndicator(db, id),
  setTarget: ({ db }, asked) => setTarget(db, asked),
  saveActual: ({ db }, asked) => saveActual(db, asked),
  removeActual: ({ db }, { id }) => removeActual(db, id),
  figures: (context, { frameId }) => frameFigures(context, frameId),
  breakdown: (context, { dimensions, ...asked }) => splitOf(context, asked, dimensions),
  behind: (context, { dimension, category, offset, limit, ...asked }) => behindOf(context, asked, dimension === null ? null : { dimension, category: category ?? '' }, { offset, limit }),
  adjustments: (context, asked) => adjustmentsOf(context, asked),
  exportBehind: (context, asked) => exportBehind(context, asked),
  explain: (context, asked) => explained(context, asked),
  ofPerson: (context, { personId }) => indicatorsOfPerson(context, personId),
}
