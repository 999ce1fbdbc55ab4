import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { gathered } from '../../src/runtime/sqlite/gathered.ts'
import { storeOver } from '../../src/runtime/sqlite/store.ts'
import { changeTo, order } from './records.ts'

/** A transaction that begins when it is told to. */
function rig() {
  const begun: (readonly string[])[] = []
  const waiting: { begin: () => void; fail: (error: unknown) => void }[] = []
  const write = gathered<[string]>(
    (given) =>
      new Promise((resolve, fail) => {
        const begin = () => {
          begun.push(given().map(([name]) => name))
          resolve()
        }
        waiting.push({ begin, fail })
      }),
  )
  return { write, begun, waiting }
}

describe('what is written together', () => {
  it('is all that was handed in before the transaction began', async () => {
    const { write, begun, waiting } = rig()
    const first = [write('a'), write('b')]
    waiting[0]?.begin()
    const later = write('c')
    await Promise.all(first)
    waiting[1]?.begin()
    await later
    expect(begun).toEqual([['a', 'b'], ['c']])
  })

  it('begins anew after a transaction that could not begin, and each is told that it was not written', async () => {
    const { write, begun, waiting } = rig()
    const given = [write('a'), write('b')]
    waiting[0]?.fail(new Error('busy'))
    expect((await Promise.allSettled(given)).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    const again = write('c')
    waiting[1]?.begin()
    await again
    expect(begun).toEqual([['c']])
  })

  it('is one transaction of the file for orders that are given back at the same time', async () => {
    let transactions = 0
    class Counted extends DatabaseSync {
      override exec(sql: string): void {
        if (sql === 'BEGIN IMMEDIATE') transactions += 1
        super.exec(sql)
      }
    }
    const store = storeOver(new Counted(':memory:'))
    const orders = ['a', 'b', 'c'].map((name) => order(`life-1/0/${name}`))
    await store.commit([await changeTo({ orders })])
    const at = '2026-03-02T10:00:00+08:00'
    const claim = { worker: 'w1', now: 0, at, leaseUntil: 1_000, room: { openTicket: 9 } }
    const claimed = await store.claim(claim)
    transactions = 0
    await Promise.all(
      claimed.map((work) => store.release(work, { retryAt: 5, errorCode: 'BUSY', failed: true })),
    )
    expect(transactions).toBe(1)
    expect((await store.waiting()).map(({ lastErrorCode }) => lastErrorCode)).toEqual([
      'BUSY',
      'BUSY',
      'BUSY',
    ])
    expect(await store.claim({ ...claim, now: 5 })).toHaveLength(3)
    await store.close()
  })
})
