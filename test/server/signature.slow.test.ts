import { describe, expect, it } from 'vitest'
import { signing } from '../../src/client/index.ts'
import { clock, judged, pairAlgorithms, pairOf, signed, write } from './signatures.ts'
import { arrives, signedParts } from './signed-bits.ts'

describe('a signature', () => {
  it.each(pairAlgorithms)(
    'by a pair of keys for %s counts, and only with its own other half',
    async (algorithm) => {
      const [own, other] = [await pairOf(algorithm), await pairOf(algorithm)]
      const arriving = await signed(write(), signing({ keyId: 'k-1', clock, algorithm, key: own.privateKey }))
      const keys = (pair: CryptoKeyPair) => [{ keyId: 'k-1', algorithm, key: pair.publicKey }]
      expect(await judged(arriving, { keys: keys(own) })).toMatchObject({ verdict: 'accepted' })
      expect(await judged(arriving, { keys: keys(other) })).toMatchObject({ verdict: 'mismatch' })
      expect(await judged({ ...arriving, body: new Uint8Array() }, { keys: keys(own) })).toMatchObject({
        verdict: 'mismatch',
      })
    },
  )

  it('counts no more when any bit of what is signed, or of itself, is turned over', async () => {
    const accepted: string[] = []
    let turned = 0
    for (const { name, bits, turn } of await signedParts()) {
      for (let bit = 0; bit < bits; bit++) {
        const other = turn(bit)
        if (!arrives(other)) continue
        turned++
        const { verdict } = await judged(other).catch(() => ({ verdict: 'thrown' }))
        if (verdict === 'accepted') accepted.push(`${name} ${bit}`)
      }
    }
    expect(accepted).toEqual([])
    expect(turned).toBeGreaterThan(1_000)
  })
})
