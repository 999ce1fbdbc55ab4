import { Reference } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { DepositView, SettlementView } from '../views/money.ts'
import { ChargePage, DepositPage, DisputePage, ObligationPage, paged } from '../views/page.ts'
import { side, terminal } from './kit.ts'

/** What is owed to whom, and what became of it. */
export const moneyOperations = {
  getSettlement: operation({
    name: 'getSettlement',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/settlement',
    summary: 'The statement that is to be confirmed, what of it was paid, and what is still open.',
    params: terminal,
    reply: SettlementView,
  }),
  getCharges: operation({
    name: 'getCharges',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/charges',
    summary: 'What the merchant is to pay, what of it is met, and until when it may object.',
    params: terminal,
    query: paged,
    reply: ChargePage,
  }),
  getDeposits: operation({
    name: 'getDeposits',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/deposits',
    summary: 'Deposits: what was given back, deducted, and is still held.',
    params: terminal,
    query: paged,
    reply: DepositPage,
  }),
  getDeposit: operation({
    name: 'getDeposit',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/deposits/{depositId}',
    summary: 'One deposit.',
    params: terminal.extend({ depositId: Reference }),
    reply: DepositView,
  }),
  getDisputes: operation({
    name: 'getDisputes',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/disputes',
    summary: 'Disputes of cardholders.',
    params: terminal,
    query: paged,
    reply: DisputePage,
  }),
  getObligations: operation({
    name: 'getObligations',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/obligations',
    summary: 'What was carried over beyond the end of the terminal.',
    params: terminal,
    query: paged,
    reply: ObligationPage,
  }),
} as const
