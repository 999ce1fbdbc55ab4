import type { Sayings } from '../sayings-kit.ts'
import type { Saying } from '../world.ts'
import { caseSayings } from './sayings-cases.ts'
import { deviceSayings } from './sayings-devices.ts'
import { holdSayings } from './sayings-holds.ts'
import { moneySayings, orderSayings } from './sayings-money.ts'

/** All that may be said in any small world. */
const sayings: Sayings = {
  ...holdSayings,
  ...caseSayings,
  ...deviceSayings,
  ...moneySayings,
  ...orderSayings,
}

export const sayingNamed = (name: string): Saying => {
  const saying = sayings[name]
  if (saying === undefined) throw new Error(`Nothing is said as "${name}"`)
  return saying
}
