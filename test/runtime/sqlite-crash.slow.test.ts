import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, it } from 'vitest'
import { orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import type { Services } from '../../src/schemas/index.ts'
import { asP1 } from '../support/people.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-crash-'))
afterAll(() => rmSync(folder, { recursive: true }))
const child = join(import.meta.dirname, 'crash-child.ts')

interface Life {
  path: string
  effects: string
  /** What the child said was done, over all rounds. */
  acked: { lifecycleId: string; commandId: string }[]
}

/**
 * Lets a child write until `isTime` says so of one of its lines, and kills it some milliseconds later: at once would
 * always be between two commits, because a line is printed when a commit is done.
 */
async function writeAndKill(
  life: Life,
  round: number,
  isTime: (line: string, count: number) => boolean,
  kind = '',
) {
  let armed = false
  const process_ = spawn(process.execPath, [child, life.path, life.effects, `${round}`, kind], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  process_.stderr.on('data', (text) => {
    complaint += text
  })
  let count = 0
  for await (const line of createInterface({ input: process_.stdout })) {
    count += 1
    const [verb, lifecycleId = '', commandId = ''] = line.split(' ')
    if (verb === 'acked') life.acked.push({ lifecycleId, commandId })
    if (armed || !isTime(line, count)) continue
    armed = true
    setTimeout(() => process_.kill('SIGKILL'), (round * 3) % 17)
  }
  if (process_.signalCode === null && process_.exitCode === null) await once(process_, 'exit')
  expect({ signal: process_.signalCode, complaint }).toEqual({ signal: 'SIGKILL', complaint: '' })
}

function reopen({ path, effects }: Life, made: string[] = []) {
  const service = async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
    made.push(idempotencyKey)
    return []
  }
  const services = Object.fromEntries(orderKinds.map((kind) => [kind, service])) as unknown as Services
  const store = sqliteStore(path)
  return {
    store,
    runtime: createRuntime({ store, services }),
    called: readFileSync(effects, 'utf8').split('\n'),
  }
}

const lifeIn = (name: string): Life => ({
  path: join(folder, `${name}.db`),
  effects: join(folder, `${name}.effects`),
  acked: [],
})

/**
 * What is missing: of each acknowledged command its entry, of each entry the answer that is kept for its sender. Also how
 * many commands were stored whose acknowledgement nobody received.
 */
async function compare({ acked }: Life, { store, runtime }: ReturnType<typeof reopen>) {
  const entries = new Set<string>()
  const missing: string[] = []
  for (const { lifecycleId } of await runtime.find({}, asP1)) {
    for await (const { commandId } of runtime.journal(lifecycleId, asP1)) {
      entries.add(`${lifecycleId} ${commandId}`)
      const kept = await store.answered(lifecycleId, commandId)
      if (!kept?.brief.accepted) missing.push(`answer to ${lifecycleId} ${commandId}`)
    }
  }
  const names = new Set(acked.map(({ lifecycleId, commandId }) => `${lifecycleId} ${commandId}`))
  for (const name of names) if (!entries.has(name)) missing.push(`entry of ${name}`)
  const unacknowledged = [...entries].filter((name) => name.includes(' c-') && !names.has(name)).length
  return { missing, unacknowledged }
}

const integrity = (path: string) => {
  const database = new DatabaseSync(path)
  const row = database.prepare('PRAGMA integrity_check').get()
  database.close()
  return row
}

describe('a process that is killed with -9 while it writes', () => {
  it('loses nothing it has acknowledged, and leaves record, journal, rows and answers in agreement', async () => {
    const life = lifeIn('killed')
    let unfinishedLogs = 0
    let unacknowledged = 0
    // longer where no kill has fallen between a commit and its reply: without one the test shows nothing
    for (let round = 0; round < 14 || (unacknowledged === 0 && round < 60); round += 1) {
      // every other time in the middle of a call: the other side has acted, and nobody has written it down
      const enough = 20 + (round % 14) * 13
      const aimed = round % 2 === 1
      await writeAndKill(
        life,
        round,
        (line, count) => count > enough && (!aimed || line.startsWith('calling')),
      )
      if (existsSync(`${life.path}-wal`) && statSync(`${life.path}-wal`).size > 0) unfinishedLogs += 1
      const again = reopen(life)
      expect(await again.runtime.audit({ stuckAfter: 1_000 })).toEqual([])
      const compared = await compare(life, again)
      expect(compared.missing).toEqual([])
      unacknowledged += compared.unacknowledged
      await again.store.close()
    }
    expect(integrity(life.path)).toEqual({ integrity_check: 'ok' })
    // the kills have hit: logs that were not yet folded into the file, and commits whose reply never left
    expect(unfinishedLogs).toBeGreaterThan(7)
    expect(unacknowledged).toBeGreaterThan(0)

    const made: string[] = []
    const last = reopen(life, made)
    await new Promise((resolve) => setTimeout(resolve, 250))
    expect((await last.runtime.drain()).waiting).toEqual([])
    const lives = await last.runtime.find({}, asP1)
    const orders = lives.flatMap(({ context }) => Object.values(context.orders))
    // Those that ended leave the record; the journal has them all.
    const given = new Set<string>()
    for (const { lifecycleId } of lives)
      for await (const { orderIds } of last.runtime.journal(lifecycleId, asP1))
        for (const orderId of orderIds) given.add(orderId)
    const called = [...last.called.filter(Boolean), ...made]
    expect(orders.every(({ status }) => status === 'confirmed')).toBe(true)
    // called more often than there are orders, because calls were repeated after a kill; never under another key
    expect(new Set(called)).toEqual(given)
    expect(called.length).toBeGreaterThan(given.size)
    expect(await last.runtime.audit()).toEqual([])
    await last.store.close()
  })

  it('would be found out if a commit were not one transaction', async () => {
    const life = lifeIn('torn')
    let findings = 0
    for (let round = 0; round < 30 && findings === 0; round += 1) {
      await writeAndKill(life, round, (_, count) => count > 15, 'without-transactions')
      const again = reopen(life)
      const { missing } = await compare(life, again)
      findings = (await again.runtime.audit({ stuckAfter: 1_000 })).length + missing.length
      await again.store.close()
    }
    expect(findings).toBeGreaterThan(0)
  })
})
