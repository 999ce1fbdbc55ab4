import { defaultPolicy, type LifecyclePolicy } from '../../src/domain/index.ts'
import { createLifecycle } from '../../src/machine/index.ts'

/** Working days become days: how weekends fall is tested elsewhere, and would make each date a world of its own. */
const inDays = (clocks: LifecyclePolicy['clocks']): LifecyclePolicy['clocks'] =>
  Object.fromEntries(
    Object.entries(clocks).map(([name, { amount, unit }]) => {
      if (unit === 'workingDays') return [name, { amount, unit: 'days' }]
      if (unit === 'years') return [name, { amount: 400, unit: 'days' }]
      return [name, { amount, unit }]
    }),
  ) as LifecyclePolicy['clocks']

/** Nothing depends on the date, and no report is forgotten: what is left of time is the order of things. */
export const smallPolicy: LifecyclePolicy = {
  ...defaultPolicy,
  clocks: inDays(defaultPolicy.clocks),
  repeatWindow: { amount: 3_000, unit: 'days' },
}

/** The real machine. */
export const lifecycle = createLifecycle()
