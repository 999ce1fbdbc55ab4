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
import { day, type World, worldOf } from './world.ts'

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
  let told = 0
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
  const dueTimer = () =>
    Object.values(record.context.deadlines)
      .filter(({ status, due }) => status === 'running' && Date.parse(due) <= Date.parse(clock.now()))
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due))[0]
  const world = worldOf({
    orders: async () => orders.all(),
    at: clock.next,
    send: async (actor, event) => {
      clock.tick(1_000)
      told += 1
      return take({ commandId: `command-${told}`, at: clock.now(), actor, event })
    },
    pass: async (days) => {
      clock.tick(days * day)
      for (let due = dueTimer(); due; due = dueTimer()) {
        const answer = take({ commandId: `timer:${due.id}`, at: clock.now(), timer: due.id })
        if (!answer.accepted) throw new Error(`${due.id} has run, and is refused`)
      }
    },
    record: async () => record,
  })
  return { ...world, history, entries }
}
