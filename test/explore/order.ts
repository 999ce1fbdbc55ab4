import { rememberedMs } from '../../src/machine/facts/acts.ts'
import type { LifecycleContext } from '../../src/machine/index.ts'
import { grain } from './kept.ts'

type Instant = string | null | undefined
const sign = (one: Instant, other: Instant): number | null =>
  one == null || other == null ? null : Math.sign(Date.parse(one) - Date.parse(other))

/** What the host shows when it is read; of any other order nobody asks whether the reading came after it. */
const isAnsweredByReading: ReadonlySet<string> = new Set([
  'enableAcceptance',
  'disableAcceptance',
  'readStatus',
])

type Pairs = readonly (readonly [Instant, Instant])[]
const signs = (pairs: Pairs) => pairs.map(([one, other]) => sign(one, other))

/** Of all instants the rules compare these with each other; which of two came first is all that they ask. */
export const orderOfThings = (context: LifecycleContext, now: string): Readonly<Record<string, unknown>> => {
  const { status, disabledAt, enabledAt, lastTransactionAt, closing, devices, orders } = context
  const { transactions, proposedActs, deadlines } = context
  const { readAt, acceptedReadAt } = status
  // A clock and a proposal that end at nearly the same time: what the clock does may find the proposal or not.
  const running = Object.values(deadlines).filter((clock) => clock.status === 'running')
  const ofProposals = Object.entries(proposedActs).map(([name, { at }]) => {
    const ends = Date.parse(at) + rememberedMs
    const after = running.map(({ id, due }) => [id, Date.parse(due) - ends] as const)
    const left = ends - Date.parse(now)
    return [
      name,
      [
        ...after
          .filter(([, by]) => Math.abs(by) <= grain)
          .map(([id, by]) => [id, Math.sign(by)])
          .sort(),
        // about to lapse, or lapsed by the next word
        ...(left <= grain ? [Math.sign(left)] : []),
      ],
    ]
  })
  const ofOrders = Object.values(orders).flatMap(({ orderId, kind, orderedAt }) =>
    isAnsweredByReading.has(kind) ? [[orderId, sign(readAt, orderedAt)]] : [],
  )
  const ofDevices = Object.values(devices).map((device) => {
    const { serial, lastTransactionAt: used, drainedUpTo, backup, keysRevokedAt } = device
    const pairs = [
      [drainedUpTo, used],
      [drainedUpTo, closing?.offReadAt],
      [backup?.upTo, used],
      [keysRevokedAt, used],
    ] as const
    return [serial, signs(pairs)]
  })
  const ofSales = Object.values(transactions).map(({ ref, occurredAt }) => [
    ref,
    sign(occurredAt, closing?.startedAt),
  ])
  const readings = [
    [readAt, disabledAt],
    [readAt, enabledAt],
    [readAt, closing?.confirmedAt],
    [acceptedReadAt, disabledAt],
    [enabledAt, disabledAt],
    [closing?.statement?.upTo, lastTransactionAt],
  ] as const
  return {
    readings: signs(readings),
    ...Object.fromEntries([...ofOrders, ...ofDevices, ...ofSales, ...ofProposals]),
  }
}
