import type { contract } from '../../shared/contract/index.ts'
import { displayName } from '../../shared/domain/names.ts'
import { whereNow } from '../../shared/domain/network.ts'
import type { Handlers } from '../core/context.ts'
import { refuse } from '../core/failures.ts'
import type { Reader } from '../db/doors.ts'
import type { EntityTables } from '../db/schema.ts'
import { attachmentCounts } from './attachments/records.ts'
import { live } from './live.ts'
import type { Alumnus } from './network/alumni.ts'
import { alumniOf, inPostCounts, postsOf } from './network/alumni.ts'
import { directoryOf } from './network/directory.ts'
import { networkReport } from './network/report.ts'

export const network: Handlers<typeof contract.network> = {
  alumni: async ({ db, today }, { offset, limit, ...filter }) => {
    const all = await alumniOf(db, filter, today())
    const { inPost } = filter
    const shown = inPost === undefined ? all : all.filter((one) => one.inPost === inPost)
    return { rows: shown.slice(offset, offset + limit).map(alumnusSeen), total: shown.length, ...inPostCounts(all) }
  },
  person: async ({ db, today }, { personId }) => {
    const person = await live(db, 'people', personId, 'people.missing')
    const contacts = await db.selectFrom('contacts').selectAll().where('personId', '=', personId).where('removedAt', 'is', null).orderBy('on', 'desc').orderBy('id', 'desc').execute()
    const consent = await consentOf(db, personId)
    const files = consent === undefined ? 0 : ((await attachmentCounts(db, 'directoryConsents', [consent.id])).get(consent.id) ?? 0)
    const [latest] = await alumniOf(db, { search: '' }, today(), personId)
    const where = latest ?? whereNow({ held: null, posts: (await postsOf(db, [personId])).get(personId) ?? [], contacts, finishedOn: null, today: today() })
    return {
      name: displayName(person),
      alumnus: latest === undefined ? null : alumnusSeen(latest),
      contacts: contacts.map(({ removedAt: _, personId: __, ...contact }) => contact),
      consent: consent === undefined ? null : { ...consentSeen(consent), attachments: files },
      inPost: where.inPost,
      knownOn: where.knownOn,
    }
  },
  saveContact: async ({ db, today }, { personId, id, fields }) => {
    await live(db, 'people', personId, 'people.missing')
    if (fields.on > today()) refuse('network.contactAhead')
    if (fields.nextOn !== null && fields.nextOn < fields.on) refuse('network.nextBefore')
    if (id === null) return { id: (await db.add('contacts', [{ personId, ...fields }]))[0] ?? '', act: db.act }
    await live(db, 'contacts', id, 'network.noContact')
    await db.change('contacts', id, fields)
    return { id, act: db.act }
  },
  removeContact: async ({ db }, { id }) => {
    await live(db, 'contacts', id, 'network.noContact')
    await db.remove('contacts', id)
    return { id, act: db.act }
  },
  due: async ({ db }, { until }) => {
    // A later contact with the same person answers what an earlier one left for another day.
    const rows = await db
      .selectFrom('contacts')
      .innerJoin('people', 'people.id', 'contacts.personId')
      .select(['contacts.id as contactId', 'contacts.personId', 'contacts.subject', 'contacts.nextOn', 'people.firstSurname', 'people.secondSurname', 'people.givenNames'])
      .where('contacts.nextOn', '<=', until)
      .where('contacts.removedAt', 'is', null)
      .where('people.removedAt', 'is', null)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('contacts as later').select('later.id').whereRef('later.personId', '=', 'contacts.personId').whereRef('later.on', '>', 'contacts.on').where('later.removedAt', 'is', null))))
      .orderBy('contacts.nextOn')
      .orderBy('people.sortKey')
      .execute()
    return rows.flatMap(({ contactId, personId, subject, nextOn, ...name }) => (nextOn === null ? [] : [{ contactId, personId, name: displayName(name), subject, nextOn }]))
  },
  saveConsent: async ({ db, today, now }, { personId, fields }) => {
    await live(db, 'people', personId, 'people.missing')
    if (fields.givenOn > today()) refuse('network.consentAhead')
    const patch = { givenOn: fields.givenOn, means: fields.means, showsEmail: Number(fields.showsEmail), showsPhone: Number(fields.showsPhone), themes: JSON.stringify(fields.themes) }
    const row = await consentOf(db, personId)
    // One that was withdrawn stays as it was; consenting again is a new one.
    if (row !== undefined && row.withdrawnOn === null) {
      await db.change('directoryConsents', row.id, patch)
      return { id: row.id, act: db.act }
    }
    return { id: (await db.add('directoryConsents', [{ personId, ...patch, withdrawnOn: null, at: now() }]))[0] ?? '', act: db.act }
  },
  withdrawConsent: async ({ db }, { personId, on }) => {
    const row = await consentOf(db, personId)
    if (row === undefined || row.withdrawnOn !== null) refuse('network.noConsent')
    await db.change('directoryConsents', row.id, { withdrawnOn: on })
    return { id: row.id, act: db.act }
  },
  directory: ({ db, about, today }, asked) => directoryOf(db, about, asked, today()),
  report: (context, asked) => networkReport(context, asked),
}

const alumnusSeen = ({ district: _, ...row }: Alumnus): Omit<Alumnus, 'district'> => row

/** The latest consent of a person, withdrawn or not. */
async function consentOf(db: Reader, personId: string): Promise<EntityTables['directoryConsents'] | undefined> {
  return db.selectFrom('directoryConsents').selectAll().where('personId', '=', personId).where('removedAt', 'is', null).orderBy('at', 'desc').orderBy('id', 'desc').executeTakeFirst()
}

function consentSeen({ id, givenOn, means, showsEmail, showsPhone, themes, withdrawnOn }: EntityTables['directoryConsents']) {
  return { id, givenOn, means, showsEmail: showsEmail === 1, showsPhone: showsPhone === 1, themes: JSON.parse(themes) as string[], withdrawnOn }
}
