import type { ClientEnvironment } from '../../../src/client/index.ts'
import type { Environment } from '../../../src/runtime/index.ts'
import type { World } from './world.ts'

/** Time and chance of a client. */
export const clientEnvironment = (world: World, name: string): ClientEnvironment => ({
  now: () => world.now,
  elapsed: () => world.now,
  random: () => world.chance.draw(`${name} random`),
  timer: (milliseconds, callback) => world.scheduler.after(milliseconds, `${name} timer`, callback),
})

/** Time and chance of somebody with whom nothing goes wrong. */
export const plainEnvironment = ({ scheduler, chance }: World): Environment => ({
  now: () => scheduler.now,
  random: () => chance.draw('plain random'),
  uuid: () => `plain-${chance.below('plain ids', 1e9)}`,
  sleep: (milliseconds, signal) => scheduler.sleep(milliseconds, signal, 'plain wakes'),
})
