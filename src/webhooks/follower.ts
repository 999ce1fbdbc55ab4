import { checkOptions, type OptionRules, pluginError, quietly } from '../errors/index.ts'
import { placeIn, type ReceivedChange } from './events/changes.ts'
import type { KnownCases } from './known-cases.ts'
import type { WebhookReply } from './reply.ts'
import type { VerifiedWebhook } from './verify.ts'

/** Where cases are read, and where they are kept. */
export interface FollowerOptions<Case extends { readonly version: number }> {
  /** The case as it stands now, from the acquirer's side; `undefined` for one that is not ours any more. */
  readonly read: (lifecycleId: string) => Promise<Case | undefined>
  readonly known: KnownCases<Case>
  /** Told of what `read` or `known` threw, as a `PluginError` where it is no error of this library; the sender is asked to repeat. */
  readonly onFailure?: ((error: unknown, lifecycleId: string) => void) | undefined
}

/**
 * - `current`: what is kept is as new or newer.
 * - `read`: the case was read again and kept.
 * - `gone`: there is no such case for us.
 * - `passedOver`: nothing in it tells which case it is about.
 * - `behind`: what was read is older than what the message tells of; ask again.
 * - `failed`: reading or keeping did not work; ask again.
 */
export interface Followed extends WebhookReply {
  readonly outcome: 'current' | 'read' | 'gone' | 'passedOver' | 'behind' | 'failed'
}

/** Keeps cases of another side up to date by its messages. */
export interface Follower {
  /** Reads the case anew where the message is younger than what is known. Repeats and latecomers change nothing. */
  receive(message: VerifiedWebhook<ReceivedChange>): Promise<Followed>
}

/** Seconds: a replica that is read from catches up within. */
const catchUp = 5

/**
 * Keeps a portal's own copy of its cases in step with the acquirer's webhooks. A message only says that a case has come as far as a
 * version; what is kept is always read. So it does not matter how often, in what order or with what gaps messages
 * come, and a newer state is never overwritten.
 *
 * @example
 * const follower = createFollower({ read: (lifecycleId) => client.getTerminal({ lifecycleId }), known: cases })
 * const handler = webhookHandler({ keys: [secret], clock, events: changeEvents, receive: follower.receive })
 */
export function createFollower<Case extends { readonly version: number }>(
  options: FollowerOptions<Case>,
): Follower {
  checkOptions(options, { read: 'function', known: '.keep', onFailure: 'function?' } satisfies OptionRules<
    FollowerOptions<Case>
  >)
  const { read, known, onFailure } = options
  const follow = async (lifecycleId: string, version: number): Promise<Followed> => {
    const kept = await known.versionOf(lifecycleId)
    if (kept !== undefined && kept >= version) return { status: 200, outcome: 'current' }
    const found = await read(lifecycleId)
    if (!found) return { status: 200, outcome: 'gone' }
    await known.keep(lifecycleId, found.version, found)
    if (found.version >= version) return { status: 200, outcome: 'read' }
    return { status: 503, outcome: 'behind', code: 'WEBHOOK_READ_BEHIND', retryAfter: catchUp }
  }
  return {
    async receive({ event }) {
      const place = placeIn(event.data as Readonly<Record<string, unknown>>)
      if (!place) return { status: 200, outcome: 'passedOver' }
      const { lifecycleId, version } = place
      try {
        return await follow(lifecycleId, version)
      } catch (error) {
        quietly(onFailure)(pluginError('cases', error), lifecycleId)
        return { status: 503, outcome: 'failed', code: 'WEBHOOK_NOT_STORED' }
      }
    },
  }
}
