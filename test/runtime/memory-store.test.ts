import { memoryStore } from '../../src/runtime/index.ts'
import { storeConformance } from './store-conformance.ts'

storeConformance('memoryStore', async () => memoryStore())
