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
// Receiving

export type { EventReader, ReadEvent, UnknownEvent } from './events/event-reader.ts'
export {
  type EventSubject,
  type ReceivedEvent,
  type ReportedEvent,
  reportedEvents,
} from './events/reported.ts'
export {
  describeWebhookFault,
  type FaultText,
  type WebhookFault,
  type WebhookFaultCode,
  webhookFaults,
} from './faults.ts'
export type { Tolerance } from './freshness.ts'
export type { WebhookHeadersIn } from './headers.ts'
export { type MemoryReplaysOptions, memoryReplays, type ReplayStore } from './replays.ts'
// Both ways
export { signWebhook, type UnsignedWebhook, type WebhookHeaders } from './sign.ts'
export {
  type ArchivedOptions,
  type VerifiedWebhook,
  type VerifyOptions,
  type VerifyResult,
  verifyArchived,
  verifyWebhook,
  type WebhookMessage,
} from './verify.ts'
