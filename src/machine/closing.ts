import { acceptance } from './clearing/acceptance.ts'
import { binding } from './clearing/binding.ts'
import { charges } from './clearing/charges.ts'
import { deposits } from './clearing/deposits.ts'
import { devices } from './clearing/devices.ts'
import { settlement } from './clearing/settlement.ts'
import { transactions } from './clearing/transactions.ts'
import { lifecycle, recorded } from './setup.ts'

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
  },
  states: {
    clearing: {
      type: 'parallel',
      always: { guard: 'obligationsMet', target: 'confirming' },
      states: { acceptance, transactions, settlement, charges, deposits, devices, binding },
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
