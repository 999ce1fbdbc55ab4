// Taking an app off a terminal: scheduled, done when the terminal next calls Adyen, found again by the moment it was scheduled for.
import { RefusedError } from 'terminal-lifecycle/errors'
import { type Call, pending, type ServiceAnswer } from 'terminal-lifecycle/schemas'
import * as z from 'zod'
import type { Adyen, Terminal } from './terminals.ts'

const Action = z.object({
  actionType: z.string(),
  terminalId: z.string(),
  status: z.enum(['pending', 'successful', 'failed', 'cancelled', 'tryLater']),
  scheduledAt: z.string(),
})
const Actions = z.object({ data: z.array(Action).default([]) })
const Scheduled = z.object({ totalScheduled: z.int(), totalErrors: z.int().optional() })

const type = 'UninstallAndroidApp'
const pageSize = 100
const pageLimit = 50

/** Whole seconds, and the offset as Adyen wants it. The order's own time is the mark by which its action is known again. */
const markOf = ({ orderedAt }: Call): string => new Date(orderedAt).toISOString().replace(/\.\d+Z$/, '+0000')
const secondsOf = (instant: string): number =>
  Math.floor(Date.parse(instant.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')) / 1000)

/** There is no idempotency key: what was scheduled before is looked for first. */
const earlier = async ({ ask, companyId }: Adyen, call: Call, { id }: Terminal) => {
  for (let page = 1; page <= pageLimit; page += 1) {
    const query = `type=${type}&pageSize=${pageSize}&pageNumber=${page}`
    const path = `/companies/${encodeURIComponent(companyId)}/terminalActions?${query}`
    const { data } = await ask(call, { method: 'GET', path, answer: Actions })
    const found = data.find(
      ({ terminalId, actionType, scheduledAt }) =>
        terminalId === id && actionType === type && secondsOf(scheduledAt) === secondsOf(call.orderedAt),
    )
    if (found || data.length < pageSize) return found
  }
  // not found is not "never scheduled" where nobody has looked at all of them
  throw new RefusedError({ refusal: 'TOO_MANY_ACTIONS' })
}

/** Uninstalls one app; `pending` until the terminal says so. */
export const uninstall =
  (adyen: Adyen) =>
  async (serial: string, appId: string, call: Call): Promise<ServiceAnswer> => {
    const terminal = await adyen.find(call, { serialNumber: serial })
    const action = await earlier(adyen, call, terminal)
    const { orderId } = call
    if (action?.status === 'successful')
      return [{ type: 'erasure.completed', serial, orderId, method: 'clear', tool: `Adyen ${type}` }]
    if (action?.status === 'failed' || action?.status === 'cancelled')
      return [{ type: 'erasure.failed', serial, orderId, reason: `Adyen ${type}: ${action.status}` }]
    if (action) return pending({ retryAfter: 600 })
    const actionDetails = { type, appId }
    const body = { terminalIds: [terminal.id], scheduledAt: markOf(call), actionDetails }
    const answer = await adyen.ask(call, {
      ...{ method: 'POST', path: '/terminals/scheduleActions', body, answer: Scheduled },
    })
    if (answer.totalScheduled !== 1) throw new RefusedError({ refusal: 'NOT_SCHEDULED' })
    return pending({ retryAfter: 600 })
  }
