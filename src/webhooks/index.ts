export {
  type CallbackReason,
  type CallbackRules,
  type CallbackVerdict,
  judgeCallbackUrl,
} from './callback-url.ts'
export type {
  ClaimedDelivery,
  Deliveries,
  DeliveryClaim,
  DisabledReason,
  EndpointStanding,
  Plan,
  PlannedDelivery,
  Settlement,
} from './deliveries.ts'
export { describeCallbackReason } from './describe-callback.ts'
export { type ChangeEvent, changeEvents, type ReceivedChange } from './events/changes.ts'
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
export { createFollower, type Followed, type Follower, type FollowerOptions } from './follower.ts'
export type { Tolerance } from './freshness.ts'
export { webhookHandler } from './handler.ts'
export type { WebhookHeadersIn } from './headers.ts'
export {
  createInbox,
  type Inbox,
  type InboxOptions,
  type InboxRuntime,
  type NotRecorded,
  type PassedOver,
  type Receipt,
  type Recorded,
} from './inbox.ts'
export { type AddressVerdict, judgeAddress } from './judge-address.ts'
export { type KnownCases, type MemoryCases, memoryCases } from './known-cases.ts'
export { memoryDeliveries } from './memory-deliveries.ts'
export type { Sendings } from './outbox/endpoint-work.ts'
export type { EndpointHealth, OldestDelivery, OutboxHealth } from './outbox/health.ts'
export type { Disabled, Endpoint, GivenUp, OutboxFailure, OutboxOptions } from './outbox/options.ts'
export { deliverySchedule } from './outbox/schedule.ts'
export { createOutbox, type Outbox } from './outbox.ts'
export type { ReceiverOptions } from './receiver.ts'
export { type MemoryReplaysOptions, memoryReplays, type ReplayStore } from './replays.ts'
export type { WebhookReply } from './reply.ts'
export { signWebhook, type UnsignedWebhook, type WebhookHeaders } from './sign.ts'
export type { AddressReason } from './special-ranges.ts'
export type { Outgoing, Sent, Transport, TransportFailure } from './transport.ts'
export {
  type ArchivedOptions,
  type VerifiedWebhook,
  type VerifyOptions,
  type VerifyResult,
  verifyArchived,
  verifyWebhook,
  type WebhookMessage,
} from './verify.ts'
