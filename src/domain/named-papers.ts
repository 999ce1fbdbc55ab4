import { type DocumentRef, documentTypes } from './documents.ts'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Is it a reference to a paper? By its shape, not by its place: a field that comes later is none that is forgotten. */
export const isReference = (value: unknown): value is DocumentRef =>
  isObject(value) &&
  typeof value.id === 'string' &&
  typeof value.digest === 'string' &&
  (documentTypes as readonly unknown[]).includes(value.type)

/** A paper that an event or a form names, and where. */
export interface NamedPaper {
  /** JSON Pointer. */
  readonly path: string
  readonly paper: DocumentRef
}

/**
 * Every paper that a value names, however deep.
 *
 * @example namedPapers({ evidence: [paper] }) // [{ path: '/evidence/0', paper }]
 */
export const namedPapers = (value: unknown, path = ''): readonly NamedPaper[] => {
  if (isReference(value)) return [{ path, paper: value }]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => namedPapers(member, `${path}/${name}`))
}
