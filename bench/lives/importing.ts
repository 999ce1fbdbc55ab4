import { type Actor, orderKinds } from '../../src/domain/index.ts'
import { createRuntime } from '../../src/runtime/index.ts'
import type { Store } from '../../src/runtime/store.ts'
import type { Services } from '../../src/schemas/index.ts'
import { asOf } from './questions.ts'
import { acquirerOf } from './templates.ts'

const services = Object.fromEntries(orderKinds.map((kind) => [kind, async () => []])) as unknown as Services

/** Somebody at the acquirer of the life number `n`. */
export const clerkOf = (n: number): Actor => ({
  ...{ role: 'provider', personId: 'clerk-1', organisationId: acquirerOf(n), acquirerId: acquirerOf(n) },
  duties: ['intake', 'reviewer', 'risk'],
})

const atATime = 100
let made = 0
const run = crypto.randomUUID().slice(0, 8)

/** Opens so many new terminals, a hundred in a transaction. */
export async function importing(store: Store, terminals: number): Promise<void> {
  const runtime = createRuntime({ store, services, clock: { now: () => asOf } })
  const openedBy = clerkOf(0)
  for (let n = 0; n < terminals; n += atATime) {
    const openings = Array.from({ length: atATime }, () => {
      made += 1
      const own = `${run}-${made}`
      return {
        input: {
          ...{ lifecycleId: `new-${own}`, acquirerId: openedBy.acquirerId, merchantId: `new-${made % 300}` },
          ...{
            terminalId: `new-${own}`,
            merchantName: 'Blue Kettle Teahouse',
            merchantType: 'enterprise' as const,
          },
          ...{
            openedBy,
            devices: [{ serial: `new-${own}`, owner: 'provider' as const, tenancy: 'sole' as const }],
          },
        },
      }
    })
    const opened = await runtime.openAll(openings)
    if (opened.some(({ outcome }) => outcome !== 'opened')) throw new Error(JSON.stringify(opened[0]))
  }
}
