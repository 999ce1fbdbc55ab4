import { blocker } from '../../domain/index.ts'
import { items } from '../facts/kit.ts'
import { isDrained, openTest, openTransactions } from '../facts/transactions.ts'
import { all, type Missing, when } from './kit.ts'

export const transactions: Missing = (context) => [
  ...all(when(openTest(context) !== undefined, 'TEST_TRANSACTION_OPEN', openTest(context)?.ref)),
  ...openTransactions(context).map(({ ref, kind }) => blocker('TRANSACTIONS_OPEN', ref, { kind })),
  ...items(context.devices)
    .filter((device) => !isDrained(context, device))
    .map(({ serial }) => blocker('DEVICE_NOT_DRAINED', serial)),
]
