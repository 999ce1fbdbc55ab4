import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract, type OperationName } from '../../src/contract/index.ts'
import { isTerminalLifecycleError } from '../../src/errors/index.ts'
import { samples } from '../contract/samples.ts'
import { json, scripted } from './kit.ts'

const names = Object.keys(contract) as OperationName[]
type Anything = (input: unknown, options?: unknown) => Promise<unknown>

/** The sample answer of an operation with one place replaced, removed or added to. */
const spoilt = (body: unknown, path: readonly number[], value: unknown): unknown => {
  if (typeof body !== 'object' || body === null || path.length === 0) return value
  const keys = Object.keys(body)
  const [first = 0, ...rest] = path
  const key = keys[first % Math.max(keys.length, 1)]
  if (key === undefined) return value
  const inner = spoilt((body as Record<string, unknown>)[key], rest, value)
  return Array.isArray(body)
    ? body.map((item, place) => (String(place) === key ? inner : item))
    : { ...body, [key]: inner }
}

const answered = async (name: OperationName, answer: Response): Promise<unknown> => {
  const { client } = scripted([answer], { retry: { attempts: 1 } })
  try {
    await (client[name] as Anything)(samples[name].input)
    return undefined
  } catch (error) {
    return error
  }
}

const isFine = (error: unknown): boolean => error === undefined || isTerminalLifecycleError(error)

describe('whatever the other side answers', () => {
  it('is read or fails with an error of this library: any JSON, any status', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.jsonValue({ maxDepth: 6 }),
        fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
        async (name, body, status) => {
          expect(await answered(name, json(body, status))).toSatisfy(isFine)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is read or fails with an error of this library: an answer with one thing wrong', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
        fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.constant(undefined), fc.double()),
        async (name, path, value) => {
          expect(await answered(name, json(spoilt(samples[name].answer, path, value) ?? null))).toSatisfy(
            isFine,
          )
        },
      ),
      { numRuns: 600 },
    )
  })

  it('is read or fails with an error of this library: any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.uint8Array({ maxLength: 200 }), async (name, bytes) => {
        expect(await answered(name, new Response(new Uint8Array(bytes)))).toSatisfy(isFine)
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['deep lists', '['.repeat(200_000)],
    ['closed deep lists', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['deep objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['keys of objects', '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}},"toString":1}'],
    ['numbers without end', '{"version":1e400,"amount":-0,"total":123456789012345678901234567890}'],
    ['lone surrogates', '{"acceptance":"\\ud800"}'],
  ])('is read or fails with an error of this library: %s', async (_, text) => {
    for (const name of names) expect(await answered(name, new Response(text))).toSatisfy(isFine)
    expect({}).not.toHaveProperty('x')
  })
})
