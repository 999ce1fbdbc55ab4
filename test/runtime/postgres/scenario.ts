import { appendFileSync } from 'node:fs'
import { orderKinds } from '../../../src/domain/index.ts'
import { createRuntime, type Environment, type Store, systemEnvironment } from '../../../src/runtime/index.ts'
import type { Services } from '../../../src/schemas/index.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { escalation, note } from '../rig.ts'

export const lives = ['life-0', 'life-1']

/** The other side: remembers each key that it was ever called with. */
const servicesTo = (effects: string): Services => {
  const service = async (_: unknown, { idempotencyKey }: { idempotencyKey: string }) => {
    appendFileSync(effects, `${idempotencyKey}\n`)
    return []
  }
  return Object.fromEntries(orderKinds.map((kind) => [kind, service])) as unknown as Services
}

/** What is told and done from the beginning to the end; who does it again after a crash goes on where the other stopped. */
export async function playOn(
  store: Store,
  effects: string,
  environment: Environment = systemEnvironment,
): Promise<void> {
  const clock = { now: () => '2026-03-02T10:00:00+08:00' }
  const runtime = createRuntime({ store, services: servicesTo(effects), clock, environment, concurrency: 1 })
  await runtime.openAll(
    lives.map((lifecycleId, n) => ({ input: terminal({ lifecycleId, terminalId: `T${n}` }) })),
  )
  for (const lifecycleId of lives)
    for (const [n, event] of [note('one'), escalation].entries())
      await runtime.dispatch({ lifecycleId, commandId: `c-${n}`, actor: p1, event })
  await runtime.drain()
}
