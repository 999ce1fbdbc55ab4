// What happens to terminals, on its way to the portals that want to hear of it.
import type { Actor } from 'terminal-lifecycle/domain'
import { type Runtime, systemEnvironment } from 'terminal-lifecycle/runtime'
import { createOutbox, type Outbox } from 'terminal-lifecycle/webhooks'
import { nodeTransport } from 'terminal-lifecycle/webhooks/node'
import { sqliteDeliveries } from 'terminal-lifecycle/webhooks/sqlite'

export interface Subscriber {
  id: string
  url: string
  /** With whose eyes it reads. */
  actor: Actor
  keys: () => Promise<readonly string[]>
}

/** Tells portals what happens to their terminals; `run({ signal })` sends until it is told to stop. */
export const changesTo = (
  subscribers: readonly Subscriber[],
  runtime: Pick<Runtime, 'changes'>,
  { file, alarm }: { file: string; alarm: (told: object) => void },
): Outbox =>
  createOutbox({
    runtime,
    endpoints: subscribers.map(({ keys, ...endpoint }) => ({ ...endpoint, secrets: keys })),
    deliveries: sqliteDeliveries(file),
    transport: nodeTransport({ environment: systemEnvironment }),
    environment: systemEnvironment,
    onGivenUp: alarm,
    onDisabled: alarm,
  })
