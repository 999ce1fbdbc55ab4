import ky from 'ky'
import type * as z from 'zod'
import { installed } from './installed.ts'

/** Reads one resource, whole and parsed. */
export type Get = (url: string) => Promise<unknown>

/** What is used of undici. */
interface Undici {
  Agent: new (options: { connections: number }) => object
  request(
    url: string,
    options: { dispatcher: object; headers: Readonly<Record<string, string>> },
  ): Promise<{ body: { json(): Promise<unknown> } }>
}

const headers = { authorization: 'Bearer secret', accept: 'application/json' }

/** The least: no retry, no clock, nothing checked. */
export const undiciGet = async (connections: number): Promise<Get> => {
  const { Agent, request } = await installed<Undici>('undici')
  const dispatcher = new Agent({ connections })
  return async (url) => (await request(url, { dispatcher, headers })).body.json()
}

/** Ky as somebody would set it up who wants what our client does: retries, a clock, hooks, headers, a checked answer. */
export const kyGet = (schema: z.ZodType, fetch: typeof globalThis.fetch = globalThis.fetch): Get => {
  const api = ky.create({
    fetch,
    timeout: 10_000,
    retry: {
      ...{ limit: 2, methods: ['get', 'put', 'post'], statusCodes: [429, 502, 503, 504] },
      ...{ afterStatusCodes: [429, 503], maxRetryAfter: 60_000 },
    },
    hooks: {
      beforeRequest: [
        ({ request }) => {
          for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
        },
      ],
      afterResponse: [({ response }) => response],
    },
  })
  return async (url) => schema.parse(await api(url).json())
}

/** What is used of stripe-node. */
type Stripe = new (
  key: string,
  options: { host: string; port: number; protocol: 'http'; maxNetworkRetries: number },
) => { customers: { retrieve(id: string): Promise<unknown> } }

/** Asks the server for `/v1/customers/${id}`. */
export const stripeGet = async (port: number): Promise<(id: string) => Promise<unknown>> => {
  const { default: StripeOf } = await installed<{ default: Stripe }>('stripe')
  const stripe = new StripeOf('sk_test_bench', {
    ...{ host: '127.0.0.1', port, protocol: 'http', maxNetworkRetries: 2 },
  })
  return (id) => stripe.customers.retrieve(id)
}
