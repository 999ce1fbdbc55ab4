import { sqliteStore } from '../../src/runtime/sqlite.ts'
import { storeConformance } from './store-conformance.ts'

// On a file it is among the fast tests: this one is the same code without a disk.
storeConformance('sqliteStore in memory', async () => sqliteStore(':memory:'))
