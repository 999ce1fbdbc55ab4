import { describe, expect, it } from 'vitest'
import { contentFault, contentFaults } from '../../src/backend/index.ts'
import { goodFiles } from './files/good-files.ts'
import { polyglots } from './files/polyglots.ts'

describe('the content of a document', () => {
  it.each(Object.entries(goodFiles))('is taken: %s', async (_, { bytes, ...declared }) => {
    expect(await contentFault(bytes, declared)).toBeUndefined()
  })

  it.each(Object.entries(polyglots))('is refused: %s', async (_, [{ bytes, ...declared }, fault]) => {
    expect(await contentFault(bytes, declared)).toBe(fault)
  })

  it('is tried with enough files of either kind, and for every reason that there is', () => {
    expect(Object.keys(polyglots).length).toBeGreaterThanOrEqual(50)
    expect(Object.keys(goodFiles).length).toBeGreaterThanOrEqual(15)
    expect(new Set(Object.values(polyglots).map(([, fault]) => fault))).toEqual(new Set(contentFaults))
  })
})
