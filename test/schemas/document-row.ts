import type { DocumentOf, DocumentRef } from '../../src/schemas/index.ts'

/** A good document with a change, and the problems it then has. */
type AnyRow = readonly [sentence: string, type: DocumentRef['type'], change: object, codes: readonly string[]]

/** Checks the names of the changed fields; what they are changed to is the point of the test. */
export const row = <Type extends DocumentRef['type']>(
  sentence: string,
  type: Type,
  change: Partial<Record<keyof DocumentOf<Type>, unknown>>,
  ...codes: string[]
): AnyRow => [sentence, type, change, codes]

export const without = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, undefined]))
