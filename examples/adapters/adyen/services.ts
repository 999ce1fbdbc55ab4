// Adyen, by the terminal paths of its Management API. A terminal's number is its id there, as `S1E-000158213300032`; a merchant's
// number is its merchant account. What that API cannot do, `rest` does: other systems of yours, or people (`byHand`).
import { RefusedError } from 'terminal-lifecycle/errors'
import { type Call, pending, type Services } from 'terminal-lifecycle/schemas'
import { uninstall } from './apps.ts'
import { type AdyenAccount, adyen, isThere, placeOf, type Target, type Terminal } from './terminals.ts'

export interface AdyenOptions extends AdyenAccount {
  readonly rest: Services
  /** The store in which a terminal of this merchant sells; left out: the merchant account itself. */
  readonly storeOf?: (identity: Call['identity']) => string | undefined
  /** By the procedure that was authorised: the app that `scope: 'application'` takes off the terminal. */
  readonly apps?: Readonly<Record<string, string>>
  /** Minor units that are not settled yet, from your ledger: Adyen's terminals know no money. Left out: people read the status. */
  readonly unsettled?: (call: Call) => Promise<number>
  /** The clock of the runtime. */
  readonly clock?: { now(): string }
}

export const adyenServices = (options: AdyenOptions): Services => {
  const { rest, storeOf, apps = {}, unsettled } = options
  const { clock = { now: () => new Date().toISOString() } } = options
  const api = adyen(options)
  const erase = uninstall(api)

  /** The terminal of the number. One that somebody else sells with is nobody's to switch. */
  const own = async (call: Call): Promise<Terminal> => {
    const { terminalId: id, merchantId } = call.identity
    const terminal = await api.find(call, { id })
    const { assignment } = terminal
    if (assignment.merchantId && assignment.merchantId !== merchantId)
      throw new RefusedError({ refusal: 'TERMINAL_ELSEWHERE' })
    return terminal
  }

  /** Away from the merchant, into the inventory of the company; `false`: it is on its way. */
  const away = async (terminal: Terminal, call: Call): Promise<boolean> => {
    const { merchantId } = call.identity
    const { merchantId: owner } = terminal.assignment
    if (owner && owner !== merchantId) return true
    const place = placeOf(terminal)
    const isAway = place.merchantId !== merchantId && !place.storeId
    if (!isAway) await api.reassign(call, terminal, { companyId: api.companyId })
    return isAway && isThere(terminal)
  }

  return {
    ...rest,

    disableAcceptance: async (params, call) => {
      // all or nothing: it cannot stop refunds and let sales go on
      if (!params.capabilities.includes('sale')) return rest.disableAcceptance(params, call)
      const terminal = await own(call)
      const { merchantId } = call.identity
      const place = placeOf(terminal)
      if (!place.inventory && (place.merchantId || place.storeId))
        await api.reassign(call, terminal, { merchantId, inventory: true })
      return []
    },

    enableAcceptance: async (params, call) => {
      if (!params.capabilities.includes('sale')) return rest.enableAcceptance(params, call)
      const terminal = await own(call)
      const { merchantId } = call.identity
      const storeId = storeOf?.(call.identity)
      const place = placeOf(terminal)
      const isBack = storeId ? place.storeId === storeId : place.merchantId === merchantId && !place.storeId
      const target: Target = storeId ? { storeId } : { merchantId, inventory: false }
      if (!isBack || place.inventory) await api.reassign(call, terminal, target)
      return []
    },

    readStatus: async (params, call) => {
      if (!unsettled) return rest.readStatus(params, call)
      const terminal = await api.find(call, { id: call.identity.terminalId })
      if (!isThere(terminal)) return pending({ retryAfter: 60 })
      const { merchantId, currency } = call.identity
      const isOff = terminal.assignment.status === 'inventory'
      const isOurs = terminal.assignment.merchantId === merchantId
      const amount = { amount: await unsettled(call), currency }
      const registry = isOurs ? (isOff ? 'suspended' : 'active') : 'closed'
      const read = { acceptance: isOff || !isOurs ? 'off' : 'on', registry } as const
      return [{ type: 'status.reported', ...read, unsettled: amount, readAt: clock.now(), source: 'adyen' }]
    },

    eraseDevice: async (params, call) => {
      const appId = Object.hasOwn(apps, params.procedure) ? apps[params.procedure] : undefined
      if (params.scope === 'device' || !appId) return rest.eraseDevice(params, call)
      return erase(params.serial, appId, call)
    },

    unbind: async (params, call) => {
      const terminal = await api.find(call, { serialNumber: params.serial })
      if (!(await away(terminal, call))) return pending({ retryAfter: 600 })
      return [{ type: 'unbinding.confirmed', ...params, orderId: call.orderId }]
    },

    confirmClosure: async (_, call) => {
      const terminal = await api.find(call, { id: call.identity.terminalId })
      if (!(await away(terminal, call))) return pending({ retryAfter: 600 })
      return [{ type: 'closure.confirmed', providerRef: `adyen:${terminal.id}`, orderId: call.orderId }]
    },
  }
}
