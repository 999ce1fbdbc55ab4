import { expect } from 'vitest'
import type { Actor } from '../../src/domain/index.ts'
import type { Accepted, Answer } from '../../src/machine/index.ts'
import { createRuntime, type Failure, memoryStore, type RuntimeOptions } from '../../src/runtime/index.ts'
import type { Call, LifecycleEvent, OrderKind, Services } from '../../src/schemas/index.ts'
import { testClock } from '../support/clock.ts'
import { ordersGiven } from '../support/orders-given.ts'
import { asP1, p1 } from '../support/people.ts'
import { terminal } from '../support/samples.ts'
import { signing } from '../support/signing.ts'
import { silentServices } from '../support/world.ts'
import { manualEnvironment } from './manual-environment.ts'

interface MadeCall extends Call {
  kind: OrderKind
  params: unknown
}

export const note = (text: string): LifecycleEvent => ({ type: 'note.recorded', kind: 'note', text })
/** Gives one order `openTicket`. */
export const escalation: LifecycleEvent = {
  type: 'note.recorded',
  kind: 'escalation',
  text: 'no answer for days',
}

/** That order, where it is the first thing that the rig tells: named after the command, so that another way of naming turns this red. */
export const ticket = 'life-1/hechaifdaddoajgmkiim/0'

/** Each service writes down that it was called, then does what the test wants. */
function recording(calls: MadeCall[], services: Partial<Services>): Services {
  const wrapped = Object.entries({ ...silentServices, ...services }).map(([kind, service]) => [
    kind,
    (params: never, call: Call) => {
      calls.push({ ...call, kind: kind as OrderKind, params })
      return (service as (params: never, call: Call) => Promise<readonly LifecycleEvent[]>)(params, call)
    },
  ])
  return Object.fromEntries(wrapped) as Services
}

/** A runtime whose time stands still, with one open terminal `life-1`. */
export async function rig(
  options: Partial<Omit<RuntimeOptions, 'services'>> & { services?: Partial<Services> } = {},
) {
  const { services = {}, store: bare = memoryStore(), ...rest } = options
  const given = ordersGiven()
  const store = given.noting(bare)
  const calls: MadeCall[] = []
  const failures: Failure[] = []
  const clock = testClock()
  const environment = manualEnvironment()
  const make = (differs: Partial<RuntimeOptions> = {}) =>
    createRuntime({
      store,
      services: recording(calls, services),
      clock,
      environment,
      worker: 'w1',
      onFailure: (failure) => failures.push(failure),
      ...rest,
      ...differs,
    })
  const runtime = make()
  if (!(await runtime.get('life-1', asP1))) await runtime.open(terminal())
  let told = 0
  const signed = signing()
  const send = async (event: LifecycleEvent, actor: Actor = p1): Promise<Answer> => {
    told += 1
    clock.tick(1_000)
    const commandId = `command-${told}`
    const asked = await signed(event, 'digest' in event ? await runtime.get('life-1', asP1) : undefined)
    return runtime.dispatch({ lifecycleId: 'life-1', commandId, actor, event: asked })
  }
  const tell = async (event: LifecycleEvent, actor: Actor = p1): Promise<Accepted> => {
    const answer = await send(event, actor)
    if (!answer.accepted) expect.fail(`${event.type} was refused: ${JSON.stringify(answer.blockers)}`)
    return answer
  }
  const record = async () => (await runtime.get('life-1', asP1)) ?? expect.fail('no record')
  /** All that were ever given. */
  const orders = async () => given.all()
  return { runtime, make, store, clock, environment, calls, failures, send, tell, record, orders }
}
