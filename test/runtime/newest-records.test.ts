import { describe, expect, it } from 'vitest'
import { openRecord } from '../../src/machine/index.ts'
import { createNewest } from '../../src/runtime/newest-records.ts'
import { start, terminal } from '../support/samples.ts'

const record = openRecord(terminal(), { at: start })
const life = (name: number | string) => ({
  record: { ...record, lifecycleId: `life-${name}` },
  head: `head-${name}`,
  format: record.format,
})
const newest = () => createNewest({ own: (policy) => policy })

describe('the records that a process has at hand', () => {
  it('are a thousand: one more drives out the one that was written longest ago', () => {
    const kept = newest()
    for (let name = 0; name < 1_000; name += 1) kept.keep(life(name))
    kept.keep(life(5))
    expect(kept.get('life-0', 'head-0')).toBeDefined()
    kept.keep(life('more'))
    expect(kept.get('life-0', 'head-0')).toBeUndefined()
    for (let name = 1; name < 6; name += 1) kept.keep(life(`more-${name}`))
    expect(kept.get('life-5', 'head-5')).toBeDefined()
    expect(kept.get('life-6', 'head-6')).toBeUndefined()
  })

  it('are given only to who names the entry that made them', () => {
    const kept = newest()
    kept.keep(life(0))
    expect(kept.get('life-0', 'head-0')).toBeDefined()
    expect(kept.get('life-0', 'head-1')).toBeUndefined()
    expect(kept.written('life-0', 'head-0')).toBeUndefined()
  })

  it('cannot be changed by whoever has one', () => {
    const { record: given } = newest().keep(life(0))
    expect(() => Object.assign(given.context.holds, { spoilt: {} })).toThrow(TypeError)
    expect(() => Object.assign(given, { value: 'closed' })).toThrow(TypeError)
  })
})
