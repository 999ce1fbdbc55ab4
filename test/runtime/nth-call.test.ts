import { memoryStore } from '../../src/runtime/index.ts'
import { nthCallSuite } from './nth-call-suite.ts'

// SQLite is among the slow tests.
nthCallSuite('memoryStore', memoryStore)
