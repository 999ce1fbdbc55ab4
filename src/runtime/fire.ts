import type { Hindrance } from './carry-out.ts'
import { millisecondsOf } from './projection.ts'
import type { TimerWork } from './store.ts'
import type { Submit } from './submit.ts'

/** It was due when it was claimed; a clock that has been set back since changes nothing. */
const laterOf = (now: string, due: string) => (millisecondsOf(now) < millisecondsOf(due) ? due : now)

/** Tells the record that a deadline has come. */
export const createFire =
  ({ submit, now }: { submit: Submit; now: () => string }) =>
  async ({ lifecycleId, deadlineId, due }: TimerWork): Promise<Hindrance> => {
    const commandId = `timer:${deadlineId}:${due}`
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint: null, keepRefusal: false },
      command: () => ({ commandId, at: laterOf(now(), due), timer: deadlineId }),
    })
    return answer.accepted ? null : { code: answer.code }
  }
