import { StoreError } from '../errors/index.ts'
import type { LifecycleEvent, OrderKind } from '../schemas/index.ts'
import type { Hindered, Hindrance } from './carry-out.ts'
import { failureCode } from './failure-code.ts'
import { millisecondsOf } from './projection.ts'
import type { OrderWork } from './store.ts'
import type { Submit } from './submit.ts'
import { systemOf } from './system-actor.ts'

type CarryOut = (work: OrderWork, stop: AbortSignal) => Promise<Hindrance>

export interface ParkingParts {
  submit: Submit
  now: () => string
  parkAfter: Readonly<Record<OrderKind, number>>
}

/** Longer than any result may take: what is on its way until then and still is, somebody has to look for. */
const longestPending = 10 * 86_400_000

const isLost = ({ pendingSince }: Hindered, now: string): boolean =>
  pendingSince !== undefined && millisecondsOf(now) - millisecondsOf(pendingSince) > longestPending

/** A store in trouble is no fault of the order; anything else that goes wrong with its answer is. */
export const unexpected = (error: unknown): Hindered => {
  if (error instanceof StoreError) throw error
  return { code: failureCode(error), error, failed: 'answer' }
}

/** Parks what failed too often: as part of the record, so that everybody sees it. */
export function createParking({ submit, now, parkAfter }: ParkingParts) {
  async function park(work: OrderWork, because: Hindered): Promise<Hindered> {
    const { lifecycleId, orderId, attempt, failures } = work
    const commandId = `${orderId}#parked${attempt}`
    const event: LifecycleEvent = { type: 'order.parked', orderId, code: because.code, attempts: failures }
    await submit({
      ...{ lifecycleId, commandId, fingerprint: null, keepRefusal: false },
      command: ({ context }) => ({ commandId, at: now(), event, actor: systemOf(context) }),
    })
    return because
  }

  return {
    /**
     * Before the call: those before it neither ended nor failed, whoever carried the order out died of it. Whether its service
     * works is not known by that.
     */
    async before(work: OrderWork): Promise<Hindered | null> {
      return work.failures > parkAfter[work.orderKind] ? park(work, { code: 'NO_END' }) : null
    },
    async after(work: OrderWork, hindrance: Hindrance): Promise<Hindrance> {
      const limit = parkAfter[work.orderKind]
      if (!hindrance || limit === Number.POSITIVE_INFINITY) return hindrance
      const hasFailed = hindrance.failed !== undefined && work.failures >= limit
      return hasFailed || isLost(hindrance, now()) ? park(work, hindrance) : hindrance
    },
  }
}

export type Parking = ReturnType<typeof createParking>

/** Carries orders out, and parks what failed too often. */
export const createParkingCarryOut =
  (parking: Parking, carryOut: CarryOut): CarryOut =>
  async (work, stop) => {
    const parked = await parking.before(work)
    return parked ?? parking.after(work, await carryOut(work, stop).catch(unexpected))
  }
