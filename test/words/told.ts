import type { LifecycleRecord } from '../../src/machine/index.ts'
import type { Order } from '../../src/schemas/index.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'

export interface ToldNotice {
  readonly notice: Extract<Order, { kind: 'notify' }>['params']
  /** As it was when the notice was ordered. */
  readonly record: LifecycleRecord
}

const noticesOf = (history: readonly LifecycleRecord[]): readonly ToldNotice[] =>
  history.flatMap((record, at) => {
    const before = history[at - 1]?.context.orders ?? {}
    return Object.values(record.context.orders).flatMap((order) =>
      order.kind === 'notify' && !Object.hasOwn(before, order.orderId)
        ? [{ notice: order.params, record }]
        : [],
    )
  })

/** Every notice that any story orders. */
export const toldInStories = async (): Promise<readonly ToldNotice[]> => {
  const told: ToldNotice[] = []
  for (const story of Object.values(stories)) {
    const plays: ReturnType<typeof openPlay>[] = []
    await story(async (input, from, policy) => {
      const play = openPlay(input, from, undefined, policy)
      plays.push(play)
      return play
    })
    for (const { history } of plays) told.push(...noticesOf(history))
  }
  return told
}
