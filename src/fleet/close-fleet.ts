import type { AcquirerClient, CaseView } from '../contract/index.ts'
import { checkOptions, isTerminalLifecycleError, RefusedError } from '../errors/index.ts'
import { type ClosureRequestInput, digestOf } from '../schemas/index.ts'
import {
  type FleetOptions,
  type FleetOutcome,
  type FleetResult,
  fleetOf,
  ofFleet,
  outcomeOf,
} from './results.ts'

/** A form without what the acquirer itself tells of the terminal, and without its number. */
export type Closure = Omit<
  ClosureRequestInput,
  'process' | 'applicationId' | 'merchantId' | 'merchantName' | 'terminalId'
>

/** Which undertaking it is, and what is applied for. */
export interface CloseFleetOptions extends FleetOptions {
  /** Its name, for ever: with the id of the life it makes the number of each application. */
  readonly batch: string
  /** What is the same for all terminals, or what is filed for each. */
  readonly form: Closure | ((terminal: CaseView) => Closure | Promise<Closure>)
}

type Portal = Pick<AcquirerClient, 'getTerminal' | 'getApplication' | 'submitClosure' | 'reconcile'>
/** The terminal as it stands; `undefined` where an answer tells that it was filed, and not how it stands. */
type Filed = CaseView | undefined

const isNotFound = (error: unknown): boolean =>
  isTerminalLifecycleError(error) && error.code === 'REFUSED' && error.refusal === 'NOT_FOUND'

/** Whatever has become of it, and however long ago. */
const wasFiled = async (portal: Portal, applicationId: string): Promise<boolean> => {
  try {
    await portal.getApplication({ applicationId })
    return true
  } catch (error) {
    if (isNotFound(error)) return false
    throw error
  }
}

/** It was sent, and no answer came: what became of it is asked, never guessed. */
const afterLoss = async (portal: Portal, error: unknown): Promise<FleetOutcome<Filed>> => {
  if (!isTerminalLifecycleError(error) || error.code !== 'OUTCOME_UNKNOWN') return outcomeOf(error)
  const found = await portal.reconcile(error).catch(() => undefined)
  if (found?.outcome === 'done') return { outcome: 'accepted', value: undefined }
  if (found?.outcome === 'refused')
    return outcomeOf(new RefusedError({ refusal: found.code, blockers: found.blockers }))
  return { outcome: 'failed', error }
}

/**
 * Applies for the closure of a fleet through a portal, as a stream of ids of lives: each application is reviewed by itself. Its key
 * is the number of the application, `batch` and id; the acquirer is the memory: whatever it knows under that number is left alone.
 * A refusal holds as long as neither the terminal nor the form has changed; then the next run asks anew.
 *
 * @example
 * for await (const { key, ...result } of closeFleet(portal, ids, { batch: 'north-2026', form, signal }))
 *   console.log(key, result.outcome)
 */
export function closeFleet(
  portal: Portal,
  lifecycleIds: Iterable<string> | AsyncIterable<string>,
  given: CloseFleetOptions,
): AsyncGenerator<FleetResult<Filed>, void, undefined> {
  checkOptions({ portal }, { portal: '.submitClosure' })
  checkOptions(given, { ...ofFleet, batch: 'string', form: 'any' })
  const { batch, form, ...options } = given
  const keyOf = (lifecycleId: string): string => `${batch}.${lifecycleId}`
  const work = async (lifecycleId: string): Promise<FleetOutcome<Filed>> => {
    const applicationId = keyOf(lifecycleId)
    const terminal = await portal.getTerminal({ lifecycleId })
    if (await wasFiled(portal, applicationId)) return { outcome: 'alreadyDone', value: terminal }
    const { merchantId, merchantName, terminalId, version } = terminal
    const answers = typeof form === 'function' ? await form(terminal) : form
    const request = {
      ...answers,
      process: 'closure',
      applicationId,
      merchantId,
      merchantName,
      terminalId,
    } as const
    // The same for every attempt, and another one once something that a refusal rests on has changed.
    const attempt = await digestOf({ request, version })
    const idempotencyKey = `${applicationId}.${attempt}`
    try {
      return {
        outcome: 'accepted',
        value: await portal.submitClosure({ ...request, lifecycleId }, { idempotencyKey }),
      }
    } catch (error) {
      return afterLoss(portal, error)
    }
  }
  return fleetOf(lifecycleIds, { keyOf, work }, options)
}
