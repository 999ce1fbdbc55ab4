import type { Hindrance } from './carry-out.ts'
import { millisecondsOf } from './projection.ts'
import type { TimerWork } from './store.ts'
import type { Submit } from './submit.ts'
import type { WatchedStore } from './unreadable.ts'

/** It was due when it was claimed; a clock that has been set back since changes nothing. */
const laterOf = (now: string, due: string) => (millisecondsOf(now) < millisecondsOf(due) ? due : now)

export interface FireParts {
  store: Pick<WatchedStore, 'newest'>
  submit: Submit
  now: () => string
}

/** Tells the record that a deadline has come. */
export const createFire = ({ store, submit, now }: FireParts) => {
  /** Was it told now, or is that known already? */
  const tell = async ({ lifecycleId, deadlineId, due }: TimerWork, commandId: string) => {
    let isTold = false
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint: null, keepRefusal: false },
      command: () => {
        isTold = true
        return { commandId, at: laterOf(now(), due), timer: deadlineId }
      },
    })
    return { answer, isTold }
  }

  return async (work: TimerWork): Promise<Hindrance> => {
    const { lifecycleId, deadlineId, due } = work
    const commandId = `timer:${deadlineId}:${due}`
    let { answer, isTold } = await tell(work, commandId)
    if (!isTold) {
      // It had run before, and was started anew for the same instant: the end of a pause, after a closure that was taken back.
      const deadline = (await store.newest(lifecycleId))?.record.context.deadlines[deadlineId]
      if (deadline?.status === 'running' && deadline.due === due)
        ({ answer } = await tell(work, `${commandId}:${deadline.startedAt}`))
    }
    return answer.accepted ? null : { code: answer.code }
  }
}
