import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ReceivedEvent } from '../events/reported.ts'
import { fault, type WebhookFault } from '../faults.ts'
import { createReceiver, methodNotAllowed, type ReceiverOptions, tooLarge } from '../receiver.ts'
import { longestWebhook } from '../verify.ts'

/** As frameworks hang on it what they have read. */
type Incoming = IncomingMessage & { readonly body?: unknown; readonly rawBody?: unknown }

type Raw = Uint8Array | string

const isRaw = (body: unknown): body is Raw => typeof body === 'string' || body instanceof Uint8Array

const streamed = async (message: IncomingMessage): Promise<Uint8Array | WebhookFault> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    length += chunk.length
    if (length > longestWebhook) return tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What arrived, as it arrived: kept aside by a framework, read as bytes by one, or still to come. */
const bodyOf = async (message: Incoming): Promise<Raw | WebhookFault> => {
  if (isRaw(message.rawBody)) return message.rawBody
  if (isRaw(message.body)) return message.body
  if (message.readableDidRead || message.readableEnded) return fault('WEBHOOK_BODY_ALREADY_PARSED')
  if (Number(message.headers['content-length'] ?? 0) > longestWebhook) return tooLarge()
  return streamed(message)
}

/** All of them, each as often as it came: Node would keep the first of some. */
const headersOf = ({ rawHeaders }: IncomingMessage): readonly (readonly [string, string])[] =>
  rawHeaders.flatMap((name, place) => (place % 2 === 0 ? [[name, rawHeaders[place + 1] ?? ''] as const] : []))

const write = async (target: ServerResponse, response: Response): Promise<void> => {
  target.writeHead(response.status, Object.fromEntries(response.headers))
  target.end(await response.text())
}

/**
 * The endpoint of `webhookHandler` for node:http, Express and what is built on them. It reads the raw bytes itself. Where a parser ran
 * first it takes what that kept (`express.raw()`, `rawBody`), and answers 500 with WEBHOOK_BODY_ALREADY_PARSED to `onFault` where the
 * bytes are lost.
 *
 * @throws InvalidInputError at once, for keys, a tolerance or a clock that are none.
 * @example
 * app.post('/webhooks', webhookListener({ keys: [secret], clock, receive: inbox.receive }))
 * app.use(express.json())
 */
export function webhookListener<Event = ReceivedEvent>(
  options: ReceiverOptions<Event>,
): (message: IncomingMessage, target: ServerResponse) => Promise<void> {
  const receiver = createReceiver(options)
  const answer = async (message: Incoming): Promise<Response> => {
    if (message.method !== 'POST') return methodNotAllowed()
    const body = await bodyOf(message)
    if (!isRaw(body)) return receiver.refuse(body)
    return receiver.take({ body, headers: headersOf(message) })
  }
  return async (message, target) => {
    try {
      await write(target, await answer(message))
    } catch {
      // The sender has hung up in the middle of its message.
      target.destroy()
    }
  }
}
