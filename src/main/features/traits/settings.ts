import type { z } from 'zod'
import type { traitSettingsFields } from '../../../shared/contract/traits.ts'
import { usualAgeBounds } from '../../../shared/domain/counting/dimensions.ts'
import { traitKinds, usualEthnicities, usualLanguages } from '../../../shared/domain/traits.ts'
import type { TraitKind } from '../../../shared/domain/traits.ts'
import type { Language } from '../../../shared/messages/messages.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { Reader } from '../../db/doors.ts'
import type { EntityTables } from '../../db/schema.ts'

export type TraitSettings = z.output<typeof traitSettingsFields>

export type TraitChoice = TraitSettings['ethnicities'][number]

/** What the office keeps of people's own words, with the usual lists and age groups where it has none of its own. */
export async function traitSettingsOf(db: Reader, language: Language): Promise<TraitSettings> {
  const row = await traitSettingsRow(db)
  const [ethnicities, languages, bounds] = [listed<TraitChoice>(row?.ethnicities), listed<TraitChoice>(row?.languages), listed<number>(row?.ageBounds)]
  return {
    kept: row === undefined ? [] : keptOf(row),
    purpose: row?.purpose ?? null,
    ethnicities: ethnicities.length > 0 ? ethnicities : usualEthnicities.map((code) => ({ code, name: say(language, 'traits.ethnicityName', { code }) })),
    languages: languages.length > 0 ? languages : usualLanguages.map((code) => ({ code, name: say(language, 'traits.languageName', { code }) })),
    ageBounds: bounds.length > 0 ? bounds : [...usualAgeBounds],
  }
}

/** The office's own row, or undefined while everything is as usual. */
export async function traitSettingsRow(db: Reader): Promise<EntityTables['traitSettings'] | undefined> {
  return db.selectFrom('traitSettings').selectAll().where('removedAt', 'is', null).orderBy('id').executeTakeFirst()
}

function keptOf(row: EntityTables['traitSettings']): TraitKind[] {
  const kept = listed<string>(row.kept)
  return traitKinds.filter((kind) => kept.includes(kind))
}

/** A list as its column keeps it: JSON that the contract let in. */
function listed<T>(json: string | undefined): T[] {
  return json === undefined ? [] : (JSON.parse(json) as T[])
}
