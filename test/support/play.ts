import { defaultPolicy, type LifecyclePolicy } from '../../src/domain/index.ts'
import {
  createLifecycle,
  type JournalEntry,
  type Lifecycle,
  type LifecycleInput,
  type LifecycleRecord,
} from '../../src/machine/index.ts'
import { testClock } from './clock.ts'
import { ordersGiven } from './orders-given.ts'
import { terminal } from './samples.ts'
import { stepped } from './stepped.ts'
import { type Stories, type World, worldOf } from './world.ts'

const standard = createLifecycle()

/** The same world without a runtime: pure steps, each record kept. */
export const openPlay = (
  input: LifecycleInput = terminal(),
  from?: string,
  { open, step }: Pick<Lifecycle, 'open' | 'step'> = standard,
  policy: LifecyclePolicy = defaultPolicy,
): World & { history: LifecycleRecord[]; entries: JournalEntry[] } => {
  const clock = testClock(from)
  const opened = open(input, { at: clock.now(), commandId: 'open', policy })
  let { record } = opened
  const history = [record]
  const entries = [opened.entry].filter((entry) => entry !== null)
  const orders = ordersGiven()
  orders.note(opened)
  const take = (command: Parameters<typeof step>[1]) => {
    const answer = step(record, command)
    orders.note(answer)
    if (answer.accepted) {
      record = answer.record
      history.push(record)
      if (answer.entry) entries.push(answer.entry)
    }
    return answer
  }
  const world = worldOf({ orders: async () => orders.all(), ...stepped(clock, () => record, take) })
  return { ...world, history, entries }
}

/** A story told by pure steps: its worlds, as they are at its end. */
export const played = async (story: Stories[string]): Promise<ReturnType<typeof openPlay>[]> => {
  const worlds: ReturnType<typeof openPlay>[] = []
  await story(async (input, from, policy) => {
    const world = openPlay(input, from, undefined, policy)
    worlds.push(world)
    return world
  })
  return worlds
}
