import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime, type LifecycleChange } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { silentServices } from '../support/world.ts'
import { collect } from './collect.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-feed-'))
afterAll(() => rmSync(folder, { recursive: true }))

const lives = ['one', 'other', 'shared']
const each = 40

describe('changes, while two other processes write', () => {
  it('tells every commit once, those of each life in their order', async () => {
    const path = join(folder, 'feed.db')
    const store = sqliteStore(path)
    const runtime = createRuntime({ store, services: silentServices, pollMs: 5 })
    await runtime.openAll(
      lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
    )
    const children = ['one', 'other'].map((own) =>
      spawn(process.execPath, [join(import.meta.dirname, 'feed-child.ts'), path, own, `${each}`], {
        stdio: ['pipe', 'ignore', 'inherit'],
      }),
    )
    const ended = Promise.all(children.map((child) => once(child, 'exit')))
    const told: LifecycleChange[] = []
    let after: string | null = null
    // The reader ends now and then, and goes on with its cursor as another process would.
    while (told.length < lives.length + 2 * each) {
      const controller = new AbortController()
      const until = told.length + 1 + (told.length % 7)
      for await (const change of runtime.changes(after, { actor: p1, signal: controller.signal })) {
        told.push(change)
        after = change.cursor
        // They have written half of it, and go on now that some of that was told.
        if (told.length === lives.length + each / 2) for (const { stdin } of children) stdin?.write('on')
        if (told.length === until || told.length === lives.length + 2 * each) controller.abort()
      }
    }
    expect(await ended).toEqual([
      [0, null],
      [0, null],
    ])
    for (const lifecycleId of lives) {
      const versions = told.filter((one) => one.lifecycleId === lifecycleId).map(({ version }) => version)
      const journal = await collect(store.journal(lifecycleId))
      expect(versions).toEqual(journal.map(({ version }) => version))
    }
    await store.close()
  })
})
