import {
  type BlockerCode,
  type Duty,
  duties,
  type Instant,
  type LifeState,
  lifeStates,
} from 'terminal-lifecycle/domain'
import type { WorkQuestion } from 'terminal-lifecycle/runtime'

/** Whose work is shown: that of all the reader's duties, of one duty, or everybody's. */
export interface WorkFilter {
  readonly duty: Duty | 'mine' | 'any'
  readonly state: LifeState | undefined
  readonly terminalId: string | undefined
  readonly merchantId: string | undefined
  readonly overdue: boolean
  readonly after: string | undefined
}

/** What went wrong between the provider and its systems, and has a page of its own. */
export const failureCodes = [
  'ORDER_FAILED',
  'ORDER_PARKED',
  'ANSWER_REFUSED',
  'RESULT_OVERDUE',
] as const satisfies readonly BlockerCode[]

const oneOf = <Value extends string>(
  values: readonly Value[],
  given: string | undefined,
): Value | undefined => values.find((value) => value === given)

const number = (given: string | undefined): string | undefined => {
  const text = given?.trim()
  return text === undefined || !/^[A-Za-z0-9_-]{1,40}$/.test(text) ? undefined : text
}

/** From the address of the page; what nobody knows there is as if it were not said. */
export const readFilter = (query: Readonly<Record<string, string>>, own: readonly Duty[]): WorkFilter => ({
  // Who has no duty has no work of their own.
  duty: oneOf([...duties, 'mine', 'any'], query.duty) ?? (own.length === 0 ? 'any' : 'mine'),
  state: oneOf(lifeStates, query.state),
  terminalId: number(query.terminal),
  merchantId: number(query.merchant),
  overdue: query.overdue === 'yes',
  after: query.after || undefined,
})

/** The address that shows the same again. */
export const addressOf = (filter: WorkFilter, change: Partial<WorkFilter> = {}): string => {
  const { duty, state, terminalId, merchantId, overdue, after } = { ...filter, after: undefined, ...change }
  const said = Object.entries({
    duty,
    state,
    terminal: terminalId,
    merchant: merchantId,
    overdue: overdue ? 'yes' : undefined,
    after,
  }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `/console?${new URLSearchParams(said)}`
}

/** The question to the runtime; mine is what any of the reader's duties has to do. */
export const questionOf = (filter: WorkFilter, now: Instant, own: readonly Duty[]): WorkQuestion => ({
  owner: 'provider',
  ...(filter.duty !== 'any' && { duty: filter.duty === 'mine' ? own : filter.duty }),
  state: filter.state,
  terminalId: filter.terminalId,
  merchantId: filter.merchantId,
  ...(filter.overdue && { dueBefore: now }),
})
