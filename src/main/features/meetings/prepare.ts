import type { contract } from '../../../shared/contract/index.ts'
import { dateOrder, dayInName, figuresOf, withoutExcelsOrder } from '../../../shared/domain/meetings/date-order.ts'
import { identitiesOf, writingsOf } from '../../../shared/domain/meetings/guests.ts'
import type { Sitting } from '../../../shared/domain/meetings/sittings.ts'
import { sittingOf } from '../../../shared/domain/meetings/sittings.ts'
import type { ParsedInputOf } from '../../../shared/rpc/define.ts'
import type { JobContext } from '../../core/context.ts'
import type { Reader } from '../../db/doors.ts'
import type { EarlierFile, MeetingFile } from './files.ts'
import { earlierFiles, readMeetingFiles } from './files.ts'
import type { Group } from './gather.ts'
import { groupOf, rememberedFor } from './gather.ts'
import type { MeetingPlan } from './plan.ts'
import { planMeetings, writingsIn } from './plan.ts'
import { placeFiles } from './targets.ts'

export type Settings = ParsedInputOf<typeof contract.meetings.write>

/** The files of an import, read before anything is compared with the database. */
export interface Prepared {
  readonly files: readonly MeetingFile[]
  readonly earlier: readonly EarlierFile[]
}

/** Reads the files, and those kept from earlier imports of the group. One that cannot be read says so in its place. */
export async function prepareMeetings(context: JobContext, settings: Settings): Promise<Prepared> {
  const files = await readMeetingFiles(context, settings.files)
  return { files, earlier: await earlierFiles(context, settings.cohortId, files) }
}

/** Compares with the group and decides. Throws `missing` without the group, `refused` for a decision about what is not the group's. */
export async function planWith(db: Reader, settings: Settings, { files, earlier }: Prepared, today: string): Promise<MeetingPlan> {
  const group = await groupOf(db, settings.cohortId)
  const placed = placeFiles(files, group, settings.decisions.sessions, today)
  const kept = earlier.flatMap((file) => {
    const sitting = earlierSitting(file, group, today)
    return sitting === null ? [] : [{ ...file, sitting }]
  })
  const { identities } = identitiesOf(writingsIn([...placed.map((one) => one.sitting), ...kept.map((one) => one.sitting)]))
  const remembered = await rememberedFor(db, [...identities.values()].flatMap(writingsOf))
  return planMeetings({ group, placed, earlier: kept, decided: settings.decisions.people, remembered, tolerance: settings.tolerance })
}

/** An export kept before, placed by the day of the session that it was taken for. */
function earlierSitting(file: EarlierFile, group: Group, today: string): Sitting | null {
  const session = group.sessions.find((one) => one.id === file.sessionId)
  if (file.read === null || session === undefined) return null
  const hints = { fileDay: dayInName(file.name), sessionDays: new Set([session.day]), from: null, to: null, today, neighbours: null }
  const read = withoutExcelsOrder(file.read, hints) ?? file.read
  const order = dateOrder(figuresOf(read), hints)
  return order === null ? null : sittingOf(read, order.order, session.day)
}
