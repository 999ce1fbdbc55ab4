import type { AcquirerClient } from 'terminal-lifecycle/client'
import type { Page } from 'terminal-lifecycle/contract'

type Ask = { readonly lifecycleId: string; readonly cursor?: string }
type Options = { readonly signal: AbortSignal }

/** A list to its end: a merchant reads all of it, page after page. */
const all = async <Item>(
  read: (ask: Ask, options: Options) => Promise<Page<Item>>,
  lifecycleId: string,
  options: Options,
): Promise<readonly Item[]> => {
  const items: Item[] = []
  let cursor: string | null = null
  do {
    const page: Page<Item> = await read({ lifecycleId, ...(cursor !== null && { cursor }) }, options)
    items.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null && items.length < 2_000)
  return items
}

/** What pages show beside the case itself. Each is read again when the case has moved. */
export const parts = {
  holds: (client: AcquirerClient, id: string, options: Options) => all(client.getHolds, id, options),
  devices: (client: AcquirerClient, id: string, options: Options) => all(client.getDevices, id, options),
  charges: (client: AcquirerClient, id: string, options: Options) => all(client.getCharges, id, options),
  deposits: (client: AcquirerClient, id: string, options: Options) => all(client.getDeposits, id, options),
  disputes: (client: AcquirerClient, id: string, options: Options) => all(client.getDisputes, id, options),
  documents: (client: AcquirerClient, id: string, options: Options) => all(client.getDocuments, id, options),
  notices: (client: AcquirerClient, id: string, options: Options) => all(client.getNotices, id, options),
  journal: (client: AcquirerClient, id: string, options: Options) => all(client.getJournal, id, options),
  obligations: (client: AcquirerClient, id: string, options: Options) =>
    all(client.getObligations, id, options),
  settlement: (client: AcquirerClient, lifecycleId: string, options: Options) =>
    client.getSettlement({ lifecycleId }, options),
  closure: (client: AcquirerClient, lifecycleId: string, options: Options) =>
    client.checkClosure({ lifecycleId }, options),
  suspension: (client: AcquirerClient, lifecycleId: string, options: Options) =>
    client.checkSuspension({ lifecycleId }, options),
  reinstatement: (client: AcquirerClient, lifecycleId: string, options: Options) =>
    client.checkReinstatement({ lifecycleId }, options),
} as const

export type PartName = keyof typeof parts
export type PartOf<Name extends PartName> = Awaited<ReturnType<(typeof parts)[Name]>>
