import { createBackend, memoryDocuments } from '../../backend/index.ts'
import type { JournalEntry } from '../../machine/index.ts'
import { type Command, ends, operator } from '../context.ts'

/** As a request over HTTP would come: by nobody else, and to its end. */
const asked = {
  actor: operator,
  idempotencyKey: '',
  expectedVersion: undefined,
  traceId: '',
  signal: new AbortController().signal,
}

/** Everything that is known of a life, its whole journal included, for the files. */
export const dossier: Command = async ({ runtime, rest, values, words, host }) => {
  const [lifecycleId] = rest
  if (lifecycleId === undefined) return ends.misused
  const clock = { now: () => host.now() }
  if (!(await runtime.get(lifecycleId, { actor: operator }))) {
    host.complain(words.unknown)
    return ends.found
  }
  const backend = createBackend(runtime, { clock, documents: memoryDocuments() })
  const whole = await backend.exportDossier?.({ lifecycleId }, asked)
  const entries: JournalEntry[] = []
  for await (const entry of runtime.journal(lifecycleId, { actor: operator })) entries.push(entry)
  const text = JSON.stringify({ ...whole, journal: { items: entries, nextCursor: null } }, null, 2)
  if (values.out === undefined) host.print(text)
  else {
    await host.write(values.out, `${text}\n`)
    host.complain(`${values.out} ${words.written}`)
  }
  return ends.fine
}
