import type { AcquirerClient } from 'terminal-lifecycle/client'
import type { CaseView } from 'terminal-lifecycle/contract'
import type { Host } from './host.ts'
import { createWatch, type Watch } from './watch.ts'

export type Cases = readonly CaseView[]

/** Terminals of one merchant that are shown; more want a search, which a merchant does not need. */
const most = 200

const summaries = async (client: AcquirerClient, signal: AbortSignal) => {
  const found: Awaited<ReturnType<AcquirerClient['findTerminals']>>['items'][number][] = []
  let cursor: string | null | undefined
  do {
    const page = await client.findTerminals(cursor ? { cursor } : {}, { signal })
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor && found.length < most)
  return found
}

/** All terminals of whoever is signed in. Only those whose version has moved are read anew. */
export const watchCases = (client: AcquirerClient, host: Host): Watch<Cases> =>
  createWatch<Cases>({
    host,
    read: async (signal, before = []) => {
      const found = await summaries(client, signal)
      return Promise.all(
        found.map(({ lifecycleId, version }) => {
          const known = before.find((one) => one.lifecycleId === lifecycleId && one.version === version)
          return known ?? client.getTerminal({ lifecycleId }, { signal })
        }),
      )
    },
  })

/** One terminal: state, what is missing, what may be done. Its version says whether anything has moved. */
export const watchCase = (client: AcquirerClient, host: Host, lifecycleId: string): Watch<CaseView> =>
  createWatch<CaseView>({ host, read: (signal) => client.getTerminal({ lifecycleId }, { signal }) })
