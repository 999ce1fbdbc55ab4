import type { FaultText, WebhookFaultCode } from '../faults.ts'

export const faultTextsEn: Readonly<Record<WebhookFaultCode, FaultText>> = {
  WEBHOOK_BODY_ALREADY_PARSED: {
    text: 'The body was parsed before it was verified, so its signed bytes are lost.',
    fix: "Pass the raw bytes or text. Express: express.raw({ type: '*/*' }) on this route, before express.json(). Fastify: a content type parser with parseAs 'buffer'. NestJS: rawBody: true and request.rawBody. Next.js pages: api.bodyParser false. Next.js routes, Hono, workers: await request.text().",
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
}
