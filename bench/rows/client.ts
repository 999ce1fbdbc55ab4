import type * as z from 'zod'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createNodeTransport } from '../../src/client/node.ts'
import { contract } from '../../src/contract/index.ts'
import { samples } from '../../test/contract/samples.ts'
import type { Row } from '../compare.ts'
import { kyGet, stripeGet } from '../references/clients.ts'
import { startServer } from '../references/server.ts'

const { getTerminal, readStatus } = samples
const { terminalRef } = readStatus.input
const status = readStatus.answer
const paths = {
  terminal: '/v1/terminals/lc-1',
  host: `/v1/systems/terminals/${encodeURIComponent(terminalRef)}/status`,
}
const port = await startServer({
  [`GET ${paths.terminal}`]: getTerminal.answer,
  [`GET ${paths.host}`]: status,
  'GET /v1/customers/terminal': getTerminal.answer,
  'GET /v1/customers/host': status,
})
const origin = `http://127.0.0.1:${port}`

/** Four hundred of them, fifty under way at any time. */
const fifty = (ask: () => Promise<unknown>) => async () => {
  let left = 400
  const lane = async () => {
    for (; left > 0; left -= 1) await ask()
  }
  await Promise.all(Array.from({ length: 50 }, lane))
}

const heard = { attempts: 0, answers: 0 }
const options = {
  baseUrl: `${origin}/v1`,
  auth: bearer('secret'),
  hooks: {
    onAttempt: () => {
      heard.attempts += 1
    },
    onAnswer: () => {
      heard.answers += 1
    },
  },
}
const overFetch = createAcquirerClient(options)
const overNode = createAcquirerClient({ ...options, transport: createNodeTransport() })
const kyOf = (name: 'getTerminal' | 'readStatus') => kyGet(contract[name].reply as z.ZodType)
const [kyTerminal, kyHost] = [kyOf('getTerminal'), kyOf('readStatus')]
const stripe = await stripeGet(port)

const byKy = { reference: 'ky with hooks and retry, reply checked by schema.parse() of Zod', budget: 0.7 }
const byStripe = {
  reference: 'stripe-node, which checks no reply: it parses the JSON and no more',
  budget: 1,
}

const timed = [
  {
    name: 'client, fifty at once, reply of 1.8 kB',
    ...byKy,
    candidate: fifty(() => overFetch.getTerminal({ lifecycleId: 'lc-1' })),
    control: fifty(() => kyTerminal(origin + paths.terminal)),
  },
  {
    name: 'client, fifty at once, reply of 0.2 kB',
    ...byKy,
    candidate: fifty(() => overFetch.readStatus({ terminalRef })),
    control: fifty(() => kyHost(origin + paths.host)),
  },
  {
    name: 'over the transport for Node, reply of 1.8 kB',
    ...byStripe,
    candidate: fifty(() => overNode.getTerminal({ lifecycleId: 'lc-1' })),
    control: fifty(() => stripe('terminal')),
  },
  {
    name: 'over the transport for Node, reply of 0.2 kB',
    ...byStripe,
    candidate: fifty(() => overNode.readStatus({ terminalRef })),
    control: fifty(() => stripe('host')),
  },
] as const

// A client lives as long as its process: the compiler has seen both sides often when they are timed.
for (const { candidate, control } of timed)
  for (let round = 0; round < 12; round += 1) {
    await candidate()
    await control()
  }

export const rows: readonly Row[] = timed
