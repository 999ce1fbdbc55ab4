import { type EventType, profileOf } from '../../src/domain/index.ts'
import type { Command, LifecycleRecord } from '../../src/machine/index.ts'
import { nextClock } from './next-clock.ts'
import { people } from './people.ts'
import { commandsOf, twinOf } from './resolve.ts'
import type { Saying, World } from './world.ts'
import { sayingNamed } from './worlds/sayings.ts'

/** One thing that may happen in a world, in whatever state it is. */
export interface Move {
  readonly name: string
  readonly type: EventType
  /** Does it need the merchant, or a service provider? */
  readonly isProviders: boolean
  /** Never refused: a fact is a fact. */
  readonly isReport: boolean
  readonly saying: Saying | undefined
  readonly commands: (record: LifecycleRecord) => readonly Command[] | undefined
  /** The same in the twin of a world with a secret. */
  readonly twin: (record: LifecycleRecord) => readonly Command[] | undefined
}

const clock: Move = {
  name: 'the next clock',
  type: 'timer.due',
  isProviders: true,
  isReport: false,
  saying: undefined,
  commands: nextClock,
  twin: nextClock,
}

const moveOf = (name: string): Move => {
  const saying = sayingNamed(name)
  const { role } = people[saying.by]
  return {
    name,
    type: saying.event.type,
    isProviders: role === 'provider' || role === 'system',
    isReport: profileOf(saying.event.type).kind === 'report',
    saying,
    commands: (record) => commandsOf(saying, record),
    twin: (record) => commandsOf(twinOf(saying), record),
  }
}

/** All that may happen in this world; the next clock comes last. */
export const movesOf = ({ says }: World): readonly Move[] => [...says.map(moveOf), clock]

/** Is there something in this world that the merchant must not know? */
export const hasSecret = ({ says, before }: World): boolean =>
  [...says, ...before].some((name) => sayingNamed(name).instead !== undefined)
