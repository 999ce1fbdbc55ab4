import type { BlockerCode, Instant, RetentionRule } from '../domain/index.ts'
import { type LifecycleContext, type LifecycleRecord, requirements } from '../machine/index.ts'
import { millisecondsOf, openOrders, restsUntil } from './projection.ts'

/** Why something of a life must still be kept. */
export interface PurgeObstacle {
  code: BlockerCode
  /** The hold, case, order, clock or other item. */
  ref?: string | undefined
  /** Until when at least, where that is known. */
  due?: Instant | undefined
}

/** What lets the years pass, and the number rest. */
const ownClocks: ReadonlySet<string> = new Set(['retention', 'tidQuarantine'])

const legalHolds = ({ holds }: LifecycleContext): readonly PurgeObstacle[] =>
  Object.values(holds)
    .filter(
      ({ status, caps, eased }) =>
        !eased && (status === 'effective' || status === 'planned') && caps.includes('erasure'),
    )
    .map(({ holdId }) => ({ code: 'LEGAL_HOLD', ref: holdId }))

/** So many years after an instant, at the same time of the same day. */
export const yearsAfter = (instant: Instant, years: number): Instant => {
  const end = new Date(millisecondsOf(instant))
  end.setUTCFullYear(end.getUTCFullYear() + years)
  return end.toISOString()
}

/** Anything that somebody still owes, waits for, or has had frozen: as long as there is, nothing of the life is purged. */
export function openMatters(record: LifecycleRecord, at: Instant): readonly PurgeObstacle[] {
  const { context } = record
  if (context.closing?.closedAt == null) return [{ code: 'NOT_ALLOWED_IN_STATE' }]
  const asked = requirements(record, { at, viewer: 'provider' })
  // Not what is due some day: of a closed life that is advice, which may be left undone for ever.
  const open = [...asked.pastDue, ...asked.currentlyDue, ...asked.pendingVerification].map(
    ({ code, ref }): PurgeObstacle => ({ code, ref }),
  )
  const disputes = Object.values(context.disputes)
    .filter(({ status }) => status === 'open')
    .map(({ caseId }): PurgeObstacle => ({ code: 'DISPUTE_OPEN', ref: caseId }))
  const clocks = Object.values(context.deadlines)
    .filter(({ name, status }) => (status === 'running' || status === 'paused') && !ownClocks.has(name))
    .map(({ id, due }): PurgeObstacle => ({ code: 'NOT_YET_DUE', ref: id, due }))
  const orders = openOrders(record).map(
    ({ orderId }): PurgeObstacle => ({ code: 'NOT_YET_DUE', ref: orderId }),
  )
  const known = new Map<string, PurgeObstacle>()
  for (const one of [...legalHolds(context), ...disputes, ...open, ...clocks, ...orders])
    if (!known.has(`${one.code} ${one.ref}`)) known.set(`${one.code} ${one.ref}`, one)
  return [...known.values()]
}

/** The clock of the record and the rule of today: the longer one counts. */
function stillKept(
  { context }: LifecycleRecord,
  { years }: RetentionRule,
  at: Instant,
): readonly PurgeObstacle[] {
  const closedAt = context.closing?.closedAt
  if (closedAt == null) return []
  const { retention } = context.deadlines
  const dues = [
    ...(retention && retention.status !== 'cancelled' ? [retention.due] : []),
    ...(years === null ? [] : [yearsAfter(closedAt, years)]),
  ]
  const running = dues.filter((due) => millisecondsOf(due) > millisecondsOf(at))
  const [due] = running.sort((a, b) => millisecondsOf(b) - millisecondsOf(a))
  // Without a clock and without a rule nobody has said that it may ever go.
  if (due === undefined && dues.length > 0) return []
  return [{ code: 'NOT_YET_DUE', ref: 'retention', due }]
}

/** Why a life must not be purged now; nothing: it may be. */
export function lifeObstacles(
  record: LifecycleRecord,
  rule: RetentionRule,
  at: Instant,
): readonly PurgeObstacle[] {
  const rests = (restsUntil(record) ?? 0) > millisecondsOf(at)
  const due = record.context.deadlines.tidQuarantine?.due
  return [
    ...openMatters(record, at),
    ...stillKept(record, rule, at),
    ...(rests ? [{ code: 'NOT_YET_DUE' as const, ref: 'tidQuarantine', due }] : []),
  ]
}
