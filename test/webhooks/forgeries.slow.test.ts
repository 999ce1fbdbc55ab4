import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../src/webhooks/index.ts'
import { flips } from './flips.ts'
import { clock, hmacKey, keysRemoved, privateKey, publicKey, signed } from './kit.ts'
import { randomHeaders } from './random-headers.ts'
import { signedNoise } from './signed-noise.ts'

// Signatures of the host take their time on a busy machine.
const patient = { timeout: 600_000 }

describe('a forged message', () => {
  it.each([
    ['HMAC', hmacKey, hmacKey],
    ['ed25519', privateKey, publicKey],
  ])(
    'is refused for every bit that is flipped, under %s and with words of any language',
    patient,
    async (_, signing, checking) => {
      const text = JSON.stringify({ ...keysRemoved, note: '密钥已清零 '.repeat(40) })
      const { tried, accepted } = await flips(await signed({ text }, [signing]), { keys: [checking], clock })
      expect(accepted).toEqual([])
      expect(tried).toBeGreaterThan(6_000)
    },
  )

  it('is refused under a million random headers', patient, async () => {
    expect(await randomHeaders(1_000_000, 11)).toEqual([])
  })

  it('is refused for each of the flipped bits of a second signature only if the first does not fit', async () => {
    const { body, headers } = await signed({}, [hmacKey, privateKey])
    const spoilt = headers['webhook-signature'].replace('v1,', 'v1,A').replace('=', '')
    const asked = { body, headers: { ...headers, 'webhook-signature': spoilt } }
    expect(await verifyWebhook(asked, { keys: [hmacKey], clock })).toMatchObject({ ok: false })
    expect(await verifyWebhook(asked, { keys: [hmacKey, publicKey], clock })).toMatchObject({ ok: true })
  })
})

describe('a sender whose key is right', () => {
  it('gets an answer, whatever it sends', patient, async () => {
    await fc.assert(signedNoise, { numRuns: 2_000 })
  })
})
