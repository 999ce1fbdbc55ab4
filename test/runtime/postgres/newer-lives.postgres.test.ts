import { expect, it } from 'vitest'
import { recordFormat } from '../../../src/machine/index.ts'
import { changeTo, deadline, order } from '../records.ts'
import { newHome } from './homes.ts'

it('work of a life that a newer release has carried over is left to that release', async () => {
  const { store, pool, schema } = newHome()
  const parts = { orders: [order('life-1/0/1')], deadlines: [deadline('verifyDue', '2026-03-01T10:00:00Z')] }
  await store.commit([await changeTo(parts)])
  const room = { openTicket: 9, timers: 9 }
  const claim = { worker: 'w', now: 0, at: '2026-03-02T10:00:00Z', leaseUntil: 0, room }
  const kinds = async () => (await store.claim(claim)).map(({ kind }) => kind).sort()
  expect(await kinds()).toEqual(['order', 'timer'])
  expect(await store.next(0, room)).toMatchObject({ claimableAt: 0, due: '2026-03-01T10:00:00Z' })
  await pool.query(`UPDATE ${schema}.record SET format = $1`, [recordFormat + 1])
  expect(await kinds()).toEqual([])
  expect(await store.next(0, room)).toEqual({ claimableAt: null, due: null })
  await store.close()
})
