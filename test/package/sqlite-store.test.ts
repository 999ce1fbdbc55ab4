import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

// A bundler that rewrites `node:sqlite` to `sqlite` succeeds, and so do all tests of the sources: only the built file tells.
it('opens the SQLite store of the built package on a file', async () => {
  const { sqliteStore } = await import('terminal-lifecycle/runtime/sqlite')
  const folder = await mkdtemp(join(tmpdir(), 'terminal-lifecycle-'))
  try {
    const path = join(folder, 'cases.db')
    await sqliteStore(path).close()
    // Twice: the second time the tables are there.
    const store = sqliteStore(path)
    expect(store).toBeTypeOf('object')
    await store.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})
