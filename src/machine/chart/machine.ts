import { application } from './application.ts'
import { closing } from './closing.ts'
import { service } from './service.ts'
import { lifecycle, recorded } from './setup.ts'

const machine = lifecycle.createMachine({
  id: 'terminalLifecycle',
  context: ({ input }) => input,
  initial: 'live',
  // reports of what happened are heard everywhere; a few requests belong to every phase as well
  on: {
    'hold.placed': recorded('hold.placed'),
    'hold.remedyClaimed': recorded('hold.remedyClaimed'),
    'hold.remedyVerified': recorded('hold.remedyVerified'),
    'hold.lifted': recorded('hold.lifted'),
    'hold.rescinded': recorded('hold.rescinded'),
    'hold.reviewed': recorded('hold.reviewed'),
    'closure.confirmed': recorded('closure.confirmed'),
    'status.reported': recorded('status.reported'),
    'transaction.reported': recorded('transaction.reported'),
    'batch.uploaded': recorded('batch.uploaded'),
    'dispute.opened': recorded('dispute.opened'),
    'dispute.closed': recorded('dispute.closed'),
    'device.lost': recorded('device.lost'),
    'device.found': recorded('device.found'),
    'device.shipped': recorded('device.shipped'),
    'device.received': recorded('device.received'),
    'device.inspected': recorded('device.inspected'),
    'erasure.completed': recorded('erasure.completed'),
    'erasure.failed': recorded('erasure.failed'),
    'keys.removed': recorded('keys.removed'),
    'payout.confirmed': recorded('payout.confirmed'),
    'payout.failed': recorded('payout.failed'),
    'payout.returned': recorded('payout.returned'),
    'payoutAccount.changed': recorded('payoutAccount.changed'),
    'payoutAccount.verified': recorded('payoutAccount.verified'),
    'charge.raised': recorded('charge.raised'),
    'charge.disputed': recorded('charge.disputed'),
    'charge.determined': recorded('charge.determined'),
    'charge.met': recorded('charge.met'),
    'refund.confirmed': recorded('refund.confirmed'),
    'refund.failed': recorded('refund.failed'),
    'refund.returned': recorded('refund.returned'),
    'unbinding.confirmed': recorded('unbinding.confirmed'),
    'unbinding.failed': recorded('unbinding.failed'),
    'order.claimed': recorded('order.claimed'),
    'order.confirmed': recorded('order.confirmed'),
    'order.failed': recorded('order.failed'),
    'order.cancelled': recorded('order.cancelled'),
    'act.proposed': recorded('act.proposed'),
    'representative.appointed': recorded('representative.appointed'),
    'counterparty.declaredUnreachable': recorded('counterparty.declaredUnreachable'),
    'document.added': recorded('document.added'),
    'note.recorded': recorded('note.recorded'),
    'notice.sent': recorded('notice.sent'),
    'order.repeated': recorded('order.repeated'),
    'order.parked': recorded('order.parked'),
    'order.revived': recorded('order.revived'),
    'answer.refused': recorded('answer.refused'),
    'request.made': recorded('request.made'),
    'request.declined': recorded('request.declined'),
    'charge.waived': recorded('charge.waived'),
    'document.checked': recorded('document.checked'),
    'followUp.done': recorded('followUp.done'),
    'timer.due': recorded('timer.due'),
  },
  states: {
    live: {
      id: 'live',
      tags: 'live',
      type: 'parallel',
      always: { guard: 'closureDecided', target: 'closing' },
      on: {
        'closure.proposed': recorded('closure.proposed'),
        'closure.imposed': recorded('closure.imposed'),
        'closure.appealed': recorded('closure.appealed'),
        'appeal.decided': recorded('appeal.decided'),
        'closure.cancelled': recorded('closure.cancelled'),
        'hold.reclassified': recorded('hold.reclassified'),
        'resolution.proposed': recorded('resolution.proposed'),
        'resolution.accepted': recorded('resolution.accepted'),
        'loss.accepted': recorded('loss.accepted'),
        'device.replaced': recorded('device.replaced'),
        'device.declaredUnreadable': recorded('device.declaredUnreadable'),
        'return.authorised': recorded('return.authorised'),
        'backup.recorded': recorded('backup.recorded'),
        'backup.verified': recorded('backup.verified'),
        'backup.waived': recorded('backup.waived'),
        'erasure.authorised': recorded('erasure.authorised'),
        'erasure.verified': recorded('erasure.verified'),
        'unbinding.ordered': recorded('unbinding.ordered'),
        'suspension.extended': recorded('suspension.extended'),
        'reading.accepted': recorded('reading.accepted'),
        'batch.closedByHost': recorded('batch.closedByHost'),
        'device.registered': recorded('device.registered'),
        'agent.assigned': recorded('agent.assigned'),
        'agent.released': recorded('agent.released'),
      },
      states: { service, application },
    },
    closing,
    closed: {
      id: 'closed',
      tags: 'ended',
      entry: 'closeBooks',
      on: {
        'payout.ordered': recorded('payout.ordered'),
        'deposit.deducted': recorded('deposit.deducted'),
        'refund.ordered': recorded('refund.ordered'),
        'obligation.discharged': recorded('obligation.discharged'),
      },
    },
  },
})

/**
 * One POS terminal's life. A plain XState machine: `createActor`, `useMachine`, the inspector and `xstate/graph` work with it. An alias
 * and no interface of its own: the compiler of a program that makes an actor then need not compare the two member by member.
 */
export type TerminalLifecycleMachine = typeof machine
/**
 * The statechart by the PRC calendar and the standard policy, for `createActor` and the inspector. Its context is
 * a record's: a store keeps records, not snapshots.
 */
export const terminalLifecycleMachine: TerminalLifecycleMachine = machine
