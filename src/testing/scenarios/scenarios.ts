import { InvalidInputError } from '../../errors/index.ts'
import { readName } from '../mock/check-faults.ts'
import { bodyScenarios } from './bodies.ts'
import { businessScenarios } from './business.ts'
import { hostScenarios } from './host.ts'
import { networkScenarios } from './network.ts'
import { aboutNames, type Scenario, type ScenarioAbout } from './scenario.ts'
import { statusScenarios } from './statuses.ts'

const table = {
  ...networkScenarios,
  ...statusScenarios,
  ...bodyScenarios,
  ...businessScenarios,
  ...hostScenarios,
}

/** Name of something that goes wrong in production; each is explained in the reference. */
export type ScenarioName = keyof typeof table

/**
 * What goes wrong in production, by name; `docs/reference.md` lists it. Faults and terminals are played by the mock, stores by
 * `faultyStore`, clocks by `manualTime`; what is told or arrives is the test's to send.
 *
 * @example scenarios['reply-dropped-after-commit'].says.en
 */
export const scenarios: Readonly<Record<ScenarioName, Scenario>> = table

const scenarioNames = Object.keys(table) as readonly ScenarioName[]

/** Who plays it. */
export type ScenarioPart = Exclude<keyof Scenario, 'says' | 'needs'>

/**
 * The scenario of that name, for somebody who plays these parts of it.
 *
 * @throws InvalidInputError naming a scenario that there is not, or that somebody else plays; what it needs and was not
 * told; and what is no part of it.
 */
export const readScenario = (
  name: unknown,
  about: ScenarioAbout,
  parts: readonly ScenarioPart[],
): Scenario => {
  const playable = scenarioNames.filter((one) => parts.some((part) => scenarios[one][part] !== undefined))
  const scenario = scenarios[readName('/scenario', name, playable)]
  const issues = [
    ...Object.keys(about)
      .filter((key) => !(aboutNames as readonly string[]).includes(key))
      .map((key) => ({ path: `/about/${key}`, code: 'UNKNOWN_FIELD' })),
    ...(scenario.needs ?? [])
      .filter((key) => about[key] === undefined)
      .map((key) => ({ path: `/about/${key}`, code: 'REQUIRED' })),
  ]
  if (issues.length > 0) throw new InvalidInputError({ issues })
  return scenario
}

/**
 * In which order and how often messages arrive in a scenario.
 *
 * @throws InvalidInputError naming a scenario in which nothing is said about that.
 * @example for (const message of arrivals('webhooks-duplicated', messages)) await receive(message)
 */
export const arrivals = <Message>(name: ScenarioName, messages: readonly Message[]): readonly Message[] =>
  readScenario(name, {}, ['arrivals']).arrivals?.(messages) ?? messages
