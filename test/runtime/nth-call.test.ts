import { memoryStore } from '../../src/runtime/index.ts'
import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { nthCallSuite } from './nth-call-suite.ts'

nthCallSuite('memoryStore', memoryStore)
nthCallSuite('sqliteStore', () => sqliteStore(':memory:'))
