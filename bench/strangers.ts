/**
 * Does a life of somebody else take longer to be refused than one that never was? Over SQLite, medians, in turn.
 *
 *   node bench/strangers.ts [lives] [calls]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, orderKinds } from '../src/domain/index.ts'
import { createRuntime } from '../src/runtime/index.ts'
import { sqliteStore } from '../src/runtime/sqlite.ts'
import type { Services } from '../src/schemas/index.ts'

const [lives, calls] = [Number(process.argv[2] ?? 2_000), Number(process.argv[3] ?? 10_000)]
const home = mkdtempSync(join(tmpdir(), 'terminal-lifecycle-bench-'))
const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services
const store = sqliteStore(join(home, 'strangers.db'))
const runtime = createRuntime({ store, services })
const acquirerId = 'acquirer-1'
const someone = (role: Actor['role'], organisationId: string, at = acquirerId): Actor => ({
  ...{ role, personId: 'p-1', organisationId, acquirerId: at, duties: [] },
})
const clerk = someone('provider', acquirerId)

await runtime.openAll(
  Array.from({ length: lives }, (_, n) => ({
    input: {
      ...{
        lifecycleId: `life-${n}-there`,
        acquirerId,
        merchantId: `merchant-${n}`,
        terminalId: `terminal-${n}`,
      },
      ...{ merchantName: 'Blue Kettle Teahouse', merchantType: 'enterprise' as const, openedBy: clerk },
      devices: [{ serial: `serial-${n}`, owner: 'provider' as const, tenancy: 'sole' as const }],
    },
  })),
)

const strangers = {
  'another merchant': someone('merchant', 'merchant-x'),
  'another acquirer': someone('provider', 'acquirer-2', 'acquirer-2'),
  'an agent that is not assigned': someone('serviceProvider', 'agent-x'),
}
const event = { type: 'note.recorded', kind: 'note', text: 'anybody there?' } as const
const asks = {
  get: (lifecycleId: string, actor: Actor) => runtime.get(lifecycleId, { actor }),
  requirements: (lifecycleId: string, actor: Actor) => runtime.requirements(lifecycleId, { actor }),
  dispatch: (lifecycleId: string, actor: Actor) =>
    runtime.dispatch({ lifecycleId, commandId: 'command-1', actor, event }),
}
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function took(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await ask().catch(() => undefined)
  return (performance.now() - from) * 1_000
}

for (const [who, actor] of Object.entries(strangers))
  for (const [name, ask] of Object.entries(asks)) {
    const foreign: number[] = []
    const unknown: number[] = []
    for (let n = 0; n < calls; n += 1) {
      const life = `life-${n % lives}`
      foreign.push(await took(() => ask(`${life}-there`, actor)))
      unknown.push(await took(() => ask(`${life}-never`, actor)))
    }
    const [one, other] = [median(foreign), median(unknown)]
    const figures = `foreign ${one.toFixed(1)} µs, unknown ${other.toFixed(1)} µs, ratio ${(one / other).toFixed(3)}`
    console.log(`${name} by ${who}: ${figures}`)
  }
await store.close()
rmSync(home, { recursive: true })
