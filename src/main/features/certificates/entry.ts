import type { contract } from '../../../shared/contract/index.ts'
import type { AnyFrozen } from '../../../shared/contract/frozen.ts'
import type { FieldName, FieldValue } from '../../../shared/domain/design/fields.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import { missing } from '../../core/failures.ts'
import type { Reader } from '../../db/doors.ts'
import { replacementsOf } from '../actas/records.ts'
import { readFrozen } from './look.ts'
import { certificateRows } from './register.ts'
import { annulled, replacedBy } from './state.ts'

type Seen = OutputOf<typeof contract.certificates.get>

/** One paper of the register with what it shows, what became of it and what is kept of it. Throws `missing`. */
export async function certificateSeen(db: Reader, id: string): Promise<Seen> {
  const { rows } = await certificateRows(db, { search: '', id }, { offset: 0, limit: 1 })
  const row = rows[0] ?? missing('certificates.missing')
  const kept = await db.selectFrom('certificates').select(['frozen', 'lookId', 'issuedAt', 'personId', 'enrolmentId', 'actaId', 'replacesId', 'sealKeyId', 'serial']).where('id', '=', id).executeTakeFirstOrThrow()
  const { frozen, issuedAt, personId, enrolmentId, actaId, replacesId } = kept
  const words = (await readFrozen(db, [kept]))[0] ?? missing('certificates.missing')
  const drawn = await db.selectFrom('papers').select('sha256').where('certificateId', '=', id).executeTakeFirst()
  return {
    ...row,
    frozen,
    issuedAt,
    personId,
    enrolmentId,
    acta: actaId === null ? null : await actaBehind(db, actaId),
    paper: shown(words),
    paperSha256: drawn?.sha256 ?? null,
    replaces: replacesId === null ? null : await db.selectFrom('certificates').select(['id', 'version']).where('id', '=', replacesId).executeTakeFirstOrThrow(),
    replacedBy: await whatReplaces(db, id),
    annulled: (await annulled(db, [id])).get(id) ?? null,
    seal: await sealOf(db, kept, words),
  }
}

async function whatReplaces(db: Reader, id: string): Promise<Seen['replacedBy']> {
  const by = (await replacedBy(db, [id])).get(id)
  if (by === undefined) return null
  const { number: _, ...seen } = by
  return seen
}

async function sealOf(db: Reader, { sealKeyId, serial }: { readonly sealKeyId: string | null; readonly serial: number | null }, words: AnyFrozen): Promise<Seen['seal']> {
  if (sealKeyId === null || serial === null || words.format === 1) return null
  const { name } = await db.selectFrom('sealKeys').select('name').where('id', '=', sealKeyId).executeTakeFirstOrThrow()
  return { keyName: name, serial, bytes: words.own.seal === null ? 0 : Buffer.from(words.own.seal, 'base64').length }
}

/** The record that released it, and by which it was replaced since: the certificate stands all the same. */
async function actaBehind(db: Reader, id: string): Promise<{ id: string; number: string; replacedBy: string | null }> {
  const { number } = await db.selectFrom('actas').select('number').where('id', '=', id).executeTakeFirstOrThrow()
  return { id, number, replacedBy: (await replacementsOf(db, [id])).get(id)?.number ?? null }
}

/** What the paper says, of either shape alike. */
function shown(frozen: AnyFrozen): Seen['paper'] {
  if (frozen.format === 1) {
    const { heading, headingNote, documentText, statement, issuedLine, entity, model, signatories, registerText, legalBasis } = frozen
    return {
      heading: joined(heading, headingNote),
      documentText,
      statement: textOf(statement),
      issuedLine,
      entityName: entity.name,
      design: model,
      signatories: signatories.map(({ name, post }) => ({ name, post })),
      registerText,
      legalBasis,
    }
  }
  const { look, own } = frozen
  const said = (field: FieldName): string => textOf((own.fields[field] ?? look.fields[field] ?? '') as FieldValue)
  const orNull = (field: FieldName): string | null => said(field) || null
  return {
    heading: joined(look.heading, said('nota_encabezado')),
    documentText: orNull('documento'),
    statement: said('enunciado'),
    issuedLine: said('lugar_y_fecha'),
    entityName: look.entityName,
    design: look.design.version === null ? look.design.name : `${look.design.name} · ${look.design.version}`,
    signatories: look.signatories.map(({ name, post }) => ({ name, post })),
    registerText: orNull('registro'),
    legalBasis: orNull('base_legal'),
  }
}

function joined(heading: string, note: string | null): string {
  return note === null || note === '' ? heading : `${heading} ${note}`
}

function textOf(value: FieldValue): string {
  return typeof value === 'string' ? value : value.map((span) => span.text).join('')
}
