import { sha256 } from '../contract/index.ts'
import { checkOptions, type OptionRules } from '../errors/index.ts'
import type { Clock } from '../runtime/index.ts'
import { signWebhook, type WebhookHeaders } from '../webhooks/index.ts'

/** What a test wants its receiver to hear. */
export interface TestWebhook {
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  /** ISO 8601: when it happened; the clock's time when left out. */
  readonly timestamp?: string | undefined
}

/** By which keys and clock a test signs. */
export interface SignTestOptions {
  /** `whsec_…` for HMAC-SHA256, `whsk_…` for ed25519; 1 to 5. */
  readonly keys: readonly string[]
  /** The receiver's. A test of freshness gives another one. */
  readonly clock: Clock
  /** Made of the body when left out: the same event has the same id, and another one another. */
  readonly id?: string | undefined
}

/** A message as it would come in: post `body` with `headers`. */
export interface SignedTestWebhook {
  readonly body: string
  readonly headers: WebhookHeaders & { readonly 'content-type': 'application/json' }
}

const idOf = async (body: string): Promise<string> =>
  `evt_${(await sha256(new TextEncoder().encode(body))).slice(0, 32)}`

/**
 * A webhook as its sender would send it, for tests of a receiver. What is to be wrong with it is changed afterwards.
 *
 * @throws InvalidInputError for keys or an id that are none.
 * @example
 * const { body, headers } = await signTestWebhook({ type: 'keys.removed', data }, { keys: [secret], clock })
 * const response = await handler(new Request('http://localhost/', { method: 'POST', body, headers }))
 */
export async function signTestWebhook(
  message: TestWebhook,
  options: SignTestOptions,
): Promise<SignedTestWebhook> {
  checkOptions({ message }, { message: 'object' })
  checkOptions(options, {
    ...{ keys: 'any?', clock: '.now', id: 'any?' },
  } satisfies OptionRules<SignTestOptions>)
  const { type, data, timestamp } = message
  const { keys, clock, id } = options
  const now = clock.now()
  const body = JSON.stringify({ type, timestamp: timestamp ?? now, data })
  const unsigned = { id: id ?? (await idOf(body)), timestamp: Math.floor(Date.parse(now) / 1000), body }
  return { body, headers: { ...(await signWebhook(unsigned, keys)), 'content-type': 'application/json' } }
}
