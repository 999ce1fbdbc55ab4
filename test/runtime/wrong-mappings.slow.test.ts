import { describe, it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { lies } from './lies/lies.ts'
import { isSeenAndMended } from './lies/seen-and-mended.ts'

describe.each(Object.entries(lies))('a mapping that gives %s', (_, lie) => {
  it.each(lie.kinds)('for %s is seen at once, and mended by a right answer', (kind) =>
    isSeenAndMended(kind, lie, memoryStore()),
  )
})
