import type { Document, DocumentOf, DocumentRef } from '../../../src/schemas/index.ts'
import { money } from './money.ts'
import { papers } from './papers.ts'
import { records } from './records.ts'

/** A good document of every kind. Frozen sample data: invented merchants, numbers with right check digits. */
export const documents = { ...papers, ...money, ...records } as unknown as {
  // `as const` makes lists readonly, which a document's own type is not
  readonly [Type in DocumentRef['type']]: DocumentOf<Type>
}

export const allDocuments: readonly Document[] = Object.values(documents)
