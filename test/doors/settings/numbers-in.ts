// Every number that the types of the package let somebody pass: read by the compiler, so that a new one is found without anybody
// thinking of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

const root = join(import.meta.dirname, '../../..')
const sources = join(root, 'src/')
/** What is stored, told and shown: read by schemas, and no setting of anything. */
const facts = /\/src\/(domain|errors|schemas|machine\/(?!connected\/)|guidance|letters|diagram|words)/

const placeOf = (symbol: ts.Symbol | undefined): string =>
  (symbol?.valueDeclaration ?? symbol?.declarations?.[0])?.getSourceFile().fileName ?? ''
const isOurs = (symbol: ts.Symbol | undefined): boolean => {
  const place = placeOf(symbol)
  return place.startsWith(sources) && !facts.test(place)
}

const doors = (): readonly (readonly [string, string])[] => {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { types?: string }>
  }
  return Object.entries(exports).flatMap(([door, { types }]) =>
    types === undefined
      ? []
      : [[door, join(sources, types.replace('./dist/', '').replace('.d.ts', '.ts'))] as const],
  )
}

/** Keys as `createRuntime(options).retry.baseMs`, `createRuntime().find(query).limit`, `createOutbox(options).schedule[]`. */
export function numbersInTypes(): readonly string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const entries = doors()
  const program = ts.createProgram(
    entries.map(([, file]) => file),
    { ...options, noEmit: true },
  )
  const checker = program.getTypeChecker()
  const found = new Set<string>()

  const isNumber = (type: ts.Type): boolean => (type.flags & ts.TypeFlags.Number) !== 0
  const partsOf = (type: ts.Type): readonly ts.Type[] => (type.isUnion() ? type.types : [type])

  function look(type: ts.Type, path: string, above: readonly ts.Type[]): void {
    for (const part of partsOf(type)) {
      if (isNumber(part)) found.add(path)
      const isObject = (part.flags & ts.TypeFlags.Object) !== 0 || part.isIntersection()
      if (!isObject || above.includes(part) || above.length > 5 || part.getCallSignatures().length > 0)
        continue
      const seen = [...above, part]
      if (checker.isArrayType(part) || checker.isTupleType(part)) {
        for (const item of checker.getTypeArguments(part as ts.TypeReference)) look(item, `${path}[]`, seen)
        continue
      }
      const byName = checker.getIndexTypeOfType(part, ts.IndexKind.String)
      if (byName && partsOf(byName).some(isNumber)) found.add(`${path}{}`)
      for (const member of checker.getPropertiesOfType(part))
        if (isOurs(member)) look(checker.getTypeOfSymbol(member), `${path}.${member.name}`, seen)
    }
  }

  function call(type: ts.Type, path: string, depth: number): void {
    for (const signature of type.getCallSignatures()) {
      for (const [place, parameter] of signature.parameters.entries()) {
        const name = parameter.name.startsWith('__') ? String(place) : parameter.name
        look(checker.getTypeOfSymbol(parameter), `${path}(${name})`, [])
      }
      const given = checker.getReturnTypeOfSignature(signature)
      const result = checker.getAwaitedType(given) ?? given
      if (depth === 0) continue
      for (const member of checker.getPropertiesOfType(result))
        if (isOurs(member)) call(checker.getTypeOfSymbol(member), `${path}().${member.name}`, depth - 1)
    }
  }

  const seen = new Set<ts.Symbol>()
  for (const [, file] of entries) {
    const source = program.getSourceFile(file)
    const door = source && checker.getSymbolAtLocation(source)
    if (!door) throw new Error(`No door at ${file}`)
    for (const given of checker.getExportsOfModule(door)) {
      const symbol = given.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(given) : given
      if (seen.has(symbol) || !(symbol.flags & ts.SymbolFlags.Value)) continue
      seen.add(symbol)
      call(checker.getTypeOfSymbol(symbol), given.name, 2)
    }
  }
  return [...found].sort()
}
