import type { contract } from '../../../shared/contract/index.ts'
import { addDays } from '../../../shared/domain/dates.ts'
import { displayName } from '../../../shared/domain/names.ts'
import { byText } from '../../../shared/domain/order.ts'
import { say } from '../../../shared/messages/messages.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { QueryContext } from '../../core/context.ts'
import { rowCount } from '../../db/queries.ts'
import { sql } from 'kysely'

type Due = OutputOf<typeof contract.dashboard.overview>['due'][number]
type Waiting = Omit<Due, 'isOverdue'>
type Context = Pick<QueryContext, 'db' | 'language' | 'today'>

/** So many days ahead one wants to know what comes. */
const AHEAD = 60
const SHOWN = 200

/** What waits in the whole office until sixty days from now, the oldest first. */
export async function dueThings(context: Context): Promise<Due[]> {
  const today = context.today()
  const until = addDays(today, AHEAD)
  const found = [
    ...(await followUps(context, until)),
    ...(await products(context, until)),
    ...(await periods(context, today)),
    ...(await contacts(context, until)),
    ...(await promises(context, until)),
    ...(await agreements(context, today, until)),
  ]
  return found
    .sort((one, other) => byText(one.dueOn, other.dueOn) || byText(one.title, other.title))
    .slice(0, SHOWN)
    .map((one) => ({ ...one, isOverdue: one.dueOn < today }))
}

async function followUps({ db, language }: Context, until: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('followUps')
    .innerJoin('initiatives', 'initiatives.id', 'followUps.initiativeId')
    .select(['initiatives.id', 'initiatives.title', 'followUps.months', 'followUps.dueOn'])
    .where('followUps.state', '=', 'pending')
    .where('followUps.dueOn', '<=', until)
    .where('followUps.removedAt', 'is', null)
    .where('initiatives.removedAt', 'is', null)
    .orderBy('followUps.dueOn')
    .orderBy('followUps.id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ id, title, months, dueOn }) => ({ kind: 'followUp' as const, id, title: say(language, 'dashboard.dueFollowUp', { title, months }), dueOn }))
}

async function products({ db, language }: Context, until: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('commitmentItems')
    .innerJoin('commitments', 'commitments.id', 'commitmentItems.commitmentId')
    .innerJoin('commitmentPlans', 'commitmentPlans.id', 'commitments.planId')
    .select(['commitments.id', 'commitments.code', 'commitments.title as commitment', 'commitmentItems.name', 'commitmentItems.endsOn'])
    .where('commitmentItems.kind', 'in', ['product', 'milestone'])
    .where('commitmentItems.state', 'in', ['pending', 'inProgress'])
    .where('commitmentItems.endsOn', '<=', until)
    .where('commitmentItems.removedAt', 'is', null)
    .where('commitments.removedAt', 'is', null)
    .where('commitmentPlans.removedAt', 'is', null)
    .orderBy('commitmentItems.endsOn')
    .orderBy('commitmentItems.id')
    .limit(SHOWN)
    .execute()
  return rows.flatMap(({ id, code, commitment, name, endsOn }) => (endsOn === null ? [] : [{ kind: 'product' as const, id, title: say(language, 'dashboard.dueProduct', { commitment: code ?? commitment, name }), dueOn: endsOn }]))
}

/** Periods that are over and not closed. */
async function periods({ db, language }: Context, today: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('periods')
    .innerJoin('frames', 'frames.id', 'periods.frameId')
    .select(['frames.id', 'frames.name as frame', 'periods.name', 'periods.endsOn'])
    .where('periods.closedAt', 'is', null)
    .where('periods.endsOn', '<', today)
    .where('periods.removedAt', 'is', null)
    .where('frames.removedAt', 'is', null)
    .orderBy('periods.endsOn')
    .orderBy('periods.id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ id, frame, name, endsOn }) => ({ kind: 'period' as const, id, title: say(language, 'dashboard.duePeriod', { name, frame }), dueOn: endsOn }))
}

/** The next contact that the latest one with a person agreed on. */
async function contacts({ db, language }: Context, until: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('contacts')
    .innerJoin('people', 'people.id', 'contacts.personId')
    .select(['people.id', 'contacts.nextOn', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
    .where('contacts.nextOn', '<=', until)
    .where('contacts.removedAt', 'is', null)
    .where('people.removedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contacts as later')
            .select('later.id')
            .whereRef('later.personId', '=', 'contacts.personId')
            .where('later.removedAt', 'is', null)
            .where((eb) => eb.or([eb('later.on', '>', eb.ref('contacts.on')), eb.and([eb('later.on', '=', eb.ref('contacts.on')), eb('later.id', '>', eb.ref('contacts.id'))])])),
        ),
      ),
    )
    .orderBy('contacts.nextOn')
    .orderBy('contacts.id')
    .limit(SHOWN)
    .execute()
  return rows.flatMap(({ id, nextOn, ...name }) => (nextOn === null ? [] : [{ kind: 'contact' as const, id, title: say(language, 'dashboard.dueContact', { name: displayName(name) }), dueOn: nextOn }]))
}

/** Promises to apply what was learnt, by group: how many wait, and since when. */
async function promises({ db, language }: Context, until: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('applicationChecks')
    .innerJoin('applicationPlans', 'applicationPlans.id', 'applicationChecks.planId')
    .innerJoin('enrolments', 'enrolments.id', 'applicationPlans.enrolmentId')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('editions', 'editions.id', 'cohorts.editionId')
    .select(['cohorts.id', 'cohorts.name', 'editions.name as edition', rowCount().as('n'), sql<string>`min("applicationChecks"."dueOn")`.as('dueOn')])
    .where('applicationChecks.state', '=', 'pending')
    .where('applicationChecks.dueOn', '<=', until)
    .where('applicationChecks.removedAt', 'is', null)
    .where('applicationPlans.removedAt', 'is', null)
    .where('enrolments.removedAt', 'is', null)
    .where('enrolments.state', '<>', 'withdrawn')
    .where('people.removedAt', 'is', null)
    .where('cohorts.removedAt', 'is', null)
    .where('editions.removedAt', 'is', null)
    .groupBy(['cohorts.id', 'cohorts.name', 'editions.name'])
    .orderBy('dueOn')
    .orderBy('cohorts.id')
    .limit(SHOWN)
    .execute()
  return rows.map(({ id, name, edition, n, dueOn }) => ({ kind: 'application' as const, id, title: say(language, 'dashboard.dueApplication', { n, group: `${edition} · ${name}` }), dueOn }))
}

/** Agreements that end soon, by their latest addendum. */
async function agreements({ db, language }: Context, today: string, until: string): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('agreements')
    .leftJoin('agreementAddenda', (join) => join.onRef('agreementAddenda.agreementId', '=', 'agreements.id').on('agreementAddenda.removedAt', 'is', null))
    .select(['agreements.id', 'agreements.title', 'agreements.endsOn', sql<string | null>`max("agreementAddenda"."newEndsOn")`.as('newEndsOn')])
    .where('agreements.removedAt', 'is', null)
    .groupBy(['agreements.id', 'agreements.title', 'agreements.endsOn'])
    .orderBy('agreements.id')
    .execute()
  return rows.flatMap(({ id, title, endsOn, newEndsOn }) => {
    const last = newEndsOn ?? endsOn
    return last === null || last < today || last > until ? [] : [{ kind: 'agreement' as const, id, title: say(language, 'dashboard.dueAgreement', { title }), dueOn: last }]
  })
}
