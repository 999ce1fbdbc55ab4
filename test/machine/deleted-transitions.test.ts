import { expect, it } from 'vitest'
import type { AnyStateNode } from 'xstate'
import { terminalLifecycleMachine } from '../../src/machine/index.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'

interface Deletion {
  readonly name: string
  /** Takes the transition out of the chart; gives back how to put it in again. */
  apply(): () => void
}

const onEvents = (node: AnyStateNode): Deletion[] =>
  [...node.transitions].map(([type, transitions]) => ({
    name: `${node.id} on ${type}`,
    apply: () => {
      node.transitions.delete(type)
      forget(node)
      return () => {
        node.transitions.set(type, transitions)
        forget(node)
      }
    },
  }))

const eventless = (node: AnyStateNode): Deletion[] =>
  (node.always ?? []).map((transition, index, all) => ({
    name: `${node.id} always ${String(transition.guard)}`,
    apply: () => {
      node.always = all.filter((_, other) => other !== index)
      forget(node)
      return () => {
        node.always = all
        forget(node)
      }
    },
  }))

/** XState keeps what it looked up once. */
const forget = (node: AnyStateNode): void => {
  const cached = node as unknown as { memoized: Record<string, unknown> }
  cached.memoized = {}
}

const deletionsBelow = (node: AnyStateNode): Deletion[] => [
  ...onEvents(node),
  ...eventless(node),
  ...Object.values(node.states).flatMap(deletionsBelow),
]

const isNoticed = async (): Promise<boolean> => {
  for (const story of Object.values(stories)) {
    try {
      await story(async (input, from) => openPlay(input, from))
    } catch {
      return true
    }
  }
  return false
}

it('no transition of the chart can be deleted without a story that fails', { timeout: 170_000 }, async () => {
  expect(await isNoticed()).toBe(false)
  const deletions = deletionsBelow(terminalLifecycleMachine.root as unknown as AnyStateNode)
  const survivors: string[] = []
  for (const { name, apply } of deletions) {
    const restore = apply()
    if (!(await isNoticed())) survivors.push(name)
    restore()
  }
  console.log(`${deletions.length} transitions deleted in turn, survivors: ${survivors.length}`)
  expect(survivors).toEqual([])
  expect(await isNoticed()).toBe(false)
})
