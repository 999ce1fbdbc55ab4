import { afterAll, describe, expect, it } from 'vitest'
import { oneOfAKind, rows, type SetRow } from './rows.ts'
import { hitLessThan, holds, type Name, runRow } from './run.ts'

const inTurn: readonly Name[] = ['suspend', 'reinstate', 'refund', 'endOfClosure']
const lostReply: SetRow = ({ mock }) => {
  mock.play('reply-dropped-after-commit', { operation: 'refundDeposit' })
  return () => undefined
}

describe('whatever goes wrong on the way, in the store or with the clock', () => {
  it.each(oneOfAKind.map((row, place) => [row, inTurn[place % inTurn.length] as Name] as const))(
    '%s: the record comes to the same, and nothing happens twice: %s',
    async (row, name) => {
      await holds(name, row, rows[row] as SetRow, 1)
    },
  )

  afterAll(() => {
    expect(hitLessThan(1)).toEqual([])
  })
})

describe('the matrix would see', () => {
  it('an acquirer that forgets keys: the deposit is refunded twice', async () => {
    const { laws } = await runRow('refund', 'control', lostReply, 1, { idempotency: false })
    expect(laws).toContain('deposit-1 was refunded twice')
    expect(laws).toContain('refundDeposit took effect 2 times under one key')
  })

  it('orders that nobody tries again: the record never comes to the same', async () => {
    const set: SetRow = ({ mock }) => {
      mock.play('service-unavailable', { operation: 'unbind', times: 3 })
      return () => undefined
    }
    const { ended } = await runRow('endOfClosure', 'control', set, 1, { runtime: { parkAfter: 1 } })
    expect(ended).not.toBe('same')
  })
})
