import { afterEach, describe, expect, it, vi } from 'vitest'
import { canonicalJson, digestOf } from '../../src/schemas/index.ts'

const values = [
  '',
  'a',
  { b: 1, a: [2, null, { c: '茶馆' }] },
  '茶'.repeat(2_000),
  ['\ud83c\udf75', 0.1, true],
]

describe('A digest', () => {
  afterEach(() => vi.restoreAllMocks())

  it('is the same by the platform at once and by WebCrypto on another thread', async () => {
    const subtle = vi.spyOn(crypto.subtle, 'digest')
    const atOnce = await Promise.all(values.map(digestOf))
    expect(subtle).not.toHaveBeenCalled()
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
    expect(await Promise.all(values.map(digestOf))).toEqual(atOnce)
    expect(subtle).toHaveBeenCalledTimes(values.length)
  })

  it('is made by WebCrypto where a platform has a crypto module of its own that cannot hash at once', async () => {
    const [expected] = await Promise.all(values.map(digestOf))
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue({} as never)
    expect(await digestOf(values[0])).toBe(expected)
  })

  it('is of the canonical text', async () => {
    const bytes = new TextEncoder().encode(canonicalJson({ b: 1, a: 2 }))
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    expect(await digestOf({ a: 2, b: 1 })).toBe(Buffer.from(hash).toString('hex'))
  })
})
