import { type Answer, viewAnswer } from '../machine/index.ts'
import { digestOf } from '../schemas/index.ts'
import { checkDigest } from './check-digest.ts'
import { readActor, readCommandId, readEvent } from './door.ts'
import { type KnowFacts, namesPapers } from './known-facts.ts'
import type { Dispatch } from './runtime.ts'
import type { Store } from './store.ts'
import type { Submit } from './submit.ts'

export interface DispatchParts {
  store: Store
  submit: Submit
  known: KnowFacts
  now: () => string
}

/** The way in for everybody outside: everything is read strictly, and the answer shows what its sender may see. */
export function createDispatch({ store, submit, known, now }: DispatchParts) {
  return async ({ lifecycleId, expectedVersion, ...command }: Dispatch): Promise<Answer> => {
    const commandId = readCommandId(command.commandId)
    const actor = readActor(command.actor)
    const event = readEvent(command.event)
    // What was sent, not what its papers say today. Not the duties: they may change between two attempts of one person.
    const { role, personId, organisationId } = actor
    const fingerprint = await digestOf({ event, role, personId, organisationId })
    // Outside the lane of the life, so that slow papers hold up nobody else; an answered command needs none.
    const answered = namesPapers(event) && (await store.answered(lifecycleId, commandId))
    const asked = answered ? undefined : await known(lifecycleId, event)
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint, expectedVersion },
      command: async (record) => {
        await checkDigest(event, record)
        // an answer that was forgotten a moment ago is made again
        const told = asked ?? (await known(lifecycleId, event))
        return { commandId, at: now(), actor, event: told }
      },
    })
    if (answer.accepted) return viewAnswer(answer, answer.record.context, role)
    const stored = await store.load(lifecycleId)
    return stored ? viewAnswer(answer, stored.record.context, role) : answer
  }
}
