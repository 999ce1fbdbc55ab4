import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { throughDispatch } from './through-dispatch.ts'

const folder = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-stories-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
throughDispatch('SQLite', () => sqliteStore(join(folder, `${files++}.db`)))
