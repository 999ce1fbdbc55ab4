import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'path-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const unavailable = { code: 'STORE_FAILED', failure: 'unavailable' }
const paths: Readonly<Record<string, () => string>> = {
  'nothing, which SQLite would take for a file that ends with the process': () => '',
  'a folder': () => folder,
  'a name that no system allows': () => join(folder, 'a\0b'),
  'a name that is too long': () => join(folder, 'a'.repeat(300)),
  'a file in a folder that is not there': () => join(folder, 'none', 'a.db'),
  'what is no text': () => undefined as unknown as string,
  'a number': () => 7 as unknown as string,
  'a setting for somebody else': () => ({ path: ':memory:' }) as unknown as string,
}

describe.each(Object.entries(paths))('a path that is %s', (_, path) => {
  test('opens nothing, and is an error of ours', () => {
    expect(() => sqliteStore(path())).toThrow(expect.objectContaining(unavailable))
  })

  test('takes no back-up, which leaves nothing behind', async () => {
    const store = sqliteStore(':memory:')
    const failure = path() === folder ? 'exists' : 'unavailable'
    // A folder that nobody else works in.
    const before = process.cwd()
    process.chdir(folder)
    try {
      await expect(store.backup(path())).rejects.toMatchObject({ ...unavailable, failure })
    } finally {
      process.chdir(before)
    }
    await store.close()
    expect(readdirSync(folder)).toEqual([])
  })
})
