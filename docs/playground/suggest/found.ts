import type { EventType } from 'terminal-lifecycle/domain'
import { openItems } from 'terminal-lifecycle/machine'
import type { PersonKey } from '../case/people.ts'
import type { Moment } from '../case/play.ts'

/** What a form is to be filled in for. */
export interface Wish {
  readonly type: EventType
  readonly who: PersonKey
  readonly moment: Moment
  /** The item that it is about, where it is known. */
  readonly ref?: string | undefined
  /** The act that is to be proposed. */
  readonly act?: EventType | undefined
  /** What the blocker names that it is to clear. */
  readonly data?: Readonly<Record<string, unknown>> | undefined
}

/** The next name of this kind that nobody has: `hold-2`. */
export const nextName = (kind: string, taken: Iterable<string>): string => {
  const names = new Set(taken)
  for (let number = 1; ; number += 1) if (!names.has(`${kind}-${number}`)) return `${kind}-${number}`
}

/** The first item that satisfies, and else the first. */
const firstOf = <Item>(items: readonly Item[], fits: (item: Item) => boolean): Item | undefined =>
  items.find(fits) ?? items[0]

/** What stands in the record, in the words that forms need. */
export function foundIn({ moment: { record }, type }: Wish) {
  const { context } = record
  const all = <Item>(ledger: Readonly<Record<string, Item>>) => Object.values(ledger)
  const open = openItems(record)
  const transfer = type.split('.')[0] === 'refund' ? 'refundDeposit' : 'payOut'
  const order = firstOf(
    all(context.orders).filter(({ kind }) => !type.startsWith('order') || kind !== 'notify'),
    ({ kind, status, parked }) =>
      type === 'order.repeated'
        ? status === 'failed'
        : type === 'order.revived'
          ? parked !== undefined
          : type === 'closure.confirmed'
            ? kind === 'confirmClosure'
            : type.startsWith('order') || type === 'answer.refused'
              ? status === 'ordered'
              : kind === transfer && status === 'ordered',
  )
  return {
    context,
    open,
    device: firstOf(all(context.devices), ({ role }) => role === 'bound'),
    hold: firstOf(all(context.holds), ({ status }) => status !== 'lifted'),
    charge: firstOf(all(context.charges), ({ chargeId, status }) =>
      type === 'charge.determined' ? status === 'disputed' : (open.charges.get(chargeId) ?? 0) > 0,
    ),
    deposit: firstOf(all(context.deposits), ({ depositId }) => (open.deposits.get(depositId) ?? 0) > 0),
    dispute: firstOf(all(context.disputes), ({ status }) => status === 'open'),
    late:
      context.tail.find(({ kind, open: isOpen }) => kind === 'dispute.opened' && isOpen)?.ref ?? undefined,
    transaction: firstOf(all(context.transactions), ({ ref }) => open.transactions.has(ref)),
    followUpId: Object.entries(context.followUps).find(([, { done }]) => !done)?.[0],
    request: all(context.requests)[0],
    obligation: all(context.carriedOver)[0],
    payout: all(context.payouts)[0],
    order,
  }
}
export type Found = ReturnType<typeof foundIn>
