import type { contract } from '../../shared/contract/index.ts'
import { groupedCode } from '../../shared/domain/numbering.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { entityOf } from './entity/records.ts'
import { live } from './live.ts'
import { exportBlock, loadBlock, reserve, returnBlock } from './numbering/blocks.ts'
import { printBook } from './numbering/book.ts'
import { computerCode } from './numbering/computer.ts'
import { explainGap, gapsOf } from './numbering/gaps.ts'
import { seriesSeen } from './numbering/list.ts'
import { checkWritten, printsAlike } from './numbering/series.ts'
import { lastGiven, ownsSeries, setLastGiven } from './numbering/take.ts'

export const numbering: Handlers<typeof contract.numbering> = {
  list: ({ db, today, about }) => seriesSeen(db, { today: today(), device: about.device }),
  create: async ({ db }, fields) => {
    checkWritten(fields.pattern)
    await refuseSameNumbers(db, fields)
    const [id = ''] = await db.add('series', [{ ...fields, owner: null }])
    return { id, act: db.act }
  },
  update: async ({ db, about }, { id, fields }) => {
    const current = await live(db, 'series', id, 'certificates.seriesMissing')
    refuseForeign(current, about.device)
    if (fields.pattern !== undefined) checkWritten(fields.pattern)
    if (fields.pattern !== undefined || fields.unitSiglas !== undefined) await refuseSameNumbers(db, { ...current, ...fields })
    await db.change('series', id, fields)
    return { id, act: db.act }
  },
  computer: async ({ about }) => ({ code: computerCode(about.device) }),
  reserve,
  exportBlock: (context, { blockId }) => exportBlock(context, blockId),
  loadBlock: (context, { file }) => loadBlock(context, file),
  returnBlock,
  gaps: async ({ db, about, language }, { seriesId, year }) => gapsOf(db, { series: await live(db, 'series', seriesId, 'certificates.seriesMissing'), year, device: about.device, language }),
  explainGap: async ({ db, about, language }, { seriesId, year, ...range }) => {
    const series = await live(db, 'series', seriesId, 'certificates.seriesMissing')
    return { id: await explainGap(db, { series, year, device: about.device, language }, range), act: db.act }
  },
  book: printBook,
  startAfter: async ({ db, about }, { id, year, last }) => {
    refuseForeign(await live(db, 'series', id, 'certificates.seriesMissing'), about.device)
    const given = await lastGiven(db, id, year)
    if (last < given) refuse('certificates.numberingBackwards', { year: String(year), last: given })
    await setLastGiven(db, { seriesId: id, year, last })
    return { id, act: db.act }
  },
}

/** A series that another computer keeps is changed there: here it would print other numbers than the rest. */
function refuseForeign(series: Pick<EntityTables['series'], 'name' | 'owner'>, device: string): void {
  if (!ownsSeries(series, device)) refuse('numbering.notOurs', { series: series.name, owner: groupedCode(series.owner ?? '') })
}

async function refuseSameNumbers(db: Reader, fields: Pick<EntityTables['series'], 'pattern' | 'paperKind' | 'unitSiglas'> & { readonly id?: string }): Promise<void> {
  const entity = await entityOf(db)
  const all = await db.selectFrom('series').selectAll().where('removedAt', 'is', null).where('paperKind', '=', fields.paperKind).orderBy('id').execute()
  const twin = all.find((one) => one.id !== fields.id && printsAlike(one, fields, entity))
  if (twin !== undefined) refuse('numbering.sameNumbers', { name: twin.name })
}
