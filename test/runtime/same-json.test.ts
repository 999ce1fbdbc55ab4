import { describe, expect, it } from 'vitest'
import { isSameJson } from '../../src/runtime/same-json.ts'
import { canonicalJson } from '../../src/schemas/index.ts'

const values: readonly unknown[] = [
  ...[null, true, false, 0, 1, '', '0', 'null', [], {}, [[]], [{}], [null], { a: null }, { a: undefined }],
  ...[
    { a: 1, b: 2 },
    { b: 2, a: 1 },
    { a: 1 },
    { a: 1, c: 2 },
    { a: [1, 2] },
    { a: [2, 1] },
    { a: [1, 2, 3] },
  ],
  ...[{ a: { b: {} } }, { a: { b: [] } }, { a: { b: null } }, { 0: 'x' }, ['x'], { length: 0 }],
]

describe('two values', () => {
  it('are the same JSON exactly where their canonical texts are the same', () => {
    for (const one of values)
      for (const other of values)
        expect({ one, other, same: isSameJson(one, other) }).toEqual({
          ...{ one, other },
          same: canonicalJson(one) === canonicalJson(other),
        })
  })
})
