import { z } from 'zod'

/** UUIDv7 text made by the app. */
export const id = z.uuid()

/** What pasting from other programs leaves between letters: signs that no paper shows and a server's database refuses. */
const shown = (text: string): string => text.toWellFormed().replace(/(?![\t\n\r])\p{Cc}/gu, '')

/** A required text: trimmed, in Unicode NFC, one character at least. `max` counts UTF-16 units. */
export const text = (max: number) => z.string().overwrite(shown).normalize('NFC').trim().min(1).max(max)

/** A text that may be known to be empty: '' is kept as null. */
export const optionalText = (max: number) =>
  z
    .string()
    .overwrite(shown)
    .normalize('NFC')
    .trim()
    .max(max)
    .nullable()
    .transform((value) => (value === '' ? null : value))

/** A civil date, `YYYY-MM-DD`. Impossible dates are refused. */
export const isoDate = z.iso.date()

/** A moment in UTC, `2026-11-22T15:04:05.000Z`. */
export const moment = z.iso.datetime()

/** SHA-256 in lower-case hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A window of a long list: `offset` and `limit` count rows. */
export const window = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(100) }

/** The answer of a call that has nothing to tell. */
export const done = z.strictObject({})

/** What the caller gets after changing a record: its id, and the act that `history.undo` takes back. */
export const saved = z.strictObject({ id, act: id })

/** A district, by INEI's code of six digits (UBIGEO): `domain/geography.ts`. */
export const districtCode = z.string().regex(/^\d{6}$/)
