import { createRuntime } from '../../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { createOutbox } from '../../../src/webhooks/index.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { hmacKey } from '../../webhooks/kit.ts'
import { movingEnvironment } from '../../webhooks/outbox-rig.ts'
import { harmless } from '../canaries.ts'
import type { Net } from '../net.ts'
import type { Plan } from '../plan.ts'
import type { Homes } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

/** A life in which everything that may have a name is called by a word that is no secret. */
export const plantVisible = async (
  net: Net,
  { homes }: Plan & { readonly homes: () => Homes },
): Promise<void> => {
  const { text: word } = harmless
  const own = homes()
  const { store, documents, deliveries } = own
  const runtime = createRuntime({ store, papers: documents, services: silentServices, clock: testClock() })
  await runtime.open(terminal())
  const events: readonly LifecycleEvent[] = [
    { type: 'hold.placed', holdId: word, code: 'OTHER', words: `about ${word}` },
    { type: 'note.recorded', kind: 'escalation', text: `about ${word}` },
  ]
  net.planted(harmless, 'visible', 'events')
  for (const [index, event] of events.entries())
    await runtime.dispatch({ lifecycleId: 'life-1', commandId: `c-${index}`, actor: p1, event })
  const { environment } = movingEnvironment()
  const outbox = createOutbox({
    ...{ runtime, environment, deliveries, worker: 'w-1' },
    endpoints: [{ id: word, url: 'https://portal.example.com/hooks', actor: p1, secrets: [hmacKey] }],
    transport: {
      send: async (outgoing) => {
        net.see('delivery', outgoing)
        return { kind: 'answered', status: 204 }
      },
    },
  })
  await outbox.drain()
  net.see('health', await outbox.health())
  await siftLife(net, runtime, 'life-1', [harmless], 'visible')
  console.error(word)
  await own.sift(net, [harmless], 'visible')
}
