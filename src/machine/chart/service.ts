import { lifecycle, recorded } from './setup.ts'

/** May the terminal sell? It follows the holds, never history; only a reading by the host brings it back. (R-126, R-298, C-07) */
export const service = lifecycle.createStateConfig({
  initial: 'inService',
  states: {
    inService: {
      id: 'inService',
      tags: 'canSell',
      always: { guard: 'saleLimited', target: 'suspended' },
    },
    suspended: {
      initial: 'held',
      states: {
        held: {
          always: [
            { guard: 'testOwed', target: 'testing' },
            { guard: 'nothingOwed', target: 'enabling' },
          ],
        },
        testing: {
          tags: 'testing',
          on: { 'test.passed': recorded('test.passed'), 'test.failed': recorded('test.failed') },
          always: [
            { guard: 'saleHeld', target: 'held' },
            { guard: 'nothingOwed', target: 'enabling' },
          ],
        },
        enabling: {
          tags: 'awaitingProvider',
          entry: 'resumeService',
          always: [
            { guard: 'saleHeld', target: 'held' },
            { guard: 'testOwed', target: 'testing' },
            { guard: 'acceptanceReadOn', target: '#inService' },
          ],
        },
      },
    },
  },
})
