import { dirname, join } from 'node:path/posix'
import ts from 'typescript'
import { environmentFiles, rooms, secondDoors } from './rooms.ts'
import { forbiddenUse } from './rooms-globals.ts'

/** One import, export-from, import type or dynamic import. */
interface Reference {
  readonly specifier: string
  readonly typeOnly: boolean
}

/** Where a file lives: its room, and the second door it belongs to. */
function place(path: string): { room: string; door: string | undefined } {
  const inside = path.replace(/^src\//, '').replace(/\.ts$/, '')
  const door = Object.keys(secondDoors).find((name) => inside === name || inside.startsWith(`${name}/`))
  return { room: inside.split('/')[0] ?? '', door }
}

const isDoor = (path: string): boolean =>
  /^src\/([^/]+\/)?index\.ts$/.test(path) ||
  Object.keys(secondDoors).some((name) => path === `src/${name}.ts`)

const matches = (allowed: readonly string[], specifier: string): boolean =>
  allowed.some((name) => (name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : specifier === name))

function checkRelative(path: string, { specifier, typeOnly }: Reference): string | undefined {
  if (!specifier.endsWith('.ts')) return `'${specifier}' must end in .ts`
  const from = place(path)
  const target = join(dirname(path), specifier)
  const to = place(target)
  if (!target.startsWith('src/')) return `'${specifier}' leaves src`
  if (to.door && to.door !== from.door && !from.door) return `'${specifier}' is behind a door of its own`
  if (to.room === from.room) return undefined
  const row = rooms[from.room]
  if (!isDoor(target)) return `'${specifier}' goes round the door of ${to.room}`
  const doorRooms = from.door ? (secondDoors[from.door]?.rooms ?? []) : []
  if (row?.rooms.includes(to.room) || doorRooms.includes(to.room)) return undefined
  if (!row?.types?.includes(to.room)) return `${from.room} must not import ${to.room}`
  return typeOnly ? undefined : `${from.room} may import only types from ${to.room}`
}

function checkReference(path: string, reference: Reference): string | undefined {
  if (reference.specifier.startsWith('.')) return checkRelative(path, reference)
  const { room, door } = place(path)
  const allowed = [...(rooms[room]?.packages ?? []), ...(door ? (secondDoors[door]?.packages ?? []) : [])]
  return matches(allowed, reference.specifier)
    ? undefined
    : `${room} must not import '${reference.specifier}'`
}

const text = (node: ts.Node | undefined): string | undefined =>
  node && ts.isStringLiteralLike(node) ? node.text : undefined

const allTypes = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]): boolean =>
  elements.length > 0 && elements.every((element) => element.isTypeOnly)

function importReference(node: ts.ImportDeclaration): Reference {
  const clause = node.importClause
  const named = clause?.namedBindings
  const onlyTypes =
    !clause?.name && named !== undefined && ts.isNamedImports(named) && allTypes(named.elements)
  return {
    specifier: text(node.moduleSpecifier) ?? '',
    typeOnly: clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes,
  }
}

function exportReference(node: ts.ExportDeclaration): Reference | undefined {
  const specifier = text(node.moduleSpecifier)
  if (specifier === undefined) return undefined
  const named = node.exportClause
  return {
    specifier,
    typeOnly: node.isTypeOnly || (!!named && ts.isNamedExports(named) && allTypes(named.elements)),
  }
}

/** What a node refers to in another module, in any of the ways TypeScript has. */
function referenceOf(node: ts.Node): Reference | undefined {
  if (ts.isImportDeclaration(node)) return importReference(node)
  if (ts.isExportDeclaration(node)) return exportReference(node)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return { specifier: text(node.argument.literal) ?? '', typeOnly: true }
  }
  return undefined
}

/** `import { z }` makes bundlers keep all of zod with every locale: 93 kB gzip instead of 26. */
function isWholeZod(node: ts.Node): boolean {
  if (ts.isExportDeclaration(node)) return text(node.moduleSpecifier) === 'zod' && !node.isTypeOnly
  if (!ts.isImportDeclaration(node) || text(node.moduleSpecifier) !== 'zod') return false
  const named = node.importClause?.namedBindings
  return (
    !importReference(node).typeOnly && !(named && ts.isNamespaceImport(named) && !node.importClause?.name)
  )
}

const isForNode = (door: string | undefined): boolean =>
  door !== undefined && (secondDoors[door]?.packages ?? []).some((name) => name.startsWith('node:'))

/** What a file may use of the host: time and chance, and the names of Node. */
const allowedOf = (path: string) => ({
  environment: environmentFiles.includes(path),
  node: isForNode(place(path).door),
})

function violationOf(path: string, node: ts.Node, allowed: ReturnType<typeof allowedOf>): string | undefined {
  if (isWholeZod(node)) return "write import * as z from 'zod'"
  if (ts.isExportDeclaration(node) && !node.exportClause) return 'export * hides what a door offers'
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return 'dynamic import()'
  if (ts.isImportEqualsDeclaration(node)) return 'import = require()'
  const reference = referenceOf(node)
  return reference ? checkReference(path, reference) : forbiddenUse(node, allowed)
}

/** Outside src only the way zod is imported is read, which is at the top of a file. */
const wholeZodIn = (path: string, source: string): string[] =>
  !source.includes('zod')
    ? []
    : ts
        .createSourceFile(path, source, ts.ScriptTarget.ES2023, true)
        .statements.filter(isWholeZod)
        .map((node) => `${path}:${lineOf(node)} write import * as z from 'zod'`)

const lineOf = (node: ts.Node): number => {
  const file = node.getSourceFile()
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
}

/**
 * Every breach of the table in one source file, as `path:line what`. Outside src only the way zod is imported is read.
 *
 * @param path from the root of the repository, with forward slashes.
 */
export function violations(path: string, source: string): string[] {
  if (!path.startsWith('src/')) return wholeZodIn(path, source)
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true)
  const found = place(path).room in rooms ? [] : [`${path}:1 no row for this room`]
  const allowed = allowedOf(path)
  const visit = (node: ts.Node): void => {
    const violation = violationOf(path, node, allowed)
    if (violation) found.push(`${path}:${lineOf(node)} ${violation}`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** The files of the library that a source file refers to, by their paths from the root of the repository. */
export function filesIn(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.ES2023, true)
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const specifier = referenceOf(node)?.specifier
    if (specifier?.startsWith('.')) found.push(join(dirname(path), specifier))
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}
