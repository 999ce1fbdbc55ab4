import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { nthCallSuite } from './nth-call-suite.ts'

nthCallSuite('sqliteStore', () => sqliteStore(':memory:'))
