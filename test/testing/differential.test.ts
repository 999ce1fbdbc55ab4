import { afterAll, beforeAll, expect, it } from 'vitest'
import { contract } from '../../src/contract/index.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'
import {
  type Given,
  house,
  mistakes,
  names,
  recordingHouse,
  refusals,
  requestOf,
  spoilers,
} from './differential.ts'
import { at } from './kit.ts'
import { answered, called, openWays, type Ways } from './ways.ts'

// Each kind of case once. The slow test has every operation with all of them.
let ways: Ways
beforeAll(async () => {
  ways = await openWays()
})
afterAll(() => ways.close())

const options = { idempotencyKey: 'k-1', expectedVersion: 3 }
/** Another operation for each case. */
const nameAt = (place: number) => names[place % names.length] ?? 'getTerminal'

/** All ways come to what the first one comes to. */
const same = async (ask: (way: Ways['all'][number]) => Promise<unknown>): Promise<unknown> => {
  const [first, ...others] = await Promise.all(ways.all.map(ask))
  for (const other of others) expect(other).toEqual(first)
  return first
}

it('Every operation is given and replies the same whichever way it is called', async () => {
  const given: Given = {}
  ways.use(() => recordingHouse(given))
  for (const name of names) {
    const { input, answer } = samples[name]
    expect(await same((way) => called(way, name, input, options))).toEqual({ reply: answer })
    const { method, ...row } = contract[name]
    const expected = {
      input,
      idempotencyKey: method === 'GET' ? '' : options.idempotencyKey,
      expectedVersion: 'versioned' in row ? 3 : undefined,
      actor: p1,
    }
    expect(given[name]).toEqual(ways.all.map(() => expected))
  }
})

it.each(Object.keys(refusals))('Whoever is refused with %s hears the same whichever way', async (kind) => {
  ways.use(refusals[kind] ?? house)
  const name = nameAt(3 * Object.keys(refusals).indexOf(kind))
  expect(await same((way) => called(way, name, samples[name].input, options))).not.toHaveProperty('stranger')
})

it.each(Object.keys(spoilers))('What %s does to a call is the same whichever way', async (kind) => {
  ways.use(spoilers[kind] ?? house)
  const name = nameAt(3 * Object.keys(spoilers).indexOf(kind) + 1)
  expect(await same((way) => called(way, name, samples[name].input, options))).not.toHaveProperty('stranger')
})

it.each(Object.keys(mistakes))('A request with %s is answered the same whichever way', async (kind) => {
  ways.use(() => house())
  const name = nameAt(3 * Object.keys(mistakes).indexOf(kind) + 2)
  const { path, init } = mistakes[kind]?.(requestOf(name)) ?? requestOf(name)
  await same((way) => answered(way, path, init))
})

it('The mock of the systems side is the same by its own fetch, in msw and on a port', async () => {
  ways.use(() => createMockAcquirer({ clock: { now: () => at } }))
  for (const name of names.filter((each) => contract[each].side === 'systems')) {
    const key = name === 'getResult' ? {} : { idempotencyKey: `lc-1/${name}` }
    const input = name === 'getResult' ? { idempotencyKey: 'lc-1/payOut' } : samples[name].input
    expect(await same((way) => called(way, name, input, key))).toHaveProperty('reply')
    if (contract[name].method !== 'GET') {
      const other = { ...samples[name].input, terminalRef: 'acquirer-1:m-2:t-2' }
      expect(await same((way) => called(way, name, other, key))).toMatchObject({
        refusal: 'IDEMPOTENCY_KEY_REUSED',
      })
    }
  }
})
