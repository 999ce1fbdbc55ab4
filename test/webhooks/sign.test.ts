import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { signWebhook } from '../../src/webhooks/index.ts'
import { hmacKey, otherHmacKey, privateKey } from './kit.ts'

const message = { id: 'msg_2KWPBgLlAfxdpx2AI54pPJ85f4W', timestamp: 1_674_087_231, body: '{"a":"开"}' }

describe('signWebhook', () => {
  it('signs as the package standardwebhooks does', async () => {
    const headers = await signWebhook(message, [hmacKey])
    const signature = new Webhook(hmacKey).sign(message.id, new Date(message.timestamp * 1000), message.body)
    expect(headers).toEqual({
      'webhook-id': message.id,
      'webhook-timestamp': '1674087231',
      'webhook-signature': signature,
    })
  })

  it('signs bytes as it signs their text', async () => {
    const bytes = new TextEncoder().encode(message.body)
    expect(await signWebhook({ ...message, body: bytes }, [hmacKey])).toEqual(
      await signWebhook(message, [hmacKey]),
    )
  })

  it('gives one signature for each key, so that keys can change without a gap', async () => {
    const headers = await signWebhook(message, [hmacKey, otherHmacKey, privateKey])
    const versions = headers['webhook-signature'].split(' ').map((signature) => signature.split(',')[0])
    expect(versions).toEqual(['v1', 'v1', 'v1a'])
  })

  it.each([
    ['an id with the full stop that parts what is signed', { id: 'a.1674087231' }, '/id'],
    ['an empty id', { id: '' }, '/id'],
    ['milliseconds for seconds', { timestamp: 1_674_087_231_000 }, '/timestamp'],
    ['part of a second', { timestamp: 1_674_087_231.5 }, '/timestamp'],
    ['no time at all', { timestamp: Number.NaN }, '/timestamp'],
  ])('refuses %s', async (_, change, path) => {
    await expect(signWebhook({ ...message, ...change }, [hmacKey])).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path, code: 'INVALID_FORMAT' }],
    })
  })
})
