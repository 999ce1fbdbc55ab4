import type { Actor, BlockerCode, Duty, Instant, LifeState, Owner } from '../domain/index.ts'
import { isTerminalLifecycleError } from '../errors/index.ts'
import { readActor } from './door.ts'
import type { Entrance } from './entrance.ts'
import type { Failure } from './options.ts'
import { millisecondsOf } from './projection.ts'
import type { Store } from './store.ts'
import { isOfTheRecord } from './unreadable.ts'
import { viewerOf, type WorkList } from './work-of.ts'
import { cursorOf, readWorkQuestion, type WorkQuestion } from './work-query.ts'
import { placeOf, type StoredWork } from './work-rows.ts'

/** Something that is wanted of somebody, of one life; `requirements` tells the papers and amounts of it. */
export interface WorkItem {
  lifecycleId: string
  acquirerId: string
  merchantId: string
  terminalId: string
  /** The service provider that is assigned now. */
  agentId: string | null
  /** Where the life stands, the wider states first. */
  states: readonly LifeState[]
  /** Is it wanted now, looked at by the other side, or wanted later? */
  list: WorkList
  code: BlockerCode
  ref: string | null
  owner: Owner
  /** Whose work it is at the provider, any one of them; none: of no duty in particular. */
  duties: readonly Duty[]
  due: Instant | null
}

/** A part of a list of work, due first. */
export interface WorkPage {
  items: readonly WorkItem[]
  /** For `after`; `null`: there is no more now. */
  next: string | null
}

export interface WorkParts {
  store: Store
  entrance: Pick<Entrance, 'scopeFor' | 'approach'>
  now: () => Instant
  onFailure: (failure: Failure) => void
}

export type AskWork = (question: WorkQuestion, reader: { actor: Actor }) => Promise<WorkPage>

const itemOf = ({ owners, lifecycleId, terminalId, states, ...row }: StoredWork): WorkItem => {
  const { acquirerId, merchantId, agentId } = owners
  const { list, code, ref, owner, duties, due } = row
  return {
    ...{ lifecycleId, acquirerId, merchantId, terminalId, agentId, states },
    ...{ list, code, ref, owner, duties, due },
  }
}

/** Answers what is to be done, and by whom, over all lives that are the reader's own. */
export function createWork({ store, entrance, now, onFailure }: WorkParts): AskWork {
  /** One whose record cannot be read keeps nobody from the work of the others: where that has to say whose it is, it is left out. */
  async function mayApproach(lifecycleId: string, actor: Actor): Promise<boolean> {
    try {
      await entrance.approach(lifecycleId, actor)
      return true
    } catch (error) {
      if (isOfTheRecord(error)) onFailure({ lifecycleId, error })
      else if (!isTerminalLifecycleError(error) || error.code !== 'INVALID_INPUT') throw error
      return false
    }
  }

  /** Where the store knows no scope, each life is asked for once. */
  function filterFor(actor: Actor): (work: StoredWork) => Promise<boolean> {
    if (entrance.scopeFor(actor)) return async () => true
    const own = new Map<string, Promise<boolean>>()
    return ({ lifecycleId }) => {
      const isOwn = own.get(lifecycleId) ?? mayApproach(lifecycleId, actor)
      own.set(lifecycleId, isOwn)
      return isOwn
    }
  }

  return async (question, reader) => {
    const actor = readActor(reader?.actor)
    const { limit, after, ...asked } = readWorkQuestion(question)
    const query = { ...asked, viewer: viewerOf(actor.role), at: millisecondsOf(now()) }
    const [within, isOwn] = [entrance.scopeFor(actor), filterFor(actor)]
    const found: StoredWork[] = []
    // One more than is shown tells whether there is a next page.
    for (let last = after; found.length <= limit; ) {
      const page = await store.work({ ...query, after: last, limit: limit + 1 }, within)
      for (const work of page) if (await isOwn(work)) found.push(work)
      const end = page.at(-1)
      if (end === undefined || page.length <= limit) break
      last = placeOf(end)
    }
    const shown = found.slice(0, limit)
    const end = shown.at(-1)
    return { items: shown.map(itemOf), next: found.length > limit && end ? cursorOf(placeOf(end)) : null }
  }
}
