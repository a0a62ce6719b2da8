import type { contract } from '../../shared/contract/index.ts'
import { seriesKind } from '../../shared/contract/numbering.ts'
import { isRuc } from '../../shared/domain/documents.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import { entityOf, signatoriesOf } from './entity/records.ts'
import { live } from './live.ts'
import { ensureSeries } from './numbering/series.ts'

export const entity: Handlers<typeof contract.entity> = {
  get: async ({ db }) => {
    const { id: _, ...fields } = await entityOf(db)
    const yearNames = await db.selectFrom('yearNames').select(['year', 'name']).where('removedAt', 'is', null).orderBy('year', 'desc').execute()
    return { entity: fields, yearNames, signatories: await signatoriesOf(db) }
  },
  save: async ({ db, language }, fields) => {
    if (fields.ruc !== undefined && fields.ruc !== null && !isRuc(fields.ruc)) refuse('entity.badRuc', { ruc: fields.ruc })
    const { id, ...current } = await entityOf(db)
    if (id !== '') await db.change('entity', id, fields)
    const [saved = id] = id === '' ? await db.add('entity', [{ ...current, ...fields }]) : []
    await ensureSeries(db, language)
    return { id: saved, act: db.act }
  },
  saveYearName: async ({ db }, { year, name }) => {
    const known = await db.selectFrom('yearNames').select('id').where('year', '=', year).where('removedAt', 'is', null).executeTakeFirst()
    if (known !== undefined) await db.change('yearNames', known.id, { name })
    const [id = known?.id ?? ''] = known === undefined ? await db.add('yearNames', [{ year, name }]) : []
    return { id, act: db.act }
  },
  addSignatory: async ({ db }, fields) => {
    checkMandate(fields)
    checkPapers(fields.papers)
    const [id = ''] = await db.add('signatories', [fields])
    return { id, act: db.act }
  },
  updateSignatory: async ({ db }, { id, fields }) => {
    checkMandate({ ...(await live(db, 'signatories', id, 'entity.signatoryMissing')), ...fields })
    if (fields.papers !== undefined) checkPapers(fields.papers)
    await db.change('signatories', id, fields)
    return { id, act: db.act }
  },
  removeSignatory: async ({ db }, { id }) => {
    await live(db, 'signatories', id, 'entity.signatoryMissing')
    await db.remove('signatories', id)
    return { id, act: db.act }
  },
}

function checkMandate(mandate: { readonly since: string | null; readonly until: string | null }): void {
  if (mandate.since !== null && mandate.until !== null && mandate.until < mandate.since) refuse('entity.mandateEndsBeforeStart')
}

/** Which papers a signatory signs: a list of kinds with one at least, as JSON; null is all. */
function checkPapers(papers: string | null): void {
  if (papers === null) return
  const kinds: unknown = readJson(papers)
  const isList = Array.isArray(kinds) && kinds.length > 0 && kinds.every((kind) => seriesKind.safeParse(kind).success)
  if (!isList) refuse('settings.badPapers')
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
