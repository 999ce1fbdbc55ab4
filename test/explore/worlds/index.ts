import type { World } from '../world.ts'
import { pairs } from './pairs.ts'
import { themes } from './themes.ts'

/** All small worlds. */
export const worlds: readonly World[] = [...themes, ...pairs]

export const worldNamed = (name: string): World => {
  const world = worlds.find((one) => one.name === name)
  if (world === undefined) throw new Error(`No world is called "${name}"`)
  return world
}
