// SumUp, by the reader paths of its API. A merchant's number is its merchant code; a terminal's number is the serial number of the
// device. That API pairs and unpairs, and nothing else: the rest is done by other systems of yours, or by people (`byHand`).
import { RefusedError } from 'terminal-lifecycle/errors'
import { type Call, pending, type Services } from 'terminal-lifecycle/schemas'
import { type SumUpAccount, sumup } from './readers.ts'

/** Of what SumUp keeps no book: the state of the number, and minor units that are not settled yet. */
interface OwnBooks {
  readonly registry: 'active' | 'suspended' | 'closed'
  readonly unsettled: number
}

export interface SumUpOptions extends SumUpAccount {
  readonly rest: Services
  /** What somebody in the shop read off the screen of the device; `undefined`: nobody has yet. */
  readonly pairingCode: (identity: Call['identity']) => Promise<string | undefined>
  /** Your register and your ledger. Left out: people read the status. */
  readonly books?: (call: Call) => Promise<OwnBooks>
  /** The clock of the runtime. */
  readonly clock?: { now(): string }
}

export const sumupServices = (options: SumUpOptions): Services => {
  const { rest, pairingCode, books } = options
  const { clock = { now: () => new Date().toISOString() } } = options
  const api = sumup(options)

  return {
    ...rest,

    disableAcceptance: async (params, call) => {
      // all or nothing: it cannot stop refunds and let sales go on
      if (!params.capabilities.includes('sale')) return rest.disableAcceptance(params, call)
      await api.unpair(call, call.identity.terminalId)
      return []
    },

    enableAcceptance: async (params, call) => {
      if (!params.capabilities.includes('sale')) return rest.enableAcceptance(params, call)
      const { terminalId } = call.identity
      if ((await api.pairings(call, terminalId)).length > 0) return []
      const code = await pairingCode(call.identity)
      // a task for somebody: they ask the shop for the code, and order it again
      if (!code) throw new RefusedError({ refusal: 'PAIRING_CODE_NEEDED' })
      if (!(await api.pair(call, terminalId, code))) throw new RefusedError({ refusal: 'WRONG_DEVICE' })
      return []
    },

    readStatus: async (params, call) => {
      if (!books) return rest.readStatus(params, call)
      const { terminalId, currency } = call.identity
      const found = await api.pairings(call, terminalId)
      // a pairing under way is neither on nor off
      if (found.some(({ status }) => status !== 'paired')) return pending({ retryAfter: 60 })
      const { registry, unsettled } = await books(call)
      const acceptance = found.length > 0 ? 'on' : 'off'
      const read = { acceptance, registry, unsettled: { amount: unsettled, currency } } as const
      return [{ type: 'status.reported', ...read, readAt: clock.now(), source: 'sumup' }]
    },

    unbind: async (params, call) => {
      await api.unpair(call, params.serial)
      return [{ type: 'unbinding.confirmed', ...params, orderId: call.orderId }]
    },
  }
}
