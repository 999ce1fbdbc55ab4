import { expect, it } from 'vitest'
import type { Actor, BlockerCode, LifecyclePolicy } from '../../src/domain/index.ts'
import { explain, type LifecycleInput } from '../../src/machine/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { openPlay } from './play.ts'
import type { World } from './world.ts'

/** Who says what. */
type Told = readonly [Actor, LifecycleEvent]

/** What is said in which world, and why it is refused; no code: it is accepted. */
export type Answered = readonly [
  name: string,
  world: () => World | Promise<World>,
  act: (world: World) => Told | Promise<Told>,
  ...codes: BlockerCode[],
]

type Step = Told | ((world: World) => Promise<unknown>)

/** A world in which all this was told. */
export const after =
  (input: LifecycleInput | undefined, ...steps: readonly Step[]) =>
  (policy?: LifecyclePolicy, from?: string): Promise<World> =>
    steps.reduce<Promise<World>>(
      async (before, one) => {
        const world = await before
        await (typeof one === 'function' ? one(world) : world.tell(...one))
        return world
      },
      Promise.resolve(openPlay(input, from, undefined, policy)),
    )

/** Each is answered with exactly these codes. */
export const answers = (rows: readonly Answered[]): void =>
  it.each(rows.map(([name, ...row]) => [name, row] as const))('%s', async (_, [opened, act, ...codes]) => {
    const world = await opened()
    const [actor, event] = await act(world)
    const found = explain(await world.record(), event, { at: world.at(), actor })
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
