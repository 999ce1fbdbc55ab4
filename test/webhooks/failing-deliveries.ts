import type { Deliveries } from '../../src/webhooks/index.ts'
import { nthCall, type When } from '../support/nth-call.ts'

const ofDeliveries = ['standing', 'plan', 'claim', 'settle', 'next', 'disable'] as const

export const failingAt = (deliveries: Deliveries, n: number, when: When) => {
  const { wrap, reached } = nthCall(n, when)
  return { deliveries: wrap(deliveries, ofDeliveries), reached }
}

/** The mistake to be found: the cursor first, and what it stands for in a second transaction. */
export const cursorFirst = (deliveries: Deliveries, between = async () => {}): Deliveries => ({
  ...deliveries,
  async plan(plan) {
    if (!(await deliveries.plan({ ...plan, deliveries: [] }))) return false
    await between()
    return deliveries.plan({ ...plan, from: plan.to })
  },
})
