import type { Reader } from '../../db/doors.ts'

/** Serials that count no more, annulled and replaced papers alike, by the key that sealed them; each list in order. */
export async function serialsAnnulled(db: Reader): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('certificates')
    .select(['sealKeyId', 'serial'])
    .where('sealKeyId', 'is not', null)
    .where('serial', 'is not', null)
    .where((eb) =>
      eb.or([
        eb.exists(eb.selectFrom('annulments').select('annulments.id').whereRef('annulments.certificateId', '=', 'certificates.id')),
        eb.exists(eb.selectFrom('certificates as newer').select('newer.id').whereRef('newer.replacesId', '=', 'certificates.id')),
      ]),
    )
    .orderBy('sealKeyId')
    .orderBy('serial')
    .execute()
  const byKey = new Map<string, number[]>()
  for (const { sealKeyId, serial } of rows) {
    if (sealKeyId === null || serial === null) continue
    const held = byKey.get(sealKeyId)
    if (held === undefined) byKey.set(sealKeyId, [serial])
    else held.push(serial)
  }
  return byKey
}
