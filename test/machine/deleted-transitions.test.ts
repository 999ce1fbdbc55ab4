import { expect, it } from 'vitest'
import type { AnyStateNode } from 'xstate'
import { prcCalendar } from '../../src/domain/index.ts'
import { createLifecycle, type LifecycleRecord } from '../../src/machine/index.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'

/** A chart of its own: what is taken out of it is missing nowhere else, and nobody has looked anything up in it. */
const ownLifecycle = () => createLifecycle({ calendar: { ...prcCalendar } })

interface Deletion {
  readonly name: string
  /** What a story must have met to be able to miss it: an event told, or a state that was entered. */
  readonly met: string
  /** Takes the transition out of the node of the same id in another chart. */
  apply(node: AnyStateNode): void
}

const onEvents = (node: AnyStateNode): Deletion[] =>
  [...node.transitions.keys()].map((type) => ({
    name: `${node.id} on ${type}`,
    met: type,
    apply: (other) => other.transitions.delete(type),
  }))

const eventless = (node: AnyStateNode): Deletion[] =>
  (node.always ?? []).map((transition, index) => ({
    name: `${node.id} always ${String(transition.guard)}`,
    met: node.key,
    apply: (other) => {
      other.always = (other.always ?? []).filter((_, place) => place !== index)
    },
  }))

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap(nodesBelow),
]
const nodesOf = ({ machine }: ReturnType<typeof ownLifecycle>): AnyStateNode[] =>
  nodesBelow(machine.root as unknown as AnyStateNode)

const namesIn = (value: LifecycleRecord['value']): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value).flatMap(([name, below]) => [name, ...(below ? namesIn(below) : [])])

/** Does the story run on this chart as it does on a whole one? */
const passes = async (
  story: (typeof stories)[string],
  lifecycle: ReturnType<typeof ownLifecycle>,
  met?: Set<string>,
): Promise<boolean> => {
  const step: typeof lifecycle.step = (record, command) => {
    const answer = lifecycle.step(record, command)
    if ('event' in command) met?.add(command.event.type)
    else met?.add('timer.due')
    if (met && answer.accepted) for (const name of namesIn(answer.record.value)) met.add(name)
    return answer
  }
  try {
    await story(async (input, from, policy) => openPlay(input, from, { open: lifecycle.open, step }, policy))
    return true
  } catch {
    return false
  }
}

it('no transition of the chart can be deleted without a story that fails', { timeout: 170_000 }, async () => {
  const whole = ownLifecycle()
  const metBy = new Map<string, Set<string>>()
  for (const [name, story] of Object.entries(stories)) {
    const met = new Set<string>()
    expect(await passes(story, whole, met), name).toBe(true)
    metBy.set(name, met)
  }
  const survivors: string[] = []
  let deleted = 0
  for (const [place, node] of nodesOf(whole).entries())
    for (const { name, met, apply } of [...onEvents(node), ...eventless(node)]) {
      const lame = ownLifecycle()
      apply(nodesOf(lame)[place] as AnyStateNode)
      deleted += 1
      // who met it is asked first, the others only where none of those noticed
      const witnesses = Object.entries(stories).sort(
        ([a], [b]) => Number(metBy.get(b)?.has(met)) - Number(metBy.get(a)?.has(met)),
      )
      let noticed = false
      for (const [, story] of witnesses) {
        noticed = !(await passes(story, lame))
        if (noticed) break
      }
      if (!noticed) survivors.push(name)
    }
  console.log(`${deleted} transitions deleted in turn, survivors: ${survivors.length}`)
  expect(survivors).toEqual([])
})
