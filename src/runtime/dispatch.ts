import { type Answer, viewAnswer } from '../machine/index.ts'
import { digestOf } from '../schemas/index.ts'
import { readActor, readCommandId, readEvent } from './door.ts'
import type { Dispatch } from './runtime.ts'
import type { Store } from './store.ts'
import type { Submit } from './submit.ts'

export interface DispatchParts {
  store: Store
  submit: Submit
  now: () => string
}

/** The way in for everybody outside: everything is read strictly, and the answer shows what its sender may see. */
export function createDispatch({ store, submit, now }: DispatchParts) {
  return async ({ lifecycleId, expectedVersion, ...command }: Dispatch): Promise<Answer> => {
    const commandId = readCommandId(command.commandId)
    const actor = readActor(command.actor)
    const event = readEvent(command.event)
    // Not the duties: they may change between two attempts of one person.
    const { role, personId, organisationId } = actor
    const fingerprint = await digestOf({ event, role, personId, organisationId })
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint, expectedVersion },
      command: () => ({ commandId, at: now(), actor, event }),
    })
    if (answer.accepted) return viewAnswer(answer, answer.record.context, role)
    const stored = await store.load(lifecycleId)
    return stored ? viewAnswer(answer, stored.record.context, role) : answer
  }
}
