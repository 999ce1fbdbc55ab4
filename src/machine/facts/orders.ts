import type { OrderKind } from '../../schemas/index.ts'

/**
 * Orders whose effect cannot be taken back: whoever carries one out says so first (`order.claimed`), and the record is asked
 * once more.
 */
export const announcedOrders: ReadonlySet<OrderKind> = new Set([
  'payOut',
  'refundDeposit',
  'eraseDevice',
  'unbind',
])

/** Orders whose effect is read back: where nobody answered, the record takes the worse and has the host read. */
export const switchOrders: ReadonlySet<OrderKind> = new Set(['enableAcceptance', 'disableAcceptance'])
