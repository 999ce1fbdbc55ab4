import { asked, askedNow } from '../errors/index.ts'
import { Instant } from '../schemas/index.ts'
import { invalidInput } from './door.ts'
import type { Environment } from './environment.ts'
import type { Clock } from './options.ts'

/** The last millisecond that a date can say. */
const lastMoment = 8.64e15

/** The environment, whose wall time is refused by name wherever it is none; whatever it throws is an error of ours. */
export const checkedEnvironment = (given: Environment): Environment => ({
  now() {
    const now: unknown = askedNow('environment', () => given.now())
    if (typeof now === 'number' && Math.abs(now) <= lastMoment) return now
    throw invalidInput('/environment', 'INVALID_FORMAT')
  },
  sleep: (milliseconds, signal) => asked('environment', () => given.sleep(milliseconds, signal)),
  random: () => askedNow('environment', () => given.random()),
  uuid: () => askedNow('environment', () => given.uuid()),
})

/** The clock, refused by name wherever it gives no instant; the environment's time in UTC when there is none. */
export const checkedClock = (given: Clock | undefined, environment: Environment): Clock => ({
  now() {
    const now: unknown = given
      ? askedNow('clock', () => given.now())
      : new Date(environment.now()).toISOString()
    const read = Instant.safeParse(now)
    if (read.success) return read.data
    throw invalidInput('/clock', 'INVALID_FORMAT')
  },
})
