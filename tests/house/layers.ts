import { posix } from 'node:path'

/** One door between rooms: what a file of the room may import, as a value or as a type alone. */
type Room = {
  readonly name: string
  readonly holds: (file: string) => boolean
  readonly values: readonly string[]
  readonly types: readonly string[]
}

const under = (folder: string) => (file: string) => file.startsWith(`${folder}/`)
const is = (path: string) => (file: string) => file === path

const SHARED = ['room:shared/rpc', 'room:shared/domain', 'room:shared/messages', 'room:shared/contract']
const HOST = ['node', 'zod', 'room:shared/rpc', 'room:shared/contract', 'room:shared/messages', 'room:main/app.ts', 'room:main/core', 'room:main/hosts']

/**
 * The table of the house, deny by default. The first room that holds the file is its room; a room may always import itself.
 * `node` is every `node:` module (or one is named whole), `room:…` another room, anything else the name of a package (`@mantine/*` is a whole scope).
 *
 * Departures from the drawn table: every sentence comes from `shared/messages`, so features, app.ts and the hosts may say one
 * and core may name its keys as types; core makes the names of files by the domain's rule; and the hosts use core's ways
 * to refuse and to write a file whole.
 * Features read catalogues and assets as files (another rule keeps them from writing any), and frozen records back through
 * the contract's own schema.
 */
export const ROOMS: readonly Room[] = [
  { name: 'shared/rpc', holds: under('src/shared/rpc'), values: ['zod'], types: [] },
  { name: 'shared/domain', holds: under('src/shared/domain'), values: [], types: [] },
  { name: 'shared/messages', holds: under('src/shared/messages'), values: [], types: [] },
  {
    name: 'shared/contract',
    holds: under('src/shared/contract'),
    values: ['zod', 'room:shared/rpc', 'room:shared/domain'],
    types: [],
  },
  { name: 'main/db/migrations', holds: under('src/main/db/migrations'), values: ['kysely'], types: [] },
  {
    name: 'main/db',
    holds: under('src/main/db'),
    values: ['node', 'kysely', 'better-sqlite3', 'pg', '@electric-sql/pglite', 'uuid', 'room:main/db/migrations'],
    types: ['zod', 'room:shared/contract'],
  },
  {
    name: 'main/documents',
    holds: under('src/main/documents'),
    values: [
      'node', 'pdfkit', 'fontkit', 'svg-to-pdfkit', 'qrcode', 'docx', 'echarts', 'exceljs', 'fflate', '@expo-google-fonts/*', 'dejavu-fonts-ttf',
      'room:shared/domain', 'room:shared/messages',
    ],
    types: ['room:shared/contract'],
  },
  {
    name: 'main/intake',
    holds: under('src/main/intake'),
    values: ['node', 'saxes', 'csv-parse', 'yauzl', '@hyzyla/pdfium', 'zxing-wasm', 'pkijs', 'asn1js', 'room:shared/domain'],
    types: [],
  },
  {
    name: 'main/features',
    holds: under('src/main/features'),
    values: [
      'node:crypto', 'node:fs', 'node:fs/promises', 'node:path', 'node:zlib', 'kysely', 'zod', '@noble/curves', '@noble/hashes', '@scure/base', '@scure/bip39', 'canonicalize',
      'room:shared/contract', 'room:shared/domain', 'room:shared/rpc', 'room:shared/messages',
      'room:main/documents', 'room:main/intake', 'room:main/core', 'room:main/db',
    ],
    types: [],
  },
  {
    name: 'main/core',
    holds: under('src/main/core'),
    values: ['node', 'uuid', 'room:shared/rpc', 'room:shared/domain'],
    types: ['zod', 'room:main/db', 'room:shared/messages'],
  },
  {
    name: 'main/app.ts',
    holds: is('src/main/app.ts'),
    values: [
      'node', 'room:shared/contract', 'room:shared/rpc', 'room:shared/messages',
      'room:main/core', 'room:main/db', 'room:main/features',
    ],
    types: [],
  },
  {
    name: 'main/hosts/electron',
    holds: under('src/main/hosts/electron'),
    values: [...HOST, 'electron'],
    types: [],
  },
  { name: 'main/hosts', holds: under('src/main/hosts'), values: HOST, types: [] },
  {
    name: 'renderer build',
    holds: is('src/renderer/vite.config.ts'),
    values: ['node', 'vite', '@vitejs/plugin-react', 'room:renderer'],
    types: [],
  },
  // The verifier page: built apart into one file, it shares no code with the app, so that two implementations agree on the seal.
  { name: 'renderer/verifier', holds: under('src/renderer/verifier'), values: ['qr', '@noble/curves', '@noble/hashes', '@scure/bip39'], types: [] },
  {
    name: 'renderer',
    holds: under('src/renderer'),
    values: [
      'react', 'react-dom', '@mantine/*', '@tabler/icons-react', '@tanstack/react-virtual', 'echarts', 'pdfjs-dist',
      '@expo-google-fonts/*', '@scure/bip39', ...SHARED,
    ],
    types: ['vite'],
  },
]

const EXTENSION = /\.(?:ts|tsx|mts|cjs|json|css|svg|png|ttf|woff2|html)$/

/** An import as it stands in a file: repository-relative path with `/`, the words between the quotes, type alone or not. */
export type ImportSeen = { readonly file: string; readonly specifier: string; readonly typeOnly: boolean }

/** The room of a file under `src`, or null when it is in none. */
export function roomOf(file: string): Room | null {
  return ROOMS.find((room) => room.holds(file)) ?? null
}

/** Why this import may not be, in one sentence; null when the table allows it. */
export function judgeImport(seen: ImportSeen): string | null {
  const room = roomOf(seen.file)
  if (room === null) return `${seen.file} is in no room of the house`
  const specifier = seen.specifier.replace(/\?.*$/, '')
  if (specifier.startsWith('.')) return judgeRelative(room, seen, specifier)
  const wanted = specifier.startsWith('node:') ? 'node' : packageOf(specifier)
  return allows(room, wanted, seen.typeOnly) || allows(room, specifier, seen.typeOnly) ? null : refusal(room, specifier, seen.typeOnly)
}

function judgeRelative(room: Room, seen: ImportSeen, specifier: string): string | null {
  if (!EXTENSION.test(specifier)) return `'${specifier}' must carry its extension`
  const target = posix.join(posix.dirname(seen.file), specifier)
  if (!target.startsWith('src/')) return `'${specifier}' leaves src`
  const targetRoom = roomOf(target)
  if (targetRoom === null) return `'${specifier}' is in no room of the house`
  if (targetRoom === room) return null
  return allows(room, `room:${targetRoom.name}`, seen.typeOnly) ? null : refusal(room, targetRoom.name, seen.typeOnly)
}

function allows(room: Room, wanted: string, typeOnly: boolean): boolean {
  const scope = wanted.startsWith('@') ? `${wanted.split('/')[0]}/*` : null
  const granted = typeOnly ? [...room.values, ...room.types] : room.values
  return granted.includes(wanted) || (scope !== null && granted.includes(scope))
}

function refusal(room: Room, wanted: string, typeOnly: boolean): string {
  return `${room.name} may not import ${typeOnly ? 'even a type of ' : ''}${wanted}`
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}
