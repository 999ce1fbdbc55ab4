import { lifecycle } from '../setup.ts'

/** Fees, damage, arrears, penalties: each is met, waived or carried over. */
export const charges = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'chargesDone', target: 'done' } },
    done: { always: { guard: 'chargesOpen', target: 'open' } },
  },
})
