import { it } from 'vitest'
import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { asksByNoName } from './no-names.ts'

it.each([
  ['in memory', memoryStore],
  ['in a file', () => sqliteStore(':memory:')],
])('what is no name is nobody’s, and no filter: %s', async (_, home) => {
  const store = home()
  await asksByNoName(store)
  await store.close()
})
