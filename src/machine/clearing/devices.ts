import { lifecycle } from '../setup.ts'

/** For each device: what became of it, its data gone and verified, its keys gone. (R-023, R-221, R-224, C-03, C-04) */
export const devices = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'devicesDone', target: 'done' } },
    done: { always: { guard: 'devicesOpen', target: 'open' } },
  },
})
