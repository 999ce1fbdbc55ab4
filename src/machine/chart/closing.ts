import type { ClearingRegion } from '../../domain/index.ts'
import { lifecycle, recorded } from './setup.ts'

/** Done as soon as its facts lack nothing, and open again when they do: the same two states for each region. */
const region = (name: ClearingRegion, done: { readonly entry?: 'requestStatement' } = {}) =>
  lifecycle.createStateConfig({
    initial: 'open',
    states: {
      open: { always: { guard: `${name}Done`, target: 'done' } },
      done: { ...done, always: { guard: `${name}Open`, target: 'open' } },
    },
  })

/** Obligations end side by side; then the closure is ordered, confirmed, and read back. (R-024, R-172, C-09, C-28) */
export const closing = lifecycle.createStateConfig({
  tags: 'closing',
  entry: 'enterClosing',
  initial: 'clearing',
  always: { guard: 'closureDropped', target: '#live' },
  on: {
    'closure.appealed': recorded('closure.appealed'),
    'appeal.decided': recorded('appeal.decided'),
    'closure.cancelled': recorded('closure.cancelled'),
    'hold.reclassified': recorded('hold.reclassified'),
    'resolution.proposed': recorded('resolution.proposed'),
    'resolution.accepted': recorded('resolution.accepted'),
    'loss.accepted': recorded('loss.accepted'),
    'device.declaredUnreadable': recorded('device.declaredUnreadable'),
    'device.declaredUnreturned': recorded('device.declaredUnreturned'),
    'return.authorised': recorded('return.authorised'),
    'backup.recorded': recorded('backup.recorded'),
    'backup.verified': recorded('backup.verified'),
    'backup.waived': recorded('backup.waived'),
    'erasure.authorised': recorded('erasure.authorised'),
    'erasure.verified': recorded('erasure.verified'),
    'settlement.stated': recorded('settlement.stated'),
    'settlement.confirmed': recorded('settlement.confirmed'),
    'settlement.disputed': recorded('settlement.disputed'),
    'settlement.deemedAccepted': recorded('settlement.deemedAccepted'),
    'payout.ordered': recorded('payout.ordered'),
    'deposit.deducted': recorded('deposit.deducted'),
    'refund.ordered': recorded('refund.ordered'),
    'obligation.carriedOver': recorded('obligation.carriedOver'),
    'unbinding.ordered': recorded('unbinding.ordered'),
    'reading.accepted': recorded('reading.accepted'),
    'batch.closedByHost': recorded('batch.closedByHost'),
    'device.registered': recorded('device.registered'),
    'agent.assigned': recorded('agent.assigned'),
    'agent.released': recorded('agent.released'),
  },
  states: {
    clearing: {
      type: 'parallel',
      always: { guard: 'obligationsMet', target: 'confirming' },
      states: {
        // Sale is off, ordered and then read back by the host. (OQ-35)
        acceptance: region('acceptance'),
        // Every transaction is final, agreed or written off, and no device still holds one.
        transactions: region('transactions', { entry: 'requestStatement' }),
        // The statement covers the last transaction, is agreed and paid out or carried over. No dispute is open.
        settlement: region('settlement'),
        // Each fee, damage, arrears and penalty is met, waived or carried over.
        charges: region('charges'),
        // Of each deposit, refunded + deducted + carried over = amount. (R-220, R-228, C-18)
        deposits: region('deposits'),
        // Each device has a verdict, its data are gone and verified, its keys are gone. (R-023, R-221, R-224, C-03, C-04)
        devices: region('devices'),
        // Terminal number and device are taken apart in the register, and the register said so.
        binding: region('binding'),
      },
    },
    confirming: {
      tags: 'awaitingProvider',
      entry: 'confirmClosure',
      exit: 'dropConfirmation',
      always: [
        { guard: 'obligationsOpen', target: 'clearing' },
        { guard: 'closureConfirmed', target: 'verifying' },
      ],
    },
    verifying: {
      tags: 'awaitingProvider',
      entry: 'verifyClosure',
      exit: 'stopVerifying',
      always: [
        { guard: 'obligationsOpen', target: 'clearing' },
        { guard: 'closureVerified', target: '#closed' },
        { guard: 'closureNotEffective', target: 'confirming' },
      ],
    },
  },
})
