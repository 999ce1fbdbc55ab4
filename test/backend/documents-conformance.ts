import { describe, it } from 'vitest'
import type { Documents, DocumentsOptions } from '../../src/backend/index.ts'
import { announcingCases } from './documents-announcing.ts'
import { keepingCases } from './documents-keeping.ts'
import { piecesCases } from './documents-pieces.ts'
import { scanningCases } from './documents-scanning.ts'

/** One thing that every home of documents does. */
export interface DocumentsCase {
  /** Continues "a home of documents …". */
  readonly name: string
  readonly run: (documents: Documents) => Promise<void>
  readonly options?: DocumentsOptions
}

const allCases = (): readonly DocumentsCase[] => [
  ...announcingCases,
  ...piecesCases,
  ...scanningCases(),
  ...keepingCases,
]

/** Holds a home to what portals and the runtime rely on; `open` gives an empty one for each case. */
export function documentsConformance(name: string, open: (options: DocumentsOptions) => Documents): void {
  describe(`${name}: a home of documents`, () => {
    for (const { name: sentence, run, options = {} } of allCases()) {
      it(sentence, async () => {
        const documents = open(options)
        try {
          await run(documents)
        } finally {
          await documents.close()
        }
      })
    }
  })
}
