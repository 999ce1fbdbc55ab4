import { checkOptions } from '../errors/index.ts'
import type { Accepted } from '../machine/index.ts'
import type { Opening, OpeningsOptions, Runtime } from '../runtime/index.ts'
import {
  type FleetOptions,
  type FleetOutcome,
  type FleetResult,
  fleetOf,
  ofFleet,
  outcomeOf,
} from './results.ts'

/**
 * Opens a fleet as a stream. Its key is the id of the life: the store remembers for ever what a life was opened with, so that the
 * same list again opens nothing twice, whenever and wherever the run before was killed. An id that was opened otherwise is
 * refused with LIFECYCLE_EXISTS. What ends at the same time shares a transaction. With `dryRun` nothing is opened, and `accepted`
 * means that it would be.
 *
 * @example
 * for await (const { key, ...result } of openFleet(runtime, openings, { signal }))
 *   if (result.outcome === 'refused') console.log(key, result.codes.join(' '))
 */
export function openFleet(
  runtime: Pick<Runtime, 'openAll'>,
  openings: Iterable<Opening> | AsyncIterable<Opening>,
  given: FleetOptions & OpeningsOptions = {},
): AsyncGenerator<FleetResult<Accepted>, void, undefined> {
  checkOptions({ runtime }, { runtime: '.openAll' })
  checkOptions(given, { ...ofFleet, dryRun: 'boolean?' })
  const { dryRun, ...options } = given
  const work = async (opening: Opening): Promise<FleetOutcome<Accepted>> => {
    const [opened] = await runtime.openAll([opening], { dryRun })
    if (!opened) return { outcome: 'failed', error: new Error('No answer to an opening') }
    if (opened.outcome === 'refused') return outcomeOf(opened.error)
    return { outcome: opened.outcome === 'opened' ? 'accepted' : 'alreadyDone', value: opened.answer }
  }
  return fleetOf(openings, { keyOf: ({ input }) => input.lifecycleId, work }, options)
}
