import { checkOptions } from '../../errors/index.ts'
import type { Accepted, Answer } from '../../machine/index.ts'
import { createDispatch } from '../dispatch.ts'
import { invalidInput } from '../door.ts'
import { createOpening } from '../opening.ts'
import type { RuntimeOptions } from '../options.ts'
import { partsOf } from '../parts.ts'
import { orderName, timerName } from './agenda.ts'
import { errorFrom, orTold, statusOf, type Told, toldOf } from './failures.ts'
import type {
  BeginMessage,
  CallMessage,
  ConcludeMessage,
  DispatchMessage,
  FireMessage,
  OpenMessage,
  SettleMessage,
} from './messages.ts'
import { agendaOf, createSchedule, keepAgenda, without } from './schedule.ts'
import type { RestateContext, RestateObjectContext, RestateSdk } from './sdk.ts'
import { usualName } from './usual-name.ts'
import { createWork } from './work.ts'

/** What the object works with: what a runtime does, without what only a pump needs. */
export interface RestateObjectOptions
  extends Omit<RuntimeOptions, 'worker' | 'breaker' | 'concurrency' | 'pollMs'> {
  /** Under which Restate knows it; `TerminalLifecycle` when left out. */
  name?: string | undefined
}

/** A life is never given up by itself: a store that is away for a week comes back. */
const tirelessly = {
  initialInterval: 100,
  exponentiationFactor: 2,
  maxInterval: 20_000,
  maxAttempts: 1_000_000_000,
}

/**
 * The lifecycle as a virtual object of Restate, one key for each life. Restate keeps what is to be done and when, does one thing at
 * a time for a life, and writes down what a service answered; records, journal and indexes are in the store, which has to be one
 * that several processes share, such as `postgresStore`.
 *
 * @param restate the module `@restatedev/restate-sdk`, 1.17 or newer.
 * @returns what `restate.createEndpointHandler({ services: [object] })` takes.
 * @throws ForbiddenFieldError and InvalidInputError as `createRuntime` does.
 * @example
 * import * as restate from '@restatedev/restate-sdk'
 * const object = terminalLifecycleObject(restate, { store: postgresStore(pool), services })
 * await restate.serve({ services: [object], port: 9080 })
 */
export function terminalLifecycleObject<Sdk extends RestateSdk>(
  restate: Sdk,
  options: RestateObjectOptions,
): ReturnType<Sdk['object']> {
  checkOptions({ restate, options }, { restate: 'object', options: 'object' })
  const { name = usualName, ...rest } = options
  const parts = partsOf(rest)
  const { leaseMs, environment, onFailure } = parts
  const { openAll } = createOpening({ ...parts, changed: parts.changes.changed })
  const dispatch = createDispatch(parts)
  const work = createWork(parts)
  const { send, sendItem, settle } = createSchedule({ ...parts, name, json: restate.serde.json })

  const terminal = (told: Told): Error =>
    new restate.TerminalError(String(told.message), {
      errorCode: statusOf(told),
      metadata: { error: JSON.stringify(told) },
    })

  /**
   * Tells a life something and brings the agenda in line. What came of it is in the store under its `commandId`, so that Restate
   * writes down nothing but that it was done; after a crash it is asked for again.
   */
  async function tell<Result>(
    context: RestateObjectContext,
    what: string,
    task: () => Promise<Result>,
  ): Promise<Result> {
    let result: Result | undefined
    const failed = await context.run(what, async (): Promise<Told | null> => {
      try {
        result = await task()
        return null
      } catch (error) {
        return toldOf(error)
      }
    })
    const unseen = await settle(context, await agendaOf(context))
    if (failed ?? unseen) throw terminal((failed ?? unseen) as Told)
    return result ?? task()
  }

  const open =
    ({ key }: RestateContext, { input, options: given }: OpenMessage) =>
    async (): Promise<Accepted> => {
      if (input?.lifecycleId !== key) throw invalidInput('/lifecycleId', 'NOT_ALLOWED_VALUE')
      const [opened] = await openAll([{ ...given, input }])
      if (opened?.outcome === 'refused') throw opened.error
      if (!opened) throw new Error('nothing was opened')
      return opened.answer
    }

  const handlers = {
    open: (context: RestateObjectContext, message: OpenMessage): Promise<Accepted> =>
      tell(context, 'open', open(context, message)),

    dispatch: (context: RestateObjectContext, message: DispatchMessage): Promise<Answer> =>
      tell(context, 'dispatch', () => dispatch({ ...message, lifecycleId: context.key })),

    settle: async (context: RestateObjectContext, { anew }: SettleMessage = {}): Promise<void> =>
      orEnd(settle(context, await agendaOf(context), anew)),

    begin: async (context: RestateObjectContext, { orderId, token }: BeginMessage): Promise<void> => {
      const agenda = await agendaOf(context)
      const item = agenda[orderName(orderId)]
      if (item?.token !== token) return
      const begun = await context.run('begin', () => orTold(work.begin(context.key, orderId, token)))
      const others = without(agenda, orderName(orderId))
      const next = { name: orderName(orderId), attempt: item.attempt + 1 }
      if ('told' in begun) return leave(context, others, next, begun.told)
      if ('ready' in begun) {
        const { invocationId } = send(context, 'call', begun.ready)
        const calling = { ...item, invocationId: await invocationId, calling: true }
        keepAgenda(context, { ...others, [orderName(orderId)]: calling })
        return settleAfter(context)
      }
      if (!begun.again) keepAgenda(context, others)
      else await again(context, others, next, begun.again)
      return settleAfter(context)
    },

    call: async (context: RestateContext, message: CallMessage): Promise<void> => {
      const stop = context.request().attemptCompletedSignal
      const concluded = await context.run(message.work.orderId, () => work.call(message, stop))
      await send(context, 'conclude', concluded).invocationId
    },

    conclude: async (context: RestateObjectContext, message: ConcludeMessage): Promise<void> => {
      const { orderId, worker: token } = message.work
      const agenda = await agendaOf(context)
      const item = agenda[orderName(orderId)]
      if (item?.token !== token) return
      const retry = await context.run('conclude', () => orTold(work.conclude(message)))
      const others = without(agenda, orderName(orderId))
      const next = { name: orderName(orderId), attempt: item.attempt + 1 }
      if (retry && 'told' in retry) return leave(context, others, next, retry.told)
      if (!retry) keepAgenda(context, others)
      else await again(context, others, next, retry)
      return settleAfter(context)
    },

    fire: async (context: RestateObjectContext, { deadlineId, due, token }: FireMessage): Promise<void> => {
      const agenda = await agendaOf(context)
      const item = agenda[timerName(deadlineId)]
      if (item?.token !== token) return
      const retry = await context.run('fire', () =>
        orTold(work.fire(context.key, deadlineId, due, item.attempt)),
      )
      const others = without(agenda, timerName(deadlineId))
      const next = { name: timerName(deadlineId), attempt: item.attempt + 1, due }
      if (retry && 'told' in retry) return leave(context, others, next, retry.told)
      if (!retry) keepAgenda(context, others)
      else await again(context, others, next, retry)
      return settleAfter(context)
    },
  }

  async function again(
    context: RestateObjectContext,
    others: Awaited<ReturnType<typeof agendaOf>>,
    what: { name: string; attempt: number; due?: string },
    { retryAt, from }: { retryAt: number; from: number },
  ): Promise<void> {
    const item = await sendItem(context, { ...what, at: retryAt }, from)
    keepAgenda(context, { ...others, [what.name]: item })
  }

  /** What this release will never be able to read ends with its code, and is left to whoever has the newest one. */
  async function leave(
    context: RestateObjectContext,
    others: Awaited<ReturnType<typeof agendaOf>>,
    what: { name: string; attempt: number; due?: string },
    told: Told,
  ): Promise<never> {
    const from = await context.run('now', async () => environment.now())
    // A message that is new goes to the newest deployment; this one would come back to this one for ever.
    await again(context, others, what, { retryAt: from + tirelessly.maxInterval, from })
    onFailure({ error: errorFrom(told), lifecycleId: context.key })
    throw terminal(told)
  }

  async function orEnd(settled: Promise<Told | undefined>): Promise<void> {
    const unseen = await settled
    if (unseen) throw terminal(unseen)
  }

  const settleAfter = async (context: RestateObjectContext): Promise<void> =>
    orEnd(settle(context, await agendaOf(context)))

  const { exclusive, shared } = restate.handlers.object
  const inside = { ingressPrivate: true }
  return restate.object({
    name,
    handlers: {
      open: exclusive({}, handlers.open),
      dispatch: exclusive({}, handlers.dispatch),
      settle: exclusive({}, handlers.settle),
      begin: exclusive(inside, handlers.begin),
      call: shared({ ...inside, inactivityTimeout: leaseMs + 10_000 }, handlers.call),
      conclude: exclusive(inside, handlers.conclude),
      fire: exclusive(inside, handlers.fire),
    },
    options: { journalRetention: 0, retryPolicy: tirelessly },
  }) as ReturnType<Sdk['object']>
}
