// Writes types out that tsc leaves to be read off their Zod schemas: else every program that uses them works them out anew,
// which is most of what its compiler has to do for this package. `scripts/same-types.ts` holds both alike.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import ts from 'typescript'
import { declarationsOf, type ZodType, zodTypesIn } from './zod-types.ts'

const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => process.exit(1) }
const config = ts.getParsedCommandLineOfConfigFile('tsconfig.build.json', { noEmit: true }, host)
const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {})
const checker = program.getTypeChecker()
const printer = ts.createPrinter({ newLine: ts.NewLineKind.LineFeed })
const flags =
  ts.NodeBuilderFlags.NoTruncation |
  ts.NodeBuilderFlags.UseAliasDefinedOutsideCurrentScope |
  ts.NodeBuilderFlags.InTypeAlias

const sources = program
  .getSourceFiles()
  .filter(({ fileName }) => /^(?!.*node_modules).*\/src\//.test(fileName))

/** Types that are named, each with the file that declares it. */
type Names = Map<string, string>

/** What the checker makes knows what it stands for, though its types do not say so. */
const sourceOf = ({ symbol }: ts.Identifier & { symbol?: ts.Symbol }): string | undefined =>
  symbol?.declarations?.[0]?.getSourceFile().fileName

const typeText = (type: ts.Type, { node }: ZodType, names: Names): string => {
  const made = checker.typeToTypeNode(type, node, flags)
  if (!made) throw new Error(`${node.name.text} cannot be written out`)
  const note = (part: ts.Node): void => {
    if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) {
      const source = sourceOf(part.typeName)
      if (source !== undefined) names.set(part.typeName.text, source)
    }
    ts.forEachChild(part, note)
  }
  note(made)
  return printer.printNode(ts.EmitHint.Unspecified, made, node.getSourceFile())
}

/** The comment of a field, as it stands beside its schema. */
const commentOf = (declaration: ts.Declaration | undefined): string => {
  if (!declaration) return ''
  const { text } = declaration.getSourceFile()
  const ranges = ts.getLeadingCommentRanges(text, declaration.pos) ?? []
  const comment = ranges.map(({ pos, end }) => text.slice(pos, end)).findLast((one) => one.startsWith('/**'))
  return comment === undefined ? '' : `    ${comment.replaceAll(/\n\s*/g, '\n     ')}\n`
}

const isOptional = ({ flags }: ts.Symbol) => (flags & ts.SymbolFlags.Optional) !== 0

/** What tells the members of a union apart comes first. */
const inOrder = (properties: readonly ts.Symbol[]) =>
  properties.toSorted((a, b) => Number(b.name === 'type') - Number(a.name === 'type'))

/** As an alias: an interface of its own would not go where fields of any name are wanted, and one that only extends what Zod reads does. */
const objectText = (zod: ZodType, type: ts.Type, names: Names): string => {
  const fields = inOrder(checker.getPropertiesOfType(type)).map((property) => {
    const text = typeText(checker.getTypeOfSymbolAtLocation(property, zod.node), zod, names)
    const lines = text.replaceAll('\n', '\n    ')
    return `${commentOf(property.declarations?.[0])}    ${property.name}${isOptional(property) ? '?' : ''}: ${lines};\n`
  })
  return `export type ${zod.name} = {\n${fields.join('')}};`
}

const written = (zod: ZodType, names: Names): string => {
  const type = checker.getTypeAtLocation(zod.node.name)
  return ts.isInterfaceDeclaration(zod.node)
    ? objectText(zod, type, names)
    : `export type ${zod.name} = ${typeText(type, zod, names)};`
}

const namesOf = (node: ts.Statement): readonly string[] => {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [node.name.text]
  const bound = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : undefined
  return bound && ts.isNamedImports(bound) ? bound.elements.map(({ name }) => name.text) : []
}

/** Imports of what the written types name, where the declarations have not got them already. */
const importsOf = ({ fileName, statements }: ts.SourceFile, names: Names): string => {
  const known = new Set(statements.flatMap(namesOf))
  return [...names]
    .filter(([name, source]) => source.includes('/src/') && !known.has(name))
    .map(([name, source]) => {
      const path = relative(dirname(fileName), declarationsOf(source)).replace(/\.d\.ts$/, '.js')
      return `import { type ${name} } from '${path.startsWith('.') ? path : `./${path}`}';\n`
    })
    .sort()
    .join('')
}

for (const source of sources) {
  const types = zodTypesIn(source)
  if (types.length === 0) continue
  const path = declarationsOf(source.fileName)
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const names: Names = new Map()
  let { text } = file
  for (const node of file.statements.toReversed()) {
    const zod = types.find(({ name }) => namesOf(node)[0] === name && !ts.isImportDeclaration(node))
    if (zod) text = `${text.slice(0, node.getStart())}${written(zod, names)}${text.slice(node.end)}`
  }
  writeFileSync(path, importsOf(file, names) + text)
}
