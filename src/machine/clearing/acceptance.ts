import { lifecycle } from '../setup.ts'

/** Sale is off, ordered and then read back by the host. (OQ-35) */
export const acceptance = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'acceptanceDone', target: 'done' } },
    done: { always: { guard: 'acceptanceOpen', target: 'open' } },
  },
})
