import type { NewRow } from '../../src/main/db/changes.ts'
import { openStore } from '../../src/main/db/store.ts'
import { personKeys } from '../../src/main/features/keys.ts'

const SURNAMES = 'QUISPE MAMANI FLORES SÁNCHEZ GARCÍA RODRÍGUEZ ROJAS HUAMÁN GONZÁLES DÍAZ RAMOS VÁSQUEZ TORRES LÓPEZ MENDOZA PÉREZ RAMÍREZ CASTILLO CHÁVEZ ESPINOZA CONDORI CRUZ FERNÁNDEZ RAMÍREZ ÑAHUI ÑAUPARI CHUQUIHUANCA TSAKIM WAMPUTSAR YUPANQUI APAZA TICONA CCOPA HUANCA VILCA PUMA SULLCA CALLA CHOQUE'.split(' ')
const GIVEN = 'María José Luis Ana Carlos Rosa Juan Carmen Jorge Elena Víctor Julia Miguel Luz Pedro Sonia César Nélida Wilder Yesenia Edwin Gladys Percy Maritza Ñusta Inti Illari Sisa'.split(' ')

/** Fills a new file with so many invented people, a multiple of 10,000, with their posts and 1,500 organisations. */
export async function seedPeople(file: string, count: number): Promise<void> {
  const store = await openStore({ kind: 'sqlite', file })
  const author = { who: 'bench', at: '2026-11-22T15:00:00.000Z' }
  const organisationIds = await store.write(author, (db) =>
    db.add('organisations', Array.from({ length: 1500 }, (_, at) => {
      const key = `municipalidad distrital ${String(at).padStart(4, '0')}`
      return { name: `Municipalidad Distrital ${at}`, shortName: null, kind: 'municipalidad-distrital', ruc: null, districtCode: null, federation: null, searchKey: key, sortKey: key, nameKey: key }
    })),
  )
  for (let from = 0; from < count; from += 10_000) {
    await store.write(author, async (db) => {
      const ids = await db.add('people', Array.from({ length: 10_000 }, (_, at) => personAt(from + at)))
      await db.add('posts', ids.map((personId, at) => ({ personId, organisationId: organisationIds[(from + at) % organisationIds.length] ?? null, title: 'Especialista', unit: null, regime: '15', sector: null, since: '2024-01-01', until: null })))
    })
  }
  await store.close()
}

/** The same people at every run: a small linear congruential generator. */
function personAt(index: number): NewRow<'people'> {
  let state = (index * 2_654_435_761) >>> 0
  const next = (from: readonly string[]): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return from[(state >>> 8) % from.length] ?? ''
  }
  const names = {
    firstSurname: index % 50 === 0 ? `DE LA ${next(SURNAMES)}` : next(SURNAMES),
    secondSurname: next(SURNAMES),
    givenNames: `${next(GIVEN)} ${next(GIVEN)}`,
    certificateName: null,
    documentNumber: index % 25 === 0 ? null : String(40_000_000 + index * 397).slice(0, 8),
  }
  return {
    ...names, ...personKeys(names), documentType: names.documentNumber === null ? '00' : '01', documentCountry: null, sex: index % 2 === 0 ? 'F' : 'M', birthDate: index % 10 === 0 ? null : '1980-05-04',
    statedAge: null, statedAgeOn: null, email: null, phone: null, personClass: index % 8 === 0 ? 'lider' : 'servidor', community: null, districtCode: null, notes: null,
  }
}
