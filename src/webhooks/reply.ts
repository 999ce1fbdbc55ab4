import type { InputIssue } from '../errors/index.ts'

/** What became of a message, as its sender is told: 2xx when nothing more is to be done, anything else to send it again. */
export interface WebhookReply {
  readonly status: number
  /** Why it is not 2xx. */
  readonly code?: string | undefined
  readonly issues?: readonly InputIssue[] | undefined
  /** Seconds after which the sender may try again. */
  readonly retryAfter?: number | undefined
}
