// Which types of the sources are read off a Zod schema, and from what: `export interface A extends z.output<typeof A> {}`.
import ts from 'typescript'

export interface ZodType {
  readonly name: string
  readonly node: ts.InterfaceDeclaration | ts.TypeAliasDeclaration
  /** What it is read off, as in `z.output<typeof A>`. */
  readonly from: string
}

const reads = /\bz\.(?:output|input|infer)</

const baseOf = (node: ts.InterfaceDeclaration): string | undefined =>
  node.members.length > 0
    ? undefined
    : node.heritageClauses
        ?.flatMap(({ types }) => types.map((type) => type.getText()))
        .find((text) => reads.test(text))

/** A generic alias is worked out where it is used, and stays as it is. */
const aliasOf = (node: ts.TypeAliasDeclaration): string | undefined =>
  !node.typeParameters && reads.test(node.type.getText()) ? node.type.getText() : undefined

export const zodTypesIn = (file: ts.SourceFile): readonly ZodType[] =>
  file.statements.flatMap((node) => {
    const isDeclared = ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)
    const isExported =
      isDeclared && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true
    if (!isExported) return []
    const from = ts.isInterfaceDeclaration(node) ? baseOf(node) : aliasOf(node)
    return from === undefined ? [] : [{ name: node.name.text, node, from }]
  })

/** The declarations that tsc writes for a source file. */
export const declarationsOf = (source: string): string =>
  source.replace(/^(.*?)src\/(.*)\.ts$/, (_, root, path) => `${root}dist/${path}.d.ts`)
