import type { LifecycleInput } from '../../../src/machine/index.ts'
import { type Books, blank, newBooks } from '../books.ts'

const ledger = <Item, Made>(
  items: readonly Item[] | undefined,
  id: (item: Item) => string,
  made: (item: Item) => Made,
) => Object.fromEntries((items ?? []).map((item) => [id(item), made(item)]))

/** The books of a terminal that is opened with nothing of it done. */
export const openedBooks = ({
  deposits,
  charges,
  devices,
  payoutAccount,
  transactions,
}: LifecycleInput): Books => ({
  ...newBooks(),
  deposits: ledger(
    deposits,
    ({ depositId }) => depositId,
    ({ kind, amount }) => ({ kind, amount: amount.amount }),
  ),
  charges: ledger(
    charges,
    ({ chargeId }) => chargeId,
    ({ kind, amount }) => ({ ...blank().charge, kind, amount: amount.amount }),
  ),
  devices: ledger(
    devices,
    ({ serial }) => serial,
    ({ owner, tenancy, role, custody }) => ({
      ...blank().device,
      ...{ owner, shared: tenancy === 'shared', retired: role === 'retired', where: custody ?? 'merchant' },
      arrived: custody === 'received' || custody === 'inspected',
    }),
  ),
  transactions: ledger(
    transactions,
    ({ ref }) => ref,
    () => false,
  ),
  ...(payoutAccount && {
    account: {
      ...{ token: payoutAccount.token, name: payoutAccount.name },
      ...{ verified: payoutAccount.verifiedBy !== null, cooling: true },
    },
  }),
})
