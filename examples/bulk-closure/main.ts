// A chain gives up many terminals: one closure is applied for at each, so many at a time, and nothing twice however often it is run.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { bearer, createAcquirerClient } from 'terminal-lifecycle'
import { applyAt, type Outcome } from './apply-at.ts'
import { inLanes } from './in-lanes.ts'
import { uploadAll } from './papers.ts'
import { openResults } from './results.ts'

const {
  ACQUIRER_URL = 'http://localhost:3000/v1',
  TOKEN = 'merchant-token',
  LIST = 'terminals.txt',
  ANSWERS = 'answers.json',
  RESULTS = 'results.jsonl',
  AT_ONCE = '4',
} = process.env

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())

const portal = createAcquirerClient({ baseUrl: ACQUIRER_URL, auth: bearer(TOKEN) })
const { batch, papers, answers } = JSON.parse(await readFile(ANSWERS, 'utf8'))
const documents = await uploadAll(portal, batch, papers)
const results = await openResults(RESULTS)
const counts: Record<Outcome['outcome'], number> = { filed: results.filed.size, refused: 0, unknown: 0 }

/** One life a line, as the acquirer calls it; what an earlier run has settled is left alone. */
async function* todo(): AsyncGenerator<string> {
  const seen = new Set<string>()
  for await (const line of createInterface({ input: createReadStream(LIST) })) {
    const lifecycleId = line.trim()
    if (lifecycleId === '' || lifecycleId.startsWith('#') || seen.has(lifecycleId)) continue
    seen.add(lifecycleId)
    if (!results.filed.has(lifecycleId)) yield lifecycleId
  }
}

await inLanes(todo(), { lanes: Number(AT_ONCE), signal: stopping.signal }, async (lifecycleId) => {
  const refusals = results.refusals.get(lifecycleId) ?? 0
  const outcome = await applyAt(portal, { lifecycleId, batch, answers: { ...answers, documents }, refusals })
  await results.add(lifecycleId, outcome)
  counts[outcome.outcome] += 1
  const why = outcome.outcome === 'filed' ? '' : ` ${outcome.codes.join(' ')}`
  console.log(
    `${lifecycleId} ${outcome.outcome}${why} · filed ${counts.filed}, refused ${counts.refused}, unknown ${counts.unknown}`,
  )
})
await results.close()
console.log(`filed ${counts.filed}, refused ${counts.refused}, unknown ${counts.unknown}`)
// Not all is well yet: run it again, or see to what was refused.
process.exitCode = stopping.signal.aborted || counts.unknown > 0 ? 2 : counts.refused > 0 ? 1 : 0
