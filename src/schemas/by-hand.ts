import { type Department, deskOf, type EventType, orderKinds, toldByPeople } from '../domain/index.ts'
import type { OrderKind, OrderParams } from './orders.ts'
import type { Call, Services } from './services.ts'

/** An order that people carry out. */
export type HandTask = {
  readonly [K in OrderKind]: {
    readonly kind: K
    readonly params: OrderParams[K]
    /** Whose work it is. */
    readonly department: Department
    /** The events by which whoever has done it tells the record, as `erasure.completed`; empty: nothing is waited for. */
    readonly tells: readonly EventType[]
  }
}[OrderKind]

/**
 * Services that hand every order to people, for what none of your systems can do. An order counts as accepted once `desk` has taken
 * the task: it waits for the fact, told by whoever has seen to it, and the clock of its result watches.
 *
 * @param desk writes the task where people find it: a ticket, a list, a message. What comes twice under one `call.orderId` is one task.
 * What it throws is tried again.
 * @example
 * const services = { ...byHand((task, { orderId }) => tickets.put(orderId, task)), ...terminalServices }
 */
export function byHand(desk: (task: HandTask, call: Call) => Promise<unknown>): Services {
  const handOver = (kind: OrderKind) => async (params: OrderParams[OrderKind], call: Call) => {
    const department = 'department' in params ? params.department : deskOf(kind)
    await desk({ kind, params, department, tells: toldByPeople(kind) } as HandTask, call)
    return []
  }
  // Kind and parameters belong together; a list of all kinds cannot say so.
  return Object.fromEntries(orderKinds.map((kind) => [kind, handOver(kind)])) as unknown as Services
}
