export {
  type CallbackReason,
  type CallbackRules,
  type CallbackVerdict,
  judgeCallbackUrl,
} from './callback-url.ts'
export { type AddressVerdict, judgeAddress } from './judge-address.ts'
export { signWebhook, type UnsignedWebhook, type WebhookHeaders } from './sign.ts'
export type { AddressReason } from './special-ranges.ts'
export type { Outgoing, Sent, Transport, TransportFailure } from './transport.ts'
