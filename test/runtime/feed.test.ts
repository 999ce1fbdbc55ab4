import { getEventListeners } from 'node:events'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import { StoreError } from '../../src/errors/index.ts'
import { createChanges } from '../../src/runtime/changes.ts'
import { createEntrance } from '../../src/runtime/entrance.ts'
import { createFeed } from '../../src/runtime/feed.ts'
import { createHeard } from '../../src/runtime/heard.ts'
import { type LifecycleChange, memoryStore, type Runtime, restoreStore } from '../../src/runtime/index.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { collect } from './collect.ts'
import { manualEnvironment, settled } from './manual-environment.ts'
import { note, rig } from './rig.ts'

const merchant = (organisationId: string): Actor => ({
  role: 'merchant',
  personId: 'm1',
  organisationId,
  acquirerId: 'acquirer-1',
  duties: [],
})
const stranger: Actor = { ...p1, organisationId: 'acquirer-2', acquirerId: 'acquirer-2' }

const named = ({ lifecycleId, version }: LifecycleChange) => `${lifecycleId}/${version}`

/** Reads on and on until it is told to end. */
function reading(runtime: Pick<Runtime, 'changes'>, actor: Actor, after: string | null = null) {
  const controller = new AbortController()
  const { signal } = controller
  const told: LifecycleChange[] = []
  const ended = (async () => {
    for await (const change of runtime.changes(after, { actor, signal })) told.push(change)
  })()
  return {
    told,
    signal,
    ended,
    names: () => told.map(named),
    end: async () => {
      controller.abort()
      await ended
    },
  }
}

/** What there is to read now. */
async function read(runtime: Pick<Runtime, 'changes'>, actor: Actor, after: string | null = null) {
  const { told, ended, end } = reading(runtime, actor, after)
  await Promise.race([settled(), ended])
  await end()
  return told
}

/** Three terminals: two of one merchant, one of which another merchant of the same house follows; one of another house. */
async function threeHouses() {
  const made = await rig()
  const { runtime, tell } = made
  await tell(note('a'))
  await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2', merchantId: 'M2' }))
  await runtime.open(terminal({ lifecycleId: 'life-3', terminalId: 'T3', acquirerId: 'acquirer-2' }))
  await tell(note('b'))
  return made
}

describe('changes', () => {
  it('tells each commit once, in order, and goes on behind any cursor', async () => {
    const { runtime } = await threeHouses()
    const all = await read(runtime, p1)
    expect(all.map(named)).toEqual(['life-1/0', 'life-1/1', 'life-2/0', 'life-1/2'])
    expect(all[1]).toMatchObject({ entry: { seq: 1, cause: { type: 'note.recorded', text: 'a' } } })
    for (const [index, { cursor }] of all.entries())
      expect(await read(runtime, p1, cursor)).toEqual(all.slice(index + 1))
  })

  it('ends by itself where it is asked to, when it has told all there is', async () => {
    const { runtime } = await rig()
    const ids = Array.from({ length: 120 }, (_, n) => `more-${n}`)
    await runtime.openAll(
      ids.map((lifecycleId) => ({ input: terminal({ lifecycleId, terminalId: lifecycleId }) })),
    )
    const all = { actor: p1, signal: new AbortController().signal, atEnd: 'return' } as const
    expect((await collect(runtime.changes('life-1/0', all))).map((told) => told.lifecycleId)).toEqual(ids)
    expect(await collect(runtime.changes('more-119/0', all))).toEqual([])
  })

  it('tells nobody anything of the terminals of others, neither in changes nor in cursors', async () => {
    const { runtime } = await threeHouses()
    const own = await read(runtime, merchant('M2'))
    expect(own.map(named)).toEqual(['life-2/0'])
    expect(own[0]?.cursor).toMatch(/^life-2\/0\.[0-9a-z]+$/)
    expect((await read(runtime, stranger)).map(named)).toEqual(['life-3/0'])
    expect(await read(runtime, { ...merchant('M2'), acquirerId: 'acquirer-2' })).toEqual([])
  })

  it.each([
    'life-1/0',
    'life-1/9',
    'life-9/0',
    'x',
    '',
    '/0',
    'life-2/-1',
    'life-2/0x',
    'life-2/99999999999999999',
  ])('refuses the cursor %j like any other that was not handed out', async (cursor) => {
    const { runtime } = await threeHouses()
    await expect(read(runtime, merchant('M2'), cursor)).rejects.toMatchObject({
      issues: [{ path: '/after', code: 'CURSOR_UNKNOWN' }],
    })
  })

  it('takes no cursor at whose place another change stands, where records were put back from a back-up', async () => {
    const { runtime, tell, store, make, clock } = await rig()
    await tell(note('a'))
    const copy = memoryStore()
    await restoreStore(store, copy)
    await tell(note('lost'))
    const [, kept, lost] = await read(runtime, p1)
    const restored = make({ store: copy })
    clock.tick(1_000)
    const again = { lifecycleId: 'life-1', commandId: 'again', actor: p1 }
    await restored.dispatch({ ...again, event: note('b') })
    const unknown = { issues: [{ path: '/after', code: 'CURSOR_UNKNOWN' }] }
    await expect(read(restored, p1, lost?.cursor)).rejects.toMatchObject(unknown)
    await expect(restored.changesPage(lost?.cursor ?? '', { actor: p1 })).rejects.toMatchObject(unknown)
    const behind = await read(restored, p1, kept?.cursor)
    expect(behind).toMatchObject([{ version: 2, entry: { cause: { text: 'b' } } }])
  })

  it('leaves out what its reader may see nothing of, and goes on behind it', async () => {
    const { runtime, tell } = await rig()
    await tell({ type: 'hold.placed', holdId: 'hold-1', code: 'RULE_VIOLATION', disclosure: 'hidden' })
    await tell({ type: 'hold.placed', holdId: 'hold-2', code: 'LICENCE_EXPIRED' })
    const own = await read(runtime, merchant(terminal().merchantId))
    expect(own.map(named)).toEqual(['life-1/0', 'life-1/2'])
    expect(JSON.stringify(own.slice(1))).not.toContain('hold-1')
    expect(await read(runtime, merchant(terminal().merchantId), own[0]?.cursor)).toEqual(own.slice(1))
    expect((await read(runtime, p1)).map(named)).toEqual(['life-1/0', 'life-1/1', 'life-1/2'])
  })

  it('shows no seal, by which a guess of what was left out could be proved', async () => {
    const { runtime } = await threeHouses()
    for (const { entry } of await read(runtime, p1)) expect(Object.keys(entry)).not.toContain('hash')
  })

  it('tells what this process commits without a pause', async () => {
    const { runtime, tell } = await rig({ pollMs: 60_000 })
    const { names, end } = reading(runtime, p1)
    await settled()
    await tell(note('a'))
    await settled()
    expect(names()).toEqual(['life-1/0', 'life-1/1'])
    await end()
  })

  it('tells what another process commits when it looks again', async () => {
    const { runtime, tell, make, environment } = await rig({ pollMs: 1_000 })
    const { names, end } = reading(make({ worker: 'w2' }), p1)
    await settled()
    await tell(note('a'))
    await runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
    await environment.advance(999)
    expect(names()).toEqual(['life-1/0'])
    await environment.advance(1)
    expect(names()).toEqual(['life-1/0', 'life-1/1', 'life-2/0'])
    await end()
  })

  it('goes through more than it reads at a time', async () => {
    const { runtime } = await rig()
    await runtime.openAll(
      Array.from({ length: 350 }, (_, n) => ({
        input: terminal({ lifecycleId: `many-${n}`, terminalId: `T${n}`, merchantId: n % 2 ? 'M1' : 'M2' }),
      })),
    )
    const own = await read(runtime, merchant('M2'))
    expect(own.map(({ lifecycleId }) => lifecycleId)).toEqual(
      Array.from({ length: 175 }, (_, n) => `many-${n * 2}`),
    )
  })

  it('leaves no listener and no timer behind, whether it is told to end or its reader turns away', async () => {
    const { runtime, tell, environment } = await rig()
    const { signal, end } = reading(runtime, p1)
    for (let n = 0; n < 5; n += 1) {
      await tell(note(`${n}`))
      await environment.advance(1_000)
    }
    expect(environment.sleepers.size).toBe(1)
    await end()
    expect(environment.sleepers.size).toBe(0)
    expect(getEventListeners(signal, 'abort')).toEqual([])
    const lasting = new AbortController()
    for await (const _ of runtime.changes(null, { actor: p1, signal: lasting.signal })) break
    expect(environment.sleepers.size).toBe(0)
    expect(getEventListeners(lasting.signal, 'abort')).toEqual([])
  })

  it('ends at once when it is told so before it begins', async () => {
    const { runtime } = await rig()
    const signal = AbortSignal.abort()
    expect(await runtime.changes(null, { actor: p1, signal })[Symbol.asyncIterator]().next()).toMatchObject({
      done: true,
    })
  })

  it('reads who asks strictly', async () => {
    const { runtime } = await rig()
    await expect(read(runtime, { ...p1, role: 'nobody' } as never)).rejects.toMatchObject({
      issues: [{ path: '/actor/role' }],
    })
  })

  it('rejects when the store fails, and goes on with the last cursor afterwards', async () => {
    const store = memoryStore()
    let isDown = false
    const changes: typeof store.changes = async (...asked) => {
      if (isDown) throw new StoreError('unavailable')
      return store.changes(...asked)
    }
    const { runtime, tell } = await rig({ store: { ...store, changes } })
    const { told, ended } = reading(runtime, p1)
    await settled()
    isDown = true
    const verdict = expect(ended).rejects.toMatchObject({ code: 'STORE_FAILED' })
    await tell(note('a'))
    await verdict
    isDown = false
    expect((await read(runtime, p1, told.at(-1)?.cursor)).map(named)).toEqual(['life-1/1'])
  })

  describe('over a damaged file', () => {
    async function damaged(sql: string) {
      const database = new DatabaseSync(':memory:')
      const made = await rig({ store: storeOver(database) })
      await made.tell(note('a'))
      await made.runtime.open(terminal({ lifecycleId: 'life-2', terminalId: 'T2' }))
      database.exec(sql)
      return { ...made, database }
    }

    it.each([
      ["UPDATE journal SET body = '{' WHERE lifecycle_id = 'life-1' AND seq = 1", ['life-1/0', 'life-2/0']],
      ["UPDATE record SET context = '{' WHERE lifecycle_id = 'life-1'", ['life-2/0']],
    ])('goes on past what cannot be read, and says so, after %s', async (sql, names) => {
      const { runtime, failures } = await damaged(sql)
      expect((await read(runtime, p1)).map(named)).toEqual(names)
      expect(failures).toMatchObject([{ lifecycleId: 'life-1', error: { code: 'CORRUPT_RECORD' } }])
    })

    it('goes on behind a change that was told and cannot be read any more', async () => {
      const { runtime, database } = await damaged('')
      const [, told] = await read(runtime, p1)
      database.exec("UPDATE journal SET body = '{' WHERE lifecycle_id = 'life-1' AND seq = 1")
      expect((await read(runtime, p1, told?.cursor)).map(named)).toEqual(['life-2/0'])
    })

    it('passes nothing over that a newer release will be able to read', async () => {
      const { runtime } = await damaged("UPDATE record SET format = 99 WHERE lifecycle_id = 'life-1'")
      await expect(read(runtime, p1)).rejects.toMatchObject({ code: 'FUTURE_VERSION' })
    })
  })

  it('asks for each terminal where who may read what is decided elsewhere', async () => {
    const { store } = await threeHouses()
    const changes = createFeed({
      ...{ store, commits: createChanges(), environment: manualEnvironment(), pollMs: 1_000 },
      entrance: createEntrance(
        store,
        ({ personId }, { lifecycleId }) => personId === 'p1' && lifecycleId === 'life-2',
      ),
      heard: createHeard(store, () => undefined),
      onFailure: () => undefined,
    })
    expect((await read({ changes }, p1)).map(named)).toEqual(['life-2/0'])
    expect(await read({ changes }, p1, 'life-2/0')).toEqual([])
    for (const cursor of ['life-1/0', 'life-9/0'])
      await expect(read({ changes }, p1, cursor)).rejects.toMatchObject({
        issues: [{ code: 'CURSOR_UNKNOWN' }],
      })
  })
})
