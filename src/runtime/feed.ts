import type { Actor } from '../domain/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import { type JournalEntry, viewEntry } from '../machine/index.ts'
import type { Changes } from './changes.ts'
import { invalidInput, readActor } from './door.ts'
import type { Entrance } from './entrance.ts'
import type { Environment } from './environment.ts'
import { limited } from './limited.ts'
import type { Failure } from './options.ts'
import { unsealed } from './sees-all.ts'
import type { EntryPlace, Store } from './store.ts'

/** One commit as its reader may see it. */
export interface LifecycleChange {
  /** Of this change: given as `after`, in whatever process, it goes on behind it. It tells nothing of other terminals. */
  cursor: string
  lifecycleId: string
  version: number
  entry: JournalEntry
}

export interface ChangesOptions {
  actor: Actor
  /** Ends the iteration, which otherwise waits for the next change for ever. */
  signal: AbortSignal
  /** What to do when everything that is stored has been told; `'wait'` for more when left out. */
  atEnd?: 'wait' | 'return' | undefined
}

export interface FeedParts {
  store: Store
  entrance: Entrance
  commits: Changes
  environment: Environment
  pollMs: number
  onFailure: (failure: Failure) => void
}

const pageSize = 100

const cursorOf = ({ lifecycleId, seq }: EntryPlace): string => `${lifecycleId}/${seq}`

const unknownCursor = () => invalidInput('/after', 'CURSOR_UNKNOWN')

function placeOf(cursor: string | null): EntryPlace | null {
  if (cursor === null) return null
  const [, lifecycleId, number] = /^(.{1,255})\/(\d{1,15})$/.exec(cursor) ?? []
  if (lifecycleId === undefined) throw unknownCursor()
  return { lifecycleId, seq: Number(number) }
}

type View = (entry: JournalEntry) => JournalEntry | undefined

const nothing: View = () => undefined

/** Gives a reader each commit of its terminals, once, in the order in which they were stored. */
export function createFeed({ store, entrance, commits, environment, pollMs, onFailure }: FeedParts) {
  /** What of a life the reader may see now. */
  async function viewOf(lifecycleId: string, actor: Actor): Promise<View> {
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

  /** Until this process commits something, or it is time to look what others committed. */
  async function rest(seen: number, signal: AbortSignal): Promise<void> {
    const limit = limited(environment, pollMs, signal)
    await Promise.race([limit.reached, commits.next(seen, limit.signal)])
    limit.end()
  }

  return async function* changes(
    after: string | null,
    { actor: given, signal, atEnd = 'wait' }: ChangesOptions,
  ): AsyncGenerator<LifecycleChange, void, undefined> {
    const actor = readActor(given)
    const within = entrance.scopeFor(actor)
    const skipped = (lifecycleId: string, error: unknown) => onFailure({ lifecycleId, error })
    let last = placeOf(after)
    if (last && !within && (await viewOf(last.lifecycleId, actor)) === nothing) throw unknownCursor()
    while (!signal.aborted) {
      const seen = commits.count
      const page = await store.changes({ after: last, limit: pageSize }, skipped, within)
      if (!page) throw unknownCursor()
      const views = new Map<string, Promise<View>>()
      for (const { entry: stored, ...place } of page) {
        const { lifecycleId } = place
        const view = views.get(lifecycleId) ?? viewOf(lifecycleId, actor)
        views.set(lifecycleId, view)
        const entry = stored ? (await view)(unsealed(stored)) : undefined
        if (signal.aborted) return
        last = place
        if (entry) yield { cursor: cursorOf(place), lifecycleId, version: entry.version, entry }
      }
      if (page.length === pageSize) continue
      if (atEnd === 'return') return
      await rest(seen, signal)
    }
  }
}
