// Holds the types that `scripts/write-types.ts` has written out: each is, to the letter, what Zod reads off its schema.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { declarationsOf, zodTypesIn } from './zod-types.ts'

const options: ts.CompilerOptions = {
  ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, types: [] },
  ...{
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
  },
}

const claims = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Holds<T extends true> = T`

/** By file of declarations, with a claim for each type behind what the build wrote. */
const claimed = new Map<string, string>()
let count = 0
for (const path of globSync('src/**/*.ts')) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const types = zodTypesIn(source)
  const file = declarationsOf(resolve(path))
  if (types.length === 0 || !existsSync(file)) continue
  const text = readFileSync(file, 'utf8')
  const lines = types.map(({ name, from }, index) => `type Claim${index} = Holds<Same<${name}, ${from}>>`)
  claimed.set(file, [text, claims, ...lines].join('\n'))
  count += types.length
}

const host = ts.createCompilerHost(options)
const { getSourceFile } = host
host.getSourceFile = (file, settings, ...rest) => {
  const text = claimed.get(resolve(file))
  return text === undefined
    ? getSourceFile(file, settings, ...rest)
    : ts.createSourceFile(file, text, settings, true)
}
const program = ts.createProgram([...claimed.keys()], options, host)
const wrong = [...claimed.keys()].flatMap((file) => {
  const source = program.getSourceFile(file)
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
})
const unwritten = [...claimed].flatMap(([file, text]) =>
  /extends z\.(output|input|infer)</.test(text) ? [file] : [],
)

if (wrong.length > 0) console.log(ts.formatDiagnosticsWithColorAndContext(wrong, host))
for (const file of unwritten) console.log(`${file} leaves a type to be read off its schema`)
console.log(`${count} types are written out in ${claimed.size} files`)
process.exitCode = wrong.length + unwritten.length > 0 ? 1 : 0
