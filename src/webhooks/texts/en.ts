import type { FaultText, WebhookFaultCode } from '../faults.ts'

export const faultTextsEn: Readonly<Record<WebhookFaultCode, FaultText>> = {
  WEBHOOK_BODY_ALREADY_PARSED: {
    text: 'The body was parsed before it was verified, so its signed bytes are lost.',
    fix: "Pass the raw bytes or text. Express: express.raw({ type: '*/*', limit: '256kb' }) on this route, before express.json(). Fastify: a content type parser with parseAs 'buffer'. NestJS: rawBody: true and request.rawBody. Next.js pages: api.bodyParser false. Next.js routes, Hono, workers: await request.text().",
  },
  WEBHOOK_BODY_TOO_LARGE: {
    text: 'The body is longer than 256 kB.',
    fix: 'The sender must send references instead of contents.',
  },
  WEBHOOK_HEADER_MISSING: {
    text: 'One of the headers webhook-id, webhook-timestamp and webhook-signature is missing.',
    fix: 'Check that the sender follows Standard Webhooks, and that no proxy removes its headers.',
  },
  WEBHOOK_HEADER_REPEATED: {
    text: 'One of the webhook headers is there more than once.',
    fix: 'Look for a proxy that adds headers; a sender sends each of them once.',
  },
  WEBHOOK_HEADER_TOO_LONG: {
    text: 'The webhook headers are longer than 4 kB, or carry more than ten signatures.',
    fix: 'The sender must retire old keys, so that it signs with the current ones only.',
  },
  WEBHOOK_ID_MALFORMED: {
    text: 'The id of the message has characters that no id has, or more than 200.',
    fix: 'The sender must number its messages with letters, digits, underscores, colons and hyphens.',
  },
  WEBHOOK_TIMESTAMP_MALFORMED: {
    text: 'The time of the attempt is not ten digits.',
    fix: 'The sender must write whole seconds since 1970, in ASCII digits.',
  },
  WEBHOOK_TOO_OLD: {
    text: 'The attempt was signed too long ago.',
    fix: 'Check the clocks on both sides. The sender must sign each attempt anew. For stored messages use verifyArchived.',
  },
  WEBHOOK_TOO_NEW: {
    text: 'The attempt was signed in the future.',
    fix: 'Check the clocks on both sides.',
  },
  WEBHOOK_SIGNATURE_MALFORMED: {
    text: 'The signature header is not a list of signatures.',
    fix: 'Check that the sender follows Standard Webhooks, and that no proxy joins or changes headers.',
  },
  WEBHOOK_SIGNATURE_WRONG: {
    text: 'No signature fits this message under the keys that are set.',
    fix: 'Compare the keys on both sides, and make sure that the body is passed exactly as it arrived.',
  },
  WEBHOOK_BODY_NOT_JSON: {
    text: 'The body is signed, but it is not JSON in UTF-8 without repeated members.',
    fix: 'The sender must correct what it sends.',
  },
  WEBHOOK_EVENT_INVALID: {
    text: 'The body is signed, but it is not an event as its type says.',
    fix: 'Show the sender the places in `issues`; the same message is refused again.',
  },
  WEBHOOK_REPLAYS_UNREACHABLE: {
    text: 'It could not be found out whether this message came before.',
    fix: 'Check the store of replays; the sender tries again.',
  },
  WEBHOOK_LIFE_UNKNOWN: {
    text: 'No terminal of the receiver is the one that the event is about.',
    fix: 'Check its number. An event that came before the terminal was opened is taken when it is repeated, within a day.',
  },
  WEBHOOK_EVENT_REFUSED: {
    text: 'The record of the terminal does not take this event now.',
    fix: 'See `blockers`. An event that came before another that it builds on is taken when it is repeated, within a day.',
  },
  WEBHOOK_ID_REUSED: {
    text: 'Another message came under this id before.',
    fix: 'The sender must give each message an id of its own; where several senders share a runtime, each inbox needs its `source`.',
  },
  WEBHOOK_NOT_STORED: {
    text: 'The record could not be read or written.',
    fix: 'See what `onFailure` was told; the sender tries again.',
  },
  WEBHOOK_READ_BEHIND: {
    text: 'The case that was read is older than the change that the message tells of.',
    fix: 'Nothing: the sender tries again, and the replica that is read from has caught up by then.',
  },
}
