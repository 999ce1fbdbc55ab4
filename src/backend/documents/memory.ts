import type { Documents } from '../documents.ts'
import { ownerKey } from './ids.ts'
import { joined } from './joined.ts'
import { type DocumentsOptions, documentsOver } from './over.ts'
import type { Rows, StoredDocument } from './shelf.ts'

const millisecondsOf = (instant: string | undefined): number => Date.parse(instant ?? '')

const memoryRows = (): Rows => {
  const documents = new Map<string, StoredDocument>()
  const contents = new Map<string, Uint8Array<ArrayBuffer>[]>()
  const of = (owner: string) => [...documents.values()].filter((row) => ownerKey(row.owner) === owner)
  const piecesOf = (documentId: string) => contents.get(documentId) ?? []
  return {
    get: (documentId) => structuredClone(documents.get(documentId)),
    put: (document) => void documents.set(document.documentId, structuredClone(document)),
    ofDigest: (digest) => structuredClone([...documents.values()].filter((row) => row.digest === digest)),
    open: (owner, except) => {
      const open = of(owner).filter(
        ({ status, documentId }) => status === 'receiving' && documentId !== except,
      )
      return { files: open.length, bytes: open.reduce((sum, { size }) => sum + size, 0) }
    },
    announcedSince: (owner, since) =>
      of(owner).filter(({ announcedAt }) => millisecondsOf(announcedAt) > millisecondsOf(since)).length,
    before: (status, before, limit) => {
      const when = ({ settledAt, announcedAt }: StoredDocument) => millisecondsOf(settledAt ?? announcedAt)
      return structuredClone(
        [...documents.values()]
          .filter(
            (row) => row.status === status && (before === undefined || when(row) < millisecondsOf(before)),
          )
          .sort((one, other) => when(one) - when(other))
          .slice(0, limit),
      )
    },
    addPiece: (documentId, _, bytes) =>
      void contents.set(documentId, [...piecesOf(documentId), Uint8Array.from(bytes)]),
    extent: (documentId) => ({
      received: piecesOf(documentId).reduce((sum, { length }) => sum + length, 0),
      pieces: piecesOf(documentId).length,
    }),
    bytes: (documentId, from, to) => joined(piecesOf(documentId)).slice(from, to),
    dropPieces: (documentId) => void contents.delete(documentId),
  }
}

/**
 * Keeps papers in this process: for tests, scripts and demonstrations.
 *
 * @example
 * const documents = memoryDocuments()
 * const runtime = createRuntime({ store, services, papers: documents })
 * const backend = createBackend(runtime, { clock, documents })
 */
export const memoryDocuments = (options: DocumentsOptions = {}): Documents => {
  const rows = memoryRows()
  const run = async <Result>(work: (rows: Rows) => Result): Promise<Result> => work(rows)
  return documentsOver({ read: run, write: run, close: async () => {} }, options)
}
