import * as z from 'zod'
import { operation } from '../operation.ts'
import { DevicePage, HoldPage, paged, TransactionPage } from '../views/page.ts'
import { TerminalStatusView } from '../views/terminal-status.ts'
import { side, terminal } from './kit.ts'

/** What a terminal does and does not, and why. */
export const serviceOperations = {
  getTerminalStatus: operation({
    name: 'getTerminalStatus',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/status',
    summary: 'What the host was last read to say of the terminal, and when.',
    params: terminal,
    reply: TerminalStatusView,
  }),
  getHolds: operation({
    name: 'getHolds',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/holds',
    summary: 'Why the terminal is held: reason, words, source, since when, until when, and what ends it.',
    params: terminal,
    query: paged,
    reply: HoldPage,
  }),
  getDevices: operation({
    name: 'getDevices',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/devices',
    summary: 'The devices of the terminal, and where they are on their way back.',
    params: terminal,
    query: paged,
    reply: DevicePage,
  }),
  getTransactions: operation({
    name: 'getTransactions',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/transactions',
    summary: 'Transactions that are open, or all that the record knows of.',
    params: terminal,
    query: paged.extend({ state: z.enum(['open', 'ended', 'all']).optional() }),
    reply: TransactionPage,
  }),
} as const
