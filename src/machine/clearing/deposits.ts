import { lifecycle } from '../setup.ts'

/** Each deposit: refunded + deducted + carried over = amount. (R-220, R-228, C-18) */
export const deposits = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'depositsDone', target: 'done' } },
    done: { always: { guard: 'depositsOpen', target: 'open' } },
  },
})
