import type { EventOn } from '../../domain/index.ts'
import type { OrderParams } from '../../schemas/index.ts'
import type { Reducers } from './kit.ts'
import { endOrder } from './order-ends.ts'
import type { Turn } from './turn.ts'

type Notice = OrderParams['notify']

/** Tells somebody; what a hidden hold is about is told to the provider alone. */
export const notify = (
  turn: Turn,
  template: Notice['template'],
  audiences: readonly Notice['audience'][],
  options: { phase?: Notice['phase']; ref?: string; hidden?: boolean } = {},
): void => {
  const { phase = 'at', ref = null, hidden = false } = options
  for (const audience of hidden ? (['provider'] as const) : audiences)
    turn.order('notify', { audience, template, phase, ref, disclosure: hidden ? 'hidden' : 'open' })
}

/** Work for a department: something failed, or a device needs hands. */
export const openTicket = (
  turn: Turn,
  department: OrderParams['openTicket']['department'],
  topic: OrderParams['openTicket']['topic'],
  ref: string | null = null,
): void => {
  turn.order('openTicket', { department, topic, ref })
}

export const noticeReducers: Reducers<EventOn<'notices'>> = {
  'notice.sent': (turn, { orderId }) => {
    if (orderId !== undefined && turn.context.orders[orderId]?.kind === 'notify')
      endOrder(turn, orderId, 'confirmed')
  },
}
