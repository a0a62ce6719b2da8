import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { NewRow } from '../../src/main/db/changes.ts'
import type { Store } from '../../src/main/db/store.ts'
import { openStore } from '../../src/main/db/store.ts'

export const ana = { who: 'Ana', at: '2026-11-22T15:00:00.000Z' }
export const luis = { who: 'Luis', at: '2026-11-22T16:00:00.000Z' }

export async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'constancia-db-'))
  onTestFinished(() => rm(made, { recursive: true, force: true }))
  return made
}

/** A store on a file of its own, closed and gone when the test ends. */
export async function openTestStore(): Promise<{ store: Store; file: string }> {
  const file = join(await folder(), 'constancia.db')
  const store = await openStore({ kind: 'sqlite', file })
  onTestFinished(() => store.close().catch(() => undefined))
  return { store, file }
}

/** A person's row with the name given; everything else is empty. */
export function personRow(firstSurname: string, fields: Partial<NewRow<'people'>> = {}): NewRow<'people'> {
  return {
    documentType: '00', documentNumber: null, documentCountry: null, firstSurname, secondSurname: null, givenNames: 'María', certificateName: null, sex: null, birthDate: null,
    statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: 'otro', community: null, districtCode: null, notes: null,
    searchKey: firstSurname.toLowerCase(), sortKey: firstSurname.toLowerCase(), nameKey: firstSurname.toLowerCase(), ...fields,
  }
}

export function organisationRow(name: string): NewRow<'organisations'> {
  return { name, shortName: null, kind: 'otra', ruc: null, districtCode: null, federation: null, searchKey: name.toLowerCase(), sortKey: name.toLowerCase(), nameKey: name.toLowerCase() }
}

export function postRow(personId: string, organisationId: string | null): NewRow<'posts'> {
  return { personId, organisationId, title: 'Jefa', unit: null, regime: null, sector: null, since: null, until: null }
}
