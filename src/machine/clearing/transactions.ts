import { lifecycle } from '../setup.ts'

/** Every transaction is final, agreed or written off, and no device still holds one. */
export const transactions = lifecycle.createStateConfig({
  initial: 'open',
  states: {
    open: { always: { guard: 'transactionsDone', target: 'done' } },
    done: { entry: 'requestStatement', always: { guard: 'transactionsOpen', target: 'open' } },
  },
})
