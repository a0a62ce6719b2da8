import { momentOf, secondsOf } from '../../../shared/domain/seal/fields.ts'
import type { contract } from '../../../shared/contract/index.ts'
import type { OutputOf } from '../../../shared/rpc/define.ts'
import type { QueryContext } from '../../core/context.ts'
import { entityOf } from '../entity/records.ts'
import type { KeyRow } from './known.ts'
import { knowledgeOf, ownRoot } from './known.ts'
import { ownList } from './lists.ts'
import { secretName } from './sealer.ts'
import { serialsAnnulled } from './serials.ts'

type State = OutputOf<typeof contract.seal.state>

/** Days before its end when a key begins to be spoken of. */
const warning = 30

/** Where the office stands with its seal. */
export async function sealState({ db, keeper, about, now }: QueryContext): Promise<State> {
  const { ruc } = await entityOf(db)
  const known = await knowledgeOf(db, now())
  const root = await ownRoot(db)
  const secrets = new Set(await keeper.names())
  const isHere = (key: KeyRow): boolean => key.device === about.device && secrets.has(secretName(key.kid))
  const own = known.keyRows.filter((key) => key.rootId === root?.id)
  const dead = await serialsAnnulled(db)
  const given = await db.selectFrom('certificates').select(({ fn }) => ['sealKeyId', fn.countAll().as('n')]).where('sealKeyId', 'is not', null).groupBy('sealKeyId').execute()
  const sealed = new Map(given.map((row) => [row.sealKeyId, Number(row.n)]))
  return {
    state: ruc === null ? 'noRuc' : root === null ? 'noRoot' : standing(own.filter((key) => isHere(key) && key.compromisedAt === null), now()),
    root: root === null ? null : shownRoot(root),
    keys: own.map((key) => {
      const { removedAt: _, bundle: __, publicKey: ___, ...row } = key
      return { ...row, isHere: isHere(key), sealed: sealed.get(key.id) ?? 0, annulled: dead.get(key.id)?.length ?? 0 }
    }),
    offices: known.roots
      .filter((each) => each.isOwn === 0)
      .map((each) => {
        const dates = known.lists.filter((list) => list.rootId === each.id).map((list) => list.issuedAt)
        return { ...shownRoot(each), keys: known.keys.filter((key) => key.rootId === each.id).length, listDate: dates.toSorted().at(-1) ?? null }
      }),
    list: root === null ? null : await ownList(db, root, known),
  }
}

function shownRoot<R extends { removedAt: string | null; publicKey: string }>({ removedAt: _, publicKey: __, ...row }: R): Omit<R, 'removedAt' | 'publicKey'> {
  return row
}

function standing(keys: readonly KeyRow[], now: string): State['state'] {
  if (keys.length === 0) return 'noKey'
  const until = keys.reduce((latest, key) => (key.until > latest ? key.until : latest), '')
  if (until < now) return 'expired'
  return until < momentOf(secondsOf(now) + warning * 86_400) ? 'expiring' : 'ready'
}
