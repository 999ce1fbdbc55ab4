import { type AnyMachineSnapshot, getMicrosteps, getNextTransitions } from 'xstate'
import { eventTypes, type WorkingDayCalendar } from '../domain/index.ts'
import type { TerminalLifecycleMachine } from './chart/machine.ts'
import { type Predicate, predicates } from './chart/predicates.ts'
import { type Passage, passages } from './chart/setup.ts'
import { stateName } from './facts/phase.ts'
import type { Leaving } from './leaving/index.ts'
import { fold } from './ledger/index.ts'
import { type ToldAs, Turn } from './ledger/turn.ts'
import type { LifecycleContext } from './shape/context.ts'
import type { LifecycleRecord, StampedEvent, StateValue } from './shape/record.ts'

/** What the chart says of one state. */
interface Place {
  /** Events that lead somewhere by themselves; any other one is written down, and states follow the facts. */
  readonly leading: ReadonlySet<string>
  /** The predicates that guard its ways out. */
  readonly exits: readonly Predicate[]
}

/** Where one step of the chart leads, and what is done on the way. */
interface Way {
  readonly value: StateValue
  readonly passages: readonly Passage[]
}

type Where = Pick<LifecycleRecord, 'value' | 'context'>

/** Asked once under each name: there are as many answers as the chart has states and ways. */
const remembered = <Answer>() => {
  const answers = new Map<string, Answer>()
  return (name: string, ask: () => Answer): Answer => {
    const answer = answers.get(name) ?? ask()
    answers.set(name, answer)
    return answer
  }
}

/** The chart as XState reads it, asked about places and ways instead of being run: its guards are given, its actions named only. */
const mapOf = (machine: TerminalLifecycleMachine) => {
  let holding: ReadonlySet<string> = new Set()
  const nothing = () => {}
  const copy = machine.provide({
    guards: Object.fromEntries([
      ...eventTypes.map((type) => [type, () => true]),
      ...Object.keys(predicates).map((name) => [name, () => holding.has(name)]),
    ]),
    actions: Object.fromEntries(['record', ...Object.keys(passages)].map((name) => [name, nothing])),
  }) as TerminalLifecycleMachine
  const at = ({ value, context }: Where) => copy.resolveState({ value: value as never, context })

  const placeAt = (where: Where): Place => {
    const ways = getNextTransitions(at(where) as AnyMachineSnapshot)
    const exits = ways.filter(({ eventType }) => eventType === '').map(({ guard }) => guard as Predicate)
    const leading = ways.filter(({ eventType, target }) => eventType !== '' && target !== undefined)
    return { leading: new Set(leading.map(({ eventType }) => eventType)), exits }
  }
  /** The first microstep is the event's own, the second the first one without. */
  const wayFrom = (where: Where, type: string, held: readonly string[]): Way => {
    holding = new Set(held)
    const steps = getMicrosteps(copy, at(where), { type: type || 'nothing' } as unknown as StampedEvent)
    const [next, actions] = steps[held.length === 0 ? 0 : 1] ?? [at(where), []]
    const names = (actions as readonly { type: string }[]).map((action) => action.type)
    return {
      value: next.value as StateValue,
      passages: names.filter((name): name is Passage => name in passages),
    }
  }
  return { placeAt, wayFrom }
}

/** What was learned of a chart holds whoever asks: a machine with other implementations has the same states and ways. */
const learned = new WeakMap<object, ReturnType<typeof learnOf>>()
const learnOf = (machine: TerminalLifecycleMachine) => {
  let map: ReturnType<typeof mapOf> | undefined
  const chart = () => {
    map ??= mapOf(machine)
    return map
  }
  const placeOf = remembered<Place>()
  const wayOf = remembered<Way>()
  return {
    placeAt: (where: Where, name: string) => placeOf(name, () => chart().placeAt(where)),
    wayFrom: (where: Where, name: string, type: string, held: readonly string[]) =>
      wayOf(`${name} ${type} ${held}`, () => chart().wayFrom(where, type, held)),
  }
}

/**
 * An event that its rule allows, written down, and where that leads. The chart moves only where a predicate holds that guards
 * a way out of the present state; where it leads then is learned from XState once for each state and what holds in it.
 * Equal to XState's own transition, which stays the definition and the live way.
 */
export const followWith = (
  machine: TerminalLifecycleMachine,
  calendar: WorkingDayCalendar,
  leave?: Leaving,
) => {
  const known = learned.get(machine.config) ?? learnOf(machine)
  learned.set(machine.config, known)
  const passed = (
    context: LifecycleContext,
    { event, as }: { event: StampedEvent; as: ToldAs },
    names: readonly Passage[],
  ) =>
    names.reduce((before, name) => {
      const turn = new Turn(before, event, calendar, as)
      passages[name](turn)
      return turn.context
    }, context)

  return ({ value, context: before }: LifecycleRecord, event: StampedEvent, as: ToldAs = {}): Where => {
    let where: Where = { value, context: fold(before, event, calendar, { leave, ...as }) }
    let isTold = false
    for (;;) {
      const name = stateName(where.value)
      const { leading, exits } = known.placeAt(where, name)
      const isLeading = !isTold && leading.has(event.type)
      const held = isLeading ? [] : exits.filter((exit) => predicates[exit](where.context))
      if (!isLeading && held.length === 0) return where
      const type = isLeading ? event.type : ''
      const way = known.wayFrom(where, name, type, held)
      where = { value: way.value, context: passed(where.context, { event, as }, way.passages) }
      isTold = true
    }
  }
}
