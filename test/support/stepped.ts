import type { Answer, Command, LifecycleRecord } from '../../src/machine/index.ts'
import type { testClock } from './clock.ts'
import { day, type World } from './world.ts'

/** A world of pure steps: whoever is told something, or lets time pass, has `take` do it, and finds the record where it left it. */
export const stepped = (
  clock: ReturnType<typeof testClock>,
  record: () => LifecycleRecord,
  take: (command: Command) => Answer,
): Pick<World, 'at' | 'send' | 'pass' | 'record'> => {
  let told = 0
  const dueTimer = () =>
    Object.values(record().context.deadlines)
      .filter(({ status, due }) => status === 'running' && Date.parse(due) <= Date.parse(clock.now()))
      .sort((a, b) => Date.parse(a.due) - Date.parse(b.due))[0]
  return {
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
    record: async () => record(),
  }
}
