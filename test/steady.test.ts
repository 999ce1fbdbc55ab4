import { globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'

/** What makes a test red on some days, or on a busy machine; with what to write instead. */
const shaky: readonly (readonly [RegExp, string])[] = [
  [/\bMath\.random\(|\bgetRandomValues\(/, 'chance without a seed: diceOf'],
  [
    /\bfc\.configureGlobal\(|\bseed: (?:Date|Math|performance)\b/,
    'a seed of its own: SEED, in test/steady.ts',
  ],
  [/\bvi\.(?:waitFor|waitUntil)\(/, 'a second, and no more: expect.poll, or eventually'],
  [
    /\.poll\([^\n]*\{[^}\n]*\btimeout:|\.waitFor\(\{[^}\n]*\btimeout:/,
    'a time of its own: vitest.config.ts has one for all',
  ],
  [/memoryUsage\(\)\.heapUsed/, 'the garbage of others: heapUsed'],
  [
    /toBe(?:Less|Greater)Than(?:OrEqual)?\((?:Date|performance)\.now\(\)/,
    'the clock of the machine: testClock',
  ],
]
const faultIn = (text: string): string | undefined => shaky.find(([sign]) => sign.test(text))?.[1]

/** Here each has its one place. */
const places = [
  'test/steady.ts',
  'test/steady.test.ts',
  'test/support/heap.ts',
  'test/runtime/manual-environment.ts',
  'test/rooms.test.ts',
]

it('No test waits for the machine, for chance or for a day', () => {
  const found = globSync('test/**/*.ts')
    .filter((file) => !places.includes(file))
    .flatMap((file) => faultIn(readFileSync(file, 'utf8'))?.concat(` (${file})`) ?? [])
  expect(found).toEqual([])
})

it.each([
  'const n = Math.random()',
  'fc.configureGlobal({ seed: 1 })',
  'await vi.waitFor(() => expect(calls).toHaveLength(1))',
  'await expect.poll(state, { timeout: 20_000 }).toBe(1)',
  'await page.getByText("x").waitFor({ timeout: 5_000 })',
  'const used = process.memoryUsage().heapUsed',
  'expect(told).toBeLessThan(Date.now())',
])('%s is found', (text) => {
  expect(faultIn(text)).toBeDefined()
})

it('Chance has a seed here, and programs have no colours and one language, whatever the machine says', () => {
  expect(fc.readConfigureGlobal()).toEqual({ seed: expect.any(Number) })
  const { FORCE_COLOR, NO_COLOR, LC_ALL } = process.env
  expect([FORCE_COLOR, NO_COLOR, LC_ALL]).toEqual([undefined, undefined, 'C.UTF-8'])
})
