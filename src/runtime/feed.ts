import type { Actor } from '../domain/index.ts'
import type { Changes } from './changes.ts'
import { readActor } from './door.ts'
import type { Environment } from './environment.ts'
import { createFeedReader, type FeedViewsParts, type LifecycleChange } from './feed-views.ts'
import type { Heard } from './heard.ts'
import { limited } from './limited.ts'

/** Whose changes, until when, and whether to wait for more. */
export interface ChangesOptions {
  actor: Actor
  /** Ends the iteration, which otherwise waits for the next change for ever. */
  signal: AbortSignal
  /** What to do when everything that is stored has been told; `'wait'` for more when left out. */
  atEnd?: 'wait' | 'return' | undefined
}

export interface FeedParts extends FeedViewsParts {
  commits: Changes
  heard: Heard
  environment: Environment
  pollMs: number
}

const pageSize = 100

/** Gives a reader each commit of its terminals, once, in the order in which they were stored. */
export function createFeed({ commits, heard, environment, pollMs, ...parts }: FeedParts) {
  /** Until this process commits something, or it is time to look what others committed. */
  async function rest(seen: number, signal: AbortSignal): Promise<void> {
    const limit = limited(environment, pollMs, signal)
    await Promise.race([limit.reached, commits.next(seen, limit.signal)])
    limit.end()
  }

  return async function* changes(
    after: string | null,
    { actor, signal, atEnd = 'wait' }: ChangesOptions,
  ): AsyncGenerator<LifecycleChange, void, undefined> {
    const reader = createFeedReader(parts, readActor(actor))
    let last = await reader.start(after)
    const end = atEnd === 'wait' ? heard.begin() : () => undefined
    try {
      while (!signal.aborted) {
        const seen = commits.count
        const page = await reader.next(last, pageSize)
        for await (const { place, change } of reader.seen(page)) {
          if (signal.aborted) return
          last = place
          if (change) yield change
        }
        if (page.length === pageSize) continue
        if (atEnd === 'return') return
        await rest(seen, signal)
      }
    } finally {
      end()
    }
  }
}
