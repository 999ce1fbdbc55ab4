import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { signWebhook, verifyArchived, verifyWebhook } from '../../src/webhooks/index.ts'
import {
  body,
  clock,
  clockAt,
  hmacKey,
  keysRemoved,
  otherHmacKey,
  privateKey,
  publicKey,
  sentAt,
  signed,
} from './kit.ts'

const options = { keys: [hmacKey], clock }
const codeOf = async (...asked: Parameters<typeof verifyWebhook>) => {
  const result = await verifyWebhook(...asked)
  return result.ok ? 'taken' : result.code
}

describe('verifyWebhook', () => {
  it('takes what its sender signed, and gives the event typed', async () => {
    const { type, timestamp, data } = keysRemoved
    const { lifecycleId, ...members } = data
    expect(await verifyWebhook(await signed(), options)).toEqual({
      ok: true,
      id: 'evt_7',
      timestamp: sentAt,
      event: { type, timestamp, data: members, subject: { lifecycleId } },
      repeated: false,
    })
  })

  it('takes what the package standardwebhooks signed', async () => {
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(sentAt),
      'webhook-signature': new Webhook(hmacKey).sign('msg_1', new Date(sentAt * 1000), body),
    }
    expect(await verifyWebhook({ body, headers }, options)).toMatchObject({ ok: true, id: 'msg_1' })
  })

  it('takes ed25519 under a public key', async () => {
    const message = await signed({}, [privateKey])
    expect(await codeOf(message, { keys: [publicKey], clock })).toBe('taken')
  })

  it.each([
    ['Headers of Fetch', (headers: Record<string, string>) => new Headers(headers)],
    ['pairs', (headers: Record<string, string>) => Object.entries(headers)],
    [
      'names in capitals',
      (headers: Record<string, string>) =>
        Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value])),
    ],
  ])('reads headers given as %s', async (_, form) => {
    const { headers } = await signed()
    expect(await codeOf({ body, headers: form(headers) }, options)).toBe('taken')
  })

  it('reads bytes as it reads their text', async () => {
    const { headers } = await signed()
    expect(await codeOf({ body: new TextEncoder().encode(body), headers }, options)).toBe('taken')
  })

  it.each([
    ['the sender still has the old key', [otherHmacKey], [hmacKey, otherHmacKey]],
    ['the receiver still has the old key', [hmacKey, otherHmacKey], [otherHmacKey]],
    ['the sender moves to ed25519', [hmacKey, privateKey], [publicKey]],
  ])('goes on while keys change and %s', async (_, signing, keys) => {
    expect(await codeOf(await signed({}, signing), { keys, clock })).toBe('taken')
  })

  it('passes over a signature of a newer kind', async () => {
    const { headers } = await signed()
    const signature = `v2,${'A'.repeat(100)} ${headers['webhook-signature']}`
    expect(await codeOf({ body, headers: { ...headers, 'webhook-signature': signature } }, options)).toBe(
      'taken',
    )
  })
})

describe('freshness', () => {
  it.each([
    ['at once', 0, 'taken'],
    ['300 seconds later', 300, 'taken'],
    ['301 seconds later', 301, 'WEBHOOK_TOO_OLD'],
    ['30 seconds before it was signed', -30, 'taken'],
    ['31 seconds before it was signed', -31, 'WEBHOOK_TOO_NEW'],
    ['a year later', 31_536_000, 'WEBHOOK_TOO_OLD'],
  ])('is judged when a message comes %s', async (_, later, code) => {
    expect(await codeOf(await signed(), { ...options, clock: clockAt(sentAt + later) })).toBe(code)
  })

  it('can be narrowed and widened within limits', async () => {
    const late = { ...options, clock: clockAt(sentAt + 60) }
    expect(await codeOf(await signed(), { ...late, tolerance: { pastSeconds: 59 } })).toBe('WEBHOOK_TOO_OLD')
    const later = { ...options, clock: clockAt(sentAt + 3600) }
    expect(await codeOf(await signed(), { ...later, tolerance: { pastSeconds: 3600 } })).toBe('taken')
  })

  it.each([
    ['nothing', { pastSeconds: 0 }, '/tolerance/pastSeconds', 'TOO_SMALL'],
    ['infinity', { pastSeconds: Number.POSITIVE_INFINITY }, '/tolerance/pastSeconds', 'WRONG_TYPE'],
    ['no number', { aheadSeconds: Number.NaN }, '/tolerance/aheadSeconds', 'WRONG_TYPE'],
    ['a text', { pastSeconds: '300' }, '/tolerance/pastSeconds', 'WRONG_TYPE'],
    ['less than nothing', { aheadSeconds: -1 }, '/tolerance/aheadSeconds', 'TOO_SMALL'],
    ['a moment', { pastSeconds: 9 }, '/tolerance/pastSeconds', 'TOO_SMALL'],
    ['no time ahead', { aheadSeconds: 0 }, '/tolerance/aheadSeconds', 'TOO_SMALL'],
    ['more than an hour', { pastSeconds: 3_601 }, '/tolerance/pastSeconds', 'TOO_LARGE'],
    ['more than five minutes ahead', { aheadSeconds: 301 }, '/tolerance/aheadSeconds', 'TOO_LARGE'],
    ['milliseconds', { pastSeconds: 300_000 }, '/tolerance/pastSeconds', 'TOO_LARGE'],
    ['a bare number', 300, '/tolerance', 'WRONG_TYPE'],
    ['null', null, '/tolerance', 'WRONG_TYPE'],
    ['another name', { past: 300 }, '/tolerance', 'UNKNOWN_FIELD'],
  ])('is never left out by a tolerance of %s', async (_, tolerance, path, code) => {
    const asked = { ...options, tolerance } as Parameters<typeof verifyWebhook>[1]
    await expect(verifyWebhook(await signed(), asked)).rejects.toMatchObject({ issues: [{ path, code }] })
  })

  it.each([
    ['missing', undefined],
    ['without an instant', { now: () => 'later' }],
  ])('is never left out by a clock that is %s', async (_, broken) => {
    const asked = { keys: [hmacKey], clock: broken } as Parameters<typeof verifyWebhook>[1]
    await expect(verifyWebhook(await signed(), asked)).rejects.toMatchObject({ issues: [{ path: '/clock' }] })
  })

  it('is looked at by verifyArchived alone not at all, and the signature all the same', async () => {
    const old = await signed({ at: 1_000_000_000 })
    expect(await verifyArchived(old, { keys: [hmacKey] })).toMatchObject({
      ok: true,
      timestamp: 1_000_000_000,
    })
    expect(await verifyArchived(old, { keys: [otherHmacKey] })).toMatchObject({
      code: 'WEBHOOK_SIGNATURE_WRONG',
    })
  })
})

describe('the body', () => {
  it.each([
    ['an object', keysRemoved],
    ['null', null],
    ['nothing', undefined],
    ['a list of bytes that is none', [1, 2]],
  ])('is told to be parsed already when it is %s, with the fix for each framework', async (_, parsed) => {
    const { headers } = await signed()
    const result = await verifyWebhook({ body: parsed as unknown as string, headers }, options)
    expect(result).toMatchObject({ ok: false, code: 'WEBHOOK_BODY_ALREADY_PARSED', status: 500 })
    const { fix } = result as { fix: string }
    for (const framework of ['Express', 'Fastify', 'NestJS', 'Next.js', 'Hono'])
      expect(fix).toContain(framework)
  })

  it('may have 256 kB and not a byte more', async () => {
    const padded = (length: number) => `${body}${' '.repeat(length - body.length)}`
    const just = await signed({ text: padded(256 * 1024) })
    expect(await codeOf(just, options)).toBe('taken')
    const more = await signed({ text: padded(256 * 1024 + 1) })
    expect(await verifyWebhook(more, options)).toMatchObject({ code: 'WEBHOOK_BODY_TOO_LARGE', status: 413 })
    const wide = await signed({ text: `"${'开'.repeat(90_000)}"` })
    expect(await codeOf(wide, options)).toBe('WEBHOOK_BODY_TOO_LARGE')
  })

  it.each([
    ['no JSON', 'nonsense'],
    ['empty', ''],
    ['JSON behind a byte order mark', `\uFEFF${body}`],
    ['JSON with a member twice', body.replace('{', '{"type":"keys.removed",')],
    ['JSON with ten thousand members', `[${'0,'.repeat(10_000)}0]`],
    ['nested beyond measure', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ])('is verified first, and then refused with 400 when it is %s', async (_, text) => {
    const message = await signed({ text })
    expect(await verifyWebhook(message, options)).toMatchObject({
      code: 'WEBHOOK_BODY_NOT_JSON',
      status: 400,
    })
    expect(await codeOf(message, { keys: [otherHmacKey], clock })).toBe('WEBHOOK_SIGNATURE_WRONG')
  })

  it('is refused when its bytes are no UTF-8', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...keysRemoved, note: '?' }))
    bytes[bytes.lastIndexOf(0x3f)] = 0xff
    const headers = await signWebhook({ id: 'evt_7', timestamp: sentAt, body: bytes }, [hmacKey])
    expect(await codeOf({ body: bytes, headers: { ...headers } }, options)).toBe('WEBHOOK_BODY_NOT_JSON')
  })

  it('is what was verified, even if the buffer is written to meanwhile', async () => {
    const { headers } = await signed()
    const bytes = new TextEncoder().encode(body)
    const result = verifyWebhook({ body: bytes, headers }, options)
    bytes.fill(0x20)
    expect(await result).toMatchObject({ ok: true })
  })
})
