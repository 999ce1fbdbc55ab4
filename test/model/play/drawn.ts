import { type Actor, type EventType, eventTypes, profileOf } from '../../../src/domain/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { type Dice, diceOf } from '../../support/dice.ts'
import { agent, m1, p1, p2, p3, recorder, sys } from '../../support/people.ts'
import { eventFor } from '../../support/random-events.ts'
import { cny } from '../../support/samples.ts'
import { sumsOf } from '../sums.ts'
import { likely } from './likely.ts'
import { around, type Pair, type Saying } from './side-by-side.ts'

const money = eventTypes.filter((type) =>
  /^(settlement|payout|payoutAccount|charge|deposit|refund|obligation|dispute)\./.test(type),
)
const custody = eventTypes.filter((type) => /^(device|loss|return)\./.test(type))
const beside: readonly EventType[] = [
  ...([
    'transaction.reported',
    'batch.uploaded',
    'status.reported',
    'keys.removed',
    'erasure.completed',
  ] as const),
  ...([
    'erasure.authorised',
    'erasure.verified',
    'backup.recorded',
    'backup.verified',
    'hold.placed',
    'hold.lifted',
  ] as const),
  ...([
    'order.claimed',
    'order.failed',
    'order.cancelled',
    'order.repeated',
    'closure.cancelled',
    'closure.confirmed',
  ] as const),
  ...([
    'unbinding.ordered',
    'unbinding.confirmed',
    'closure.requested',
    'review.approved',
    'closure.imposed',
  ] as const),
]

const others = eventTypes.filter((name) => name !== 'act.proposed')
/** Their amounts are a bank's, and near enough. */
const reported = /^(payout|refund)\.(confirmed|returned)$/

/** Amounts at the edge: all there is, one more, one less. */
const edge = ({ record, books }: Pair, event: LifecycleEvent, dice: Dice): LifecycleEvent => {
  if (!('amount' in event) || dice.chance(0.4)) return event
  const { chargesOpen, freeOf, openOf } = sumsOf(books, around(record))
  const most = (): number => {
    switch (event.type) {
      case 'payout.ordered':
        return freeOf(null)
      case 'refund.ordered':
        return freeOf(event.depositId) - (dice.chance(0.5) ? chargesOpen('disputed') : 0)
      case 'deposit.deducted': {
        const open = openOf(event.chargeId)
        return dice.chance(0.8) ? Math.min(open, freeOf(event.depositId)) : open
      }
      case 'charge.met':
        return openOf(event.chargeId)
      case 'charge.determined':
        return dice.below((books.charges[event.chargeId]?.amount ?? 20) + 1)
      case 'obligation.carriedOver':
        if (event.kind === 'deposit') return freeOf(event.ref)
        if (event.kind === 'charge') return openOf(event.ref)
        if (event.kind === 'dispute') return books.disputes[event.ref]?.amount ?? 100
        return freeOf(null)
      default:
        return event.amount.amount
    }
  }
  const off = dice.one([0, 0, 0, 1, -1])
  return { ...event, amount: cny(Math.max(1, most() + off)) } as LifecycleEvent
}

const people = [m1, p1, p2, p3, sys, agent, recorder]
const senderOf = (type: EventType, dice: Dice): Actor => {
  const allowed = people.filter(({ role }) => profileOf(type).roles.includes(role))
  return dice.chance(0.97) ? dice.one(allowed) : dice.one(people)
}

/** What is said next, all of it out of one number; of an act of two people, both of them speak. */
export const drawn = (pair: Pair, seed: number): readonly Saying[] => {
  const dice = diceOf(seed)
  const { record } = pair
  const share = dice.below(100)
  const lists = { money, custody, beside, others } as const
  const list = share < 55 ? 'money' : share < 78 ? 'custody' : share < 97 ? 'beside' : 'others'
  const meant = dice.chance(0.5) ? likely(pair.books, dice) : []
  // each kind as often as another one, however many charges there are
  const kind = meant.length > 0 ? dice.one([...new Set(meant.map((one) => one.type))]) : undefined
  const said = kind && dice.one(meant.filter((one) => one.type === kind))
  const type = said?.type ?? dice.one<EventType>(lists[list])
  const days = dice.chance(0.1) ? 30 : dice.chance(0.02) ? 200 : 0
  const at = new Date(
    Date.parse(record.at) + days * 86_400_000 + 1_000 * (1 + dice.below(4_000)),
  ).toISOString()
  let event = { ...eventFor(type, record, dice, at), ...said } as LifecycleEvent
  if (event.type === 'charge.raised' && !said && dice.chance(0.6))
    event = { ...event, kind: dice.one(['penalty', 'annual', 'device', 'other'] as const) }
  if (event.type === 'device.declaredUnreturned' && dice.chance(0.4))
    event = {
      ...event,
      charge: { chargeId: `unreturned-${dice.below(4)}`, amount: cny(30_000), feeTableVersion: 'standard' },
    }
  if (!said || !reported.test(type)) event = edge(pair, event, dice)
  if ((profileOf(type).second === 'proposal' || type === 'hold.lifted') && dice.chance(0.9)) {
    const proposed = { type: 'act.proposed', act: event } as LifecycleEvent
    return [
      { actor: p1, at, event: proposed },
      { actor: p2, at, event },
    ]
  }
  return [{ actor: senderOf(type, dice), at, event }]
}
