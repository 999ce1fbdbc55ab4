import type { Environment, Runtime } from '../../src/runtime/index.ts'
import {
  createOutbox,
  type Disabled,
  type Endpoint,
  type GivenUp,
  memoryDeliveries,
  type OutboxFailure,
  type OutboxOptions,
  type Outgoing,
  type Sent,
  type Transport,
} from '../../src/webhooks/index.ts'
import { rig } from '../runtime/rig.ts'
import { p1 } from '../support/people.ts'
import { hmacKey } from './kit.ts'

/** Signatures are of a time with ten digits; that of the runtime's tests begins earlier. */
const wallOf = <Given extends Environment>(environment: Given) => ({
  ...environment,
  now: () => 1_800_000_000_000 + environment.now(),
})

/** Wall time that is put forward without waking anybody: for what is drained again and again. */
export function movingEnvironment(random = () => 0) {
  let now = 1_800_000_000_000
  const environment: Environment = {
    now: () => now,
    random,
    uuid: () => 'uuid',
    sleep: (_, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) resolve()
        else signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
  }
  return {
    environment,
    move: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

export const ok: Sent = { kind: 'answered', status: 204 }
export const status = (code: number, more: { retryAfter?: string; date?: string } = {}): Sent => ({
  ...{ kind: 'answered', status: code },
  ...more,
})

export interface Posted extends Outgoing {
  id: string
  at: number
  data: { lifecycleId: string; version: number; event?: Record<string, unknown> }
  type: string
}

type Answer = (posted: Posted, nth: number) => Sent | Promise<Sent>

/** Answers as it is told to, and keeps everything. */
function postbox(environment: Pick<Environment, 'now'>, answer: Answer = () => ok) {
  const posted: Posted[] = []
  const transport: Transport = {
    async send(outgoing) {
      const { type, data } = JSON.parse(outgoing.body)
      const id = outgoing.headers['webhook-id'] ?? ''
      const one = { ...outgoing, id, at: environment.now(), type, data }
      posted.push(one)
      return answer(one, posted.length)
    },
  }
  return { transport, posted }
}

export const endpoint = (differs: Partial<Endpoint> = {}): Endpoint => ({
  id: 'portal',
  url: 'https://portal.example.com/hooks',
  actor: p1,
  secrets: [hmacKey],
  ...differs,
})

/** One open terminal, an outbox with one endpoint, and a postbox that says yes, unless the test says otherwise. */
export async function outboxRig(options: Partial<OutboxOptions> & { answer?: Answer } = {}) {
  const { answer, ...given } = options
  const made = await rig()
  const environment = given.environment ?? wallOf(made.environment)
  const { transport, posted } = postbox(environment, answer)
  const told = {
    givenUp: [] as GivenUp[],
    disabled: [] as Disabled[],
    failures: [] as OutboxFailure[],
  }
  const deliveries = memoryDeliveries()
  const runtime: Runtime = made.runtime
  const make = (differs: Partial<OutboxOptions> = {}) =>
    createOutbox({
      ...{ runtime, deliveries, transport, environment, worker: 'w1', endpoints: [endpoint()] },
      onGivenUp: (one) => told.givenUp.push(one),
      onDisabled: (one) => told.disabled.push(one),
      onFailure: (one) => told.failures.push(one),
      ...given,
      ...differs,
    })
  const { advance, sleepers } = made.environment
  return {
    ...made,
    advance,
    sleepers,
    deliveries,
    environment,
    make,
    outbox: make(),
    posted,
    told,
    transport,
  }
}

export const places = (posted: readonly Posted[]) =>
  posted.map(({ data }) => `${data.lifecycleId}/${data.version}`)
