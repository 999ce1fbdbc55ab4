import { canariesOf, keysOf } from './canaries.ts'
import { createNet, type Net } from './net.ts'
import type { Plan } from './plan.ts'
import { type Homes, inMemory } from './sinks/homes.ts'
import { printedDuring } from './sinks/standard-output.ts'
import { plantAnswers, plantKeys, plantProblems } from './sources/answers.ts'
import { plantEvents } from './sources/events.ts'
import { plantOpenings, plantPortfolio } from './sources/openings.ts'
import { plantPlugs } from './sources/plugs.ts'
import { plantRows } from './sources/rows.ts'
import { plantServices, plantSystems } from './sources/services.ts'
import { plantStories } from './sources/story.ts'
import { plantEndpoints, plantWebhooks } from './sources/webhooks.ts'

export interface TourOptions extends Omit<Plan, 'canaries'> {
  readonly seed: number
  /** @default in memory */
  readonly homes?: () => Homes
  /** @default fresh ones by the seed */
  readonly canaries?: Plan['canaries']
}

type Stop = (net: Net, options: Required<Pick<TourOptions, 'seed' | 'homes'>> & Plan) => Promise<void>

/** Every way in; each of them looks at what comes out of it. */
const stops = {
  events: plantEvents,
  rows: plantRows,
  answers: plantAnswers,
  problems: plantProblems,
  keys: (net, plan) => plantKeys(net, plan, keysOf(plan.seed)),
  services: plantServices,
  systems: plantSystems,
  portfolio: plantPortfolio,
  openings: plantOpenings,
  webhooks: plantWebhooks,
  endpoints: (net, plan) => {
    const { webhook, ed25519 } = keysOf(plan.seed)
    return plantEndpoints(net, { ...plan, keys: [webhook, ed25519] })
  },
  plugs: plantPlugs,
  stories: plantStories,
} as const satisfies Record<string, Stop>
export type StopName = keyof typeof stops

export const stopNames = Object.keys(stops) as StopName[]

/** Goes one way in with every canary, and catches what comes out. */
export const visit = async (name: StopName, options: TourOptions): Promise<Net> => {
  const { seed, homes = inMemory, canaries = canariesOf(seed) } = options
  const net = createNet()
  const printed = await printedDuring(() => (stops[name] as Stop)(net, { ...options, seed, homes, canaries }))
  net.sift('console', printed, canaries, `${name} console`)
  return net
}
