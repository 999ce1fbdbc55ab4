import { checkOptions, RefusedError } from '../errors/index.ts'
import type { Accepted } from '../machine/index.ts'
import type { Dispatch, Runtime } from '../runtime/index.ts'
import {
  type FleetOptions,
  type FleetOutcome,
  type FleetResult,
  fleetOf,
  ofFleet,
  outcomeOf,
} from './results.ts'

type Asked = Pick<Runtime, 'dispatch' | 'answered' | 'journal'>

/** Answers are kept for some days; what was accepted stands in the journal for ever. */
const isInJournal = async (runtime: Asked, { lifecycleId, commandId, actor }: Dispatch): Promise<boolean> => {
  for await (const entry of runtime.journal(lifecycleId, { actor }))
    if (entry.commandId === commandId) return true
  return false
}

/**
 * Tells a fleet as a stream, one event an item. Its key is the id of the command: make it of the name of the undertaking and of
 * the item, never of the run. The store is the memory: what stands in the journal under its id is not told again, however long
 * ago, and a refusal that is kept is given again; whoever mended what stood in the way asks under a new id.
 *
 * Items about one life are told in no certain order: what follows on something else belongs into the next run.
 *
 * @example
 * const commands = ids.map((lifecycleId) => ({ lifecycleId, commandId: `recall-7:${lifecycleId}`, actor, event }))
 * for await (const { key, outcome } of dispatchFleet(runtime, commands)) console.log(key, outcome)
 */
export function dispatchFleet(
  runtime: Asked,
  commands: Iterable<Dispatch> | AsyncIterable<Dispatch>,
  options: FleetOptions = {},
): AsyncGenerator<FleetResult<Accepted>, void, undefined> {
  checkOptions({ runtime }, { runtime: '.dispatch' })
  checkOptions(options, ofFleet)
  const work = async (command: Dispatch): Promise<FleetOutcome<Accepted>> => {
    const { lifecycleId, commandId, actor } = command
    const kept = await runtime.answered(lifecycleId, commandId, { actor })
    if (kept === undefined && (await isInJournal(runtime, command)))
      return { outcome: 'alreadyDone', value: undefined }
    const answer = await runtime.dispatch(command)
    if (answer.accepted)
      return { outcome: kept !== undefined || answer.noop ? 'alreadyDone' : 'accepted', value: answer }
    return outcomeOf(new RefusedError({ refusal: answer.code, blockers: answer.blockers }))
  }
  return fleetOf(commands, { keyOf: ({ commandId }) => commandId, work }, options)
}
