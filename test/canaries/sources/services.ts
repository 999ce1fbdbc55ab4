import { operations } from '../../../src/contract/index.ts'
import { type OrderKind, orderKinds } from '../../../src/domain/index.ts'
import { RefusedError } from '../../../src/errors/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import type { LifecycleEvent, Services } from '../../../src/schemas/index.ts'
import { samples } from '../../contract/samples.ts'
import { manualEnvironment } from '../../runtime/manual-environment.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import type { Canary } from '../canaries.ts'
import type { Net } from '../net.ts'
import { servicesOver } from '../office.ts'
import { nameOf, placesOf, plant } from '../places.ts'
import { inTurn, type Plan, thinned, writings } from '../plan.ts'
import { type Homes, inMemory } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

type Service = () => Promise<unknown>

/** What a service does with a text: throws it, says no with it, reports it. */
const misdeeds: Readonly<Record<string, (text: string) => Service>> = {
  'an error': (text) => async () => {
    const cause = { headers: { authorization: text }, config: { data: text } }
    throw Object.assign(new Error(`said ${text}`, { cause }), { code: text, response: { data: text } })
  },
  'a name of an error': (text) => async () => {
    throw Object.assign(new Error('no'), { name: text, stack: text })
  },
  'a thrown text': (text) => () => Promise.reject(text),
  'a thrown object': (text) => () => Promise.reject({ message: text, [text]: text }),
  'many errors': (text) => () => Promise.reject(new AggregateError([new Error(text)], text)),
  'a refusal': (text) => async () => {
    throw new RefusedError({ refusal: text, reason: text })
  },
  'an answer of no shape': (text) => async () => ({ [text]: text }) as never,
  'an event of no type': (text) => async () => [{ type: text, [text]: text }],
}

const events: readonly LifecycleEvent[] = [
  { type: 'keys.removed', serial: '123-456-789', method: 'zeroised' },
  { type: 'closure.confirmed', providerRef: 'CL-1', orderId: 'life-1/1/0' },
  {
    type: 'dispute.opened',
    caseId: 'CB-1',
    amount: { amount: 5, currency: 'CNY' },
    dueAt: '2026-04-01T00:00:00Z',
  },
]

/** Orders a ticket in a life of its own, has it carried out by this service, and looks at what is left. */
const orderWith = async (
  net: Net,
  services: Partial<Services>,
  homes: Homes,
  canary: Canary,
  source: string,
) => {
  const { store, documents } = homes
  const clock = testClock()
  const heard: unknown[] = []
  const runtime = createRuntime({
    ...{ store, clock, papers: documents, environment: manualEnvironment() },
    services: { ...silentServices, ...services },
    onFailure: (failure) => heard.push(failure, failure.error),
  })
  await runtime.open(terminal())
  const event: LifecycleEvent = { type: 'note.recorded', kind: 'escalation', text: 'no answer for days' }
  await runtime.dispatch({ lifecycleId: 'life-1', commandId: 'c-1', actor: p1, event })
  await runtime.drain()
  for (const one of heard) net.see('callback', one)
  await siftLife(net, runtime, 'life-1', [canary], source)
  await homes.sift(net, [canary], source)
}

/** What services throw and answer, and what the acquirer's systems answer to them. */
export const plantServices = async (
  net: Net,
  plan: Plan & { readonly homes?: () => Homes },
): Promise<void> => {
  const { homes = inMemory } = plan
  const next = inTurn(plan)
  for (const [how, misdeed] of Object.entries(misdeeds))
    for (const canary of next())
      for (const text of writings(canary)) {
        net.planted(canary, 'services', how)
        await orderWith(net, { openTicket: misdeed(text) as never }, homes(), canary, `services ${how}`)
      }
  for (const event of events)
    for (const place of thinned(placesOf(event), plan))
      for (const canary of next()) {
        const source = `${event.type} ${nameOf(place)}`
        net.planted(canary, 'answers of services', source)
        const openTicket = async () => [plant(event, place, canary.text)] as never
        await orderWith(net, { openTicket }, homes(), canary, `answers of services ${source}`)
      }
}

const kinds = orderKinds.filter((kind) => operations.some(({ name }) => name === kind))

/** Each string of each answer of the acquirer's systems, on its way into a record. */
export const plantSystems = async (net: Net, plan: Plan): Promise<void> => {
  const next = inTurn(plan)
  const values = kinds.flatMap((kind) =>
    [...placesOf(samples[kind].answer)].map((place) => ({ kind, place })),
  )
  for (const { kind, place } of thinned(values, plan))
    for (const canary of next()) {
      const source = `${kind} ${nameOf(place)}`
      net.planted(canary, 'answers of systems', source)
      const answer = plant(samples[kind].answer, place, canary.text)
      const services = servicesOver(async () => Response.json(answer))
      // Whatever is ordered is answered as if it had been this.
      const openTicket = () => callOf(services, kind)
      await orderWith(net, { openTicket }, inMemory(), canary, `answers of systems ${source}`)
    }
}

const callOf = (services: Services, kind: OrderKind) => {
  const { terminalRef: _, ...params } = samples[kind].input as { terminalRef?: string }
  const [acquirerId, merchantId, terminalId] = ['acquirer-1', '898440354110001', '10000001']
  const identity = { lifecycleId: 'life-1', acquirerId, merchantId, terminalId, currency: 'CNY' }
  const call = {
    ...{ orderId: 'life-1/1/0', idempotencyKey: 'life-1/1/0', attempt: 1, identity },
    ...{ orderedAt: '2026-03-02T01:00:00Z', signal: new AbortController().signal },
  }
  return (services[kind] as (params: unknown, call: unknown) => ReturnType<Services['openTicket']>)(
    params,
    call,
  )
}
