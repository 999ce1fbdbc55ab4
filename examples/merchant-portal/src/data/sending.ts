import type { LostWrite, Reconciled } from 'terminal-lifecycle/client'
import type { BlockerView } from 'terminal-lifecycle/contract'
import { isTerminalLifecycleError } from 'terminal-lifecycle/errors'

/**
 * How a write stands.
 *
 * - `changed`: somebody else was faster; nothing was done, and the page has what is new.
 * - `unsent`: there was no connection before anything left.
 * - `unknown`: it left, and nobody knows its end; the page asks, and sends nothing.
 * - `notArrived`: asked, and it had not come; it may be sent again, under the same key.
 */
export type Sending =
  | { readonly is: 'idle' | 'sending' | 'done' | 'changed' | 'unsent' | 'unknown' | 'notArrived' | 'failed' }
  | { readonly is: 'refused'; readonly code: string; readonly blockers: readonly BlockerView[] }

export interface SendingParts {
  /** `client.reconcile`. */
  reconcile(lost: LostWrite): Promise<Reconciled>
  newKey(): string
  pause(milliseconds: number): Promise<void>
  show(state: Sending): void
  /** Keeps a write whose end is not known beyond a reload, until it is known. */
  keep?(lost: LostWrite | undefined): void
}

export interface Sender {
  /** @returns whether it was done. While a write is under way, or its end not known, nothing is sent. */
  send(write: (options: { readonly idempotencyKey: string }) => Promise<unknown>): Promise<boolean>
  /** Finds out what became of a write that was kept before the page was loaded again. */
  resume(lost: LostWrite): Promise<boolean>
}

/** What is on its way may yet arrive: so often it has to be missing before somebody may send it again. */
const asksBeforeMissing = 3

/** Writes of one form or button: one at a time, never twice, and never called done or failed while nobody knows. */
export const createSender = ({ reconcile, newKey, pause, show, keep }: SendingParts): Sender => {
  let key: string | undefined
  let isBusy = false

  const end = (state: Sending, nextKey?: string): boolean => {
    key = nextKey
    keep?.(undefined)
    show(state)
    return state.is === 'done'
  }
  const findOut = async (lost: LostWrite): Promise<boolean> => {
    keep?.(lost)
    show({ is: 'unknown' })
    let missing = 0
    for (let asked = 0; ; asked += 1) {
      await pause(Math.min(1_000 * 2 ** asked, 15_000))
      const found = await reconcile(lost).catch(() => undefined)
      if (found?.outcome === 'done') return end({ is: 'done' })
      if (found?.outcome === 'refused')
        return end({ is: 'refused', code: found.code, blockers: found.blockers as readonly BlockerView[] })
      missing = found?.outcome === 'notCarriedOut' ? missing + 1 : 0
      if (missing === asksBeforeMissing) return end({ is: 'notArrived' }, lost.idempotencyKey)
    }
  }
  const ended = async (error: unknown): Promise<boolean> => {
    if (!isTerminalLifecycleError(error)) return end({ is: 'failed' })
    if (error.code === 'OUTCOME_UNKNOWN') return findOut(error)
    if (error.code === 'VERSION_CONFLICT') return end({ is: 'changed' })
    if (error.code === 'REFUSED') {
      if (error.refusal === 'STALE_VERSION') return end({ is: 'changed' })
      return end({ is: 'refused', code: error.refusal, blockers: error.blockers as readonly BlockerView[] })
    }
    const isUnsent = error.code === 'CONNECTION_FAILED' || error.code === 'REQUEST_TIMEOUT'
    return end({ is: isUnsent ? 'unsent' : 'failed' }, key)
  }
  const alone = async (act: () => Promise<boolean>): Promise<boolean> => {
    if (isBusy) return false
    isBusy = true
    return act().finally(() => {
      isBusy = false
    })
  }

  return {
    send: (write) =>
      alone(async () => {
        key ??= newKey()
        show({ is: 'sending' })
        try {
          await write({ idempotencyKey: key })
          return end({ is: 'done' })
        } catch (error) {
          return ended(error)
        }
      }),
    resume: (lost) => alone(() => findOut(lost)),
  }
}
