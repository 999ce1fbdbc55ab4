import type { Documents, KeptDocument } from 'terminal-lifecycle/backend'
import type { Actor, Instant } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'

export type PaperOnFile = LifecycleRecord['context']['documents'][string]

/** A picture or a PDF that a page may show: only these, by the name that they were stored under. */
const shownTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const
export interface Scan {
  readonly documentId: string
  readonly mediaType: (typeof shownTypes)[number]
  /** As its sender called it. */
  readonly name: string
}

/** What there is to see of a paper. */
export interface Seen {
  readonly scans: readonly Scan[]
  /** What a structured paper says, member by member. */
  readonly says: Readonly<Record<string, unknown>>
  /** Why there is nothing to see. */
  readonly missing: KeptDocument['status'] | 'elsewhere' | undefined
}

const isShown = (mediaType: string): mediaType is Scan['mediaType'] =>
  (shownTypes as readonly string[]).includes(mediaType)

const scanOf = ({ documentId, mediaType, name }: KeptDocument): readonly Scan[] =>
  isShown(mediaType) ? [{ documentId, mediaType, name: name ?? documentId }] : []

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What was stored as JSON: a house's own paper is not judged before it is kept. */
const readPaper = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  try {
    const said: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isObject(said) ? said : {}
  } catch {
    return {}
  }
}

type Reading = Pick<Documents, 'state' | 'content' | 'ofDigest'>

/** The scans that a structured paper names, found by their digests. */
const scansIn = async (
  documents: Reading,
  { acquirerId }: Actor,
  files: unknown,
): Promise<readonly Scan[]> => {
  const named = Array.isArray(files) ? files.filter(isObject) : []
  const found = await Promise.all(
    named.map(async ({ sha256, name }) => {
      const same = typeof sha256 === 'string' ? await documents.ofDigest(sha256) : []
      const kept = same.find(({ status, owner }) => status === 'usable' && owner.acquirerId === acquirerId)
      return kept ? scanOf({ ...kept, name: typeof name === 'string' ? name : kept.name }) : []
    }),
  )
  return found.flat()
}

/**
 * What the reader may see of a paper on file. The case is theirs to read already; bytes are shown only where they are those that the
 * record names, and were sent to the reader's own acquirer.
 */
export const seenOf = async (
  documents: Reading,
  paper: Pick<PaperOnFile, 'id' | 'digest'>,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<Seen> => {
  const kept = await documents.state(paper.id, now)
  const isIt = kept?.digest === paper.digest && kept.owner.acquirerId === actor.acquirerId
  if (!kept || !isIt) return { scans: [], says: {}, missing: 'elsewhere' }
  if (kept.status !== 'usable') return { scans: [], says: {}, missing: kept.status }
  if (isShown(kept.mediaType)) return { scans: scanOf(kept), says: {}, missing: undefined }
  const { files, ...says } = readPaper(await documents.content(kept.documentId))
  return { scans: await scansIn(documents, actor, files), says, missing: undefined }
}
