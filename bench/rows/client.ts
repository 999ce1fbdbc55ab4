import type * as z from 'zod'
import { bearer, createAcquirerClient } from '../../src/client/index.ts'
import { createNodeTransport } from '../../src/client/node.ts'
import { contract } from '../../src/contract/index.ts'
import { samples } from '../../test/contract/samples.ts'
import type { Row } from '../compare.ts'
import { kyGet, stripeGet } from '../references/clients.ts'
import { startServer } from '../references/server.ts'

const { input, answer } = samples.getTerminal
const path = `/v1/terminals/${input.lifecycleId}`
const port = await startServer({ [`GET ${path}`]: answer, 'GET /v1/customers/cus_1': answer })
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
const ky = kyGet(contract.getTerminal.reply as z.ZodType)
const stripe = await stripeGet(port)

export const rows: readonly Row[] = [
  {
    name: 'client, fifty calls at once',
    reference: 'ky with the same hooks, retry and checked reply',
    budget: 0.7,
    candidate: fifty(() => overFetch.getTerminal(input)),
    control: fifty(() => ky(origin + path)),
  },
  {
    name: 'the same over the transport for Node',
    reference: 'stripe-node',
    budget: 1,
    candidate: fifty(() => overNode.getTerminal(input)),
    control: fifty(() => stripe('cus_1')),
  },
]
