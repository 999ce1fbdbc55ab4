import type { Actor } from '../domain/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import { type JournalEntry, viewEntry } from '../machine/index.ts'
import { invalidInput } from './door.ts'
import type { Entrance } from './entrance.ts'
import type { Failure } from './options.ts'
import { unsealed } from './sees-all.ts'
import type { EntryPlace, Skipped, Store, StoredChange } from './store.ts'

/** One commit as its reader may see it. */
export interface LifecycleChange {
  /** Of this change: given as `after`, in whatever process, it goes on behind it. It tells nothing of other terminals. */
  cursor: string
  lifecycleId: string
  version: number
  entry: JournalEntry
}

export interface FeedViewsParts {
  store: Pick<Store, 'changes'>
  entrance: Entrance
  onFailure: (failure: Failure) => void
}

const unknownCursor = () => invalidInput('/after', 'CURSOR_UNKNOWN')

function placeOf(cursor: string | null): EntryPlace | null {
  if (cursor === null) return null
  const [, lifecycleId, number] = /^(.{1,255})\/(\d{1,15})$/.exec(cursor) ?? []
  if (lifecycleId === undefined) throw unknownCursor()
  return { lifecycleId, seq: Number(number) }
}

type View = (entry: JournalEntry) => JournalEntry | undefined

const nothing: View = () => undefined

/** Reads what was committed, page by page, each entry as one reader may see it. */
export interface FeedReader {
  /** @throws InvalidInputError CURSOR_UNKNOWN for a cursor that was never handed to this reader. */
  start(cursor: string | null): Promise<EntryPlace | null>
  /** @throws InvalidInputError CURSOR_UNKNOWN. */
  next(after: EntryPlace | null, limit: number): Promise<readonly StoredChange[]>
  /** The changes of a page with their places; nothing where the reader may see nothing. */
  seen(
    page: readonly StoredChange[],
  ): AsyncIterable<{ place: EntryPlace; change: LifecycleChange | undefined }>
}

export function createFeedReader({ store, entrance, onFailure }: FeedViewsParts, actor: Actor): FeedReader {
  const within = entrance.scopeFor(actor)
  const skipped: Skipped = (lifecycleId, error) => onFailure({ lifecycleId, error })

  /** What of a life the reader may see now. */
  async function viewOf(lifecycleId: string): Promise<View> {
    try {
      const stored = await entrance.find(lifecycleId, actor)
      return stored ? viewEntry(stored.record, actor.role) : nothing
    } catch (error) {
      // One that a newer release wrote can be read later, by that release: what is left out now would be missed.
      if (!isTerminalLifecycleError(error) || error.code !== 'CORRUPT_RECORD') throw error
      onFailure({ lifecycleId, error })
      return nothing
    }
  }

  return {
    async start(cursor) {
      const place = placeOf(cursor)
      if (place && !within && (await viewOf(place.lifecycleId)) === nothing) throw unknownCursor()
      return place
    },
    async next(after, limit) {
      const page = await store.changes({ after, limit }, skipped, within)
      if (!page) throw unknownCursor()
      return page
    },
    async *seen(page) {
      const views = new Map<string, Promise<View>>()
      for (const { entry: stored, ...place } of page) {
        const { lifecycleId, seq } = place
        const view = views.get(lifecycleId) ?? viewOf(lifecycleId)
        views.set(lifecycleId, view)
        const entry = stored ? (await view)(unsealed(stored)) : undefined
        const cursor = `${lifecycleId}/${seq}`
        yield { place, change: entry && { cursor, lifecycleId, version: entry.version, entry } }
      }
    },
  }
}
