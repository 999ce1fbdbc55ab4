import { orderTagFrom, readOrderName } from '../domain/index.ts'
import type { Answer, Command, LifecycleRecord } from '../machine/index.ts'
import { digestOf } from '../schemas/index.ts'
import type { Stepped } from './known-reports.ts'
import type { Store } from './store.ts'

interface Told {
  commandId: string
  /** Of what was asked: an id that is used for something else, once its answer is forgotten, makes other names. */
  fingerprint: string | null
}

const gives = (answer: Answer, tag: string): boolean =>
  answer.accepted && answer.orders.some(({ orderId }) => readOrderName(orderId)?.tag === tag)

/**
 * A step whose orders are named after the command, never after the version that it meets: a life that has lost its end gives them the same
 * names when it is told again, so that the other side knows what it has done.
 */
export const createNaming =
  ({
    store,
    step,
  }: {
    store: Pick<Store, 'hasOrdered'>
    step: (record: LifecycleRecord, command: Command) => Promise<Stepped>
  }) =>
  async (record: LifecycleRecord, command: Command, { commandId, fingerprint }: Told) => {
    const orderTag = orderTagFrom(await digestOf([commandId, fingerprint]))
    const stepped = await step(record, { ...command, orderTag })
    // Who tells the very same under its id again once that was forgotten wants it done once more: so does an order that is revived after weeks.
    if (!gives(stepped.answer, orderTag)) return stepped
    const { lifecycleId } = record
    if (!(await store.hasOrdered(lifecycleId, `${lifecycleId}/${orderTag}/0`))) return stepped
    return step(record, {
      ...command,
      orderTag: orderTagFrom(await digestOf([commandId, fingerprint, record.version])),
    })
  }
