import type { Instant, Locale } from 'terminal-lifecycle/domain'
import type { LetterSource } from 'terminal-lifecycle/letters'
import { createLifecycle } from 'terminal-lifecycle/machine'
import { describeNotice } from 'terminal-lifecycle/words'

export interface WrittenNotice {
  readonly at: Instant
  readonly subject: string
  readonly lines: readonly string[]
}

const { fold } = createLifecycle()

/** What the merchant was told, each time in the words that were true when it was ordered: the journal knows how things stood. */
export const noticesIn = ({ entries }: LetterSource, locale: Locale): readonly WrittenNotice[] => {
  const known = new Set<string>()
  return entries.flatMap(({ at, orderIds }, place) => {
    // an order is named again when it ends
    const ordered = orderIds.filter((orderId) => !known.has(orderId))
    if (ordered.length === 0) return []
    const record = fold(entries.slice(0, place + 1))
    return ordered.flatMap((orderId) => {
      known.add(orderId)
      const order = record.context.orders[orderId]
      if (order?.kind !== 'notify' || order.params.audience !== 'merchant') return []
      const { subject, body } = describeNotice(order.params, record, locale)
      return [{ at, subject, lines: body.split('\n') }]
    })
  })
}
