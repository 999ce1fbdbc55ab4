import { type AcquirerClient, type ClosureRequestInput, isTerminalLifecycleError } from 'terminal-lifecycle'

export type Outcome =
  | { readonly outcome: 'filed' }
  /** Somebody has to do something first; the codes say what. */
  | { readonly outcome: 'refused'; readonly codes: readonly string[] }
  /** Nobody knows yet. The same run again settles it, under the same key. */
  | { readonly outcome: 'unknown'; readonly codes: readonly string[] }

/** What is the same for all terminals. Which terminal it is, and its merchant, the acquirer tells. */
type Answers = Omit<
  ClosureRequestInput,
  'process' | 'applicationId' | 'merchantId' | 'merchantName' | 'terminalId'
>

export interface Task {
  readonly lifecycleId: string
  /** A name of your own for this undertaking: it begins the number of each application, and is its idempotency key. */
  readonly batch: string
  readonly answers: Answers
  /** A refusal uses its key up: whoever has mended what stood in the way asks under the next one. */
  readonly refusals: number
}

const codesOf = (items: readonly { readonly code: string }[]): readonly string[] =>
  items.map(({ code }) => code)

/** What it comes to when a call has failed. Only what no second run could change is final. */
const afterError = async (portal: AcquirerClient, error: unknown): Promise<Outcome> => {
  if (!isTerminalLifecycleError(error)) throw error
  if (error.code === 'REFUSED') return { outcome: 'refused', codes: codesOf(error.blockers) }
  if (error.code === 'INVALID_INPUT') return { outcome: 'refused', codes: codesOf(error.issues) }
  if (error.code !== 'OUTCOME_UNKNOWN') return { outcome: 'unknown', codes: [error.code] }
  // It was sent, and no answer came: what became of it is asked, never guessed.
  const found = await portal.reconcile(error).catch(() => undefined)
  if (found?.outcome === 'done') return { outcome: 'filed' }
  if (found?.outcome === 'refused')
    return { outcome: 'refused', codes: [found.code, ...codesOf(found.blockers)] }
  return { outcome: 'unknown', codes: [error.code] }
}

/** Applies for the closure of one terminal. Called again with the same task it has one effect. */
export const applyAt = async (
  portal: AcquirerClient,
  { lifecycleId, batch, answers, refusals }: Task,
): Promise<Outcome> => {
  const applicationId = `${batch}.${lifecycleId}`
  try {
    const { merchantId, merchantName, terminalId } = await portal.getTerminal({ lifecycleId })
    await portal.submitClosure(
      { ...answers, process: 'closure', lifecycleId, applicationId, merchantId, merchantName, terminalId },
      { idempotencyKey: `${applicationId}.${refusals}` },
    )
    return { outcome: 'filed' }
  } catch (error) {
    return afterError(portal, error)
  }
}
