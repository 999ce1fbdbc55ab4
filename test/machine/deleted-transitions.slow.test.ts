import { expect, it } from 'vitest'
import { defaultPolicy, prcCalendar } from '../../src/domain/index.ts'
import { lifecycle } from '../../src/machine/chart/setup.ts'
import {
  type LifecycleRecord,
  type TerminalLifecycleMachine,
  terminalLifecycleMachine,
} from '../../src/machine/index.ts'
import { openingWith } from '../../src/machine/open-record.ts'
import { judgeWith } from '../../src/machine/questions/catalogues.ts'
import { stepWith } from '../../src/machine/step.ts'
import { stories } from '../stories/index.ts'
import { openPlay } from '../support/play.ts'

/** A state of the chart as it is written down. */
interface Written {
  on?: Record<string, unknown>
  always?: object | readonly object[]
  states?: Record<string, Written>
}

const copied = ({ on, states, ...rest }: Written): Written => ({
  ...rest,
  ...(on && { on: { ...on } }),
  ...(states && {
    states: Object.fromEntries(Object.entries(states).map(([name, state]) => [name, copied(state)])),
  }),
})

const statesOf = (chart: Written, name = 'root'): [string, Written][] => [
  [name, chart],
  ...Object.entries(chart.states ?? {}).flatMap(([below, state]) => statesOf(state, below)),
]

/** A life by a chart of its own: what is taken out of it is missing nowhere else. */
const lifeBy = (written: Written) => {
  const chart = lifecycle.createMachine(written as never) as unknown as TerminalLifecycleMachine
  return {
    open: openingWith(chart, defaultPolicy, prcCalendar),
    step: stepWith(chart, prcCalendar, judgeWith({})),
  }
}
const whole = copied(terminalLifecycleMachine.config as Written)

interface Deletion {
  readonly name: string
  /** What a story must have met to be able to miss it: an event told, or a state that was entered. */
  readonly met: string
  /** The chart without it. */
  readonly without: () => Written
}

const listed = (always: Written['always']): readonly object[] =>
  always === undefined ? [] : Array.isArray(always) ? always : [always as object]

const deletions: readonly Deletion[] = statesOf(whole).flatMap(([name, { on = {}, always }], place) => {
  const without = (apply: (state: Written) => void) => () => {
    const chart = copied(whole)
    apply(statesOf(chart)[place]?.[1] ?? expect.fail('no such state'))
    return chart
  }
  return [
    ...Object.keys(on).map((type) => ({
      name: `${name} on ${type}`,
      met: type,
      without: without((state) => delete state.on?.[type]),
    })),
    ...listed(always).map((_, index) => ({
      name: `${name} always ${JSON.stringify(listed(always)[index])}`,
      met: name,
      without: without((state) => {
        state.always = listed(always).filter((_, other) => other !== index)
      }),
    })),
  ]
})

const namesIn = (value: LifecycleRecord['value']): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value).flatMap(([name, below]) => [name, ...(below ? namesIn(below) : [])])

/** Does the story run on this chart as it does on a whole one? */
const passes = async (
  story: (typeof stories)[string],
  life: ReturnType<typeof lifeBy>,
  met?: Set<string>,
): Promise<boolean> => {
  const step: typeof life.step = (record, command) => {
    const answer = life.step(record, command)
    if ('event' in command) met?.add(command.event.type)
    else met?.add('timer.due')
    if (met && answer.accepted) for (const name of namesIn(answer.record.value)) met.add(name)
    return answer
  }
  try {
    await story(async (input, from, policy) => openPlay(input, from, { open: life.open, step }, policy))
    return true
  } catch {
    return false
  }
}

it('no transition of the chart can be deleted without a story that fails', { timeout: 600_000 }, async () => {
  const metBy = new Map<string, Set<string>>()
  const life = lifeBy(whole)
  for (const [name, story] of Object.entries(stories)) {
    const met = new Set<string>()
    expect(await passes(story, life, met), name).toBe(true)
    metBy.set(name, met)
  }
  const survivors: string[] = []
  for (const { name, met, without } of deletions) {
    const lame = lifeBy(without())
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
  console.log(`${deletions.length} transitions deleted in turn, survivors: ${survivors.length}`)
  expect(survivors).toEqual([])
})
