import type { LifecyclePolicy } from '../../src/domain/index.ts'
import type { LifecycleInput } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import type { m1 } from '../support/people.ts'
import type { World } from '../support/world.ts'

export type Part = (world: World) => Promise<unknown>

/** How a clock comes to run, and what it waits for. */
export interface ClockCase {
  /** Until the clock runs. */
  reach: Part
  /** What it waits for, once it has run. */
  end?: Part
  /** Before it has run, nobody can do that. */
  endsLate?: true
  /** What else takes its reason away, whether or not it has run. */
  ends?: readonly Part[]
  input?: LifecycleInput
  policy?: Partial<LifecyclePolicy>
}

export const tell =
  (actor: typeof m1, event: LifecycleEvent): Part =>
  (world) =>
    world.tell(actor, event)

export const parts =
  (...list: readonly Part[]): Part =>
  async (world) => {
    for (const part of list) await part(world)
  }
