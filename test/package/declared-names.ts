import { readFileSync } from 'node:fs'
import ts from 'typescript'

/** What a declaration file exports, read from its syntax: enough, because a door names everything it offers. */
export interface DeclaredNames {
  readonly values: readonly string[]
  readonly types: readonly string[]
}

const isType = (node: ts.Statement): boolean =>
  ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)

function namesOf(statement: ts.Statement): { name: string; type: boolean }[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause
    if (!clause) throw new Error('export * in a declaration file: its names cannot be read')
    if (ts.isNamespaceExport(clause)) return [{ name: clause.name.text, type: statement.isTypeOnly }]
    return clause.elements.map(({ name, isTypeOnly }) => ({
      name: name.text,
      type: statement.isTypeOnly || isTypeOnly,
    }))
  }
  const exported = ts.canHaveModifiers(statement)
    ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false
  if (!exported) return []
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => ({ name: name.getText(), type: false }))
  }
  const { name } = statement as ts.DeclarationStatement
  return name ? [{ name: name.getText(), type: isType(statement) }] : []
}

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort()

export function declaredNames(path: string): DeclaredNames {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2023, true)
  const names = file.statements.flatMap(namesOf)
  const values = sorted(names.filter(({ type }) => !type).map(({ name }) => name))
  return { values, types: sorted(names.filter(({ type }) => type).map(({ name }) => name)) }
}
