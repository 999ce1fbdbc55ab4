import { memoryStore } from '../../src/runtime/index.ts'
import { throughDispatch } from './through-dispatch.ts'

throughDispatch(
  'the memory store',
  () => memoryStore(),
  (index) => index % 16 !== 1,
)
