import type { AcquirerClient } from 'terminal-lifecycle/client'
import type { Page } from 'terminal-lifecycle/contract'

type Dossier = Awaited<ReturnType<AcquirerClient['exportDossier']>>
type Read = (ask: { readonly lifecycleId: string; readonly cursor: string }) => Promise<Page<unknown>>

/** What goes on where the first page of a list ends. */
const readers = (client: AcquirerClient): Readonly<Partial<Record<keyof Dossier, Read>>> => ({
  holds: client.getHolds,
  devices: client.getDevices,
  transactions: (ask) => client.getTransactions({ ...ask, state: 'all' }),
  charges: client.getCharges,
  deposits: client.getDeposits,
  disputes: client.getDisputes,
  obligations: client.getObligations,
  notices: client.getNotices,
  notes: client.getNotes,
  followUps: client.getFollowUps,
  requests: client.getRequests,
  documents: client.getDocuments,
  journal: client.getJournal,
})

const restOf = async (read: Read, lifecycleId: string, cursor: string): Promise<readonly unknown[]> => {
  const { items, nextCursor } = await read({ lifecycleId, cursor })
  return nextCursor === null ? items : [...items, ...(await restOf(read, lifecycleId, nextCursor))]
}

/** The dossier with every list to its end: what is taken away has to be whole. */
export const wholeDossier = async (client: AcquirerClient, lifecycleId: string): Promise<Dossier> => {
  const dossier = await client.exportDossier({ lifecycleId })
  const rest: Partial<Record<string, Page<unknown>>> = {}
  for (const [name, read] of Object.entries(readers(client))) {
    const { items, nextCursor } = dossier[name as 'holds']
    if (nextCursor !== null)
      rest[name] = { items: [...items, ...(await restOf(read, lifecycleId, nextCursor))], nextCursor: null }
  }
  return Object.assign({ ...dossier }, rest)
}
