import { people } from '../people.ts'
import { application } from './application.ts'
import { before } from './before.ts'
import { data } from './data.ts'
import { deposit } from './deposit.ts'
import { broughtBack } from './device.ts'
import { ending } from './ending.ts'
import { settlement } from './settlement.ts'
import type { Step } from './step.ts'

/** What people do, in the order in which they do it; what the machine orders happens in between. */
export const steps: readonly Step[] = [
  ...before,
  ...application,
  ...settlement,
  ...data,
  ...broughtBack(people.merchant),
  ...deposit,
  ...ending,
]
