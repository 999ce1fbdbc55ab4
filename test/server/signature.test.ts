import { describe, expect, it } from 'vitest'
import { signing } from '../../src/client/index.ts'
import { type Arriving, at, judged, sharedKey, signed, write } from './signatures.ts'

const seconds = (more: number) => ({ now: () => new Date(Date.parse(at) + more * 1000).toISOString() })
const header = (arriving: Arriving): string => arriving.headers['x-signature'] ?? ''
const withHeader = (arriving: Arriving, name: string, value: string): Arriving => ({
  ...arriving,
  headers: { ...arriving.headers, [name]: value },
})
/** The same request under another signature header. */
const resigned = (arriving: Arriving, change: (text: string) => string): Arriving =>
  withHeader(arriving, 'x-signature', change(header(arriving)))

import { arrives, signedParts } from './signed-bits.ts'

describe('a signature', () => {
  it('counts for the request that it was made for', async () => {
    expect(await judged(await signed(write()))).toEqual({ verdict: 'accepted', read: 1 })
  })

  it.each([
    ['a write without a body', { ...write(), body: new Uint8Array() }],
    ['a read', { method: 'GET', target: '/v1/terminals?serial=a%20b', headers: {}, body: new Uint8Array() }],
    [
      'a part of a document',
      { method: 'GET', target: '/v1/x', headers: { range: 'bytes=0-9' }, body: new Uint8Array() },
    ],
  ])('counts for %s', async (_, request) => {
    expect(await judged(await signed(request))).toMatchObject({ verdict: 'accepted' })
  })

  it.each([
    ['another method', { method: 'PUT' }],
    ['another path', { target: '/v1/systems/settlements/refunds?trial=1' }],
    ['another query', { target: '/v1/systems/settlements/payouts?trial=2' }],
    ['no query', { target: '/v1/systems/settlements/payouts' }],
    ['another body', { body: new TextEncoder().encode('{"amount":5001}') }],
    ['a longer body', { body: new TextEncoder().encode('{"amount":5000} ') }],
    ['no body', { body: new Uint8Array() }],
  ])('does not count for %s', async (_, change) => {
    expect(await judged({ ...(await signed(write())), ...change })).toMatchObject({ verdict: 'mismatch' })
  })

  it.each([
    ['if-match', '"2"'],
    ['if-match', '*'],
    ['idempotency-key', 'lc-1/4/1'],
    ['content-type', 'application/octet-stream'],
    ['content-range', 'bytes 0-1/2'],
  ])('does not count with another %s', async (name, value) => {
    const arriving = await signed(write())
    expect(await judged(withHeader(arriving, name, value))).toMatchObject({ verdict: 'mismatch' })
    const { [name]: _, ...rest } = arriving.headers
    if (name !== 'content-range')
      expect(await judged({ ...arriving, headers: rest })).toMatchObject({ verdict: 'mismatch' })
  })

  it('does not count when a field was moved into its neighbour', async () => {
    const { headers, ...rest } = await signed({
      ...write(),
      headers: { 'if-match': 'a', 'idempotency-key': 'b' },
    })
    for (const moved of [
      { 'if-match': 'a\u00a0b' },
      { 'idempotency-key': 'ab' },
      { 'if-match': 'b', 'idempotency-key': 'a' },
    ]) {
      const arriving = { ...rest, headers: { 'x-signature': headers['x-signature'] ?? '', ...moved } }
      expect((await judged(arriving).catch(() => ({ verdict: 'thrown' }))).verdict).not.toBe('accepted')
    }
  })

  it('does not count with a header that is there and empty', async () => {
    const arriving = await signed({ ...write(), headers: { 'idempotency-key': 'k' } })
    expect(await judged(withHeader(arriving, 'if-match', ''))).toEqual({ verdict: 'malformed', read: 0 })
  })
})

it('A signature counts no more when a bit of any part of the request is turned over', async () => {
  for (const { name, bits, turn } of await signedParts()) {
    // One bit of each byte; all of them have a slow test.
    const some = Array.from({ length: bits / 8 }, (_, place) => 8 * place + (place % 8)).map(turn)
    for (const other of some.filter(arrives)) {
      const { verdict } = await judged(other).catch(() => ({ verdict: 'thrown' }))
      expect([name, verdict]).not.toEqual([name, 'accepted'])
    }
  }
})

describe('the time of a signature', () => {
  it.each([
    [300, 'accepted'],
    [300.001, 'tooOld'],
    [301, 'tooOld'],
    [-30, 'accepted'],
    [-30.001, 'tooEarly'],
    [-31, 'tooEarly'],
    [86_400, 'tooOld'],
  ])('seen %s seconds later is %s', async (later, verdict) => {
    expect(await judged(await signed(write()), { clock: seconds(later) })).toEqual({
      verdict,
      read: verdict === 'accepted' ? 1 : 0,
    })
  })

  it('is judged by a window of the house', async () => {
    const arriving = await signed(write())
    const window = { past: 10, future: 0 }
    expect(await judged(arriving, { window, clock: seconds(11) })).toMatchObject({ verdict: 'tooOld' })
    expect(await judged(arriving, { window, clock: seconds(-1) })).toMatchObject({ verdict: 'tooEarly' })
  })

  it('counts for nothing when the clock of the house gives none', async () => {
    expect(await judged(await signed(write()), { clock: { now: () => 'noon' } })).toMatchObject({
      verdict: 'tooOld',
    })
  })

  it('may be written with any offset by the clock of the sender', async () => {
    const auth = signing({
      keyId: 'k-1',
      algorithm: 'hmac-sha256',
      key: sharedKey,
      clock: { now: () => '2026-03-02T09:00:00+08:00' },
    })
    expect(await judged(await signed(write(), auth))).toMatchObject({ verdict: 'accepted' })
  })
})

describe('the header of a signature', () => {
  it('that is not there is told apart from one that is wrong', async () => {
    expect(await judged(write())).toEqual({ verdict: 'missing', read: 0 })
  })

  it.each([
    ['empty', () => ''],
    ['twice there', (text: string) => `${text}, ${text}`],
    ['with a field twice', (text: string) => text.replace('sig=', 'sig=00,sig=')],
    ['in another order', (text: string) => text.replace(/^(keyId=[^,]+),(alg=[^,]+)/, '$2,$1')],
    ['with blanks', (text: string) => text.replaceAll(',', ', ')],
    ['in capitals', (text: string) => text.replace(/sig=.*/, (sig) => `sig=${sig.slice(4).toUpperCase()}`)],
    ['cut off', (text: string) => text.slice(0, -1)],
    ['without a signature', (text: string) => text.replace(/sig=.*/, 'sig=')],
    ['too short', (text: string) => text.slice(0, -2)],
    ['without end', (text: string) => text + '00'.repeat(4_000)],
    ['of no algorithm', (text: string) => text.replace('hmac-sha256', 'none')],
    ['of an older version', (text: string) => text.replace('sig=', 'v1=')],
    ['with a day that is none', (text: string) => text.replace('2026-03-02', '2026-13-32')],
    ['with Unicode digits', (text: string) => text.replace('2026', '２０２６')],
    ['with a key id that holds another field', (text: string) => text.replace('keyId=k-1', 'keyId=k,v1=00')],
  ])('is malformed when it is %s', async (_, change) => {
    const arriving = await signed(write())
    const other = change(header(arriving))
    const headers = {
      ...arriving.headers,
      'x-signature': [...other].every((c) => c < '\u00ff') ? other : 'x',
    }
    expect(await judged({ ...arriving, headers })).toEqual({ verdict: 'malformed', read: 0 })
  })

  it('under another algorithm of the same key is nobody\u2019s', async () => {
    const arriving = resigned(await signed(write()), (text) => text.replace('hmac-sha256', 'rsa-pss-sha256'))
    expect(await judged(arriving)).toEqual({ verdict: 'unknownKey', read: 0 })
  })
})
