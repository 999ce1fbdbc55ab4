import { describe, expect, it } from 'vitest'
import { memoryDocuments } from '../../src/backend/index.ts'
import { sqliteDocuments } from '../../src/backend/sqlite.ts'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { survives } from './crashes.ts'

const homes = {
  memory: () => ({ store: memoryStore(), documents: memoryDocuments() }),
  SQLite: () => ({ store: sqliteStore(':memory:'), documents: sqliteDocuments(':memory:') }),
}

describe.each(Object.entries(homes))('over %s', (_, open) => {
  it.each(['before', 'after'] as const)(
    'a call that fails %s it did its work loses nothing and doubles nothing, whichever it is',
    async (when) => {
      const { n, clean } = await survives(open, when)
      const commands = clean.entries.map(([commandId]) => commandId).slice(1)
      expect(commands).toEqual(['key-0', 'key-2', 'key-4', 'key-5', 'key-6'])
      const filed = clean.forms.map((text) => JSON.parse(text).applicationId)
      expect(filed).toEqual(['application-1', 'application-3'])
      expect(n).toBeGreaterThan(40)
    },
    400_000,
  )
})
