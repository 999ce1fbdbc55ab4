/**
 * The least that a call costs on this platform, against what the rows of `client` are held to: no retry, no clock, no hook, no
 * word of what went wrong, no copy of a header. What lies between these and the client is what the client promises.
 */
import { Agent, request } from 'node:http'
import * as z from 'zod'
import { contract } from '../../../src/contract/index.ts'
import { samples } from '../../../test/contract/samples.ts'
import type { Row } from '../../compare.ts'
import { kyGet, stripeGet } from '../../references/clients.ts'
import { startServer } from '../../references/server.ts'

const { getTerminal } = samples
const path = '/v1/terminals/lc-1'
const port = await startServer({
  [`GET ${path}`]: getTerminal.answer,
  'GET /v1/customers/terminal': getTerminal.answer,
})
const url = `http://127.0.0.1:${port}${path}`
const reply = contract.getTerminal.reply as z.ZodType
/** As fast as Zod can read it. */
const read = z.compile(reply)
const headers = { authorization: 'Bearer secret', accept: 'application/json' }

/** Four hundred of them, fifty under way at any time. */
const fifty = (ask: () => Promise<unknown>) => async () => {
  let left = 400
  const lane = async () => {
    for (; left > 0; left -= 1) await ask()
  }
  await Promise.all(Array.from({ length: 50 }, lane))
}

const agent = new Agent({ keepAlive: true, maxSockets: 50 })
const overNode = (): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, headers, agent }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())))
    })
    asked.on('error', reject)
    asked.end()
  })

const ky = kyGet(reply)
const stripe = await stripeGet(port)
const byKy = { reference: 'ky with hooks and retry, reply checked by schema.parse() of Zod', budget: 0.7 }
const byStripe = { reference: 'stripe-node, which checks no reply', budget: 1 }

export const rows: readonly Row[] = [
  {
    name: 'fetch and JSON, nothing checked',
    ...byKy,
    candidate: fifty(async () => (await fetch(url, { headers })).json()),
    control: fifty(() => ky(url)),
  },
  {
    name: 'fetch, JSON and the reply checked',
    ...byKy,
    candidate: fifty(async () => read.parse(await (await fetch(url, { headers })).json())),
    control: fifty(() => ky(url)),
  },
  {
    name: 'node:http and JSON, nothing checked',
    ...byStripe,
    candidate: fifty(overNode),
    control: fifty(() => stripe('terminal')),
  },
  {
    name: 'node:http, JSON and the reply checked',
    ...byStripe,
    candidate: fifty(async () => read.parse(await overNode())),
    control: fifty(() => stripe('terminal')),
  },
]
