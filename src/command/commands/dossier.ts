import { createBackend, dossierTables, memoryDocuments, type TableWords } from '../../backend/index.ts'
import type { DossierView } from '../../contract/index.ts'
import { type Locale, textsEn, textsZhCn } from '../../domain/index.ts'
import type { JournalEntry } from '../../machine/index.ts'
import { answer, type Command, ends, operator, unknownLife } from '../context.ts'

/** As a request over HTTP would come: by nobody else, and to its end. */
const asked = {
  actor: operator,
  idempotencyKey: '',
  expectedVersion: undefined,
  traceId: '',
  signal: new AbortController().signal,
}

const wordsOfTables = (locale: Locale): TableWords => ({
  locale,
  texts: locale === 'en' ? textsEn : textsZhCn,
})

type Backend = ReturnType<typeof createBackend>
type Page = { readonly items: readonly unknown[]; readonly nextCursor: string | null }
type List = { [Name in keyof DossierView]: DossierView[Name] extends Page ? Name : never }[keyof DossierView]

/** What goes on with each list of a dossier, which may be longer than a page. */
const lists = {
  holds: 'getHolds',
  devices: 'getDevices',
  transactions: 'getTransactions',
  charges: 'getCharges',
  deposits: 'getDeposits',
  disputes: 'getDisputes',
  obligations: 'getObligations',
  notices: 'getNotices',
  notes: 'getNotes',
  followUps: 'getFollowUps',
  requests: 'getRequests',
  documents: 'getDocuments',
} as const satisfies Record<Exclude<List, 'journal'>, keyof Backend>

/** Each list to its end. */
const theRest = async (whole: object | undefined, backend: Backend, lifecycleId: string) => {
  const found: Record<string, Page> = {}
  for (const [name, operation] of Object.entries(lists)) {
    let page = (whole as Readonly<Record<string, Page>> | undefined)?.[name]
    const items = [...(page?.items ?? [])]
    while (page?.nextCursor) {
      const next = { lifecycleId, cursor: page.nextCursor, state: 'all' } as const
      page = (await backend[operation]?.(next, asked)) as Page | undefined
      items.push(...(page?.items ?? []))
    }
    found[name] = { items, nextCursor: null }
  }
  return found
}

/** Everything that is known of a life, its whole journal included, for the files. */
export const dossier: Command = async (context) => {
  const { runtime, home, rest, values, words, locale, host } = context
  const [lifecycleId] = rest
  // Four tables are four files.
  if (lifecycleId === undefined || (values.csv && values.out === undefined)) return ends.misused
  const clock = { now: () => host.now() }
  if (!(await runtime.get(lifecycleId, { actor: operator }))) return unknownLife(context, lifecycleId)
  const backend = createBackend(runtime, { clock, documents: home.papers?.() ?? memoryDocuments() })
  const whole = await backend.exportDossier?.({ lifecycleId }, asked)
  const entries: JournalEntry[] = []
  for await (const entry of runtime.journal(lifecycleId, { actor: operator })) entries.push(entry)
  const all = {
    ...whole,
    ...(await theRest(whole, backend, lifecycleId)),
    journal: { items: entries, nextCursor: null },
  }
  const written: string[] = []
  const write = async (path: string, text: string) => {
    await host.write(path, text)
    host.complain(`${path} ${words.written}`)
    written.push(path)
  }
  if (values.csv)
    for (const [name, table] of Object.entries(
      dossierTables(all as unknown as DossierView, wordsOfTables(locale)),
    ))
      await write(`${values.out}.${name}.csv`, table)
  else {
    const text = JSON.stringify(all, null, 2)
    if (values.out === undefined) host.print(text)
    else await write(values.out, `${text}\n`)
  }
  if (written.length > 0) answer(context, { lifecycleId, files: written }, [])
  return ends.fine
}
