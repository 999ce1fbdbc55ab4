import type { OrderKind } from 'terminal-lifecycle/domain'
import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { Act, OrderEnd } from '../case/acts.ts'
import type { OpeningKey } from '../case/openings.ts'
import type { PersonKey } from '../case/people.ts'
import { type Moment, open, play } from '../case/play.ts'

/** Tells a story to a terminal, act by act. */
export interface Teller {
  tell(who: PersonKey, event: LifecycleEvent): void
  /** The youngest order of the kind that is still on its way. */
  order(kind: OrderKind, end?: OrderEnd): void
  /** The systems carry out whatever is ordered. */
  systems(): void
  pass(days: number): void
  /** A moment that lies before the next act, and after all others. */
  at(): string
  record(): LifecycleRecord
}

export type Tale = (teller: Teller) => void

const day = 86_400_000

/** The acts of a story. @throws {Error} naming the act that is refused, and why. */
export function actsOf(opening: OpeningKey, tale: Tale): readonly Act[] {
  let moment: Moment = open(opening)
  const acts: Act[] = []
  const add = (act: Act): void => {
    const played = play(moment, act)
    if (played.refused) {
      const codes = played.refused.blockers.map(({ code }) => code).join(' ') || played.refused.code
      throw new Error(`${JSON.stringify(act)} is refused: ${codes}`)
    }
    moment = played.moment
    acts.push(act)
  }
  tale({
    // Read as an address reads it, so that both are the same case.
    tell: (who, event) => add({ who, event: LifecycleEvent.parse(event) }),
    order: (kind, end = 'done') => {
      const order = Object.values(moment.record.context.orders).findLast(
        (one) => one.kind === kind && one.status === 'ordered',
      )
      if (order === undefined) throw new Error(`No order ${kind}`)
      add({ order: order.orderId, end })
    },
    systems: () => add({ systems: 'all' }),
    pass: (days) => add({ clock: new Date(Date.parse(moment.now) + days * day).toISOString() }),
    at: () => new Date(Date.parse(moment.now) + 30_000).toISOString(),
    record: () => moment.record,
  })
  return acts
}
