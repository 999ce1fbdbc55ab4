import { checkNumber, checkOptions, type OptionRules } from '../../errors/index.ts'
import type { Accepted, Answer } from '../../machine/index.ts'
import { digestOf } from '../../schemas/index.ts'
import { readActor, readCommandId, readEvent, readOpening } from '../door.ts'
import type { Runtime } from '../runtime.ts'
import type { Store } from '../store.ts'
import { createIngress, type IngressOptions } from './ingress.ts'
import type { DispatchMessage, OpenMessage, SettleMessage } from './messages.ts'

/** What is settled: one life, or all that the store has. */
export interface SettleOptions {
  /** All when left out. */
  lifecycleIds?: Iterable<string> | AsyncIterable<string> | undefined
  /** Call everything back and send it anew: after an invocation was killed by hand, or a back-up was restored. */
  anew?: boolean | undefined
  /** How many are asked at the same time; 32 when left out. */
  atATime?: number | undefined
}

/** A runtime whose orders are carried out and whose clocks are fired by Restate. */
export interface RestateRuntime extends Omit<Runtime, 'run' | 'drain'> {
  /**
   * Has Restate look which orders and deadlines lives have open, and do just these. Needed after lives were told something by
   * another way than through Restate, and after a back-up was restored. How many were asked; what comes of it comes later.
   *
   * @throws InvalidInputError OUT_OF_RANGE for `atATime`.
   * @throws StoreError and OutcomeUnknownError when the store or Restate fails; may be begun again.
   */
  settle(options?: SettleOptions): Promise<number>
}

const idsAtATime = 1_000

async function* allOf(store: Pick<Store, 'lifecycleIds'>): AsyncGenerator<string> {
  for (let after = ''; ; ) {
    const ids = await store.lifecycleIds(after, idsAtATime)
    yield* ids
    if (ids.length < idsAtATime) return
    after = ids.at(-1) ?? after
  }
}

/**
 * The same runtime, with Restate between those who write and the store. `open` and `dispatch` go to the object, which tells the life
 * and carries on from there; everything else reads the store as before. `openAll` writes to the store at once and has Restate look.
 *
 * What is told is checked here as well, so that no secret reaches Restate. A call whose answer is lost is an `OutcomeUnknownError`: send
 * it again under its `commandId`.
 *
 * @param runtime over the store that the object has; its `run` is nobody's to call.
 * @throws InvalidInputError for an address that is none.
 * @example
 * const store = postgresStore(pool)
 * const runtime = throughRestate(createRuntime({ store, services }), { store, url: 'http://127.0.0.1:8080' })
 * await runtime.dispatch({ lifecycleId, commandId: 'c-1', actor, event })
 */
export function throughRestate(
  runtime: Runtime,
  given: IngressOptions & { store: Pick<Store, 'lifecycleIds'> },
): RestateRuntime {
  checkOptions({ runtime }, { runtime: '.dispatch' })
  checkOptions(given, {
    ...{ url: 'string', store: '.lifecycleIds' },
    ...{ name: 'string?', headers: 'object?', fetch: 'function?' },
  } satisfies OptionRules<typeof given>)
  const { run: _, drain: __, ...others } = runtime
  const { store, ...options } = given
  const ask = createIngress(options)

  const look = (lifecycleId: string, message: SettleMessage = {}) =>
    ask({ lifecycleId, handler: 'settle', message, oneWay: true })

  const settle: RestateRuntime['settle'] = async ({ lifecycleIds, anew, atATime = 32 } = {}) => {
    checkNumber('/atATime', atATime, { least: 1 })
    const underWay = new Set<Promise<unknown>>()
    let count = 0
    for await (const lifecycleId of lifecycleIds ?? allOf(store)) {
      const one: Promise<unknown> = look(lifecycleId, anew ? { anew } : {}).finally(() =>
        underWay.delete(one),
      )
      underWay.add(one)
      // Told below, where they are waited for.
      one.catch(() => undefined)
      count += 1
      if (underWay.size >= atATime) await Promise.race(underWay)
    }
    await Promise.all(underWay)
    return count
  }

  return {
    ...others,
    settle,
    async open(input, given) {
      const message: OpenMessage = { input: readOpening(input), ...(given && { options: given }) }
      const { lifecycleId } = message.input
      const commandId = given?.commandId ?? `open:${lifecycleId}`
      return (await ask({ lifecycleId, handler: 'open', message, commandId })) as Accepted
    },
    async openAll(openings, options) {
      const opened = await runtime.openAll(openings, options)
      if (options?.dryRun) return opened
      const stored = opened.filter(({ outcome }) => outcome !== 'refused')
      await settle({ lifecycleIds: stored.map(({ lifecycleId }) => lifecycleId) })
      return opened
    },
    async dispatch({ lifecycleId, commandId, expectedVersion, actor: given, event, asked }) {
      const actor = readActor(given)
      checkNumber('/expectedVersion', expectedVersion, { least: 0 })
      const message: DispatchMessage = {
        commandId: readCommandId(commandId),
        ...(expectedVersion !== undefined && { expectedVersion }),
        ...{ actor, event: readEvent(event, actor.role) },
        ...(asked && { asked: { digest: await digestOf(asked) } }),
      }
      return (await ask({ lifecycleId, handler: 'dispatch', message, commandId })) as Answer
    },
  }
}
