import { expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { survives, writes } from './crashes.ts'

const open = () => ({ store: memoryStore(), documents: memoryDocuments() })

it.each(['before', 'after'] as const)(
  'A form is filed once, and kept once, whichever call fails %s it did its work',
  async (when) => {
    const { n, clean } = await survives(open, when, writes.slice(0, 1))
    expect(clean.entries.map(([commandId]) => commandId)).toHaveLength(2)
    expect(clean.forms).toHaveLength(1)
    expect(n).toBeGreaterThan(5)
  },
)
