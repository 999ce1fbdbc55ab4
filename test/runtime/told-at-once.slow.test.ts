import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-at-once-'))
afterAll(() => rmSync(folder, { recursive: true }))
const child = join(import.meta.dirname, 'telling-child.ts')
const sales = 60

/** What one process says that counted; with `killed`, it is killed after some of it. */
async function telling(path: string, name: string, kind = '', killed = Number.POSITIVE_INFINITY) {
  const process_ = spawn(process.execPath, [child, path, name, `${sales}`, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const counted: string[] = []
  for await (const line of createInterface({ input: process_.stdout })) {
    counted.push(line)
    if (counted.length === killed) setTimeout(() => process_.kill('SIGKILL'), killed % 7)
  }
  if (process_.signalCode === null && process_.exitCode === null) await once(process_, 'exit')
  return counted
}

async function opened(name: string) {
  const path = join(folder, `${name}.db`)
  const store = sqliteStore(path)
  const runtime = createRuntime({ store, services: silentServices })
  const lives = ['0', '1'].map((n) => terminal({ lifecycleId: `life-${n}`, terminalId: `1000000${n}` }))
  for (const input of lives) await runtime.open(input)
  const told = async () => {
    const all: string[] = []
    for (const { lifecycleId } of await runtime.find({}, { actor: p1 }))
      for (const { cause } of await collect(store.journal(lifecycleId)))
        if ('type' in cause && cause.type === 'transaction.reported') all.push(`${lifecycleId} ${cause.ref}`)
    return all
  }
  return { path, told, store }
}

describe('a report that the record has forgotten', () => {
  it('counts once where three processes tell it at the same time [OQ-28]', async () => {
    const { path, told, store } = await opened('race')
    const counted = await Promise.all(['a', 'b', 'c'].map((name) => telling(path, name)))
    const all = await told()
    expect(all.length).toBe(new Set(all).size)
    expect(counted.flat().toSorted()).toEqual(all.toSorted())
    expect(all).toHaveLength(2 * sales)
    await store.close()
  })

  it('counts once, however often the process that tells it is killed with -9 [OQ-28]', async () => {
    const { path, told, store } = await opened('killed')
    for (const after of [1, 7, 12, 20, 33]) await telling(path, `round-${after}`, '', after)
    await telling(path, 'last')
    const all = await told()
    expect(all.length).toBe(new Set(all).size)
    expect(all).toHaveLength(2 * sales)
    await store.close()
  })

  it('would count again and again without the index', async () => {
    const { path, told, store } = await opened('control')
    await telling(path, 'first')
    await telling(path, 'second', 'without-index')
    expect(await told()).toHaveLength(4 * sales)
    await store.close()
  })
})
