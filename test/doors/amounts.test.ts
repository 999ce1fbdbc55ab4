import { expect, it } from 'vitest'
import { largestAmount } from '../../src/domain/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { p1 } from '../support/people.ts'
import { cny, terminal } from '../support/samples.ts'
import { openWorld } from '../support/world.ts'

const raised = (amount: number): LifecycleEvent => ({
  type: 'charge.raised',
  chargeId: 'charge-1',
  kind: 'rental',
  amount: cny(amount),
  feeTableVersion: 'standard',
})

it.each([largestAmount + 1, Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER])(
  'an amount of %d stops at the door, and says where',
  async (amount) => {
    const { send } = await openWorld()
    const issues = [{ path: '/event/amount/amount', code: 'TOO_LARGE' }]
    await expect(send(p1, raised(amount))).rejects.toMatchObject({ code: 'INVALID_INPUT', issues })
  },
)

it('the largest amount comes in, and can be owed beside another one', async () => {
  const { tell, context } = await openWorld()
  await tell(p1, raised(largestAmount))
  await tell(p1, { ...raised(largestAmount), chargeId: 'charge-2' } as LifecycleEvent)
  expect(Object.keys((await context()).charges)).toEqual(['charge-1', 'charge-2'])
})

it('no terminal is opened with more', async () => {
  const deposit = { depositId: 'deposit-1', kind: 'device_pledge', heldBy: 'acquirer-1' } as const
  const opened = openWorld(terminal({ deposits: [{ ...deposit, amount: cny(largestAmount + 1) }] }))
  const issues = [{ path: '/deposits/0/amount/amount', code: 'TOO_LARGE' }]
  await expect(opened).rejects.toMatchObject({ code: 'INVALID_INPUT', issues })
})
