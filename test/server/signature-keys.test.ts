import { describe, expect, it } from 'vitest'
import { signing } from '../../src/client/index.ts'
import {
  type Arriving,
  clock,
  judged,
  pairOf,
  secret,
  shared,
  sharedKey,
  signed,
  write,
} from './signatures.ts'

const header = (arriving: Arriving): string => arriving.headers['x-signature'] ?? ''
const underAnotherKey = ({ headers, ...rest }: Arriving): Arriving => ({
  ...rest,
  headers: { ...headers, 'x-signature': (headers['x-signature'] ?? '').replace('k-1', 'k-2') },
})

describe('a key', () => {
  it('that nobody has is refused before the body is read', async () => {
    const arriving = underAnotherKey(await signed(write()))
    expect(await judged(arriving)).toEqual({ verdict: 'unknownKey', read: 0 })
  })

  it('of somebody else does not count', async () => {
    const other = { ...shared, secret: 'another secret of 24 bytes' }
    expect(await judged(await signed(write()), { keys: [other] })).toMatchObject({ verdict: 'mismatch' })
  })

  it('may be one of several while they rotate, under one id or two', async () => {
    const arriving = await signed(write())
    const old = { ...shared, secret: 'the secret of the last year' }
    for (const keys of [
      [old, shared],
      [shared, old],
      [{ ...old, keyId: 'k-0' }, shared],
    ]) {
      expect(await judged(arriving, { keys })).toMatchObject({ verdict: 'accepted' })
    }
  })

  it('may be looked up by its id', async () => {
    const asked: string[] = []
    const keys = async (keyId: string) => {
      asked.push(keyId)
      return [shared]
    }
    expect(await judged(await signed(write()), { keys })).toMatchObject({ verdict: 'accepted' })
    expect(asked).toEqual(['k-1'])
  })

  it('looked up under another id does not count', async () => {
    const keys = () => [{ ...shared, keyId: 'k-9' }]
    expect(await judged(await signed(write()), { keys })).toMatchObject({ verdict: 'unknownKey' })
  })

  it('that is too short is a fault of the house', async () => {
    await expect(judged(await signed(write()), { keys: [{ ...shared, secret: 'short' }] })).rejects.toThrow(
      RangeError,
    )
  })

  it('of a pair counts, and only with its own other half', async () => {
    const algorithm = 'ecdsa-p256-sha256'
    const [own, other] = [await pairOf(algorithm), await pairOf(algorithm)]
    const auth = signing({ keyId: 'k-1', clock, algorithm, key: own.privateKey })
    const arriving = await signed(write(), auth)
    const keys = (pair: CryptoKeyPair) => [{ keyId: 'k-1', algorithm, key: pair.publicKey } as const]
    expect(await judged(arriving, { keys: keys(own) })).toMatchObject({ verdict: 'accepted' })
    expect(await judged(arriving, { keys: keys(other) })).toMatchObject({ verdict: 'mismatch' })
    expect(await judged({ ...arriving, body: new Uint8Array() }, { keys: keys(own) })).toMatchObject({
      verdict: 'mismatch',
    })
  })

  it('that was made for another algorithm is refused where it is given', async () => {
    const { privateKey, publicKey } = await pairOf('ecdsa-p256-sha256')
    expect(() => signing({ keyId: 'k-1', clock, algorithm: 'rsa-pss-sha256', key: privateKey })).toThrow(
      RangeError,
    )
    expect(() => signing({ keyId: 'k-1', clock, algorithm: 'ecdsa-p256-sha256', key: publicKey })).toThrow(
      RangeError,
    )
  })

  it('that was made for another algorithm is a fault of the house where it checks', async () => {
    const { privateKey, publicKey } = await pairOf('ecdsa-p256-sha256')
    const algorithm = 'ecdsa-p256-sha256'
    const arriving = await signed(write(), signing({ keyId: 'k-1', clock, algorithm, key: privateKey }))
    for (const key of [privateKey, sharedKey]) {
      const keys = [{ keyId: 'k-1', algorithm, key } as const]
      await expect(judged(arriving, { keys })).rejects.toThrow('The key cannot verify')
    }
    expect(publicKey.usages).toEqual(['verify'])
  })

  it('may stay where it lives: whatever signs does', async () => {
    const { privateKey, publicKey } = await pairOf('ecdsa-p256-sha256')
    const key = async (bytes: Uint8Array<ArrayBuffer>) =>
      new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes))
    const algorithm = 'ecdsa-p256-sha256'
    const arriving = await signed(write(), signing({ keyId: 'hsm.7', clock, algorithm, key }))
    const keys = [{ keyId: 'hsm.7', algorithm, key: publicKey } as const]
    expect(await judged(arriving, { keys })).toMatchObject({ verdict: 'accepted' })
  })
})

describe('what a signature is checked with', () => {
  const given = async (options: object) => judged(await signed(write()), options)
  const wrong = (path: string, code: string) => ({ code: 'INVALID_INPUT', issues: [{ path, code }] })

  it.each([
    ['no keys', { keys: undefined }, wrong('/keys', 'REQUIRED')],
    ['no clock', { clock: undefined }, wrong('/clock', 'REQUIRED')],
    ['a clock that tells nothing', { clock: {} }, wrong('/clock', 'WRONG_TYPE')],
    ['a memory that remembers nothing', { replay: {} }, wrong('/replay', 'WRONG_TYPE')],
    ['a name that there is not', { replays: {} }, wrong('/replays', 'UNKNOWN_FIELD')],
    [
      'a window without an end',
      { window: { past: Number.POSITIVE_INFINITY } },
      wrong('/window/past', 'OUT_OF_RANGE'),
    ],
    ['a window of less than nothing', { window: { future: -1 } }, wrong('/window/future', 'OUT_OF_RANGE')],
    ['a window of another name', { window: { before: 1 } }, wrong('/window/before', 'UNKNOWN_FIELD')],
  ])('is refused where it is given: %s', async (_, options, error) => {
    await expect(given(options)).rejects.toMatchObject(error)
  })

  it('is refused before a request is looked at, also one that is not signed', async () => {
    await expect(judged(write(), { replays: {} } as object)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })

  it.each([
    ['keys', { keys: () => Promise.reject(new Error('the vault is closed')) }],
    [
      'clock',
      {
        clock: {
          now: () => {
            throw new Error('no time')
          },
        },
      },
    ],
    ['replays', { replay: { remember: () => Promise.reject(new Error('full')) } }],
  ])('is named when it fails: %s', async (part, options) => {
    await expect(given(options)).rejects.toMatchObject({ code: 'PLUGGED_IN_FAILED', part })
  })
})

describe('a signed request that comes again', () => {
  const remembering = () => {
    const kept = new Map<string, string>()
    const remember = async (id: string, until: string) => !kept.has(id) && Boolean(kept.set(id, until))
    return { kept, replay: { remember } }
  }

  it('is refused by a house that remembers, until it is too old anyway', async () => {
    const { kept, replay } = remembering()
    const arriving = await signed(write())
    expect(await judged(arriving, { replay })).toMatchObject({ verdict: 'accepted' })
    expect(await judged(arriving, { replay })).toMatchObject({ verdict: 'replayed' })
    expect([...kept.values()]).toEqual(['2026-03-02T01:05:00.000Z'])
  })

  it('under another signature of the same is the same', async () => {
    const { replay } = remembering()
    const { privateKey, publicKey } = await pairOf('ecdsa-p256-sha256')
    const algorithm = 'ecdsa-p256-sha256'
    const auth = signing({ keyId: 'k-1', clock, algorithm, key: privateKey })
    const keys = [{ keyId: 'k-1', algorithm, key: publicKey } as const]
    const [first, second] = [await signed(write(), auth), await signed(write(), auth)]
    expect(header(first)).not.toBe(header(second))
    expect(await judged(first, { keys, replay })).toMatchObject({ verdict: 'accepted' })
    expect(await judged(second, { keys, replay })).toMatchObject({ verdict: 'replayed' })
  })

  it('is not remembered when it does not count', async () => {
    const { kept, replay } = remembering()
    await judged({ ...(await signed(write())), method: 'PUT' }, { replay })
    expect(kept.size).toBe(0)
  })

  it('never has its secret in what is remembered', async () => {
    const { kept, replay } = remembering()
    await judged(await signed(write()), { replay })
    expect([...kept.keys()].join()).not.toContain(secret)
  })
})
