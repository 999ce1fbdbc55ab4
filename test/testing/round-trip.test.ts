import { type SetupServer, setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { contract, type OperationName } from '../../src/contract/index.ts'
import { createAcquirerHandler, type Implementation } from '../../src/server/index.ts'
import { type Listening, listen } from '../../src/server/node.ts'
import { mswHandlers } from '../../src/testing/msw.ts'
import { samples } from '../contract/samples.ts'
import { p1 } from '../support/people.ts'

const names = Object.keys(contract) as OperationName[]
type Anything = (input: unknown, options?: unknown) => Promise<unknown>

/** Answers every operation with its sample, and remembers what it was given. */
const recording = () => {
  const given: Record<string, { input: unknown; key: string; version: number | undefined }> = {}
  const implementation = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown, context: { idempotencyKey: string; expectedVersion: number | undefined }) => {
        given[name] = { input, key: context.idempotencyKey, version: context.expectedVersion }
        return samples[name].answer
      },
    ]),
  ) as Implementation
  return { given, handler: createAcquirerHandler(implementation, { authenticate: () => p1 }) }
}

const overHttp = recording()
const overMsw = recording()
let server: Listening
let msw: SetupServer

beforeAll(async () => {
  server = await listen(overHttp.handler)
  msw = setupServer(...mswHandlers(overMsw.handler, { origin: 'https://acquirer.example' }))
  msw.listen({ onUnhandledFrame: 'bypass' })
})
afterAll(async () => {
  msw.close()
  await server.close()
})

describe('every operation', () => {
  it.each(names)('%s gives the same over a real server and over msw', async (name) => {
    const { input, answer } = samples[name]
    const options = { idempotencyKey: `key-${name}`, expectedVersion: 3 }
    const clients = [`${server.url}/v1`, 'https://acquirer.example/v1'].map((baseUrl) =>
      createAcquirerClient({ baseUrl, auth: bearer('token') }),
    )
    const replies = await Promise.all(clients.map((client) => (client[name] as Anything)(input, options)))
    expect(replies).toEqual([answer, answer])

    const { method, ...row } = contract[name]
    const expected = {
      input,
      key: method === 'GET' ? '' : options.idempotencyKey,
      version: 'versioned' in row ? 3 : undefined,
    }
    expect(overHttp.given[name]).toEqual(expected)
    expect(overMsw.given[name]).toEqual(expected)
  })
})
