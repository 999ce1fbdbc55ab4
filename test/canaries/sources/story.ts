import { createLifecycle } from '../../../src/machine/index.ts'
import { createRuntime } from '../../../src/runtime/index.ts'
import type { LifecycleEvent } from '../../../src/schemas/index.ts'
import { createOutbox } from '../../../src/webhooks/index.ts'
import { testClock } from '../../support/clock.ts'
import { p1 } from '../../support/people.ts'
import { start, terminal } from '../../support/samples.ts'
import { silentServices } from '../../support/world.ts'
import { hmacKey } from '../../webhooks/kit.ts'
import { movingEnvironment } from '../../webhooks/outbox-rig.ts'
import { type Canary, harmless } from '../canaries.ts'
import type { Net } from '../net.ts'
import { inTurn, type Plan } from '../plan.ts'
import type { Homes } from '../sinks/homes.ts'
import { siftLife } from '../sinks/life.ts'

const { open, step } = createLifecycle()

type Given = Plan & { readonly homes: () => Homes }

/** One life in which everything that may have a name or a text is called by the same canary, up to its subscribers. */
const tell = async (net: Net, canary: Canary, homes: Given['homes']): Promise<void> => {
  const { text } = canary
  const own = homes()
  const { store, documents, deliveries } = own
  const runtime = createRuntime({ store, papers: documents, services: silentServices, clock: testClock() })
  await runtime.open(terminal())
  const attempt = async (work: () => unknown) => {
    try {
      net.see('answer', await work())
    } catch (error) {
      net.see('error', error)
    }
  }
  const events: readonly LifecycleEvent[] = [
    { type: 'hold.placed', holdId: text, code: 'OTHER', words: 'what it is called' },
    { type: 'hold.placed', holdId: 'hold-2', code: 'OTHER', words: `about ${text}` },
    { type: 'note.recorded', kind: 'escalation', text: `about ${text}` },
    { type: 'keys.removed', serial: text, method: 'zeroised' },
  ]
  net.planted(canary, 'stories', 'events')
  for (const [index, event] of events.entries())
    await attempt(() =>
      runtime.dispatch({ lifecycleId: 'life-1', commandId: `c-${index}`, actor: p1, event }),
    )
  // The machine alone, without the doors of a runtime: it masks what a report refers to.
  if (canary.family === 'number') {
    net.planted(canary, 'stories', 'a report to the machine alone')
    const event: LifecycleEvent = { type: 'keys.removed', serial: text, method: 'zeroised' }
    const { record } = open(terminal(), { at: start, commandId: 'open' })
    const at = new Date(Date.parse(start) + 1_000).toISOString()
    net.see('answer', step(record, { commandId: 'c-1', at, actor: p1, event }))
  }
  net.planted(canary, 'stories', 'an endpoint')
  await attempt(async () => {
    const { environment } = movingEnvironment()
    let sent = 0
    const outbox = createOutbox({
      ...{ runtime, environment, deliveries, worker: 'w-1' },
      endpoints: [{ id: text, url: 'https://portal.example.com/hooks', actor: p1, secrets: [hmacKey] }],
      transport: {
        send: async (outgoing) => {
          net.see('delivery', outgoing)
          sent += 1
          // Gone in the end, so that somebody is told of it.
          return { kind: 'answered', status: sent > 3 ? 410 : 204 }
        },
      },
      onDisabled: (one) => net.see('callback', one),
    })
    await outbox.drain()
    net.see('health', await outbox.health())
  })
  await siftLife(net, runtime, 'life-1', [canary], 'stories')
  // The library prints nothing; this line shows that it would be seen.
  if (canary === harmless) console.error(text)
  await own.sift(net, [canary], 'stories')
}

export const plantStories = async (net: Net, plan: Given): Promise<void> => {
  for (const canary of inTurn(plan)()) await tell(net, canary, plan.homes)
}
