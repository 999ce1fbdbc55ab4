import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from '@vitest/expect'
import { type Outcome, Suite } from './suite.ts'
import '../steady.ts'

// The part of vitest that tests import, without its runner, which needs Node: its own matchers over a small suite.

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin)

/** Asks again until it holds, as vitest does, but so many times in place of so long. */
const until = async (check: () => unknown): Promise<unknown> => {
  for (let turn = 0; ; turn++) {
    try {
      return await check()
    } catch (error) {
      if (turn === 20_000) throw error
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
}

const poll = (read: () => unknown) =>
  new Proxy(
    {},
    {
      get:
        (_, matcher: string) =>
        (...args: unknown[]) =>
          until(async () => {
            const asked = expect(await read())
            return Reflect.apply(Reflect.get(asked, matcher), asked, args)
          }),
    },
  )

export const vi = { waitFor: until }

export const expect: (value: unknown, message?: string) => object = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
  {
    poll,
    getState: () => getState(expect),
    setState: (state: object) => setState(state, expect),
  },
)
chai.expect.extend(expect, customMatchers)
setState({ assertionCalls: 0, isExpectingAssertions: false, testPath: '' }, expect)
Reflect.set(globalThis, GLOBAL_EXPECT, expect)

/** Types are checked by the compiler; here it only has to be callable. */
export const expectTypeOf: unknown = new Proxy(() => expectTypeOf, { get: () => expectTypeOf })

const suite = new Suite()
export const { describe, it, beforeAll, afterAll, beforeEach, afterEach } = suite
/** The same by its other name. */
export const test = suite.it

/** Loads each file, which puts its tests into the suite, and runs them. */
export const runFiles = async (files: Readonly<Record<string, () => Promise<unknown>>>): Promise<Outcome> => {
  for (const [file, load] of Object.entries(files)) {
    suite.begin(file)
    await load()
  }
  return suite.run()
}
