import type { AnyFrozen } from '../../../shared/contract/frozen.ts'
import type { FieldName } from '../../../shared/domain/design/fields.ts'
import { wordsOf } from '../../documents/design/words.ts'
import type { EntityTables } from '../../db/schema.ts'
import type { Json } from './proof.ts'

/** What a credential is made from: the row of the register, what its paper says, and the course. */
export interface Issued {
  readonly row: Pick<EntityTables['certificates'], 'id' | 'number' | 'version' | 'paperKind' | 'role' | 'personName' | 'title' | 'issuedAt' | 'documentNumber'>
  readonly frozen: AnyFrozen
  readonly edition: Pick<EntityTables['editions'], 'id' | 'hours' | 'minutesPerHour' | 'startsOn' | 'endsOn'>
  readonly entity: Pick<EntityTables['entity'], 'name' | 'ruc'>
}

const CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'] as const
const SCHEMA = 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json'

/**
 * An OpenBadgeCredential (Open Badges 3.0 §B.1.1) over the W3C VC data model 2.0, without its proof. `issuer` is the did:key of
 * who signs. The number of the identity document goes with it only when the paper shows it whole.
 */
export function credentialOf({ row, frozen, edition, entity }: Issued, issuer: string): Json {
  const said = (name: FieldName): string => fieldOf(frozen, name)
  const statement = frozen.format === 1 ? frozen.statement.map((span) => span.text).join('') : said('enunciado')
  return {
    '@context': [...CONTEXT],
    id: `urn:uuid:${row.id}`,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: row.title,
    issuer: {
      id: issuer,
      type: ['Profile'],
      name: frozen.format === 1 ? frozen.entity.name : frozen.look.entityName,
      ...(entity.ruc === null ? {} : { otherIdentifier: [{ type: 'IdentifierEntry', identifier: entity.ruc, identifierType: 'ext:RUC' }] }),
    },
    validFrom: row.issuedAt,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [identity('name', row.personName), ...documentOf(row, frozen)],
      role: row.role,
      licenseNumber: row.version === 1 ? row.number : `${row.number} (v${row.version})`,
      ...(edition.startsOn === null ? {} : { activityStartDate: `${edition.startsOn}T00:00:00-05:00` }),
      ...(edition.endsOn === null ? {} : { activityEndDate: `${edition.endsOn}T00:00:00-05:00` }),
      ...(said('nota') === '' ? {} : { result: [{ type: ['Result'], value: said('nota') }] }),
      achievement: {
        id: `urn:uuid:${edition.id}`,
        type: ['Achievement'],
        achievementType: row.paperKind === 'certificado' ? 'CertificateOfCompletion' : 'Certificate',
        name: row.title,
        description: statement === '' ? row.title : statement,
        criteria: { narrative: statement === '' ? row.title : statement },
        inLanguage: frozen.format === 1 ? frozen.language : frozen.look.language,
        ...(edition.hours === null ? {} : { tag: [`${edition.hours} h`, `${edition.minutesPerHour} min`] }),
      },
    },
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
  }
}

function identity(identityType: string, identityHash: string): Json {
  return { type: 'IdentityObject', hashed: false, identityHash, identityType }
}

function documentOf(row: Issued['row'], frozen: AnyFrozen): Json[] {
  const { documentNumber } = row
  if (documentNumber === null) return []
  const shown = frozen.format === 1 ? (frozen.documentText ?? '') : ['documento', 'numero_documento'].map((name) => fieldOf(frozen, name as FieldName)).join(' ')
  return shown.includes(documentNumber) ? [identity('nationalIdentityNumber', documentNumber)] : []
}

function fieldOf(frozen: AnyFrozen, name: FieldName): string {
  if (frozen.format === 1) return ''
  const value = wordsOf(frozen).fields[name] ?? ''
  return typeof value === 'string' ? value : value.map((span) => span.text).join('')
}
