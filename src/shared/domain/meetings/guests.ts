import { nameKeyOf } from '../names.ts'
import { nameWithoutExtras } from './writings.ts'

/** How somebody calls herself in a meeting. */
export interface Writing {
  readonly name: string
  readonly email: string | null
}

/** Who joined, as far as the files themselves tell: one e-mail, or one name. */
export interface Identity {
  /** `correo:…` or `nombre:…`: the same in every file, so that what was decided of it can be remembered. */
  readonly key: string
  readonly names: readonly string[]
  readonly email: string | null
}

const NAME = 'nombre:'
const EMAIL = 'correo:'

function nameIdentity(name: string): string {
  return `${NAME}${nameKeyOf(nameWithoutExtras(name)) || nameKeyOf(name) || name.toLowerCase()}`.slice(0, 300)
}

/** By what an identity is remembered: its e-mail, and each of its names. */
export function writingsOf(identity: Identity): readonly string[] {
  return [...new Set([identity.key, ...identity.names.map(nameIdentity)])]
}

/**
 * Brings together the joins of one person: the same e-mail, or the same name in any order of its words; a name without an e-mail goes
 * with the e-mail that the same name has elsewhere, unless two have it. Gives the key of each writing, in the same order, and who they are.
 */
export function identitiesOf(writings: readonly Writing[]): { readonly keys: readonly string[]; readonly identities: ReadonlyMap<string, Identity> } {
  const emailsOfName = new Map<string, Set<string>>()
  for (const { name, email } of writings) {
    if (email === null) continue
    const key = nameIdentity(name)
    const emails = emailsOfName.get(key) ?? new Set()
    emailsOfName.set(key, emails.add(email))
  }
  const keys = writings.map(({ name, email }) => {
    if (email !== null) return `${EMAIL}${email}`
    const emails = [...(emailsOfName.get(nameIdentity(name)) ?? [])]
    return emails.length === 1 ? `${EMAIL}${emails[0]}` : nameIdentity(name)
  })
  const identities = new Map<string, { key: string; names: string[]; email: string | null }>()
  for (const [at, { name }] of writings.entries()) {
    const key = keys[at] ?? ''
    const identity = identities.get(key) ?? { key, names: [], email: key.startsWith(EMAIL) ? key.slice(EMAIL.length) : null }
    if (!identity.names.includes(name)) identity.names.push(name)
    identities.set(key, identity)
  }
  return { keys, identities }
}
