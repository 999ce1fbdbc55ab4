import type { LifecycleInput } from '../../../src/machine/index.ts'
import type { Books, Device } from '../books.ts'
import { newDevice } from '../devices.ts'

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
  deposits: ledger(
    deposits,
    ({ depositId }) => depositId,
    ({ kind, amount }) => ({ kind, amount: amount.amount, carried: 0 }),
  ),
  charges: ledger(
    charges,
    ({ chargeId }) => chargeId,
    ({ kind, amount }) => ({
      kind,
      amount: amount.amount,
      state: 'raised' as const,
      paid: {},
      carried: 0,
      ground: null,
    }),
  ),
  devices: ledger(
    devices,
    ({ serial }) => serial,
    ({ owner, tenancy, role, custody }): Device => ({
      ...newDevice,
      ...{ owner, shared: tenancy === 'shared', retired: role === 'retired', where: custody ?? 'merchant' },
      arrived: custody === 'received' || custody === 'inspected',
    }),
  ),
  transactions: ledger(
    transactions,
    ({ ref }) => ref,
    () => false,
  ),
  ...{ moves: {}, disputes: {}, obligations: {}, statement: null, settlementCarried: 0, credit: 0 },
  account: payoutAccount
    ? {
        token: payoutAccount.token,
        name: payoutAccount.name,
        named: true,
        verified: payoutAccount.verifiedBy !== null,
        cooling: true,
      }
    : null,
  ...{ method: 'directTransfer', closingSince: null, told: [], run: [] },
})
