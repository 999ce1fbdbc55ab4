import { asked, checkOptions, type OptionRules, pluginError, quietly } from '../errors/index.ts'
import type { ReceivedEvent } from './events/reported.ts'
import { fault, type WebhookFault } from './faults.ts'
import { millisecondsOf, readTolerance } from './freshness.ts'
import { readCheckingKeys } from './keys.ts'
import type { WebhookReply } from './reply.ts'
import { type VerifiedWebhook, type VerifyOptions, verifyWebhook, type WebhookMessage } from './verify.ts'

/** How messages are verified, and what is done with them. */
export interface ReceiverOptions<Event = ReceivedEvent> extends VerifyOptions<Event> {
  /**
   * What is done with a message that its sender signed; it has come to rest before the sender hears 2xx. `inbox.receive` and
   * `follower.receive` fit; a function of one's own that answers nothing is 204. One that throws is 500, and the sender repeats.
   */
  // biome-ignore lint/suspicious/noConfusingVoidType: a function that answers nothing is welcome
  readonly receive: (message: VerifiedWebhook<Event>) => Promise<WebhookReply | void>
  /** Told of every message that was not taken, for whoever watches. */
  readonly onFault?: ((fault: WebhookFault) => void) | undefined
  /** Told of what `receive` threw, as a `PluginError` where it is no error of this library; the sender learns nothing of it. */
  readonly onError?: ((error: unknown, id: string) => void) | undefined
}

/** What stands between a host's request and `receive`, the same for every host. */
export interface Receiver {
  take(message: WebhookMessage): Promise<Response>
  /** Refuses before there is a message. */
  refuse(fault: WebhookFault): Response
}

const problem = ({ status, code, issues = [], retryAfter }: WebhookReply): Response => {
  const body = { type: 'about:blank', status, code, ...(issues.length > 0 && { issues }) }
  const headers = {
    'content-type': 'application/problem+json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  return new Response(JSON.stringify(body), { status, headers })
}

const isFine = ({ status }: WebhookReply): boolean => status >= 200 && status < 300

/** Nothing to read: a sender looks at the status alone. */
const done = (status = 204): Response => new Response(null, { status })

/** Keys, tolerance and clock have rules of their own. */
const rules = {
  ...{ keys: 'any?', clock: 'any?', tolerance: 'any?' },
  ...{ events: 'function?', replay: '.seen?' },
  ...{ receive: 'function', onFault: 'function?', onError: 'function?' },
} satisfies OptionRules<ReceiverOptions>

export const createReceiver = <Event>(options: ReceiverOptions<Event>): Receiver => {
  checkOptions(options, rules)
  // Wrong options are thrown when the server starts, not at the first message.
  readCheckingKeys(options.keys)
  readTolerance(options.tolerance)
  millisecondsOf(options.clock)

  const onFault = quietly(options.onFault)
  const onError = quietly(options.onError)

  const refuse = (found: WebhookFault): Response => {
    onFault(found)
    return problem(found)
  }

  const carryOut = async (message: VerifiedWebhook<Event>): Promise<WebhookReply> => {
    try {
      return (await options.receive(message)) ?? { status: 204 }
    } catch (error) {
      onError(pluginError('receive', error), message.id)
      return { status: 500, code: 'INTERNAL' }
    }
  }

  return {
    refuse,
    async take(given) {
      const message = await verifyWebhook(given, options)
      if (!message.ok) return refuse(message)
      if (message.repeated) return done()
      const reply = await carryOut(message)
      if (isFine(reply)) return done(reply.status)
      // It did not happen, so that the next attempt is no repeat.
      await asked('replays', async () => options.replay?.forget?.(message.id)).catch((error: unknown) =>
        onError(error, message.id),
      )
      return problem(reply)
    },
  }
}

/** Of no message at all: the body is longer than any. */
export const tooLarge = (): WebhookFault => fault('WEBHOOK_BODY_TOO_LARGE')

export const methodNotAllowed = (): Response =>
  new Response(null, { status: 405, headers: { allow: 'POST' } })
