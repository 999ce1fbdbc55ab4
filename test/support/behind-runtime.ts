import { oneByOne } from '../../examples/quickstart/one-by-one.ts'
import { acquirerServices, bearer, createAcquirerClient } from '../../src/client/index.ts'
import type { Actor } from '../../src/domain/index.ts'
import type { JournalEntry } from '../../src/machine/index.ts'
import { createRuntime, memoryStore } from '../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../src/schemas/index.ts'
import { listen } from '../../src/server/node.ts'
import { createMockAcquirer } from '../../src/testing/index.ts'
import { testClock } from './clock.ts'
import { asP1 } from './people.ts'
import { terminal } from './samples.ts'
import { signing } from './signing.ts'

/** The acts through a runtime, its orders over real HTTP to the mock: what live mode is compared with. */
export const behindRuntime = async (
  acts: readonly (readonly [Actor, LifecycleEvent])[],
): Promise<readonly JournalEntry[]> => {
  const clock = testClock()
  const mock = createMockAcquirer({ clock: { now: clock.next } })
  const served = await listen((request) => mock.fetch(request))
  try {
    const client = createAcquirerClient({ baseUrl: `${served.url}/v1`, auth: bearer('token') })
    const services = acquirerServices(client)
    const store = oneByOne(memoryStore())
    // What is compared is what the machine says to whoever speaks.
    const runtime = createRuntime({ store, services, clock, concurrency: 1, access: 'any' })
    const input = terminal()
    const { lifecycleId } = input
    await runtime.open(input)
    const sign = signing()
    for (const [index, [actor, event]] of acts.entries()) {
      clock.tick(1_000)
      const record = 'digest' in event ? await runtime.get(lifecycleId, asP1) : undefined
      const signed = await sign(event, record)
      const answer = await runtime.dispatch({ lifecycleId, commandId: `c-${index}`, actor, event: signed })
      if (!answer.accepted) throw new Error(`${event.type} was refused: ${JSON.stringify(answer.blockers)}`)
      await runtime.drain()
    }
    const entries: JournalEntry[] = []
    for await (const entry of runtime.journal(lifecycleId, asP1)) entries.push(entry)
    return entries
  } finally {
    await served.close()
  }
}
