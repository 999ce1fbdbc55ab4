import type { TransactionView } from '../../contract/index.ts'
import { type LifecycleRecord, openItems } from '../../machine/index.ts'

/** The open ones, or the others too. */
export const transactionsOf = (
  record: LifecycleRecord,
  wanted: 'open' | 'ended' | 'all' = 'open',
): readonly TransactionView[] => {
  const open = openItems(record).transactions
  return Object.values(record.context.transactions)
    .map(({ ref, kind, state, amount, occurredAt, serial, test, resolution }) => ({
      ...{ ref, kind, state, amount, occurredAt, serial, test },
      open: open.has(ref),
      resolution: resolution && {
        ...{ handling: resolution.handling, accepted: resolution.accepted },
        proposedBy: resolution.proposedBy.role,
      },
    }))
    .filter((transaction) => wanted === 'all' || transaction.open === (wanted === 'open'))
}
