import { blocker } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { isDrained, openTransactions } from '../facts/transactions.ts'
import type { Missing } from './kit.ts'

export const transactions: Missing = (context) => [
  ...openTransactions(context).map(({ ref, kind }) => blocker('TRANSACTIONS_OPEN', ref, { kind })),
  ...items(context.devices)
    .filter((device) => !isDrained(context, device))
    .map(({ serial }) => blocker('DEVICE_NOT_DRAINED', serial)),
]
