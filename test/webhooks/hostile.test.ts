import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../src/webhooks/index.ts'
import { flips } from './flips.ts'
import { body, clock, hmacKey, otherHmacKey, privateKey, publicKey, sentAt, signed } from './kit.ts'
import { randomHeaders } from './random-headers.ts'
import { signedNoise } from './signed-noise.ts'

const options = { keys: [hmacKey], clock }
const { headers } = await signed()
const { 'webhook-signature': signature } = headers
const now = String(sentAt)

const answerTo = (
  change: Readonly<Record<string, string | readonly string[] | undefined>>,
  keys: readonly string[] = [hmacKey],
) => verifyWebhook({ body, headers: { ...headers, ...change } }, { keys, clock })

describe('a forged message', () => {
  it('is refused with 401 for every bit that is flipped in the three headers and the body', async () => {
    expect(await flips({ body, headers }, options)).toEqual({ tried: 8 * 200, accepted: [] })
  })

  it('is refused under ten thousand random headers', async () => {
    expect(await randomHeaders(10_000, 7)).toEqual([])
  })

  it.each([
    ['no signature', { 'webhook-signature': undefined }, 'WEBHOOK_HEADER_MISSING'],
    ['an empty signature', { 'webhook-signature': '' }, 'WEBHOOK_SIGNATURE_MALFORMED'],
    ['blanks for a signature', { 'webhook-signature': '   ' }, 'WEBHOOK_SIGNATURE_MALFORMED'],
    ['a version without a signature', { 'webhook-signature': 'v1,' }, 'WEBHOOK_SIGNATURE_MALFORMED'],
    [
      'the time in the signature',
      { 'webhook-signature': `t=${now},${signature}` },
      'WEBHOOK_SIGNATURE_MALFORMED',
    ],
    ['the time twice', { 'webhook-timestamp': `${now}, ${now}` }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['two times', { 'webhook-timestamp': [now, now] }, 'WEBHOOK_HEADER_REPEATED'],
    ['two signature headers', { 'webhook-signature': [signature, signature] }, 'WEBHOOK_HEADER_REPEATED'],
    [
      'two joined by a comma',
      { 'webhook-signature': `${signature}, ${signature}` },
      'WEBHOOK_SIGNATURE_MALFORMED',
    ],
    ['an id in capitals besides', { 'Webhook-Id': 'evt_8' }, 'WEBHOOK_HEADER_REPEATED'],
    ['an id with a full stop', { 'webhook-id': `evt_7.${now}` }, 'WEBHOOK_ID_MALFORMED'],
    ['an id with a line break', { 'webhook-id': 'evt_7\r\nx: y' }, 'WEBHOOK_ID_MALFORMED'],
    ['an id of 201 characters', { 'webhook-id': 'x'.repeat(201) }, 'WEBHOOK_ID_MALFORMED'],
    ['full-width digits', { 'webhook-timestamp': '１７９５８５６４００' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['Arabic digits', { 'webhook-timestamp': '١٧٩٥٨٥٦٤٠٠' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['milliseconds', { 'webhook-timestamp': `${now}000` }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['infinity', { 'webhook-timestamp': 'Infinity' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['NaN', { 'webhook-timestamp': 'NaN' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['an exponent', { 'webhook-timestamp': '1.79586e+9' }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['a sign', { 'webhook-timestamp': `+${now}` }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    ['a blank', { 'webhook-timestamp': ` ${now}` }, 'WEBHOOK_TIMESTAMP_MALFORMED'],
    [
      'eleven signatures',
      { 'webhook-signature': Array(11).fill(signature).join(' ') },
      'WEBHOOK_HEADER_TOO_LONG',
    ],
    ['5 kB of headers', { 'webhook-signature': `v1,${'A'.repeat(5_000)}` }, 'WEBHOOK_HEADER_TOO_LONG'],
    [
      'another version of the same',
      { 'webhook-signature': signature.replace('v1', 'v0') },
      'WEBHOOK_SIGNATURE_WRONG',
    ],
    [
      'a version in capitals',
      { 'webhook-signature': signature.replace('v1', 'V1') },
      'WEBHOOK_SIGNATURE_MALFORMED',
    ],
    ['half a signature', { 'webhook-signature': signature.slice(0, 24) }, 'WEBHOOK_SIGNATURE_WRONG'],
    ['no padding', { 'webhook-signature': signature.slice(0, -1) }, 'WEBHOOK_SIGNATURE_WRONG'],
    [
      'letters of URLs',
      { 'webhook-signature': signature.replaceAll('/', '_').replaceAll('+', '-').replace('=', '') },
      'WEBHOOK_SIGNATURE_WRONG',
    ],
  ] as const)('is refused with 401 when it has %s', async (_, change, code) => {
    expect(await answerTo(change)).toMatchObject({ ok: false, status: 401, code })
  })

  it('is refused when no headers came with it', async () => {
    for (const none of [undefined, null, {}, 'webhook-id: evt_7']) {
      const asked = { body, headers: none as unknown as Headers }
      expect(await verifyWebhook(asked, options)).toMatchObject({ code: 'WEBHOOK_HEADER_MISSING' })
    }
  })

  it('is refused when a public key was used as a secret', async () => {
    const asSecret = publicKey.replace('whpk_', 'whsec_')
    const forged = await signed({}, [asSecret])
    expect(await verifyWebhook(forged, { keys: [publicKey], clock })).toMatchObject({
      code: 'WEBHOOK_SIGNATURE_WRONG',
    })
  })

  it('is refused when a signature of one kind bears the name of the other', async () => {
    const { headers: asymmetric } = await signed({}, [privateKey])
    const renamed = asymmetric['webhook-signature'].replace('v1a,', 'v1,')
    const keys = [hmacKey, publicKey]
    expect(await answerTo({ 'webhook-signature': renamed }, keys)).toMatchObject({
      code: 'WEBHOOK_SIGNATURE_WRONG',
    })
    const downgraded = signature.replace('v1,', 'v1a,')
    expect(await answerTo({ 'webhook-signature': downgraded }, keys)).toMatchObject({
      code: 'WEBHOOK_SIGNATURE_WRONG',
    })
  })

  it('is refused when it was signed for another endpoint', async () => {
    const other = await signed({}, [otherHmacKey])
    expect(await verifyWebhook(other, options)).toMatchObject({ code: 'WEBHOOK_SIGNATURE_WRONG' })
  })

  it('is refused when the parts of another message were moved across their full stops', async () => {
    const text = `${now}.${body}`
    const moved = await signed({ text })
    expect(await verifyWebhook({ body, headers: { ...moved.headers } }, options)).toMatchObject({ ok: false })
  })
})

describe('a sender whose key is right', () => {
  it('gets an answer, whatever it sends', async () => {
    await fc.assert(signedNoise, { numRuns: 300 })
  })
})
