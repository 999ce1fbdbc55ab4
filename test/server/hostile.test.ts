import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  contract,
  fillPath,
  type Operation,
  type OperationName,
  operations,
} from '../../src/contract/index.ts'
import { createAcquirerHandler, type Implementation } from '../../src/server/index.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const names = Object.keys(contract) as OperationName[]
const implementation = Object.fromEntries(
  names.map((name) => [name, () => samples[name].answer]),
) as Implementation
const failures: unknown[] = []
const handler = createAcquirerHandler(implementation, {
  authenticate: () => p1,
  onError: (error) => failures.push(error),
})

const writes = operations.flatMap(({ body, name }) => (body ? [name as OperationName] : []))
const headers = { 'content-type': 'application/json', 'idempotency-key': 'k' }

const asked = async (name: OperationName, body: string | Uint8Array<ArrayBuffer>): Promise<number> => {
  const row: Operation = contract[name]
  // Every input is an object, and the path takes its members by name.
  const path = fillPath(row.path, { ...(samples[name].input as object) })
  const type = row.media ?? headers['content-type']
  const init = { method: row.method, body, headers: { ...headers, 'content-type': type } }
  return (await handler(new Request(`https://acquirer.example/v1${path}`, init))).status
}

describe('whatever is sent to the server', () => {
  it('is answered, and never as a failure of its own: any JSON', async () => {
    const anything = fc.tuple(fc.constantFrom(...writes), fc.jsonValue({ maxDepth: 6 }))
    await fc.assert(
      fc.asyncProperty(anything, async ([name, body]) => {
        expect(await asked(name, JSON.stringify(body))).toBeLessThan(500)
      }),
      { numRuns: 400 },
    )
    expect(failures).toEqual([])
  })

  it('is answered, and never as a failure of its own: any bytes', async () => {
    const anything = fc.tuple(fc.constantFrom(...writes), fc.uint8Array({ maxLength: 300 }))
    await fc.assert(
      fc.asyncProperty(anything, async ([name, bytes]) => {
        expect(await asked(name, new Uint8Array(bytes))).toBeLessThan(500)
      }),
      { numRuns: 300 },
    )
    expect(failures).toEqual([])
  })

  it('is answered, and never as a failure of its own: any path, method and header', async () => {
    const anything = fc.tuple(
      fc.webPath(),
      fc.webQueryParameters(),
      fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH'),
      fc.stringMatching(/^[\x21-\x7e]{0,30}$/),
    )
    await fc.assert(
      fc.asyncProperty(anything, async ([path, query, method, value]) => {
        const url = `https://acquirer.example/v1${path}?${query}`
        const noise = {
          'if-match': value,
          'idempotency-key': value,
          'content-type': value,
          traceparent: value,
        }
        expect((await handler(new Request(url, { method, headers: noise }))).status).toBeLessThan(500)
      }),
      { numRuns: 60 },
    )
    expect(failures).toEqual([])
  })

  it('is answered in time when it is as deep and as wide as a megabyte can be', async () => {
    const bodies = [
      '['.repeat(1_000_000),
      `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`,
      `[${'0,'.repeat(400_000)}0]`,
    ]
    for (const body of bodies) expect(await asked('recordEvent', body)).toBe(422)
    expect(failures).toEqual([])
  })
})
