import type { Parts } from '../parts.ts'
import { openOrders, runningTimers } from '../projection.ts'
import { type Agenda, type Item, planOf, type Seen, type Wanted } from './agenda.ts'
import { orTold, type Told } from './failures.ts'
import type { RestateContext, RestateMessage, RestateObjectContext, RestateSerde } from './sdk.ts'

/** Under this name a life keeps what Restate will do for it. */
const agendaName = 'agenda'

export const agendaOf = async (context: RestateObjectContext): Promise<Agenda> =>
  (await context.get<Agenda>(agendaName)) ?? {}

export function keepAgenda(context: RestateObjectContext, agenda: Agenda): void {
  if (Object.keys(agenda).length > 0) context.set(agendaName, agenda)
  else context.clear(agendaName)
}

/** The same without one of its items. */
export const without = (agenda: Agenda, name: string): Agenda =>
  Object.fromEntries(Object.entries(agenda).filter(([other]) => other !== name))

export interface ScheduleParts extends Pick<Parts, 'store' | 'environment' | 'now'> {
  /** Of the object. */
  name: string
  /** Of the SDK. */
  json: RestateSerde
}

/** Sends messages to handlers of a life, and calls back what is not wanted any more. */
export function createSchedule({ store, environment, now, name: service, json }: ScheduleParts) {
  const send = (context: RestateContext, method: string, parameter: object, delay?: number) => {
    const message: RestateMessage = { service, method, key: context.key, parameter, inputSerde: json }
    return context.genericSend(delay === undefined ? message : { ...message, delay })
  }

  const look = async (lifecycleId: string): Promise<Seen> => {
    const stored = await store.newest(lifecycleId)
    const orders = stored ? openOrders(stored.record) : []
    return {
      now: environment.now(),
      at: now(),
      orderIds: orders.filter(({ isParked }) => !isParked).map(({ orderId }) => orderId),
      timers: stored ? runningTimers(stored.record) : [],
    }
  }

  /** Sends what an item of the agenda stands for. */
  async function sendItem(context: RestateContext, wanted: Wanted, from: number): Promise<Item> {
    const { name, at, attempt, due } = wanted
    const token = context.rand.uuidv4()
    const id = name.slice(name.indexOf(':') + 1)
    const delay = Math.max(0, at - from)
    const handle =
      due === undefined
        ? send(context, 'begin', { orderId: id, token }, delay)
        : send(context, 'fire', { deadlineId: id, due, token }, delay)
    return { token, invocationId: await handle.invocationId, at, attempt, ...(due !== undefined && { due }) }
  }

  /**
   * Brings what Restate will do in line with what the life has open now.
   *
   * @returns why it could not, where no later look of this release will be able to: nothing is changed then.
   */
  async function settle(
    context: RestateObjectContext,
    agenda: Agenda,
    anew = false,
  ): Promise<Told | undefined> {
    const seen = await context.run('look', () => orTold(look(context.key)))
    if ('told' in seen) return seen.told
    const { kept, called, sent } = planOf(agenda, seen, anew)
    for (const { invocationId } of called) context.cancel(invocationId)
    const items: [string, Item][] = []
    for (const wanted of sent) items.push([wanted.name, await sendItem(context, wanted, seen.now)])
    if (called.length > 0 || items.length > 0 || Object.keys(kept).length !== Object.keys(agenda).length)
      keepAgenda(context, { ...kept, ...Object.fromEntries(items) })
    return undefined
  }

  return { send, sendItem, settle }
}
