import * as z from 'zod'
import { blockerCodes, duties, lifeStates, roles } from '../../domain/index.ts'
import { AnyReference, Instant, MerchantId, TerminalId } from '../../schemas/index.ts'
import { operation } from '../operation.ts'
import { ChangesView } from '../views/change.ts'
import { OrderPage, paged, WorkPage } from '../views/page.ts'
import { anyOf, Limit, side, terminal } from './kit.ts'

/** What is to be done, and what happened, over all terminals that are the caller's own. */
export const queueOperations = {
  getOrders: operation({
    name: 'getOrders',
    side,
    method: 'GET',
    path: '/terminals/{lifecycleId}/orders',
    summary: 'What was ordered in the acquirer’s systems and how it gets on. For the acquirer.',
    params: terminal,
    query: paged,
    reply: OrderPage,
    errors: ['ROLE_NOT_ALLOWED'],
  }),
  getWork: operation({
    name: 'getWork',
    side,
    method: 'GET',
    path: '/work',
    summary: 'What is to be done, by due instant: whose it is, whose duty, which terminal.',
    query: paged.extend({
      owner: z.enum([...roles, 'authority']).optional(),
      duty: z.enum(duties).optional(),
      code: anyOf(blockerCodes).optional(),
      state: anyOf(lifeStates).optional(),
      /** With the present instant: what is overdue. */
      dueBefore: Instant.optional(),
      merchantId: MerchantId.optional(),
      terminalId: TerminalId.optional(),
      limit: Limit.optional(),
    }),
    reply: WorkPage,
  }),
  getChanges: operation({
    name: 'getChanges',
    side,
    method: 'GET',
    path: '/changes',
    summary: 'What happened since a place, oldest first; it does not wait for more.',
    query: z.strictObject({ after: AnyReference.min(1).max(500).optional(), limit: Limit.optional() }),
    reply: ChangesView,
  }),
} as const
