import type { Answer } from '../../src/machine/index.ts'
import type { Store } from '../../src/runtime/index.ts'
import type { Order } from '../../src/schemas/index.ts'

/** Every order that was ever given, as it stood when it last changed: what has ended leaves the record. */
export const ordersGiven = () => {
  const given = new Map<string, Order>()
  const note = (answer: Answer) => {
    if (answer.accepted) for (const order of answer.orders) given.set(order.orderId, order)
  }
  /** The same store, whatever it is made of; what is committed to it is noted. */
  const noting = (store: Store): Store => {
    const commit: Store['commit'] = async (changes) => {
      const outcomes = await store.commit(changes)
      for (const [place, { answer }] of changes.entries()) if (outcomes[place] === 'committed') note(answer)
      return outcomes
    }
    return new Proxy(store, {
      get(_, name) {
        const method: unknown = name === 'commit' ? commit : Reflect.get(store, name)
        return typeof method === 'function' ? method.bind(store) : method
      },
    })
  }
  return { note, noting, all: (): readonly Order[] => [...given.values()] }
}
