import { memoryStore } from 'terminal-lifecycle/runtime'
import { readHost } from '../../../examples/quickstart/acquirer/host.ts'
import { clientFor } from '../../../examples/quickstart/acquirer/services.ts'
import { clockOver } from '../../../examples/quickstart/business-clock.ts'
import type { CaseName } from '../../../examples/quickstart/cases/names.ts'
import { playCase } from '../../../examples/quickstart/play.ts'
import { mockOn, openStage } from '../stage.ts'
import { Desk } from './desk.ts'
import { Teller } from './teller.ts'

const watcher = { entry: () => undefined, refused: () => undefined, waits: () => undefined }

/** The terminal of a case with so many of its steps played, and somebody who goes on by the list. */
export async function lifeAfter(name: CaseName, played = 0): Promise<Desk> {
  const clock = clockOver({ load: () => undefined, save: () => undefined })
  const store = memoryStore()
  const mock = mockOn(clock)
  const { runtime, script, ...stage } = openStage(name, { clock, store, mock })
  const terminal = (await stage.import()).cases[name]
  if (!terminal) throw new Error('The portfolio does not have it.')
  const client = clientFor('https://mock.example/v1', mock.fetch as typeof fetch)
  if (played > 0)
    await playCase({
      ...{ runtime, clock, terminal, watcher, steps: script.steps.slice(0, played) },
      keep: () => undefined,
      readHost: () => readHost(client, clock, terminal),
      waiting: () => store.waiting(),
      pause: async () => undefined,
    })
  await runtime.drain()
  const { acquirerId, merchantId, terminalId } = terminal.terminal
  const { merchantName } = terminal.merchant
  const { lifecycleId } = terminal
  return new Desk(
    new Teller(runtime, clock, {
      lifecycleId,
      acquirerId,
      merchantId,
      terminalId,
      merchantName,
      currency: 'CNY',
    }),
  )
}
