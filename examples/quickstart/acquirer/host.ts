import { type AcquirerClient, acquirerServices } from 'terminal-lifecycle/client'
import type { LifecycleEvent } from 'terminal-lifecycle/schemas'
import type { BusinessClock } from '../business-clock.ts'
import type { CaseTerminal } from '../steps/step.ts'

/** Asks the host for a terminal's status once, by the service that the machine's own orders use. */
export const readHost = async (
  client: AcquirerClient,
  clock: BusinessClock,
  { lifecycleId, terminal }: CaseTerminal,
): Promise<LifecycleEvent> => {
  const { acquirerId, merchantId, terminalId, currency } = terminal
  const answer = await acquirerServices(client).readStatus(
    { notBefore: clock.now() },
    {
      orderId: 'host-read',
      idempotencyKey: 'host-read',
      attempt: 1,
      identity: { lifecycleId, acquirerId, merchantId, terminalId, currency },
      orderedAt: clock.now(),
      signal: AbortSignal.timeout(4_000),
    },
  )
  const [event] = 'pending' in answer ? [] : answer
  if (event === undefined) throw new Error('The host told nothing.')
  return event
}
