import * as fc from 'fast-check'
import { expect } from 'vitest'
import { signWebhook, verifyWebhook } from '../../src/webhooks/index.ts'
import { clock, hmacKey, keysRemoved, sentAt } from './kit.ts'

const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

/** Bytes, JSON of any kind, and events of which a part is anything. */
const bodies = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc.jsonValue().map(text),
  fc.jsonValue().map((timestamp) => text({ ...keysRemoved, timestamp })),
  fc.jsonValue().map((data) => text({ ...keysRemoved, data })),
  fc.jsonValue().map((method) => text({ ...keysRemoved, data: { ...keysRemoved.data, method } })),
)

/** A sender whose key is right may send what it likes: the answer is data, 400, or an event. */
export const signedNoise = fc.asyncProperty(bodies, async (body) => {
  const headers = await signWebhook({ id: 'evt_7', timestamp: sentAt, body }, [hmacKey])
  const result = await verifyWebhook({ body, headers }, { keys: [hmacKey], clock })
  if (result.ok) return
  expect(result.status).toBe(400)
  expect(result.issues).not.toEqual([])
})
