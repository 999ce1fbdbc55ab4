// Where a terminal is assigned at Adyen, which is also whether it can take payments.
import { ProtocolError, RefusedError } from 'terminal-lifecycle/errors'
import type { Call } from 'terminal-lifecycle/schemas'
import * as z from 'zod'
import { vendor } from '../vendor.ts'

export interface AdyenAccount {
  /** With the roles Assign Terminal, and Terminal actions read and write. */
  readonly apiKey: string
  /** As `https://management-test.adyen.com/v3`. */
  readonly baseUrl: string
  /** The company account: what belongs to no merchant any more lies in its inventory. */
  readonly companyId: string
  readonly fetch?: typeof fetch
}

const Place = z.object({
  companyId: z.string().optional(),
  merchantId: z.string().optional(),
  storeId: z.string().optional(),
})
const Assignment = Place.extend({
  status: z.enum(['boarded', 'deployed', 'inventory', 'reassignmentInProgress']),
  reassignmentTarget: Place.extend({ inventory: z.boolean() }).optional(),
})
const Terminal = z.object({ id: z.string(), serialNumber: z.string().optional(), assignment: Assignment })
const Terminals = z.object({ data: z.array(Terminal).default([]) })

const issues = [{ path: '/data', code: 'NOT_UNDERSTOOD' }]

export type Terminal = z.output<typeof Terminal>
/** The body of a reassignment. */
export interface Target {
  readonly companyId?: string
  readonly merchantId?: string
  readonly storeId?: string
  readonly inventory?: boolean
}

export const adyen = ({ apiKey, baseUrl, companyId, fetch }: AdyenAccount) => {
  const ask = vendor({
    ...{ baseUrl, fetch, headers: { 'x-api-key': apiKey } },
    codeOf: (body) => z.object({ errorCode: z.string() }).safeParse(body).data?.errorCode,
  })

  /** By its id, or by the serial number of the device; nothing else of that name will do. */
  const find = async (call: Call, by: { readonly id: string } | { readonly serialNumber: string }) => {
    const words = Object.values(by)[0] as string
    const path = `/terminals?searchQuery=${encodeURIComponent(words)}&pageSize=100`
    const { data } = await ask(call, { method: 'GET', path, answer: Terminals })
    const [found, ...others] = data.filter((one) => ('id' in by ? one.id : one.serialNumber) === words)
    if (found && others.length === 0) return found
    // an earlier attempt may have carried it out, and the terminal be out of sight since
    if (call.attempt > 1)
      throw new ProtocolError({ request: { method: 'GET', url: `${baseUrl}/terminals` }, issues })
    throw new RefusedError({ refusal: found ? 'TERMINAL_AMBIGUOUS' : 'TERMINAL_UNKNOWN' })
  }

  /** The same target twice is one reassignment; whoever repeats it finds it under way, or done. */
  const reassign = (call: Call, { id }: Terminal, body: Target): Promise<void> =>
    ask(call, { method: 'POST', path: `/terminals/${encodeURIComponent(id)}/reassign`, body })

  return { ask, find, reassign, companyId }
}

export type Adyen = ReturnType<typeof adyen>

/** Where it is, or where it is on its way to. A target names no more than what changes. */
export const placeOf = ({ assignment }: Terminal) => {
  const { reassignmentTarget: target, companyId, merchantId, storeId, status } = assignment
  if (status !== 'reassignmentInProgress' || !target)
    return { companyId, merchantId, storeId, inventory: status === 'inventory' }
  const isWithinMerchant = !target.companyId && !target.storeId
  return { ...target, merchantId: target.merchantId ?? (isWithinMerchant ? merchantId : undefined) }
}

/** Adyen has carried it out; until the terminal has spoken with Adyen, it has not. */
export const isThere = ({ assignment }: Terminal): boolean =>
  assignment.status === 'boarded' || assignment.status === 'inventory'
