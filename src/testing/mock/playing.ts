import type { LifecycleEvent } from '../../schemas/index.ts'
import type { ScenarioAbout } from '../scenarios/scenario.ts'
import { readScenario, type ScenarioName } from '../scenarios/scenarios.ts'
import type { Fault } from './faults.ts'
import type { MockTerminalPatch } from './world.ts'

/** What is left for the test to do: tell these to the record, or send them as webhooks. */
export interface Played {
  readonly tells: readonly LifecycleEvent[]
}

/** Plays a scenario by name: sets what goes wrong, and says what is to be told. */
export type Play = (name: ScenarioName, about?: ScenarioAbout) => Played

interface Parts {
  readonly now: () => string
  readonly faults: (faults: readonly Fault[]) => void
  /** A handler of somebody else's has no terminals to set. */
  readonly setTerminal?: (terminalRef: string, patch: MockTerminalPatch) => void
}

export const playing =
  ({ now, faults, setTerminal }: Parts): Play =>
  (name, about = {}) => {
    const parts = ['faults', 'tells', ...(setTerminal ? ['terminal' as const] : [])] as const
    const scenario = readScenario(name, about, parts)
    const at = now()
    faults(scenario.faults?.(about, at) ?? [])
    if (scenario.terminal) setTerminal?.(about.terminalRef ?? '', scenario.terminal(about))
    return { tells: scenario.tells?.(about, at) ?? [] }
  }
