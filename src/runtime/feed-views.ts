import type { Actor, Instant } from '../domain/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import { type JournalEntry, viewEntry } from '../machine/index.ts'
import { invalidInput } from './door.ts'
import type { Entrance } from './entrance.ts'
import type { Failure } from './options.ts'
import { millisecondsOf } from './projection.ts'
import { unsealed } from './sees-all.ts'
import type { EntryPlace, Skipped, Store, StoredChange } from './store.ts'
import { isOfTheRecord } from './unreadable.ts'

/** One commit as its reader may see it. */
export interface LifecycleChange {
  /**
   * Of this change: given as `after`, in whatever process, it goes on behind it. It tells nothing of other terminals, and is unknown to
   * records in which this change is not, also where another one stands in its place.
   */
  cursor: string
  lifecycleId: string
  version: number
  entry: JournalEntry
}

export interface FeedViewsParts {
  store: Pick<Store, 'changes' | 'journal'>
  entrance: Entrance
  onFailure: (failure: Failure) => void
}

const unknownCursor = () => invalidInput('/after', 'CURSOR_UNKNOWN')

const momentOf = (at: Instant): string => millisecondsOf(at).toString(36)

/**
 * The place of a change and when it was: in records that were put back from a back-up, another change may stand at that place. The moment
 * stands in the change itself, so that it tells its reader nothing.
 */
const cursorOf = ({ lifecycleId, seq }: EntryPlace, at: Instant): string =>
  `${lifecycleId}/${seq}.${momentOf(at)}`

interface ReadCursor {
  place: EntryPlace
  /** Nobody was handed one without; whoever knows place and life may write it by hand. */
  moment: string | undefined
}

function readCursor(cursor: string | null): ReadCursor | null {
  if (cursor === null) return null
  const [, lifecycleId, number, moment] =
    /^(.{1,255})\/(\d{1,15})(?:\.(-?[0-9a-z]{1,12}))?$/.exec(cursor) ?? []
  if (lifecycleId === undefined) throw unknownCursor()
  return { place: { lifecycleId, seq: Number(number) }, moment }
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

  /** Is it the change that was told which stands there? Of one that cannot be read nobody can say that it is another. */
  async function isSame({ place: { lifecycleId, seq }, moment }: ReadCursor): Promise<boolean> {
    if (moment === undefined) return true
    try {
      for await (const { at } of store.journal(lifecycleId, seq - 1)) return momentOf(at) === moment
    } catch (error) {
      if (!isOfTheRecord(error)) throw error
    }
    return true
  }

  let begun: ReadCursor | null = null

  return {
    async start(cursor) {
      begun = readCursor(cursor)
      if (begun && !within && (await viewOf(begun.place.lifecycleId)) === nothing) throw unknownCursor()
      return begun?.place ?? null
    },
    async next(after, limit) {
      const page = await store.changes({ after, limit }, skipped, within)
      // Only behind the scope, so that a foreign cursor takes no longer than one that nobody was given.
      if (!page || (begun && !(await isSame(begun)))) throw unknownCursor()
      begun = null
      return page
    },
    async *seen(page) {
      const views = new Map<string, Promise<View>>()
      for (const { entry: stored, ...place } of page) {
        const { lifecycleId } = place
        const view = views.get(lifecycleId) ?? viewOf(lifecycleId)
        views.set(lifecycleId, view)
        const entry = stored ? (await view)(unsealed(stored)) : undefined
        const change = entry && {
          ...{ cursor: cursorOf(place, entry.at), lifecycleId, version: entry.version },
          entry,
        }
        yield { place, change }
      }
    },
  }
}
