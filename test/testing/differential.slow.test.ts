import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type OperationName } from '../../src/contract/index.ts'
import { samples } from '../contract/samples.ts'
import { house, mistakes, names, refusals, requestOf, spoilers } from './differential.ts'
import { answered, called, openWays, type Way, type Ways } from './ways.ts'

let ways: Ways
beforeAll(async () => {
  ways = await openWays()
})
afterAll(() => ways.close())

const options = { idempotencyKey: 'k-1', expectedVersion: 3 }

/** All ways come to what the first one comes to. */
const same = async (ask: (way: Way) => Promise<unknown>): Promise<void> => {
  const [first, ...others] = await Promise.all(ways.all.map(ask))
  for (const other of others) expect(other).toEqual(first)
}

/** Bytes are no JSON to be changed, and half of them are missed only where their number was told. */
const isSpoilt = (name: OperationName, spoiler: string): boolean =>
  !('replyMedia' in contract[name]) || !/^(truncate|body)/.test(spoiler)

describe.each(Object.entries({ ...refusals, ...spoilers }))('every operation, with %s,', (spoiler, build) => {
  it('comes to the same whichever way it is called', async () => {
    for (const name of names.filter((one) => isSpoilt(one, spoiler))) {
      ways.use(build)
      await same((way) => called(way, name, samples[name].input, options))
    }
  })
})

describe.each(Object.entries(mistakes))('every operation, asked for with %s,', (_, spoil) => {
  it('answers the same whichever way it is asked', async () => {
    ways.use(() => house())
    for (const name of names) {
      const { path, init } = spoil(requestOf(name))
      await same((way) => answered(way, path, init))
    }
  })
})

describe('whatever is sent', () => {
  const visible = fc.stringMatching(/^[\x21-\x7e]{0,30}$/)
  const headers = fc.record(
    {
      'idempotency-key': visible,
      'if-match': visible,
      'content-type': fc.oneof(fc.constant('application/json; charset=utf-8'), visible),
      'accept-language': visible,
      traceparent: visible,
    },
    { requiredKeys: [] },
  )
  const body = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc.string(),
    fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes)),
  )

  it('is answered the same whichever way it came', async () => {
    ways.use(() => house())
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), headers, body, async (name, more, bytes) => {
        const { path, init } = requestOf(name)
        const sent = {
          ...init,
          headers: { ...init.headers, ...more },
          ...(init.body !== undefined && { body: bytes }),
        }
        await same((way) => answered(way, path, sent))
      }),
      { numRuns: 200 },
    )
  })

  it('back is read the same whichever way it came', async () => {
    // 407 and 421 are dealt with by fetch itself, as its standard says: a proxy's, and for another connection.
    const own = [204, 205, 304, 407, 421]
    const status = fc.integer({ min: 200, max: 599 }).filter((code) => !own.includes(code))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.json({ maxDepth: 4 }),
        status,
        async (name, text, code) => {
          const handle = async () =>
            new Response(text, { status: code, headers: { 'content-type': 'application/json' } })
          ways.use(() => ({ handle, fetch: handle }))
          await same((way) => called(way, name, samples[name].input, options))
        },
      ),
      { numRuns: 150 },
    )
  })
})
