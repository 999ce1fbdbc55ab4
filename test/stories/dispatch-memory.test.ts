import { memoryStore } from '../../src/runtime/index.ts'
import { throughDispatch } from './through-dispatch.ts'

// Each is told to the machine alone in any case; the other half through dispatch is among the slow tests.
throughDispatch(
  'the memory store',
  () => memoryStore(),
  (index) => index % 2 === 1,
)
