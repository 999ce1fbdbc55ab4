import { checkNumber } from '../errors/index.ts'
import { type Answer, type LifecycleRecord, viewAnswer } from '../machine/index.ts'
import { checkDigest } from './check-digest.ts'
import { readActor, readCommandId, readEvent } from './door.ts'
import { type Entrance, unknownLife } from './entrance.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type KnowFacts, namesPapers } from './known-facts.ts'
import type { Dispatch } from './runtime.ts'
import type { Store } from './store.ts'
import type { Submit } from './submit.ts'

export interface DispatchParts {
  store: Store
  entrance: Entrance
  submit: Submit
  known: KnowFacts
  now: () => string
}

/** The way in for everybody outside: everything is read strictly, and the answer shows what its sender may see. */
export function createDispatch({ store, entrance, submit, known, now }: DispatchParts) {
  return async ({ lifecycleId, expectedVersion, ...command }: Dispatch): Promise<Answer> => {
    const commandId = readCommandId(command.commandId)
    checkNumber('/expectedVersion', expectedVersion, { least: 0 })
    const actor = readActor(command.actor)
    const event = readEvent(command.event, actor.role)
    // Before anything that was kept of the life is looked at, and outside its lane: a stranger does not wait for it either.
    await entrance.approach(lifecycleId, actor)
    let seen: LifecycleRecord | undefined
    const { role } = actor
    // What was sent, not what its papers say today.
    const { asked } = command
    const fingerprint = await fingerprintOf(asked === undefined ? { event } : { asked }, actor)
    // Outside the lane of the life, so that slow papers hold up nobody else; an answered command needs none.
    const answered = namesPapers(event) && (await store.answered(lifecycleId, commandId))
    const read = answered ? undefined : await known(lifecycleId, event)
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint, expectedVersion },
      command: async (record) => {
        // Who was released a moment ago is a stranger.
        if (!entrance.mayEnter(actor, record)) throw unknownLife()
        seen = record
        await checkDigest(event, record)
        // an answer that was forgotten a moment ago is made again
        const told = read ?? (await known(lifecycleId, event))
        return { commandId, at: now(), actor, event: told }
      },
    })
    if (answer.accepted) return viewAnswer(answer, answer.record.context, role)
    // one that was kept is shown as its sender may see the life now
    const { context } = seen ?? (await entrance.enter(lifecycleId, actor)).record
    return viewAnswer(answer, context, role)
  }
}
