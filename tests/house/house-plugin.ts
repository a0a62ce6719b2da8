import { posix, relative, sep } from 'node:path'
import type { RuleTester } from 'oxlint/plugins-dev'
import { judgeImport, roomOf } from './layers.ts'

/** The rules of the house that no ready-made lint rule knows; oxlint loads this file (see oxlint.json). */

export type Rule = Parameters<RuleTester['run']>[1]
type Context = Parameters<Extract<Rule, { create: unknown }>['create']>[0]
type Visitor = ReturnType<Extract<Rule, { create: unknown }>['create']>
type NodeOf<Kind extends keyof Visitor> = Visitor[Kind] extends ((node: infer Seen) => void) | undefined ? Seen : never
type Reported =
  | NodeOf<'ImportDeclaration'> | NodeOf<'Literal'> | NodeOf<'CallExpression'>
  | NodeOf<'ImportExpression'> | NodeOf<'NewExpression'>

const LETTERS = /\p{L}{2}|^\p{L}$/u

function fileOf(context: Context): string {
  return relative(context.cwd, context.filename).split(sep).join('/')
}

/** Deny by default: what a room is not granted in layers.ts it does not import, in whatever manner. */
const layers: Rule = {
  create(context) {
    const file = fileOf(context)
    const judge = (node: Reported, specifier: string, typeOnly: boolean) => {
      const message = judgeImport({ file, specifier, typeOnly })
      if (message !== null) context.report({ node, message })
    }
    return {
      Program(node) {
        if (roomOf(file) === null) context.report({ node, message: `${file} is in no room of the house` })
      },
      ImportDeclaration(node) {
        judge(node, node.source.value, node.importKind === 'type' || everyType(node.specifiers, 'importKind'))
      },
      ExportNamedDeclaration(node) {
        if (node.source === null) return
        judge(node.source, node.source.value, node.exportKind === 'type' || everyType(node.specifiers, 'exportKind'))
      },
      ExportAllDeclaration(node) {
        judge(node.source, node.source.value, node.exportKind === 'type')
      },
      TSImportType(node) {
        judge(node.source, node.source.value, true)
      },
      TSImportEqualsDeclaration(node) {
        if (node.moduleReference.type !== 'TSExternalModuleReference') return
        judge(node.moduleReference.expression, node.moduleReference.expression.value, node.importKind === 'type')
      },
      ImportExpression(node) {
        const text = startOfText(node.source)
        if (text === null) context.report({ node, message: 'a dynamic import names its module in the code' })
        else judge(node, text, false)
      },
      CallExpression(node) {
        if (!LOADERS.has(calleeText(node.callee))) return
        const text = node.arguments[0] === undefined ? null : startOfText(node.arguments[0])
        if (text === null) return
        judge(node, text, false)
      },
      NewExpression(node) {
        const specifier = codeReached(node, file)
        if (specifier !== null) judge(node, specifier, false)
      },
    }
  },
}

const LOADERS = new Set(['require', 'require.resolve', 'import.meta.resolve'])

/** What `new URL('./x.ts', import.meta.url)` loads, as an import would; null for data outside src, not the rule's business. */
function codeReached(node: NodeOf<'NewExpression'>, file: string): string | null {
  const [path] = node.arguments
  if (calleeText(node.callee) !== 'URL' || node.arguments.length !== 2 || path === undefined) return null
  const text = startOfText(path)
  if (text === null || !text.startsWith('.')) return null
  if (!posix.join(posix.dirname(file), text).startsWith('src/')) return null
  // A worker's ending is that of its parent, `.ts` in development and `.js` when packaged, so it is not in the text.
  return /\.\w+$/.test(text) ? text : `${text}.ts`
}

function everyType(specifiers: readonly object[], kind: 'importKind' | 'exportKind'): boolean {
  return specifiers.length > 0 && specifiers.every((one) => Reflect.get(one, kind) === 'type')
}

type Expression = { readonly type: string }

/** The text of a literal or the fixed beginning of a template; null when it is computed. */
function startOfText(node: Expression): string | null {
  const literal = node.type === 'Literal' ? Reflect.get(node, 'value') : undefined
  if (typeof literal === 'string') return literal
  if (node.type !== 'TemplateLiteral') return null
  const quasis = Reflect.get(node, 'quasis') as readonly { readonly value: { readonly cooked: string | null } }[]
  return quasis[0]?.value.cooked || null
}

/** `a.b.c` of a callee as text; empty when it is anything else. */
function calleeText(node: Expression): string {
  if (node.type === 'Identifier') return String(Reflect.get(node, 'name'))
  if (node.type === 'MetaProperty') return 'import.meta'
  if (node.type !== 'MemberExpression' || Reflect.get(node, 'computed') === true) return ''
  const object = calleeText(Reflect.get(node, 'object') as Expression)
  const property = calleeText(Reflect.get(node, 'property') as Expression)
  return object === '' || property === '' ? '' : `${object}.${property}`
}

const SPOKEN = new Set([
  'title', 'aria-label', 'aria-description', 'aria-placeholder', 'aria-valuetext', 'placeholder', 'alt',
  'label', 'description', 'error', 'nothingFoundMessage',
])

/** Sentences come from shared/messages: no words between tags, none in a property that a person reads or hears. */
const textFromMessages: Rule = {
  create(context) {
    if (!fileOf(context).startsWith('src/renderer/')) return {}
    const message = 'words for people come from shared/messages'
    return {
      JSXText(node) {
        if (LETTERS.test(node.value.trim())) context.report({ node, message })
      },
      JSXExpressionContainer(node) {
        const text = startOfText(node.expression)
        const inside = node.parent?.type === 'JSXElement' || node.parent?.type === 'JSXFragment'
        if (inside && text !== null && LETTERS.test(text.trim())) context.report({ node, message })
      },
      JSXAttribute(node) {
        if (node.name.type !== 'JSXIdentifier' || !SPOKEN.has(node.name.name) || node.value === null) return
        const value = node.value.type === 'JSXExpressionContainer' ? node.value.expression : node.value
        const text = startOfText(value)
        if (text !== null && LETTERS.test(text.trim())) context.report({ node, message })
      },
    }
  },
}

const CLOCKLESS = ['src/shared/', 'src/main/features/', 'src/main/documents/', 'src/main/intake/']

/** Today and now are handed in by the context, so that a rule gives the same answer tomorrow. */
const clockFromContext: Rule = {
  create(context) {
    if (!CLOCKLESS.some((folder) => fileOf(context).startsWith(folder))) return {}
    const message = 'the clock comes from the context'
    return {
      NewExpression(node) {
        if (calleeText(node.callee) === 'Date' && node.arguments.length === 0) context.report({ node, message })
      },
      CallExpression(node) {
        const callee = calleeText(node.callee)
        if (callee === 'Date.now' || callee === 'Date') context.report({ node, message })
      },
    }
  },
}

const WRITERS = /^(?:\w+\.)*(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|copyFile|copyFileSync)$/

/** A file appears whole or not at all: only core/files.ts writes one; a document may stream into the path it is given. */
const filesWrittenOnce: Rule = {
  create(context) {
    const file = fileOf(context)
    if (file === 'src/main/core/files.ts' || !file.startsWith('src/')) return {}
    return {
      CallExpression(node) {
        const callee = calleeText(node.callee)
        const isStream = file.startsWith('src/main/documents/') && callee.endsWith('createWriteStream')
        // A log is the one file that grows line by line.
        const isLog = file === 'src/main/hosts/office.ts' && callee === 'appendFile'
        if (WRITERS.test(callee) && !isStream && !isLog) {
          context.report({ node, message: 'only core/files.ts writes files' })
        }
      },
    }
  },
}

export const rules: Readonly<Record<'layers' | 'text-from-messages' | 'clock-from-context' | 'files-written-once', Rule>> = {
  layers,
  'text-from-messages': textFromMessages,
  'clock-from-context': clockFromContext,
  'files-written-once': filesWrittenOnce,
}

const plugin: { readonly meta: { readonly name: string }; readonly rules: typeof rules } = { meta: { name: 'house' }, rules }

// oxlint asks for a default export.
export default plugin
