import { createHash } from 'node:crypto'
import type { Call, Services } from 'terminal-lifecycle/schemas'
import { adyenServices } from '../../examples/adapters/adyen/services.ts'
import { sumupServices } from '../../examples/adapters/sumup/services.ts'
import { adyenFacts } from './adyen-facts.ts'
import { adyenMock } from './adyen-mock.ts'
import { names } from './closure.ts'
import { adyenContract, type OpenApi, sumupContract } from './contracts.ts'
import type { Around } from './life.ts'
import { sumupFacts } from './sumup-facts.ts'
import { sumupMock } from './sumup-mock.ts'

/** As long and as mixed as a real one, and made up here. */
const newKey = (prefix: string): string => `${prefix}${createHash('sha256').update(prefix).digest('hex')}`

interface Settings {
  readonly contract?: OpenApi | undefined
  /** Somebody else's books are asked for what the vendor does not know; `false`: people look it up. */
  readonly hasBooks?: boolean
}

/** One terminal that sells, at Adyen. */
const adyenRig = ({ contract = adyenContract ?? adyenFacts, hasBooks = true }: Settings = {}) => {
  const apiKey = newKey('AQE')
  const mock = adyenMock(contract, apiKey)
  const account = { apiKey, baseUrl: mock.base, companyId: 'Company', fetch: mock.fetch }
  return {
    ...{ apiKey, mock, own: names('Merchant-1', 'S1E-7001', '7001') },
    read: { operationId: 'get-terminals', call: 'GET /terminals' },
    write: {
      operationId: 'post-terminals-terminalId-reassign',
      call: 'POST /terminals/{terminalId}/reassign',
      effect: 'reassign S1E-7001 {"merchantId":"Merchant-1","inventory":true}',
    },
    services: (around: Around): Services =>
      adyenServices({
        ...{ ...account, ...around, storeOf: () => 'ST-1', apps: { 'app-off-1': 'ANDA-1' } },
        ...(hasBooks && { unsettled: async () => 0 }),
      }),
  }
}

/** One terminal that sells, at SumUp. */
const sumupRig = ({ contract = sumupContract ?? sumupFacts, hasBooks = true }: Settings = {}) => {
  const apiKey = newKey('sup_sk_')
  const mock = sumupMock(contract, apiKey)
  /** What somebody in the shop has typed in. */
  const shop: { code: string | undefined } = { code: undefined }
  const account = { apiKey, baseUrl: mock.base, fetch: mock.fetch, pairingCode: async () => shop.code }
  return {
    ...{ apiKey, mock, shop, own: names('MK10CL2A', 'SOLO-7001', 'SOLO-7001') },
    read: { operationId: 'ListReaders', call: 'GET /v0.1/merchants/{merchant_code}/readers' },
    write: {
      operationId: 'DeleteReader',
      call: 'DELETE /v0.1/merchants/{merchant_code}/readers/{reader_id}',
      effect: 'unpair SOLO-7001',
    },
    services: (around: Around): Services =>
      sumupServices({
        ...{ ...account, ...around },
        ...(hasBooks && { books: async () => ({ registry: 'active', unsettled: 0 }) as const }),
      }),
  }
}

export const rigs = { Adyen: adyenRig, SumUp: sumupRig } as const
export type Rig = ReturnType<(typeof rigs)[keyof typeof rigs]>

/** An order as a runtime would give it to a service. */
export const callOf = (
  { own: { input } }: Rig,
  signal: AbortSignal = new AbortController().signal,
): Call => ({
  ...{ orderId: 'life-1/1/0', idempotencyKey: 'life-1/1/0', attempt: 1, signal },
  ...{ orderedAt: '2026-03-02T01:00:00Z' },
  identity: {
    ...{ lifecycleId: input.lifecycleId, acquirerId: input.acquirerId, merchantId: input.merchantId },
    ...{ terminalId: input.terminalId, currency: 'CNY' },
  },
})
