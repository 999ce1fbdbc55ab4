import { approved, clearingParts, confirmed, erased, keysRemoved, orderOf, run } from '../support/closure.ts'
import { p1, p2, p3, sys } from '../support/people.ts'
import { paper, serial, statusRead } from '../support/samples.ts'
import type { World } from '../support/world.ts'
import { binding, placed, quiet, stated } from './acts.ts'
import { corrected, issue, owes, refused, required, story } from './kit.ts'

const taken = (orderId: string) => ({ type: 'order.cancelled', orderId, reason: 'not needed' }) as const
const failed = (orderId: string) =>
  ({ type: 'order.failed', orderId, code: 'REGISTER_DOWN', retryable: false }) as const
const ready = (world: World) => run(world, approved, ...quiet, erased, keysRemoved)

export const orderClearings = {
  ORDER_UNKNOWN: story(async (world) => {
    await run(world, approved)
    return corrected(world, p1, taken('life-1/99/0'), taken(await orderOf(world, 'notify')))
  }),
  ORDER_ENDED: story(async (world) => {
    await ready(world)
    await world.tell(p1, binding('unbinding.ordered'))
    await world.tell(sys, binding('unbinding.confirmed'))
    return refused(world, p1, binding('unbinding.ordered'), () =>
      world.tell(p1, { type: 'unbinding.failed', serial, registryRef: 'registry-9', reason: 'reverted' }),
    )
  }),
  ORDER_CLAIMED: story(async (world) => {
    await run(world, approved)
    const orderId = await orderOf(world, 'notify')
    await world.tell(sys, { type: 'order.claimed', orderId })
    return refused(world, p1, taken(orderId), () => world.tell(sys, failed(orderId)))
  }),
  ORDER_FAILED: issue(async (world) => {
    await ready(world)
    await world.tell(p1, binding('unbinding.ordered'))
    const orderId = await orderOf(world, 'unbind')
    return {
      report: () => world.tell(sys, failed(orderId)),
      isWrong: owes(world, 'DEVICE_STILL_BOUND'),
      act: () => world.tell(p1, { type: 'order.repeated', orderId }),
    }
  }),
  RESULT_UNKNOWN: story(async (world) => {
    await ready(world)
    await world.tell(p1, binding('unbinding.ordered'))
    const orderId = await orderOf(world, 'unbind')
    await world.tell(sys, { type: 'order.confirmed', orderId })
    return refused(world, p1, { type: 'order.repeated', orderId }, () => world.tell(sys, failed(orderId)))
  }),
  METHOD_UNSUITABLE: story(async (world) => {
    await run(world, approved)
    const orderId = await orderOf(world, 'notify')
    await world.tell(sys, failed(orderId))
    const again = { type: 'order.repeated', orderId } as const
    return corrected(world, p1, { ...again, method: 'cheque' }, again)
  }),
  RESULT_OVERDUE: story(async (world) => {
    await ready(world)
    await world.tell(p1, binding('unbinding.ordered'))
    await world.tell(sys, { type: 'order.confirmed', orderId: await orderOf(world, 'unbind') })
    await world.pass(10)
    return required(world, () => world.tell(p1, binding('unbinding.confirmed')))
  }),
  FOLLOW_UP_OPEN: story(async (world) => {
    const kind = 'followUpOpened'
    await world.tell(p1, { type: 'note.recorded', kind, text: 'ask again', followUpId: 'f-1' })
    return required(world, () => world.tell(p1, { type: 'followUp.done', followUpId: 'f-1' }))
  }),
  CLOCK_RUN_OUT: story(async (world) => {
    await world.tell(p1, placed('rule', 'RULE_VIOLATION'))
    await world.tell(p1, { type: 'document.added', document: paper('provider_notice'), for: 'rule' })
    await world.tell(sys, statusRead('off', world.at()))
    await world.pass(60)
    return required(world, () =>
      world.tell(p2, { type: 'hold.rescinded', holdId: 'rule', reason: 'in error' }),
    )
  }),
  ORDER_PARKED: issue(async (world) => {
    await run(world, approved)
    const orderId = await orderOf(world, 'notify')
    return {
      report: () => world.tell(sys, { type: 'order.parked', orderId, code: 'DOWN', attempts: 20 }),
      isWrong: async () => (await world.context()).orders[orderId]?.parked !== undefined,
      act: () => world.tell(p1, { type: 'order.revived', orderId }),
    }
  }),
  ANSWER_REFUSED: issue(async (world) => {
    await run(world, approved)
    const orderId = await orderOf(world, 'notify')
    return {
      report: () => world.tell(sys, { type: 'answer.refused', orderId, codes: ['CURRENCY_MISMATCH'] }),
      isWrong: async () => orderId in (await world.context()).refusedAnswers,
      act: () => world.tell(p1, taken(orderId)),
    }
  }),
  CLOSURE_NOT_CONFIRMED: story(async (world) => {
    await run(world, approved, ...clearingParts)
    const orderId = await orderOf(world, 'confirmClosure')
    return required(world, () =>
      world.tell(p1, { type: 'closure.confirmed', providerRef: 'closure-1', orderId }),
    )
  }),
  UNSETTLED_AMOUNT: issue(async (world) => {
    await run(world, approved, ...clearingParts, confirmed)
    return {
      report: () => world.tell(sys, statusRead('off', world.at(), 'closed', 700)),
      isWrong: owes(world, 'STATEMENT_STALE'),
      act: () => world.tell(p3, stated('statement-2', world.at(), 50_700)),
    }
  }),
}
