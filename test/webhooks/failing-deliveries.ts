import { StoreError } from '../../src/errors/index.ts'
import type { Deliveries } from '../../src/webhooks/index.ts'

const failing = ['standing', 'plan', 'claim', 'settle', 'next', 'disable'] as const

/** The n-th call of the store fails: before it did anything, or after it did everything and the reply was lost. */
export function failingAt(deliveries: Deliveries, n: number, when: 'before' | 'after') {
  let calls = 0
  const wrap =
    (name: (typeof failing)[number]) =>
    async (...args: never[]) => {
      calls += 1
      const fails = calls === n
      if (fails && when === 'before') throw new StoreError('unavailable')
      const result = await (deliveries[name] as (...given: never[]) => Promise<unknown>)(...args)
      if (fails) throw new StoreError('unavailable')
      return result
    }
  const wrapped = Object.fromEntries(failing.map((name) => [name, wrap(name)]))
  return { deliveries: { ...deliveries, ...wrapped } as Deliveries, reached: () => calls >= n }
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
