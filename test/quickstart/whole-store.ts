import type { LifecycleRecord } from 'terminal-lifecycle/machine'
import type { Store } from 'terminal-lifecycle/runtime'
import type { MockAcquirer } from 'terminal-lifecycle/testing'
import { clockOver } from '../../examples/quickstart/business-clock.ts'
import type { CaseName } from '../../examples/quickstart/cases/names.ts'
import { asHost } from '../../examples/quickstart/people.ts'
import { manualEnvironment } from '../runtime/manual-environment.ts'
import { nameless } from '../support/nameless.ts'
import { openStage } from './stage.ts'
import { timeless } from './timeless.ts'

/** Long after each case has ended, and before the numbers may be given away again. */
const muchLater = '2026-12-31T09:00:00.000+08:00'

const sorted = (values: readonly unknown[]): readonly string[] =>
  values.map((value) => nameless(JSON.stringify(timeless(value)))).sort()

/** Reports are remembered for some days, and who was killed is some days later. */
const ledgersOf = ({ value, version, context: { told: _, ...context } }: LifecycleRecord) => {
  const ledgers = Object.entries(context).map(([name, ledger]) => [name, sorted(Object.values(ledger ?? {}))])
  return { value, version, ledgers: Object.fromEntries(ledgers) }
}

/**
 * Everything in the store once the clocks of all terminals have run to one moment: how each stands, by which commands, what
 * took effect outside, what still waits, and what contradicts what.
 */
export const wholeStore = async (
  name: CaseName,
  { store, mock }: { readonly store: Store; readonly mock: MockAcquirer },
) => {
  const clock = clockOver({ load: () => muchLater, save: () => undefined })
  // later than the lease of whoever died last
  const environment = { ...manualEnvironment(), now: () => 1e12, uuid: () => 'afterwards' }
  const { runtime, journal } = openStage(name, { store, mock, clock, environment })
  const { waiting } = await runtime.drain()
  const lives = await Promise.all(
    (await runtime.find({}, asHost)).map(async ({ lifecycleId }) => ({
      lifecycleId,
      record: ledgersOf((await runtime.get(lifecycleId, asHost)) as LifecycleRecord),
      story: (await journal(lifecycleId)).map(({ commandId }) => nameless(commandId)).sort(),
    })),
  )
  const effects = mock.effects().map(({ key, count }) => `${count} ${nameless(key)}`)
  return { lives, waiting, effects: effects.sort(), findings: await runtime.audit() }
}
