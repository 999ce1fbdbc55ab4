import { lifecycle } from '../setup.ts'

/** The statement covers the last transaction, is agreed and paid out or carried over; no dispute is left open. */
export const settlement = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'settlementDone', target: 'done' } },
    done: { always: { guard: 'settlementOpen', target: 'open' } },
  },
})
