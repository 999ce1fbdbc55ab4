import type { Documents } from '../../src/backend/index.ts'
import { StoreError } from '../../src/errors/index.ts'
import type { Store } from '../../src/runtime/index.ts'
import type { Homes } from './house.ts'

const ofStore = ['has', 'load', 'answered', 'commit', 'find'] as const satisfies (keyof Store)[]
const ofDocuments = ['facts', 'announce', 'state', 'append', 'keep'] as const satisfies (keyof Documents)[]
type Work = (...args: never[]) => Promise<unknown>

export type When = 'before' | 'after'

/** The n-th call of either home fails: before it did anything, or after it did everything and the answer was lost. */
export const failingAt = ({ store, documents }: Homes, n: number, when: When) => {
  let calls = 0
  let armed = false
  const wrapped = <Home extends object>(home: Home, names: readonly (keyof Home)[]): Home => {
    const failing = names.map((name) => {
      const work = async (...args: never[]) => {
        if (!armed) return (home[name] as Work)(...args)
        calls += 1
        const fails = calls === n
        if (fails && when === 'before') throw new StoreError('unavailable')
        const result = await (home[name] as Work)(...args)
        if (fails) throw new StoreError('unavailable')
        return result
      }
      return [name, work]
    })
    return { ...home, ...Object.fromEntries(failing) }
  }
  const homes: Homes = { store: wrapped(store, ofStore), documents: wrapped(documents, ofDocuments) }
  const arm = () => {
    armed = true
  }
  return { homes, arm, reached: () => calls >= n }
}
