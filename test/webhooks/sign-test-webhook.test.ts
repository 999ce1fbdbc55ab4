import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { signTestWebhook } from '../../src/testing/index.ts'
import { webhookHandler } from '../../src/webhooks/index.ts'
import { clock, clockAt, hmacKey, keysRemoved, privateKey, publicKey, sentAt } from './kit.ts'

afterEach(() => {
  vi.useRealTimers()
})

describe('signTestWebhook', () => {
  it.each([
    ['HMAC', hmacKey, hmacKey],
    ['ed25519', privateKey, publicKey],
  ])('makes with %s what a handler takes, typed', async (_, signing, checking) => {
    const heard: string[] = []
    const handler = webhookHandler({
      ...{ keys: [checking], clock },
      receive: async ({ event }) => {
        if (event.type === 'keys.removed') heard.push(event.data.method)
      },
    })
    const message = await signTestWebhook(keysRemoved, { keys: [signing], clock })
    const response = await handler(new Request('http://localhost/', { method: 'POST', ...message }))
    expect([response.status, heard]).toEqual([204, ['zeroised']])
  })

  it('makes what the package standardwebhooks verifies', async () => {
    vi.useFakeTimers({ now: sentAt * 1000, toFake: ['Date'] })
    const { body, headers } = await signTestWebhook(keysRemoved, { keys: [hmacKey], clock })
    expect(new Webhook(hmacKey).verify(body, { ...headers })).toEqual(keysRemoved)
  })

  it('gives one id to one event, however often it is signed', async () => {
    const first = await signTestWebhook(keysRemoved, { keys: [hmacKey], clock })
    const again = await signTestWebhook(keysRemoved, { keys: [hmacKey], clock: clockAt(sentAt + 60) })
    const other = await signTestWebhook({ ...keysRemoved, type: 'keys.rotated' }, { keys: [hmacKey], clock })
    const ids = [first, again, other].map(({ headers }) => headers['webhook-id'])
    expect(ids[1]).toBe(ids[0])
    expect(ids[2]).not.toBe(ids[0])
    expect(again.headers['webhook-timestamp']).toBe(String(sentAt + 60))
  })
})
