import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { throughDispatch } from './through-dispatch.ts'

// What a file adds, crashes and a second process, has tests of its own; the other stories are among the slow tests.
throughDispatch(
  'SQLite',
  () => sqliteStore(':memory:'),
  (index) => index % 16 === 0,
)
