import { describe, expect, it } from 'vitest'
import { type AnyStateMachine, createMachine } from 'xstate'
import { eventTypes, leafStates, prcCalendar } from '../../src/domain/index.ts'
import { predicates } from '../../src/machine/chart/predicates.ts'
import { actionsWith } from '../../src/machine/chart/setup.ts'
import { tags, terminalLifecycleMachine } from '../../src/machine/index.ts'
import { faultsOf, namesUsed } from './chart-laws.ts'

const machine = terminalLifecycleMachine as unknown as AnyStateMachine
const words = { events: new Set<string>(eventTypes), predicates: new Set(Object.keys(predicates)) }

const leavesOf = (node: AnyStateMachine['root']): string[] => {
  const children = Object.values(node.states)
  if (children.length > 0) return children.flatMap(leavesOf)
  const inRegion = node.key === 'open' || node.key === 'done'
  return [inRegion ? `${node.parent?.key}.${node.key}` : node.key]
}

describe('the chart', () => {
  it('keeps its laws: one rule per event, no event twice on a branch, always only over a predicate', () => {
    expect(faultsOf(machine, words)).toEqual([])
  })

  it('has exactly the 25 leaves that the specification lists', () => {
    expect(leavesOf(machine.root).sort()).toEqual([...leafStates].sort())
    expect(leafStates).toHaveLength(25)
  })

  it('handles every event somewhere, and uses every predicate, action and tag that is named', () => {
    const used = namesUsed(machine)
    expect([...used.guards].sort()).toEqual([...words.events, ...words.predicates].sort())
    expect([...used.actions].sort()).toEqual(Object.keys(actionsWith(prcCalendar)).sort())
    expect([...used.tags].sort()).toEqual([...tags].sort())
  })

  it('leaves no state with something to do on the way out by an event: it would come before what is written', () => {
    const below = (node: AnyStateMachine['root']): AnyStateMachine['root'][] => [
      node,
      ...Object.values(node.states).flatMap(below),
    ]
    const led = below(machine.root)
      .flatMap((node) => [...node.transitions.values()].flat())
      .filter(({ target }) => target !== undefined)
    expect(led.length).toBeGreaterThan(0)
    for (const { source, actions } of led) {
      expect(below(source).flatMap(({ exit }) => exit)).toEqual([])
      expect(actions).toEqual(['record'])
    }
  })

  it('has no final state: even a closed terminal still hears what arrives late', () => {
    expect(machine.root.states.closed?.type).toBe('atomic')
    expect([...(machine.root.states.closed?.tags ?? [])]).toEqual(['ended'])
  })
})

describe('the laws can be broken, and say where', () => {
  const event = { guard: 'keys.removed', actions: 'record' }
  const cases: readonly [string, object, string][] = [
    [
      'a misspelt guard',
      { on: { 'keys.removed': { gaurd: 'keys.removed', actions: 'record' } } },
      'unknown key gaurd',
    ],
    ['no guard', { on: { 'keys.removed': { actions: 'record' } } }, 'the rule of its own name'],
    [
      'another event’s rule',
      { on: { 'keys.removed': { ...event, guard: 'hold.placed' } } },
      'the rule of its own name',
    ],
    [
      'an event that nobody writes down',
      { on: { 'keys.removed': { guard: 'keys.removed' } } },
      'is not recorded',
    ],
    ['a wildcard', { on: { '*': event } }, 'wildcard'],
    [
      'a string for a target',
      { on: { 'keys.removed': '.a' }, initial: 'a', states: { a: {} } },
      'is an object',
    ],
    ['after', { after: { 5: { target: '.a' } }, initial: 'a', states: { a: {} } }, 'unknown key after'],
    ['invoke', { invoke: { src: 'x' } }, 'unknown key invoke'],
    [
      'always without a predicate',
      { initial: 'a', states: { a: { always: { target: 'b' } }, b: {} } },
      'named predicate',
    ],
    [
      'parent and child',
      { on: { 'keys.removed': event }, initial: 'a', states: { a: { on: { 'keys.removed': event } } } },
      'ancestor',
    ],
    [
      'two regions',
      {
        type: 'parallel',
        states: { a: { on: { 'keys.removed': event } }, b: { on: { 'keys.removed': event } } },
      },
      'two regions handle keys.removed',
    ],
  ]
  for (const [name, config, fault] of cases)
    it(`finds ${name}`, () => {
      const broken = createMachine({ id: 'broken', ...config } as never) as unknown as AnyStateMachine
      expect(faultsOf(broken, words).join('\n')).toContain(fault)
    })
})
