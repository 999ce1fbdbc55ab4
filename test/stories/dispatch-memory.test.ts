import { memoryStore } from '../../src/runtime/index.ts'
import { throughDispatch } from './through-dispatch.ts'

// Each is told to the machine alone in any case; seven of eight through dispatch are among the slow tests.
throughDispatch(
  'the memory store',
  () => memoryStore(),
  (index) => index % 16 === 1,
)
