import { readBody } from '../contract/index.ts'
import type { ReceivedEvent } from './events/reported.ts'
import { fault } from './faults.ts'
import { createReceiver, methodNotAllowed, type ReceiverOptions, tooLarge } from './receiver.ts'
import { longestWebhook } from './verify.ts'

/**
 * An endpoint for webhooks as one function from request to response, for whatever speaks Fetch: Hono, Next.js routes, workers,
 * Deno, Bun. For Express and bare Node see `webhookListener` of `./webhooks/node`.
 *
 * 204 or 200 once `receive` has come to rest, also for repeats; 400 for an event that is none, 401 for a signature, 405, 413, and
 * 500 or 503 when it is ours.
 *
 * @throws InvalidInputError at once, for keys, a tolerance or a clock that are none.
 * @example
 * const handler = webhookHandler({ keys: [secret], clock, receive: inbox.receive })
 * app.post('/webhooks', (context) => handler(context.req.raw))
 */
export function webhookHandler<Event = ReceivedEvent>(
  options: ReceiverOptions<Event>,
): (request: Request) => Promise<Response> {
  const receiver = createReceiver(options)
  return async (request) => {
    if (request.method !== 'POST') return methodNotAllowed()
    if (request.bodyUsed) return receiver.refuse(fault('WEBHOOK_BODY_ALREADY_PARSED'))
    const declared = Number(request.headers.get('content-length') ?? 0)
    const body = declared > longestWebhook ? undefined : await readBody(request, longestWebhook)
    return body ? receiver.take({ body, headers: request.headers }) : receiver.refuse(tooLarge())
  }
}
