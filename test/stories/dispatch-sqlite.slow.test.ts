import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { throughDispatch } from './through-dispatch.ts'

throughDispatch(
  'SQLite',
  () => sqliteStore(':memory:'),
  (index) => index % 16 !== 0,
)
