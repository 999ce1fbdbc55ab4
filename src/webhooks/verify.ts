import { readJson, sha256 } from '../contract/index.ts'
import { maskedReference } from '../domain/index.ts'
import { askedNow, checkOptions } from '../errors/index.ts'
import type { Clock } from '../runtime/index.ts'
import type { EventReader } from './events/event-reader.ts'
import { type ReceivedEvent, reportedEvents } from './events/reported.ts'
import { fault, type WebhookFault } from './faults.ts'
import { millisecondsOf, readTolerance, staleness, type Tolerance } from './freshness.ts'
import { type Claimed, readHeaders, type WebhookHeadersIn } from './headers.ts'
import { readCheckingKeys, type WebhookKey } from './keys.ts'
import { type ReplayStore, rememberedMs } from './replays.ts'
import { isSigned } from './signatures.ts'

/** A message as it arrived. */
export interface WebhookMessage {
  /** The very bytes or text that arrived, before anything parsed them. */
  readonly body: Uint8Array | string
  readonly headers: WebhookHeadersIn
}

/** Keys for messages whose age does not matter, such as those of an archive. */
export interface ArchivedOptions<Event = ReceivedEvent> {
  /** 1 to 5: `whsec_…` (HMAC-SHA256) and `whpk_…` (ed25519); more than one while keys change. */
  readonly keys: readonly string[]
  /** What the body is read as; `reportedEvents` when left out. */
  readonly events?: EventReader<Event> | undefined
}

/** Keys, clock and tolerance for messages that come in now. */
export interface VerifyOptions<Event = ReceivedEvent> extends ArchivedOptions<Event> {
  readonly clock: Clock
  readonly tolerance?: Tolerance | undefined
  /** Says which messages came before; without it `repeated` is always false. */
  readonly replay?: ReplayStore | undefined
}

/** A message that its sender signed. */
export interface VerifiedWebhook<Event = ReceivedEvent> {
  readonly ok: true
  /** The same for every attempt: what to tell a repeat by. */
  readonly id: string
  /** Of this attempt: seconds since 1970-01-01 UTC. */
  readonly timestamp: number
  readonly event: Event
  /** It came before: answer 2xx, and do nothing. */
  readonly repeated: boolean
}

/** The message as its sender signed it, or why it does not count. */
export type VerifyResult<Event = ReceivedEvent> = VerifiedWebhook<Event> | WebhookFault

/** No event has more. */
const ofWebhooks = { depth: 32, members: 10_000 } as const

/** Bytes of a body at most. */
export const longestWebhook = 256 * 1024

const bytesOf = (body: unknown): Uint8Array<ArrayBuffer> | WebhookFault => {
  if (typeof body === 'string') {
    // Never fewer bytes than UTF-16 units: a long text need not be encoded to be refused.
    if (body.length > longestWebhook) return fault('WEBHOOK_BODY_TOO_LARGE')
  } else if (!(body instanceof Uint8Array)) return fault('WEBHOOK_BODY_ALREADY_PARSED')
  else if (body.length > longestWebhook) return fault('WEBHOOK_BODY_TOO_LARGE')
  // A copy: what is parsed is what was verified, whoever goes on writing into the caller's buffer.
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : Uint8Array.from(body)
  return bytes.length > longestWebhook ? fault('WEBHOOK_BODY_TOO_LARGE') : bytes
}

/** A byte order mark stays, and is no JSON. */
const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

const eventOf = <Event>(
  bytes: Uint8Array,
  events: EventReader<Event>,
): { readonly event: Event } | WebhookFault => {
  const text = textOf(bytes)
  const json = text === undefined ? ({ fault: 'syntax' } as const) : readJson(text, ofWebhooks)
  if ('fault' in json) {
    const { path = '' } = 'path' in json ? json : {}
    return fault('WEBHOOK_BODY_NOT_JSON', [{ path, code: json.fault.toUpperCase() }])
  }
  const read = askedNow('events', () => events(json.value))
  return read.ok ? { event: read.event } : fault('WEBHOOK_EVENT_INVALID', read.issues.slice(0, 50))
}

/**
 * What was signed is compared; from here on the id is stored and logged. A mark alone falls together once in some thousands of
 * messages, so that what was signed goes with it: the same message again is still the same one. In letters, which no number is
 * made of.
 */
const knownAs = async (id: string, body: Uint8Array<ArrayBuffer>): Promise<string> => {
  const marked = maskedReference(id)
  if (marked === id) return id
  const content = (await sha256(body))
    .slice(0, 16)
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
  return `${marked.slice(0, 60)}-${content}`
}

type Staleness = (claimed: Claimed) => WebhookFault | undefined

/** Cheap checks first, the signature next, and nothing of the body is read before it fits. */
const verified = async <Event>(
  { body, headers }: WebhookMessage,
  keys: readonly WebhookKey[],
  events: EventReader<Event>,
  staleness: Staleness,
): Promise<VerifiedWebhook<Event> | WebhookFault> => {
  const bytes = bytesOf(body)
  if ('ok' in bytes) return bytes
  const claimed = readHeaders(headers)
  if ('ok' in claimed) return claimed
  const stale = staleness(claimed)
  if (stale) return stale
  if (!(await isSigned(claimed, bytes, keys))) return fault('WEBHOOK_SIGNATURE_WRONG')
  const read = eventOf(bytes, events)
  if ('ok' in read) return read
  const { timestamp } = claimed
  const id = await knownAs(claimed.id, bytes)
  return { ok: true, id, timestamp: Number(timestamp), event: read.event, repeated: false }
}

/** The default of `events`, as whoever leaves it out is told by the type. */
const readerOf = <Event>({ events }: ArchivedOptions<Event>): EventReader<Event> =>
  events ?? (reportedEvents as EventReader<unknown> as EventReader<Event>)

/**
 * Verifies a message by Standard Webhooks 1.0 and reads its event. What is wrong with a message is data, with the status that its
 * sender gets; only options that are wrong are thrown.
 *
 * Limits: body 256 kB, headers 4 kB, 10 signatures, 5 keys; 300 s old, 30 s ahead.
 *
 * @throws InvalidInputError for keys, a tolerance or a clock that are none; a key is named by its place.
 * @example
 * const webhook = await verifyWebhook({ body: await request.text(), headers: request.headers }, { keys: [secret], clock })
 * if (!webhook.ok) return new Response(webhook.code, { status: webhook.status })
 * if (webhook.event.type === 'payout.confirmed') book(webhook.event.data.amount)
 */
export async function verifyWebhook<Event = ReceivedEvent>(
  message: WebhookMessage,
  options: VerifyOptions<Event>,
): Promise<VerifyResult<Event>> {
  checkOptions({ message, options }, { message: 'object', options: 'object' })
  const keys = readCheckingKeys(options.keys)
  const window = readTolerance(options.tolerance)
  const now = millisecondsOf(options.clock)
  const result = await verified(message, keys, readerOf(options), ({ timestamp }) =>
    staleness(timestamp, now, window),
  )
  if (!result.ok || !options.replay) return result
  try {
    const repeated = await options.replay.seen(result.id, now + rememberedMs)
    return { ...result, repeated }
  } catch {
    return fault('WEBHOOK_REPLAYS_UNREACHABLE')
  }
}

/**
 * Verifies a message that was kept, however old it is: for an offline replay of an archive, never for a request. Freshness
 * and replays are not looked at, which is why it is a function of its own.
 *
 * @throws InvalidInputError for keys that are none.
 * @example for (const message of archive) deal(await verifyArchived(message, { keys: [secret] }))
 */
export async function verifyArchived<Event = ReceivedEvent>(
  message: WebhookMessage,
  options: ArchivedOptions<Event>,
): Promise<VerifyResult<Event>> {
  checkOptions({ message, options }, { message: 'object', options: 'object' })
  return verified(message, readCheckingKeys(options.keys), readerOf(options), () => undefined)
}
