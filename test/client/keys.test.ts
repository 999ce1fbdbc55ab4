import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UsedKeys } from '../../src/client/used-keys.ts'
import { isIdempotencyKey } from '../../src/contract/index.ts'
import { OutcomeUnknownError } from '../../src/errors/index.ts'
import { caught, json, problem, revokeKeys, scripted, status, terminalRef } from './kit.ts'

const done = json({ status: 'done', reference: 'r-1' })
const key = { idempotencyKey: 'lc-1/4/0' }

describe('an idempotency key', () => {
  it('under which another body was sent is refused before anything is sent', async () => {
    const { client, sent } = scripted([done])
    await client.revokeKeys(revokeKeys, key)
    const other = await caught(client.revokeKeys({ ...revokeKeys, reason: 'unreturned' }, key))
    expect(other).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/idempotencyKey', code: 'IDEMPOTENCY_KEY_REUSED' }],
    })
    expect(sent).toHaveLength(1)
  })

  it('under which something was sent to another path is refused too', async () => {
    const { client, sent } = scripted([done])
    await client.revokeKeys(revokeKeys, key)
    expect(await caught(client.revokeKeys({ ...revokeKeys, serial: '999-999-999' }, key))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    expect(sent).toHaveLength(1)
  })

  it('under which another byte was sent is refused, wherever it stands and however short the rest', () => {
    const write = (...body: number[]) => ({ ...post, idempotencyKey: 'k', body: Uint8Array.from(body) })
    const post = { method: 'POST', url: 'https://acquirer.example/v1' }
    const byte = fc.integer({ min: 0, max: 255 })
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1 }), fc.nat(), byte, (bytes, place, other) => {
        const changed = bytes.with(place % bytes.length, other)
        fc.pre(changed.join() !== bytes.join())
        const keys = new UsedKeys()
        keys.note(write(...bytes))
        expect(() => keys.note(write(...changed))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
      }),
    )
  })

  it('is not bound by what both calls at once send first, but by what is sent first', async () => {
    const { client, sent } = scripted([done])
    const both = [revokeKeys, { ...revokeKeys, reason: 'unreturned' }]
    const ends = await Promise.allSettled(
      both.map((body) => client.revokeKeys(body as typeof revokeKeys, key)),
    )
    expect(ends.map((end) => end.status)).toEqual(['fulfilled', 'rejected'])
    expect(sent).toHaveLength(1)
  })

  it('may be used again for the same request, with another version in view too', async () => {
    const answer = problem('STALE_VERSION', 412)
    const { client, sent } = scripted([answer])
    const withdrawn = { applicationId: 'app-1' }
    for (const expectedVersion of [3, 3, 4])
      await caught(client.withdrawApplication(withdrawn, { ...key, expectedVersion }))
    expect(sent).toHaveLength(3)
  })

  it('is forgotten after so many others, so that a client does not grow for ever', () => {
    const keys = new UsedKeys(3)
    const write = (idempotencyKey: string, method = 'POST') => ({
      method,
      url: 'https://acquirer.example/v1',
      headers: {},
      body: undefined,
      input: {},
      about: {},
      idempotencyKey,
    })
    for (const name of ['a', 'b', 'c', 'a', 'd']) keys.note(write(name))
    keys.note(write('b', 'PUT'))
    expect(() => keys.note(write('a', 'PUT'))).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }))
  })

  it.each([
    ['empty', ''],
    ['a blank', 'a b'],
    ['a line end', 'a\r\nb'],
    ['a dot', '.'],
    ['two dots', '..'],
    ['a card number', 'order-4111111111111111'],
    ['an identity number', 'lc-1/11010519491231002X/1'],
    ['201 characters', 'x'.repeat(201)],
  ])('is not %s', async (_, idempotencyKey) => {
    const { client, sent } = scripted([done])
    expect(await caught(client.revokeKeys(revokeKeys, { idempotencyKey }))).toMatchObject({
      code: 'INVALID_INPUT',
      issues: [{ path: '/idempotencyKey', code: 'INVALID_FORMAT' }],
    })
    expect(sent).toEqual([])
  })

  it('that may be sent is never masked in the error that it is needed for', () => {
    const request = { method: 'POST', url: 'https://acquirer.example/v1' }
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: fc.constantFrom(...'0123456789abcdefXx-/!~#') }),
      fc.uuid(),
      fc.stringMatching(/^[0-9]{13,20}$/),
      fc.stringMatching(/^[0-9a-f]{64}$/),
    )
    fc.assert(
      fc.property(text, (idempotencyKey) => {
        fc.pre(isIdempotencyKey(idempotencyKey))
        expect(new OutcomeUnknownError({ request, idempotencyKey }).idempotencyKey).toBe(idempotencyKey)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is not asked of a read', async () => {
    const { client, sent } = scripted([json(status)])
    await client.readStatus({ terminalRef }, { idempotencyKey: 'k' })
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false)
  })
})
