// The acquirer's systems, as a process of its own: node examples/quickstart/mock-acquirer.ts FOLDER [--without-keys]
// What it carried out is kept in FOLDER/acquirer.jsonl and outlives it; FOLDER/acquirer.json tells where it listens.
import { rmSync } from 'node:fs'
import { serveMockAcquirer } from 'terminal-lifecycle/testing/node'
import { processFile, type Running } from './acquirer/process.ts'
import { seedWorld } from './acquirer/world.ts'
import { businessStart } from './business-clock.ts'
import { openFolder, readJson, writeJson } from './folder.ts'

/** Whoever forgot it: a mock that nobody stops ends by itself. */
const longestLife = 15 * 60_000

const [path = '.', ...flags] = process.argv.slice(2)
const folder = openFolder(path)
const server = await serveMockAcquirer({
  file: folder.at('acquirer.jsonl'),
  idempotency: !flags.includes('--without-keys'),
  now: businessStart,
})
const { url, baseUrl } = server
seedWorld(server.mock)
writeJson(folder.at(processFile), { pid: process.pid, url, baseUrl } satisfies Running)

const end = async (): Promise<void> => {
  if (readJson<Running>(folder.at(processFile))?.pid === process.pid) rmSync(folder.at(processFile))
  await server.close()
  process.exit(0)
}
process.once('SIGTERM', end)
process.once('SIGINT', end)
setTimeout(end, longestLife).unref()
