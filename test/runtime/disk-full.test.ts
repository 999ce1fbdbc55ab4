import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { eventually, manualEnvironment, settled } from './manual-environment.ts'
import { changesTo, changeTo, order } from './records.ts'
import { escalation, note, rig } from './rig.ts'

/** A real database whose disk is full when it is told so: it must not grow by a page. */
function onSmallDisk() {
  const database = new DatabaseSync(':memory:')
  return {
    store: storeOver(database),
    fill: () => database.exec('PRAGMA max_page_count = 1'),
    makeRoom: () => database.exec('PRAGMA max_page_count = 1000000'),
  }
}

/** Longer than a page, so that writing it down takes room even where all rows are there already. */
const long = 'w'.repeat(20_000)
const at = '2026-03-02T10:00:00+08:00'
const claim = { worker: long, now: 0, at, leaseUntil: 1_000, room: { openTicket: 9, timers: 9 } }

describe('a store whose disk is full', () => {
  it('stores nothing of a commit, and all of it when there is room again', async () => {
    const { store, fill, makeRoom } = onSmallDisk()
    await store.commit([await changeTo({})])
    fill()
    const changes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => changeTo({ lifecycleId: `life-${n + 2}` })),
    )
    await expect(store.commit(changes)).rejects.toMatchObject({ failure: 'full' })
    expect(await store.lifecycleIds('', 99)).toEqual(['life-1'])
    makeRoom()
    expect(new Set(await store.commit(changes))).toEqual(new Set(['committed']))
    await store.close()
  })

  it('lets an order be claimed when there is room again, as if nobody had tried', async () => {
    const { store, fill, makeRoom } = onSmallDisk()
    await store.commit([await changeTo({ orders: [order('life-1/0/1')] })])
    fill()
    await expect(store.claim(claim)).rejects.toMatchObject({ failure: 'full' })
    makeRoom()
    expect(await store.claim(claim)).toMatchObject([{ orderId: 'life-1/0/1', attempt: 1 }])
    await store.close()
  })

  it('leaves an order that could not be given back to its lease', async () => {
    const { store, fill, makeRoom } = onSmallDisk()
    await store.commit(await changesTo({ orders: [order('life-1/0/1')] }))
    const [work] = await store.claim({ ...claim, worker: 'w1' })
    if (!work) throw new Error('nothing was claimed')
    fill()
    await expect(store.release(work, { retryAt: 10, errorCode: long, failed: true })).rejects.toMatchObject({
      failure: 'full',
    })
    makeRoom()
    expect(await store.claim({ ...claim, now: 999 })).toEqual([])
    expect(await store.claim({ ...claim, now: 1_000 })).toMatchObject([{ attempt: 2 }])
    await store.close()
  })
})

/** Starts `run` and gives a way to end it. */
function started(run: (options: { signal: AbortSignal }) => Promise<void>) {
  const controller = new AbortController()
  const ended = run({ signal: controller.signal })
  return async () => {
    controller.abort()
    await ended
  }
}

/** Minute after minute, at least so many: the digests of a busy machine take as long as they take, and time stands still meanwhile. */
async function minutesUntil(
  { advance }: Pick<ReturnType<typeof manualEnvironment>, 'advance'>,
  least: number,
  isSo: () => boolean | Promise<boolean>,
) {
  for (let minute = 0; minute < least || !(await isSo()); minute += 1) {
    if (minute === 2_000) expect.fail('it does not come true')
    await advance(60_000)
  }
}

describe('run, when the disk is full', () => {
  it('tries to claim for as long as it takes, and goes on when there is room', async () => {
    const { store, fill, makeRoom } = onSmallDisk()
    const { runtime, tell, calls, failures, environment, orders } = await rig({ store, worker: long })
    await tell(escalation)
    fill()
    const stop = started(runtime.run)
    await eventually(() => expect(failures).toHaveLength(1))
    for (let minute = 0; minute < 30; minute += 1) await environment.advance(60_000)
    expect(failures.length).toBeGreaterThan(20)
    expect(new Set(failures.map(({ error }) => (error as { failure?: string }).failure))).toEqual(
      new Set(['full']),
    )
    expect(calls).toEqual([])
    makeRoom()
    await environment.advance(20_000)
    await eventually(async () => expect(await orders()).toMatchObject([{ status: 'confirmed' }]))
    expect(calls).toHaveLength(1)
    await stop()
    expect(await runtime.audit()).toEqual([])
  })

  it('calls again under the same key for what it could not write down', async () => {
    const { store, fill, makeRoom } = onSmallDisk()
    const { runtime, tell, calls, environment, orders, failures } = await rig({
      store,
      services: {
        openTicket: async () => {
          if (calls.length === 1) fill()
          // more than the pages that are free already can hold
          return Array.from({ length: 30 }, (_, n) => note(`${n} `.repeat(40)))
        },
      },
    })
    await tell(escalation)
    const stop = started(runtime.run)
    const isFull = ({ error }: (typeof failures)[number]): boolean =>
      (error as { failure?: string }).failure === 'full'
    await minutesUntil(environment, 15, () => calls.length > 1 && failures.some(isFull))
    expect(await orders()).toMatchObject([{ status: 'ordered' }])
    makeRoom()
    await minutesUntil(environment, 0, async () => (await orders())[0]?.status === 'confirmed')
    expect(new Set(calls.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1)
    await stop()
    expect(await runtime.audit()).toEqual([])
  })

  it('tells of the trouble once for each pause, however short chance makes that', async () => {
    const { store, fill } = onSmallDisk()
    const { make, tell, failures } = await rig({ store, worker: long })
    await tell(escalation)
    fill()
    const environment = manualEnvironment(0)
    const stop = started(make({ environment }).run)
    await settled()
    expect(failures).toHaveLength(1)
    for (let step = 2; step < 10; step += 1) {
      await environment.advance(49)
      expect(failures).toHaveLength(step - 1)
      await environment.advance(1)
      expect(failures).toHaveLength(step)
    }
    await stop()
    expect(environment.sleepers.size).toBe(0)
  })
})
