import { describe, expect, it, vi } from 'vitest'
import { contentFault } from '../../src/backend/index.ts'
import { contentFaults } from '../../src/domain/index.ts'
import { goodFiles } from './files/good-files.ts'
import { polyglots } from './files/polyglots.ts'

describe('the content of a document', () => {
  it.each(Object.entries(goodFiles))('is taken: %s', async (_, { bytes, ...declared }) => {
    expect(await contentFault(bytes, declared)).toBeUndefined()
  })

  it.each(Object.entries(polyglots))('is refused: %s', async (_, [{ bytes, ...declared }, fault]) => {
    expect(await contentFault(bytes, declared)).toBe(fault)
  })

  it('is not built, if it is a paper without an end or with a key twice', async () => {
    const declared = { type: 'payment_proof', mediaType: 'application/json', name: 'proof.json' } as const
    const parse = vi.spyOn(JSON, 'parse')
    const told = []
    for (const text of [
      `{"a":${'['.repeat(9_000_000)}`,
      `${'{"a":'.repeat(180_000)}1`,
      '{"a":1,"\\u0061":2}',
    ])
      told.push(await contentFault(new TextEncoder().encode(text), declared))
    const built = parse.mock.calls.map(([text]) => text).filter((text) => /^[{[]/.test(text))
    parse.mockRestore()
    expect([told, built]).toEqual([Array(3).fill('PAPER_NOT_CANONICAL'), []])
  })

  it('is tried with enough files of either kind, and for every reason that there is', () => {
    expect(Object.keys(polyglots).length).toBeGreaterThanOrEqual(50)
    expect(Object.keys(goodFiles).length).toBeGreaterThanOrEqual(15)
    expect(new Set(Object.values(polyglots).map(([, fault]) => fault))).toEqual(new Set(contentFaults))
  })
})
