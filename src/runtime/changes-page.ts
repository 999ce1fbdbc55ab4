import type { Actor } from '../domain/index.ts'
import { invalidInput, readActor } from './door.ts'
import { createFeedReader, type FeedViewsParts, type LifecycleChange } from './feed-views.ts'

/** What has happened so far, behind a cursor. */
export interface ChangesPage {
  readonly changes: readonly LifecycleChange[]
  /** For the next page: of the last change; what was given where there is none. */
  readonly cursor: string | null
  /** There is at least one more change now. */
  readonly more: boolean
}

/** Whose changes, and how many at once. */
export interface ChangesPageOptions {
  actor: Actor
  /** 100 when left out, 1 000 at most. */
  limit?: number | undefined
}

const storePage = 100
const largestPage = 1_000

/** One page of what `changes` gives, without waiting for more. */
export const createChangesPage =
  (parts: FeedViewsParts) =>
  async (after: string | null, { actor, limit = 100 }: ChangesPageOptions): Promise<ChangesPage> => {
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > largestPage)
      throw invalidInput('/limit', 'OUT_OF_RANGE')
    const reader = createFeedReader(parts, readActor(actor))
    const changes: LifecycleChange[] = []
    const answer = (more: boolean): ChangesPage => ({
      changes,
      cursor: changes.at(-1)?.cursor ?? after,
      more,
    })
    let last = await reader.start(after)
    for (;;) {
      const page = await reader.next(last, storePage)
      for await (const { place, change } of reader.seen(page)) {
        last = place
        // One that is shown no more tells that there is a next page; one that is hidden tells nothing.
        if (change && changes.length === limit) return answer(true)
        if (change) changes.push(change)
      }
      if (page.length < storePage) return answer(false)
    }
  }
