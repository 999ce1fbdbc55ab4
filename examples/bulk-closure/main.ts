// A chain gives up many terminals: one closure is applied for at each, so many at a time, and nothing twice however often it is run.
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { bearer, createAcquirerClient } from 'terminal-lifecycle'
import { closeFleet } from 'terminal-lifecycle/fleet'
import { uploadAll } from './papers.ts'

const {
  ACQUIRER_URL = 'http://localhost:3000/v1',
  TOKEN = 'merchant-token',
  LIST = 'terminals.txt',
  ANSWERS = 'answers.json',
  AT_ONCE = '4',
} = process.env

const stopping = new AbortController()
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stopping.abort())

const portal = createAcquirerClient({ baseUrl: ACQUIRER_URL, auth: bearer(TOKEN) })
const { batch, papers, answers } = JSON.parse(await readFile(ANSWERS, 'utf8'))
const documents = await uploadAll(portal, batch, papers)

/** One life a line, as the acquirer calls it. */
async function* lives(): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(LIST) })) {
    const lifecycleId = line.trim()
    if (lifecycleId !== '' && !lifecycleId.startsWith('#')) yield lifecycleId
  }
}

const counts = { accepted: 0, alreadyDone: 0, refused: 0, failed: 0 }
const said = () =>
  `filed ${counts.accepted + counts.alreadyDone}, refused ${counts.refused}, unknown ${counts.failed}`

const results = closeFleet(portal, lives(), {
  batch,
  form: { ...answers, documents },
  concurrency: Number(AT_ONCE),
  signal: stopping.signal,
})
for await (const { key, ...result } of results) {
  counts[result.outcome] += 1
  const why = result.outcome === 'refused' ? ` ${result.codes.join(' ')}` : ''
  console.log(`${key} ${result.outcome}${why} · ${said()}`)
  if (result.outcome === 'failed') console.error(result.error)
}
console.log(said())
// Not all is well yet: run it again, or see to what was refused.
process.exitCode = stopping.signal.aborted || counts.failed > 0 ? 2 : counts.refused > 0 ? 1 : 0
