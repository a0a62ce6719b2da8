import type { contract } from '../../shared/contract/index.ts'
import { ageOn } from '../../shared/domain/dates.ts'
import { traitKinds, traitNeedsConsent } from '../../shared/domain/traits.ts'
import type { TraitKind } from '../../shared/domain/traits.ts'
import type { CommandContext, Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import { rowCount } from '../db/queries.ts'
import type { EntityTables } from '../db/schema.ts'
import { attachmentCounts } from './attachments/records.ts'
import { live } from './live.ts'
import type { TraitChoice, TraitSettings } from './traits/settings.ts'
import { traitSettingsOf, traitSettingsRow } from './traits/settings.ts'

export const traits: Handlers<typeof contract.traits> = {
  settings: ({ db, language }) => traitSettingsOf(db, language),
  saveSettings: async ({ db, language }, fields) => {
    const { ethnicities, languages } = await traitSettingsOf(db, language)
    if (fields.ethnicities !== undefined) await refuseLost(db, 'ethnicity', ethnicities, fields.ethnicities)
    if (fields.languages !== undefined) await refuseLost(db, 'language', languages, fields.languages)
    if (fields.ageBounds !== undefined) checkBounds(fields.ageBounds)
    const patch = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, field === 'purpose' ? value : JSON.stringify(value)]))
    const row = await traitSettingsRow(db)
    if (row !== undefined) await db.change('traitSettings', row.id, patch)
    const id = row?.id ?? (await db.add('traitSettings', [{ kept: '[]', purpose: null, ethnicities: '[]', languages: '[]', ageBounds: '[]', ...patch }]))[0] ?? ''
    return { id, act: db.act }
  },
  get: async ({ db }, { personId }) => {
    await live(db, 'people', personId, 'people.missing')
    const row = await traitsOf(db, personId)
    const { removedAt: _, personId: __, ...seen } = row ?? { ...nothing, id: null, personId, removedAt: null }
    return { ...seen, attachments: row === undefined ? 0 : ((await attachmentCounts(db, 'personTraits', [row.id])).get(row.id) ?? 0) }
  },
  save: async (context, { personId, fields }) => {
    const { db } = context
    const person = await live(db, 'people', personId, 'people.missing')
    const row = await traitsOf(db, personId)
    const { id: _, personId: __, removedAt: ___, ...current } = row ?? { ...nothing, id: '', personId, removedAt: null }
    const next = { ...current, ...fields }
    await check(context, person, current, next)
    if (row !== undefined) await db.change('personTraits', row.id, next)
    const id = row?.id ?? (await db.add('personTraits', [{ personId, ...next }]))[0] ?? ''
    return { id, act: db.act }
  },
  withdraw: async ({ db }, { personId }) => {
    const row = await traitsOf(db, personId)
    if (row === undefined || row.consentOn === null) refuse('traits.noConsent')
    await db.change('personTraits', row.id, { ethnicity: null, indigenousPeople: null, language: null, disability: null, disabilityKind: null, consentOn: null, consentMeans: null })
    return { id: row.id, act: db.act }
  },
  coverage: async ({ db }) => {
    const { people } = await db.selectFrom('people').select(rowCount().as('people')).where('removedAt', 'is', null).executeTakeFirstOrThrow()
    const known: { kind: TraitKind; count: number }[] = []
    for (const kind of traitKinds) {
      const { count } = await db
        .selectFrom('personTraits')
        .innerJoin('people', 'people.id', 'personTraits.personId')
        .select(rowCount().as('count'))
        .where(`personTraits.${kind}`, 'is not', null)
        .where('personTraits.removedAt', 'is', null)
        .where('people.removedAt', 'is', null)
        .executeTakeFirstOrThrow()
      known.push({ kind, count })
    }
    return { people, known }
  },
}

type Traits = Omit<EntityTables['personTraits'], 'id' | 'personId' | 'removedAt'>

const nothing: Traits = { ethnicity: null, indigenousPeople: null, language: null, disability: null, disabilityKind: null, area: null, consentOn: null, consentMeans: null }

async function traitsOf(db: Reader, personId: string): Promise<EntityTables['personTraits'] | undefined> {
  return db.selectFrom('personTraits').selectAll().where('personId', '=', personId).where('removedAt', 'is', null).executeTakeFirst()
}

/** Ley 29733 art. 13.6 and its reglamento art. 8: in writing before it is kept. DS 009-2019-MC: asked from twelve years on. */
async function check({ db, language, today }: CommandContext, person: EntityTables['people'], current: Traits, next: Traits): Promise<void> {
  const settings = await traitSettingsOf(db, language)
  const changed = traitKinds.filter((kind) => next[kind] !== current[kind] && next[kind] !== null)
  for (const kind of changed) if (!settings.kept.includes(kind)) refuse('traits.notKept', { kind })
  const sensitive = traitKinds.some((kind) => traitNeedsConsent(kind) && next[kind] !== null)
  if (sensitive && (next.consentOn === null || next.consentMeans === null)) refuse('traits.needsConsent')
  if (next.consentOn !== null && next.consentOn > today()) refuse('traits.consentAhead')
  if (changed.includes('ethnicity') && person.birthDate !== null && ageOn(person.birthDate, today()) < 12) refuse('traits.underTwelve')
  for (const kind of ['ethnicity', 'language'] as const) if (changed.includes(kind)) checkCode(kind, next[kind], settings)
}

function checkCode(kind: 'ethnicity' | 'language', code: string | null, settings: TraitSettings): void {
  const choices = kind === 'ethnicity' ? settings.ethnicities : settings.languages
  if (code !== null && !choices.some((choice) => choice.code === code)) refuse('traits.unknownCode', { kind, code })
}

/** Refuses a list that no longer has a code that somebody told. */
async function refuseLost(db: Reader, kind: 'ethnicity' | 'language', current: readonly TraitChoice[], choices: readonly TraitChoice[]): Promise<void> {
  // An empty list is the usual one again.
  if (choices.length === 0) return
  const codes = choices.map((choice) => choice.code)
  if (new Set(codes).size !== codes.length) refuse('traits.codeTwice')
  const lost = await db.selectFrom('personTraits').select([kind, rowCount().as('n')]).where(kind, 'is not', null).where(kind, 'not in', codes).where('removedAt', 'is', null).groupBy(kind).orderBy(kind).executeTakeFirst()
  if (lost === undefined) return
  const name = current.find((one) => one.code === lost[kind])?.name ?? lost[kind] ?? ''
  refuse('traits.codeInUse', { name, n: lost.n })
}

function checkBounds(bounds: readonly number[]): void {
  const rising = bounds.every((bound, at) => at === 0 || bound > (bounds[at - 1] ?? 0))
  if (bounds[0] !== 0 || !rising) refuse('traits.badBounds')
}
