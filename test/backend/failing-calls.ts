import type { Documents } from '../../src/backend/index.ts'
import type { Store } from '../../src/runtime/index.ts'
import { nthCall, type When } from '../support/nth-call.ts'
import type { Homes } from './house.ts'

const ofStore = ['has', 'load', 'answered', 'commit', 'find'] as const satisfies (keyof Store)[]
const ofDocuments = ['facts', 'announce', 'state', 'append', 'keep'] as const satisfies (keyof Documents)[]

/** The n-th call of either home fails, counted from `arm` on. */
export const failingAt = ({ store, documents }: Homes, n: number, when: When) => {
  const { wrap, arm, reached } = nthCall(n, when, { armed: false })
  const homes: Homes = { store: wrap(store, ofStore), documents: wrap(documents, ofDocuments) }
  return { homes, arm, reached }
}
