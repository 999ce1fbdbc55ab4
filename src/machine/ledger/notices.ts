import type { EventOn } from '../../domain/index.ts'
import type { OrderParams } from '../../schemas/index.ts'
import type { Application } from '../shape/applications.ts'
import type { Reducers } from './kit.ts'
import { endOrder } from './order-ends.ts'
import type { Turn } from './turn.ts'

type Notice = OrderParams['notify']

/** The form of an application: the paper in which its contact stands. */
export const formOf = ({ documents }: Application) =>
  documents.find(({ type }) => type.endsWith('_request') || type === 'deregistration_form')

/** Where an answer reaches the merchant: the way its application came, and the form with its contact. */
const replyOf = ({ context, before }: Turn): Notice['reply'] => {
  const application = context.application ?? before.application
  const closing = context.closing ?? before.closing
  const channel = application?.request?.channel ?? closing?.request?.channel
  const documentId = application ? formOf(application)?.id : closing?.formDocumentId
  return channel === undefined || documentId == null ? null : { channel, documentId }
}

/** Tells somebody; a service provider only while it is assigned, and what a hidden hold is about the provider alone. */
export const notify = (
  turn: Turn,
  template: Notice['template'],
  audiences: readonly Notice['audience'][],
  options: { phase?: Notice['phase']; ref?: string; hidden?: boolean } = {},
): void => {
  const { phase = 'at', ref = null, hidden = false } = options
  const isThere = turn.context.agent !== null
  const heard = audiences.filter((audience) => audience !== 'serviceProvider' || isThere)
  for (const audience of hidden ? (['provider'] as const) : heard)
    turn.order('notify', {
      audience,
      template,
      phase,
      ref,
      disclosure: hidden ? 'hidden' : 'open',
      reply: audience === 'merchant' ? replyOf(turn) : null,
    })
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
