import { lifecycle } from '../setup.ts'

/** Terminal number and device are taken apart in the register, and the register said so. */
export const binding = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'bindingDone', target: 'done' } },
    done: { always: { guard: 'bindingOpen', target: 'open' } },
  },
})
