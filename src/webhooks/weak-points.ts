import { hexadecimal } from '../contract/index.ts'

/**
 * Points of small order on the curve of ed25519, the sign bit left out. Under such a public key one signature is good for many
 * messages, so that it proves nothing.
 */
const weakPoints: readonly string[] = [
  `01${'00'.repeat(31)}`,
  `ec${'ff'.repeat(30)}7f`,
  '00'.repeat(32),
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  // the same again, written with a coordinate beyond the field
  `ed${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(30)}7f`,
]

export const isWeakPoint = (publicKey: Uint8Array): boolean => {
  const unsigned = Uint8Array.from(publicKey)
  unsigned[31] = (unsigned[31] ?? 0) & 0x7f
  return weakPoints.includes(hexadecimal(unsigned))
}
