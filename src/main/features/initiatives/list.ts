import type { contract } from '../../../shared/contract/index.ts'
import { initiativeKinds, initiativeStages } from '../../../shared/domain/initiatives.ts'
import { displayName, searchPieces, textSortKey } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import type { OutputOf, ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { About } from '../../core/context.ts'
import { inChunks } from '../../db/chunks.ts'
import type { Reader } from '../../db/doors.ts'
import { holds } from '../../db/queries.ts'
import { districtName, districtsOf } from '../geography.ts'
import { isLate, isPastDue } from './records.ts'
import type { FollowUp } from './records.ts'

export type InitiativeFilter = ParsedInputOf<typeof contract.initiatives.list>
export type Listed = OutputOf<typeof contract.initiatives.list>
export type InitiativeRow = Listed['rows'][number]

/** What names and days are read by. */
export interface Seeing {
  readonly about: Pick<About, 'resources'>
  readonly today: string
}

/** Initiatives and action plans by place and then by title, with how many each filter would show. */
export async function initiativesListed(db: Reader, filter: Partial<InitiativeFilter>, seeing: Seeing): Promise<Listed> {
  const found = await seenRows(db, filter, seeing)
  const fits: Readonly<Record<'kind' | 'stage' | 'place' | 'overdue', (row: InitiativeRow) => boolean>> = {
    kind: (row) => filter.kind === undefined || row.kind === filter.kind,
    stage: (row) => filter.stage === undefined || row.stage === filter.stage,
    place: (row) => filter.place === undefined || row.placeLabel === filter.place,
    overdue: (row) => filter.onlyOverdue !== true || row.isOverdue,
  }
  const fitting = (...but: readonly (keyof typeof fits)[]): InitiativeRow[] => found.filter((row) => (Object.keys(fits) as (keyof typeof fits)[]).every((one) => but.includes(one) || fits[one](row)))
  const [ofKinds, ofStages, ofPlaces] = [fitting('kind'), fitting('stage'), fitting('place')]
  return {
    rows: fitting(),
    kinds: initiativeKinds.map((kind) => ({ kind, count: ofKinds.filter((row) => row.kind === kind).length })),
    stages: initiativeStages.map((stage) => ({ stage, count: ofStages.filter((row) => row.stage === stage).length })),
    // In the order of the list.
    places: [...Map.groupBy(ofPlaces, (row) => row.placeLabel)].map(([place, rows]) => ({ place, count: rows.length })),
    overdue: fitting('overdue').filter((row) => row.isOverdue).length,
  }
}

async function seenRows(db: Reader, filter: Partial<InitiativeFilter>, { about, today }: Seeing): Promise<InitiativeRow[]> {
  const rows = await matching(db, filter).execute()
  const ids = rows.map((row) => row.id)
  const authors = await authorsOf(db, ids)
  const followUps = Map.groupBy(await followUpsOf(db, ids), (one) => one.initiativeId)
  const seen = rows.map(({ programmeName, ofEdition, ...row }): InitiativeRow => {
    const own = (followUps.get(row.id) ?? []).map(({ months, state, dueOn, checkedOn }) => ({ months, state, dueOn, checkedOn, isOverdue: isLate({ state, dueOn }, row.stage, today) }))
    return {
      ...row,
      authors: authors.get(row.id) ?? [],
      districtName: districtName(about, row.districtCode),
      editionName: programmeName === null ? null : `${programmeName} · ${ofEdition ?? ''}`,
      placeLabel: row.place ?? (row.districtCode === null ? '' : (districtsOf(about).byCode(row.districtCode)?.name ?? '')),
      nextDueOn: row.stage === 'stopped' ? null : (own.find((one) => one.state === 'pending')?.dueOn ?? null),
      followUps: own,
      isOverdue: isPastDue(row, today) || own.some((one) => one.isOverdue),
    }
  })
  // What has no place stands last.
  const place = (row: InitiativeRow): string => (row.placeLabel === '' ? '\uffff' : textSortKey(row.placeLabel))
  const order = new Map(rows.map((row, at) => [row.id, at]))
  return seen.toSorted((one, other) => byText(place(one), place(other)) || (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
}

/** Those that the filters of the database leave, by title. */
function matching(db: Reader, filter: Partial<InitiativeFilter>) {
  let ask = db
    .selectFrom('initiatives')
    .leftJoin('editions', 'editions.id', 'initiatives.editionId')
    .leftJoin('programmes', 'programmes.id', 'editions.programmeId')
    .select(['initiatives.id', 'initiatives.kind', 'initiatives.code', 'initiatives.title', 'initiatives.place', 'initiatives.districtCode', 'initiatives.editionId', 'initiatives.cohortId', 'initiatives.agreementId'])
    .select(['initiatives.amountCents', 'initiatives.currency', 'initiatives.beneficiaries', 'initiatives.beneficiariesNote', 'initiatives.dueOn', 'initiatives.stage', 'initiatives.stageOn'])
    .select(['programmes.name as programmeName', 'editions.name as ofEdition'])
    .where('initiatives.removedAt', 'is', null)
    .orderBy('initiatives.sortKey')
    .orderBy('initiatives.id')
  for (const piece of searchPieces(filter.search ?? '')) {
    ask = ask.where((eb) =>
      eb.or([
        holds(eb.ref('initiatives.searchKey'), piece),
        eb.exists(
          eb
            .selectFrom('initiativePeople')
            .innerJoin('people', 'people.id', 'initiativePeople.personId')
            .select('initiativePeople.id')
            .whereRef('initiativePeople.initiativeId', '=', 'initiatives.id')
            .where('initiativePeople.removedAt', 'is', null)
            .where((of) => holds(of.ref('people.searchKey'), piece)),
        ),
      ]),
    )
  }
  for (const column of ['editionId', 'cohortId', 'agreementId'] as const) {
    const value = filter[column]
    if (value !== undefined) ask = ask.where(`initiatives.${column}`, '=', value)
  }
  const { personId } = filter
  if (personId !== undefined) {
    ask = ask.where((eb) => eb.exists(eb.selectFrom('initiativePeople').select('initiativePeople.id').whereRef('initiativePeople.initiativeId', '=', 'initiatives.id').where('initiativePeople.personId', '=', personId).where('initiativePeople.removedAt', 'is', null)))
  }
  return ask
}

/** Who takes part in an initiative as it is shown: the name in the register, else the one written. */
export interface Taking {
  readonly id: string
  readonly initiativeId: string
  readonly personId: string | null
  readonly name: string | null
  readonly role: 'author' | 'adviser' | 'responsible'
  readonly shownName: string
}

/** The people of initiatives in their order. */
export async function peopleOf(db: Reader, initiativeIds: readonly string[]): Promise<Taking[]> {
  const all: Taking[] = []
  for (const chunk of inChunks(initiativeIds, 1)) {
    const rows = await db
      .selectFrom('initiativePeople')
      .leftJoin('people', 'people.id', 'initiativePeople.personId')
      .select(['initiativePeople.id', 'initiativePeople.initiativeId', 'initiativePeople.personId', 'initiativePeople.name', 'initiativePeople.role'])
      .select(['people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('initiativePeople.initiativeId', 'in', chunk)
      .where('initiativePeople.removedAt', 'is', null)
      .orderBy('initiativePeople.position')
      .orderBy('initiativePeople.id')
      .execute()
    for (const { firstSurname, secondSurname, givenNames, ...row } of rows) all.push({ ...row, shownName: firstSurname === null ? (row.name ?? '') : displayName({ firstSurname, secondSurname, givenNames: givenNames ?? '' }) })
  }
  return all
}

async function authorsOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const authors = (await peopleOf(db, ids)).filter((one) => one.role === 'author')
  return new Map([...Map.groupBy(authors, (one) => one.initiativeId)].map(([id, taking]) => [id, taking.map((one) => one.shownName)]))
}

/** The looks at initiatives, the soonest first. */
export async function followUpsOf(db: Reader, initiativeIds: readonly string[]): Promise<FollowUp[]> {
  const all: FollowUp[] = []
  for (const chunk of inChunks(initiativeIds, 1)) all.push(...(await db.selectFrom('followUps').selectAll().where('initiativeId', 'in', chunk).where('removedAt', 'is', null).orderBy('months').orderBy('dueOn').orderBy('id').execute()))
  return all
}
