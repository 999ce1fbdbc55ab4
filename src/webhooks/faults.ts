import type { Locale } from '../domain/index.ts'
import { type InputIssue, safeIssues } from '../errors/index.ts'
import { faultTextsEn } from './texts/en.ts'
import { faultTextsZhCn } from './texts/zh-cn.ts'

/**
 * Why a webhook was not taken, and what its sender is answered. A sender repeats whatever is not 2xx, so that 401 and 400 tell its
 * operator to look, while 500 and 503 tell ours.
 */
export const webhookFaults = {
  /** A framework has parsed the body, and what it was is lost: nothing can be verified any more. */
  WEBHOOK_BODY_ALREADY_PARSED: 500,
  WEBHOOK_BODY_TOO_LARGE: 413,
  WEBHOOK_HEADER_MISSING: 401,
  WEBHOOK_HEADER_REPEATED: 401,
  WEBHOOK_HEADER_TOO_LONG: 401,
  WEBHOOK_ID_MALFORMED: 401,
  WEBHOOK_TIMESTAMP_MALFORMED: 401,
  WEBHOOK_TOO_OLD: 401,
  WEBHOOK_TOO_NEW: 401,
  WEBHOOK_SIGNATURE_MALFORMED: 401,
  WEBHOOK_SIGNATURE_WRONG: 401,
  WEBHOOK_BODY_NOT_JSON: 400,
  WEBHOOK_EVENT_INVALID: 400,
  WEBHOOK_REPLAYS_UNREACHABLE: 503,
  /** 503 for the first day. */
  WEBHOOK_LIFE_UNKNOWN: 422,
  /** 503 for the first day, unless the sender may never tell it. */
  WEBHOOK_EVENT_REFUSED: 422,
  WEBHOOK_ID_REUSED: 422,
  WEBHOOK_NOT_STORED: 503,
  WEBHOOK_READ_BEHIND: 503,
} as const satisfies Readonly<Record<string, number>>

export type WebhookFaultCode = keyof typeof webhookFaults

/** A webhook that is not taken. Safe to log whole: it repeats nothing of the message. */
export interface WebhookFault {
  readonly ok: false
  /** For the sender. */
  readonly status: (typeof webhookFaults)[WebhookFaultCode]
  readonly code: WebhookFaultCode
  /** What to do about it, in English; `describeWebhookFault` says it in the reader's language. */
  readonly fix: string
  /** Where the event is not as its type says, for WEBHOOK_EVENT_INVALID and WEBHOOK_BODY_NOT_JSON; else empty. */
  readonly issues: readonly InputIssue[]
}

export const fault = (code: WebhookFaultCode, issues: readonly InputIssue[] = []): WebhookFault => ({
  ok: false,
  status: webhookFaults[code],
  code,
  fix: faultTextsEn[code].fix,
  issues: safeIssues(issues),
})

/** Words for one fault. */
export interface FaultText {
  /** What is wrong with the message. */
  readonly text: string
  /** What to do about it. */
  readonly fix: string
}

/** @example describeWebhookFault('WEBHOOK_TOO_OLD', 'zh-CN').fix */
export const describeWebhookFault = (code: WebhookFaultCode, locale: Locale): FaultText =>
  (locale === 'en' ? faultTextsEn : faultTextsZhCn)[code]
