import type { Hindrance } from './carry-out.ts'
import type { TimerWork } from './store.ts'
import type { Submit } from './submit.ts'

/** Tells the record that a deadline has come. */
export const createFire =
  ({ submit, now }: { submit: Submit; now: () => string }) =>
  async ({ lifecycleId, deadlineId, due }: TimerWork): Promise<Hindrance> => {
    const commandId = `timer:${deadlineId}:${due}`
    const answer = await submit({
      ...{ lifecycleId, commandId, fingerprint: null },
      command: () => ({ commandId, at: now(), timer: deadlineId }),
    })
    return answer.accepted ? null : { code: answer.code }
  }
