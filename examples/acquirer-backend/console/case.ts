import type { Actor } from 'terminal-lifecycle/domain'
import type { JournalEntry } from 'terminal-lifecycle/machine'
import type { OrderState, Overview, Runtime } from 'terminal-lifecycle/runtime'
import { newestEntries } from './journal.ts'

/** All that the page of a case shows, read for one reader. */
export interface Case extends Overview {
  readonly lifecycleId: string
  readonly orders: readonly OrderState[]
  readonly entries: readonly JournalEntry[]
  readonly hasOlder: boolean
}

export type CaseReads = Pick<Runtime, 'overview' | 'orders' | 'journal'>

/** `undefined`: there is none, or it is not the reader's. */
export const readCase = async (
  runtime: CaseReads,
  lifecycleId: string,
  actor: Actor,
  all: boolean,
): Promise<Case | undefined> => {
  const overview = await runtime.overview(lifecycleId, { actor })
  if (!overview) return undefined
  const { version } = overview.record
  const entries = await newestEntries(runtime, lifecycleId, { actor, version, all })
  const orders = (await runtime.orders(lifecycleId, { actor })) ?? []
  return {
    ...overview,
    lifecycleId,
    orders,
    entries,
    hasOlder: entries.at(-1) !== undefined && entries.at(-1)?.seq !== 0,
  }
}

export const addressOfCase = (lifecycleId: string): string => `/console/t/${encodeURIComponent(lifecycleId)}`
