import type { Environment, Runtime } from '../../runtime/index.ts'
import type { Deliveries } from '../deliveries.ts'
import type { Endpoint } from './options.ts'
import type { Planning } from './planner.ts'
import { Sender, type SenderParts } from './sender.ts'
import { timeLimit } from './time-limit.ts'
import type { Wake } from './wake.ts'

/** Who is told of what: the planner of what moves the cursor, the sender of what was planned or has ended. */
export interface Wakes {
  planner: Wake
  sender: Wake
}

export interface EndpointWorkParts {
  endpoint: Endpoint
  runtime: Pick<Runtime, 'changes'>
  deliveries: Deliveries
  environment: Environment
  plan: (signal: AbortSignal) => Promise<Planning>
  sending: SenderParts
  pollMs: number
  wakes: Wakes
  onFailure: (error: unknown) => void
}

/** How many attempts of this call got through, and how many did not. */
export interface Sendings {
  delivered: number
  failed: number
}

/** A store in trouble is asked again after a pause that doubles up to this. */
const longestPause = 20_000
const shortestPause = 50

/** Everything there is to do for one endpoint; no endpoint ever waits for another. */
export function createEndpointWork(parts: EndpointWorkParts) {
  const { endpoint, runtime, deliveries, environment, plan, sending, pollMs, wakes, onFailure } = parts
  const { id: endpointId, actor } = endpoint

  /** Until something was planned, sent or changed here, or the time is over. */
  async function rest(seen: number, milliseconds: number, signal: AbortSignal): Promise<void> {
    const limit = timeLimit(environment, milliseconds, signal)
    await wakes.sender.next(seen, limit.signal)
    limit.end()
  }

  /** Until there is a change behind the cursor, or it is time to look whether somebody moved the cursor. */
  async function nextChange(cursor: string | null, seen: number, signal: AbortSignal): Promise<void> {
    const limit = timeLimit(environment, pollMs, signal)
    const told = runtime.changes(cursor, { actor, signal: limit.signal })[Symbol.asyncIterator]()
    try {
      await Promise.race([told.next(), wakes.planner.next(seen, limit.signal)])
    } finally {
      limit.end()
      await told.return?.()
    }
  }

  /** Does the work again and again; what fails is told, and tried again after a pause. */
  async function insist(signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    let failures = 0
    while (!signal.aborted) {
      try {
        await work()
        failures = 0
      } catch (error) {
        onFailure(error)
        const pause = environment.random() * Math.min(longestPause, 100 * 2 ** failures)
        failures += 1
        await environment.sleep(Math.max(shortestPause, pause), signal)
      }
    }
  }

  const planOn = (signal: AbortSignal) =>
    insist(signal, async () => {
      const [seen, seenByPlanner] = [wakes.sender.count, wakes.planner.count]
      const planning = await plan(signal)
      if (planning.state === 'closed') await rest(seen, pollMs, signal)
      else if (planning.state === 'caughtUp') await nextChange(planning.cursor, seenByPlanner, signal)
    })

  async function sendOn(sender: Sender, signal: AbortSignal): Promise<void> {
    const seen = wakes.sender.count
    if ((await sender.begin()) > 0 || signal.aborted) return
    const next = sender.room > 0 ? await deliveries.next(endpointId) : null
    const pause = next === null ? pollMs : Math.min(pollMs, next - environment.now())
    await rest(seen, Math.max(1, pause), signal)
  }

  /** Plans all there is. */
  async function planAll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await plan(signal)).state === 'more');
  }

  return {
    async run(signal: AbortSignal): Promise<void> {
      const sender = new Sender(sending, signal)
      await Promise.all([planOn(signal), insist(signal, () => sendOn(sender, signal))])
      await sender.allFinished()
    },

    async drain(signal: AbortSignal): Promise<Sendings> {
      const sender = new Sender(sending, signal)
      try {
        while (!signal.aborted) {
          await planAll(signal)
          if ((await sender.begin()) > 0) continue
          if (sender.isIdle) break
          await sender.oneFinished()
        }
      } finally {
        await sender.allFinished()
      }
      return sender.tally
    },
  }
}
