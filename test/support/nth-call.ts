import { StoreError } from '../../src/errors/index.ts'

/** Before it did anything, or after it did everything and the answer was lost. */
export type When = 'before' | 'after'

type Work = (...args: never[]) => Promise<unknown>

/** Has the n-th call fail of all that go to what it wraps; calls are counted from `arm` on, where it is used. */
export const nthCall = (n: number, when: When, { armed = true } = {}) => {
  let calls = 0
  let counts = armed
  const failing =
    (work: Work): Work =>
    async (...args) => {
      if (counts) calls += 1
      const fails = counts && calls === n
      if (fails && when === 'before') throw new StoreError('unavailable')
      const result = await work(...args)
      if (fails) throw new StoreError('unavailable')
      return result
    }
  return {
    wrap: <Home extends object>(home: Home, names: readonly (keyof Home & string)[]): Home => ({
      ...home,
      // Each of these names is a function that answers later: the lists say so.
      ...Object.fromEntries(names.map((name) => [name, failing(home[name] as Work)])),
    }),
    arm: () => {
      counts = true
    },
    /** Did it come to the n-th call? */
    reached: () => calls >= n,
  }
}
