import type { Actor, EventType } from 'terminal-lifecycle/domain'
import { availableActions, type JournalEntry } from 'terminal-lifecycle/machine'
import type { OrderState, Overview } from 'terminal-lifecycle/runtime'
import { newestEntries } from './journal.ts'
import type { Office } from './office.ts'
import { type Seen, seenOf } from './scans.ts'

/** All that the page of a case shows, read for one reader. */
export interface Case extends Overview {
  readonly lifecycleId: string
  readonly orders: readonly OrderState[]
  readonly entries: readonly JournalEntry[]
  readonly hasOlder: boolean
  /** What there is to see of each paper on file, by its id. */
  readonly seen: ReadonlyMap<string, Seen>
}

/** Somebody at a desk who files what a merchant has signed: still its maker, and never its checker. */
export const onBehalfOfMerchant = (actor: Actor): Actor => ({ ...actor, onBehalfOf: 'merchant' })

const isFiled = (event: EventType): boolean =>
  event === 'closure.requested' || event === 'suspension.requested' || event === 'reinstatement.requested'

/** `undefined`: there is none, or it is not the reader's. */
export const readCase = async (
  { runtime, documents, clock }: Pick<Office, 'runtime' | 'documents' | 'clock'>,
  lifecycleId: string,
  actor: Actor,
  all = false,
): Promise<Case | undefined> => {
  const overview = await runtime.overview(lifecycleId, { actor })
  if (!overview) return undefined
  const { version } = overview.record
  const entries = await newestEntries(runtime, lifecycleId, { actor, version, all })
  const orders = (await runtime.orders(lifecycleId, { actor })) ?? []
  const now = clock.now()
  const papers = Object.values(overview.record.context.documents)
  const seen = await Promise.all(
    papers.map(async (paper) => [paper.id, await seenOf(documents, paper, { actor, now })] as const),
  )
  // What a merchant files on paper or by telephone is filed by somebody here in its name.
  const filing = availableActions(overview.record, { at: now, actor: onBehalfOfMerchant(actor) })
  const filed = (event: EventType) => filing.find((action) => isFiled(action.event) && action.event === event)
  return {
    ...overview,
    actions: overview.actions.map((action) => filed(action.event) ?? action),
    seen: new Map(seen),
    lifecycleId,
    orders,
    entries,
    hasOlder: entries.at(-1) !== undefined && entries.at(-1)?.seq !== 0,
  }
}

export const addressOfCase = (lifecycleId: string): string => `/console/t/${encodeURIComponent(lifecycleId)}`
