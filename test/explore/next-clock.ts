import type { Command, LifecycleRecord } from '../../src/machine/index.ts'

/** Whatever ends within this of the next clock ends with it: what was said in between took no time. */
const together = 150_000

/** They tell what another clock tells, once more. */
const isEcho = (name: string): boolean => name === 'reminder' || name === 'again'

/** Time passes until the next clock has run: each that ends by then is told, in the order of their names. */
export const nextClock = ({ at, context }: LifecycleRecord): readonly Command[] => {
  const running = Object.values(context.deadlines).filter(({ status }) => status === 'running')
  const dues = running.filter(({ name }) => !isEcho(name)).map(({ due }) => Date.parse(due))
  if (dues.length === 0) return []
  const horizon = Math.max(Date.parse(at), Math.min(...dues) + together)
  const ended = running.filter(({ due }) => Date.parse(due) <= horizon)
  const last = Math.max(Date.parse(at), ...ended.map(({ due }) => Date.parse(due)))
  return ended
    .map(({ id }) => id)
    .sort()
    .map((timer) => ({ commandId: `timer:${timer}`, at: new Date(last).toISOString(), timer }))
}
